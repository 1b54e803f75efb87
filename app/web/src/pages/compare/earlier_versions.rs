//! What cannot stand in the comparison because it belongs to another version of the questionnaire.

use leptos::prelude::*;

use crate::browser::store::{self, PartialRead};
use crate::state::{App, load_earlier_assessments};
use crate::view::{AnyView, CollectView, IntoView, view};

/// What is said of it, once the store has answered; nothing where there is nothing.
pub(super) fn earlier_versions(app: &App) -> AnyView {
    let found = RwSignal::new(Vec::<String>::new());
    let (model, words) = (app.questionnaire.model.clone(), app.messages());
    let mine = words.versions_mine().to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        let mut said = Vec::new();
        let earlier = load_earlier_assessments(&model).await;
        let left = earlier
            .iter()
            .filter(|one| !one.has_copy_for(&model))
            .count();
        if left > 0 {
            said.push(words.versions_compare(left));
        }
        let of_model = format!("compare/{}@", model.id());
        let read = store::read_prefix(&of_model).await;
        for (key, lines) in read.unwrap_or_else(|PartialRead(part)| part) {
            let version = key.strip_prefix(&of_model).unwrap_or_default();
            if version != model.version() {
                said.push(words.versions_comparison(lines.lines().count(), version));
            }
        }
        // The page may have been left in the meantime.
        let _ = found.try_set(said);
    });
    let said = move || {
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
    said.into_any()
}
