//! The result as a text for a chat, in either language.

use std::sync::Arc;

use crate::view::{Handle, IntoView, view};
use assay_core::Texts;
use assay_locale::report::{Message, Report};
use assay_locale::{Language, Words};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::super::moment;
use super::Sharing;
use crate::browser::{clipboard, dom};
use crate::state::{App, Speech};

/// The text with the sender's choices and the link, in the wording of any language.
pub(super) fn text(sharing: &Sharing, words: &Words, texts: &Texts) -> String {
    let Some(shown) = &sharing.result_to_share() else {
        return String::new();
    };
    let link = sharing.link.get().ready();
    let certainty = shown.certainty.get();
    Report::new(words, texts, &shown.model, &shown.score).message(&Message {
        name: &sharing.name(),
        stance: shown.assessment.profile.stance,
        moment: moment(shown),
        certainty: certainty.as_deref(),
        sureness: shown.sureness,
        link: link.as_deref(),
    })
}

/// The text to be looked at and copied, with the choice of its language.
pub(super) fn chat(app: &App, sharing: &Sharing) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let speech = ArcRwSignal::new(app.speech.get_untracked());
    let said = {
        let (sharing, speech) = (sharing.clone(), speech.clone());
        move || speech.with(|speech| text(&sharing, &speech.words, &speech.texts))
    };
    let field = Handle::new();
    let copy = {
        let (sharing, field) = (sharing.clone(), field.clone());
        move |_| copy(&sharing, &field)
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
                {choice(app, &speech, Language::English, words.share_text_english())}
                {choice(app, &speech, Language::Chinese, words.share_text_chinese())}
            </fieldset>
            <textarea readonly rows="8" data-share-text lang=tongue aria-label=words.share_text_label().to_owned() node_ref=field prop:value=said></textarea>
            <div class="row"><button class="button quiet" data-action="copy-text" on:click=copy>{words.share_text_copy().to_owned()}</button></div>
        </div>
    }
}

fn choice(
    app: &App,
    speech: &ArcRwSignal<Speech>,
    language: Language,
    label: &str,
) -> impl IntoView + use<> {
    let (app, chosen) = (app.clone(), speech.clone());
    let speak = move |_| {
        let (app, chosen) = (app.clone(), chosen.clone());
        wasm_bindgen_futures::spawn_local(async move {
            match Speech::load(app.program, &app.site, language, &app.library).await {
                Ok(speech) => chosen.set(speech),
                Err(error) => app.tell(app.words().error_load(&error.to_string())),
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
fn copy(sharing: &Sharing, field: &Handle) {
    let Some(field) = field.get::<HtmlTextAreaElement>() else {
        return;
    };
    let (sharing, words) = (sharing.clone(), Arc::clone(&sharing.shown.words));
    wasm_bindgen_futures::spawn_local(async move {
        let mark = || {
            dom::focus(&field);
            field.select();
        };
        let copied = clipboard::copy(&field.value(), mark).await;
        sharing.tell(if copied {
            words.share_text_copied()
        } else {
            words.share_text_copy_failed()
        });
    });
}
