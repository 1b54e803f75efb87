//! Notices about assessments and selections of other versions of the questionnaire, which cannot be
//! compared here.

use leptos::prelude::*;

use crate::browser::store::{self, PartialRead};
use crate::parts::signals::set_if_alive;
use crate::state::{App, load_earlier_assessments};
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the notices once the store has been read; nothing if there are none.
pub(super) fn earlier_versions(app: &App) -> AnyView {
    let found = RwSignal::new(Vec::<String>::new());
    let (model, messages) = (app.questionnaire.model.clone(), app.messages());
    let mine = messages.versions_mine().to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        let mut notices = Vec::new();
        let earlier = load_earlier_assessments(&model).await;
        let left = earlier
            .iter()
            .filter(|one| !one.has_copy_for(&model))
            .count();
        if left > 0 {
            notices.push(messages.versions_compare(left));
        }
        let of_model = format!("compare/{}@", model.id());
        let read = store::read_prefix(&of_model).await;
        for (key, lines) in read.unwrap_or_else(|PartialRead(part)| part) {
            let version = key.strip_prefix(&of_model).unwrap_or_default();
            if version != model.version() {
                notices.push(messages.versions_comparison(lines.lines().count(), version));
            }
        }
        // The page may have been left meanwhile.
        set_if_alive(found, notices);
    });
    let notice_list = move || {
        let lines = found.get().into_iter();
        let lines: Vec<AnyView> = lines.map(|line| view! { <p>{line}</p> }).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="stack" data-earlier>
                    {lines.collect_view()}
                    <p><a href="#/workspace">{mine.clone()}</a></p>
                </div>
            }
        })
    };
    notice_list.into_any()
}
