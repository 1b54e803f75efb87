//! Opens a questionnaire from a file, checks it like any other, and stores it in this browser.

use crate::view::{IntoView, view};
use leptos::prelude::*;
use web_sys::{Event, File};

use super::check_model::{OwnModel, check_model};
use crate::browser::store::{self, StorageHealth};
use crate::browser::{dom, files, net};
use crate::parts::drop_area::drop_area;
use crate::parts::file_field::FileField;
use crate::parts::problems::{problem_list, read_error_message};
use crate::parts::signals::set_if_alive;
use crate::state::{App, Questionnaire};

/// Renders the section; nothing if the site's owner switched it off.
pub(crate) fn own_model_section(app: &App) -> impl IntoView + use<> {
    if app.site.config.disabled.own_models {
        return None;
    }
    let messages = app.messages();
    let faults = RwSignal::new(Vec::<String>::new());
    let opened = RwSignal::new(None::<OwnModel>);
    let open = {
        let app = app.clone();
        move |file: File| read_file(&app, file, faults, opened)
    };
    let choose = {
        let open = open.clone();
        move |event: Event| files::take_chosen(&event).into_iter().for_each(&open)
    };
    let field = FileField {
        action: "open-model",
        title: messages.models_own_label().to_owned(),
        hint: messages.models_own_help().to_owned(),
        accept: ".json,application/json",
        takes_several: false,
    };
    let field = field.render(&messages, choose);
    let content = view! {
        <h2>{messages.models_own_heading().to_owned()}</h2>
        {field}
        <div role="alert">{problems_view(app, faults)}</div>
        {open_button(app, opened)}
    };
    Some(drop_area(content, open))
}

/// Reads and checks a file.
fn read_file(
    app: &App,
    file: File,
    faults: RwSignal<Vec<String>>,
    opened: RwSignal<Option<OwnModel>>,
) {
    let locale = app.locale.get_untracked();
    wasm_bindgen_futures::spawn_local(async move {
        let found = match files::read_text(&file).await {
            Ok(text) => check_model(text, &locale),
            Err(error) => Err(vec![read_error_message(&locale.messages, &error)]),
        };
        let (problems, found) = match found {
            Ok(found) => (Vec::new(), Some(found)),
            Err(problems) => (problems, None),
        };
        // The page may have been left meanwhile.
        set_if_alive(faults, problems);
        set_if_alive(opened, found);
    });
}

fn problems_view(app: &App, faults: RwSignal<Vec<String>>) -> impl IntoView + use<> {
    let messages = app.messages();
    move || (!faults.get().is_empty()).then(|| problem_list(&messages, &faults.get()))
}

/// Renders the button that opens the questionnaire, and its warnings.
fn open_button(app: &App, opened: RwSignal<Option<OwnModel>>) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let OwnModel {
            text,
            title,
            warnings: odd,
        } = opened.get()?;
        let messages = app.messages();
        if matches!(store::current_health(), StorageHealth::NoStorage) {
            return Some(view! { <p role="status">{messages.models_own_no_room().to_owned()}</p> });
        }
        let count = odd.len();
        let odd = odd
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect::<Vec<_>>();
        let warnings = (count > 0).then(|| {
            view! { <p>{messages.models_own_warnings(count)}</p><ul class="faults">{odd}</ul> }
        });
        let opening = app.clone();
        let open = move |_| {
            let app = opening.clone();
            Questionnaire::store_opened_model(&text, move |kept| match kept {
                Ok(value) => dom::load_address(&net::address_with_model(&value)),
                Err(_) => app.show_notice(app.messages().models_own_no_room().to_owned()),
            })
        };
        Some(view! {
            {warnings}
            <p role="status"><button class="button" data-action="answer-model" on:click=open>{messages.models_own_open(&title)}</button></p>
        })
    }
}
