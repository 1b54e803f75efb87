//! Opens a questionnaire from a file, checks it like any other, and stores it in this browser.

use crate::view::{IntoView, view};
use assay_core::{Model, Problems, TextSource, Texts, WithWarnings};
use assay_locale::Language;
use leptos::prelude::*;
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::browser::store::{self, StorageHealth};
use crate::browser::{dom, files, net};
use crate::parts::problems::{problem_lines, problem_list, read_error_message, wording_problems};
use crate::state::{App, LocaleBundle, Questionnaire, UnusableReason, UnusableWording};

/// A valid questionnaire that was opened.
#[derive(Clone)]
struct OwnModel {
    text: String,
    title: String,
    /// Warnings for its author.
    warnings: Vec<String>,
}

/// Renders the section; nothing if the site's owner switched it off.
pub(crate) fn own_model_section(app: &App) -> impl IntoView + use<> {
    if app.site.config.disabled.own_models {
        return None;
    }
    let messages = app.messages();
    let faults = RwSignal::new(Vec::<String>::new());
    let opened = RwSignal::new(None::<OwnModel>);
    let over = RwSignal::new(false);
    let take = {
        let app = app.clone();
        move |file: File| read_file(&app, file, faults, opened)
    };
    let (choose, drop_here) = (take.clone(), take);
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            choose(file);
        }
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            drop_here(file);
        }
    };
    Some(view! {
        <section class="drop" data-over=over on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); } on:dragleave=move |_| over.set(false) on:drop=dropped>
            <h2>{messages.models_own_heading().to_owned()}</h2>
            <label class="field">
                <span>{messages.models_own_label().to_owned()}" "<span class="small">{messages.models_own_help().to_owned()}</span></span>
                <input type="file" accept=".json,application/json" data-action="open-model" on:change=chosen/>
            </label>
            <div role="alert">{problems_view(app, faults)}</div>
            {open_button(app, opened)}
        </section>
    })
}

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
        let (said, found) = match found {
            Ok(found) => (Vec::new(), Some(found)),
            Err(said) => (said, None),
        };
        // The page may have been left meanwhile.
        let _ = (faults.try_set(said), opened.try_set(found));
    });
}

/// Returns the questionnaire with its warnings, or its problems. Wording in separate files is not
/// available here, so the file must contain usable wording in at least one language.
fn check_model(text: String, locale: &LocaleBundle) -> Result<OwnModel, Vec<String>> {
    let messages = &locale.messages;
    let WithWarnings { value, warnings } =
        Model::parse(&text).map_err(|problems| problem_lines(messages, &problems.locate(&text)))?;
    let mut odd = problem_lines(messages, &Problems(warnings).locate(&text));
    let (mut unusable, mut usable) = (Vec::new(), 0);
    for tag in value.languages() {
        match value.text_source(tag) {
            Some(TextSource::File(file)) => {
                let (language, file) = (tag.to_owned(), Some(file.to_owned()));
                let why = UnusableReason::NotStored;
                let refused = UnusableWording {
                    language,
                    file,
                    reason: why,
                };
                unusable.extend(wording_problems(messages, &refused));
            }
            Some(TextSource::Inline(json)) => {
                let place = format!("texts.{tag}");
                match Texts::from_json(&value, json) {
                    Ok(checked) => {
                        usable += 1;
                        let lines = problem_lines(messages, &Problems(checked.warnings));
                        odd.extend(lines.iter().map(|line| messages.problem_at(&place, line)));
                    }
                    Err(problems) => {
                        let problems = problems.under(&place).locate(&text);
                        unusable.extend(problem_lines(messages, &problems));
                    }
                }
            }
            None => {}
        }
    }
    if usable == 0 && !unusable.is_empty() {
        return Err(unusable);
    }
    odd.append(&mut unusable);
    let title = model_title(&value, locale.language);
    Ok(OwnModel {
        text,
        title,
        warnings: odd,
    })
}

/// Returns the title in the reader's language, else in the other language, else the id.
fn model_title(model: &Model, language: Language) -> String {
    let inline = [language, language.other()].into_iter().find_map(|one| {
        match model.text_source(one.tag()) {
            Some(TextSource::Inline(json)) => Texts::from_json(model, json).ok(),
            _ => None,
        }
    });
    let title = inline.map(|texts| texts.value.title().to_owned());
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| model.id().to_owned())
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
