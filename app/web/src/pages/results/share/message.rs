//! The result as a text message in a language that the sender chooses.

use std::sync::Arc;

use crate::view::{CollectView, Handle, IntoView, view};
use assay_core::Texts;
use assay_locale::report::{Report, SummaryDetails};
use assay_locale::{Language, Messages};
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::share_state::ShareState;
use crate::parts::copy_field::copy_field;
use crate::state::{App, LocaleBundle};

/// Returns the message with the sender's choices and the link, in any language (reactive).
pub(super) fn message_text(share: &ShareState, messages: &Messages, texts: &Texts) -> String {
    let Some(result) = &share.result_to_share() else {
        return String::new();
    };
    let link = share.link.get().into_address();
    let certainty = result.certainty.get();
    Report::new(messages, texts, &result.model, &result.score).summary(&SummaryDetails {
        name: &share.shared_name(),
        stance: result.assessment.profile.stance,
        moment: result.last_changed(),
        certainty: certainty.as_deref(),
        received_confidence: result.confidence,
        link: link.as_deref(),
    })
}

/// Renders the message with a choice of its language and a copy button.
pub(super) fn message_section(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let locale = ArcRwSignal::new(app.locale.get_untracked());
    let text = {
        let (share, locale) = (share.clone(), locale.clone());
        move || locale.with(|locale| message_text(&share, &locale.messages, &locale.texts))
    };
    let field = Handle::new();
    let copy = {
        let (share, field) = (share.clone(), field.clone());
        move |_| copy_message(&share, &field)
    };
    let languages = app.site.config.languages.iter();
    let languages = languages.map(|language| language_radio(app, &locale, *language));
    let tongue = {
        let locale = locale.clone();
        move || locale.with(|locale| locale.language.tag())
    };
    view! {
        <div class="stack share-chat">
            <h3>{messages.share_text_heading().to_owned()}</h3>
            <fieldset class="row">
                <legend class="visually-hidden">{messages.share_text_language().to_owned()}</legend>
                {languages.collect_view()}
            </fieldset>
            <textarea readonly rows="8" data-share-text lang=tongue aria-label=messages.share_text_label().to_owned() node_ref=field prop:value=text></textarea>
            <div class="row"><button class="button quiet" data-action="copy-text" on:click=copy>{messages.share_text_copy().to_owned()}</button></div>
        </div>
    }
}

fn language_radio(
    app: &App,
    locale: &ArcRwSignal<LocaleBundle>,
    language: Language,
) -> impl IntoView + use<> {
    let (app, chosen) = (app.clone(), locale.clone());
    let speak = move |_| {
        let (app, chosen) = (app.clone(), chosen.clone());
        wasm_bindgen_futures::spawn_local(async move {
            match LocaleBundle::load(app.loader, app.site, language, &app.questionnaire).await {
                Ok(locale) => chosen.set(locale),
                Err(error) => app.show_notice(app.messages().error_load(&error.to_string())),
            }
        });
    };
    let locale = locale.clone();
    let on = move || locale.with(|locale| locale.language == language);
    view! {
        <label><input type="radio" name="share-language" value=language.tag() prop:checked=on on:change=speak/>" "<span lang=language.tag()>{language.own_name()}</span></label>
    }
}

/// Copies the message and reports the outcome; if copying fails, the text stays selected.
fn copy_message(share: &ShareState, field: &Handle) {
    let Some(field) = field.get::<HtmlTextAreaElement>() else {
        return;
    };
    let (share, messages) = (share.clone(), Arc::clone(&share.result.messages));
    wasm_bindgen_futures::spawn_local(async move {
        let copied = copy_field(&field).await;
        share.show_message(if copied {
            messages.share_text_copied()
        } else {
            messages.share_text_copy_failed()
        });
    });
}
