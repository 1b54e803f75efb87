//! The result as a text for a chat, in either language.

use std::sync::Arc;

use crate::view::{Handle, IntoView, view};
use assay_core::Texts;
use assay_locale::report::{Report, SummaryDetails};
use assay_locale::{Language, Messages};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::super::last_moment;
use super::ShareState;
use crate::browser::{clipboard, dom};
use crate::state::{App, LocaleBundle};

/// The text with the sender's choices and the link, in the wording of any language.
pub(super) fn message_text(sharing: &ShareState, words: &Messages, texts: &Texts) -> String {
    let Some(shown) = &sharing.result_to_share() else {
        return String::new();
    };
    let link = sharing.link.get().into_address();
    let certainty = shown.certainty.get();
    Report::new(words, texts, &shown.model, &shown.score).summary(&SummaryDetails {
        name: &sharing.shared_name(),
        stance: shown.assessment.profile.stance,
        moment: last_moment(shown),
        certainty: certainty.as_deref(),
        sureness: shown.sureness,
        link: link.as_deref(),
    })
}

/// The text to be looked at and copied, with the choice of its language.
pub(super) fn message_section(app: &App, sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let speech = ArcRwSignal::new(app.locale.get_untracked());
    let said = {
        let (sharing, speech) = (sharing.clone(), speech.clone());
        move || speech.with(|speech| message_text(&sharing, &speech.messages, &speech.texts))
    };
    let field = Handle::new();
    let copy = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |_| copy_message(&sharing, &field)
    };
    let tongue = {
        let speech = speech.clone();
        move || speech.with(|speech| speech.language.tag())
    };
    view! {
        <div class="stack share-chat">
            <h3>{words.share_text_heading().to_owned()}</h3>
            <fieldset class="row">
                <legend class="visually-hidden">{words.share_text_language().to_owned()}</legend>
                {language_radio(app, &speech, Language::English, words.share_text_english())}
                {language_radio(app, &speech, Language::Chinese, words.share_text_chinese())}
            </fieldset>
            <textarea readonly rows="8" data-share-text lang=tongue aria-label=words.share_text_label().to_owned() node_ref=field prop:value=said></textarea>
            <div class="row"><button class="button quiet" data-action="copy-text" on:click=copy>{words.share_text_copy().to_owned()}</button></div>
        </div>
    }
}

fn language_radio(
    app: &App,
    speech: &ArcRwSignal<LocaleBundle>,
    language: Language,
    label: &str,
) -> impl IntoView + use<> {
    let (app, chosen) = (app.clone(), speech.clone());
    let speak = move |_| {
        let (app, chosen) = (app.clone(), chosen.clone());
        wasm_bindgen_futures::spawn_local(async move {
            match LocaleBundle::load(app.loader, app.site, language, &app.questionnaire).await {
                Ok(speech) => chosen.set(speech),
                Err(error) => app.show_notice(app.messages().error_load(&error.to_string())),
            }
        });
    };
    let speech = speech.clone();
    let on = move || speech.with(|speech| speech.language == language);
    view! {
        <label><input type="radio" name="share-language" value=language.tag() prop:checked=on on:change=speak/>" "<span lang=language.tag()>{label.to_owned()}</span></label>
    }
}

/// Copies the text and says whether that worked; else it is marked to be copied by hand.
fn copy_message(sharing: &ShareState, field: &Handle) {
    let Some(field) = field.get::<HtmlTextAreaElement>() else {
        return;
    };
    let (sharing, words) = (sharing.clone(), Arc::clone(&sharing.result.messages));
    wasm_bindgen_futures::spawn_local(async move {
        let mark = || {
            dom::focus(&field);
            field.select();
        };
        let copied = clipboard::copy_text(&field.value(), mark).await;
        sharing.show_message(if copied {
            words.share_text_copied()
        } else {
            words.share_text_copy_failed()
        });
    });
}
