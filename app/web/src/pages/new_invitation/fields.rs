//! The fields of the form.

use assay_core::{Depth, SectionIx, Stance};
use assay_locale::Messages;
use leptos::prelude::*;

use super::form::InvitationForm;
use crate::parts::choice_field::{choice_field, radio_choice};
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

pub(super) fn stance_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let choices = [
        (Stance::Provide, messages.invite_provide()),
        (Stance::Adopt, messages.invite_adopt()),
    ];
    let choices = choices.map(|(stance, label)| {
        let invitation = form.invitation;
        let questionnaire = form.app.questionnaire.clone();
        let set = move |_| {
            invitation.update(|it| {
                it.stance = stance;
                it.depth = App::default_depth(&questionnaire, stance, it.depth);
            });
        };
        let is_selected = move || invitation.with(|it| it.stance == stance);
        let label = view! { <strong>{label.to_owned()}</strong> };
        radio_choice("stance", stance.as_str(), is_selected, set, label)
    });
    choice_field(messages.invite_stance(), "levels", choices)
}

/// Renders the choice of the depth, if the questionnaire offers both for this stance.
pub(super) fn depth_field(form: &InvitationForm) -> impl IntoView + use<> {
    let form = form.clone();
    let stance = Memo::new(move |_| form.invitation.with(|it| it.stance));
    let (app, invitation) = (form.app.clone(), form.invitation);
    move || {
        let messages = app.messages();
        if !app.questionnaire.model.offers_quick(stance.get()) {
            return None;
        }
        let choices = [
            (Depth::Quick, messages.section_depth_quick()),
            (Depth::Full, messages.section_depth_full()),
        ];
        let choices = choices.map(|(depth, label)| {
            let set = move |_| invitation.update(|it| it.depth = depth);
            let is_selected = move || invitation.with(|it| it.depth == depth);
            let label = view! { <strong>{label.to_owned()}</strong> };
            radio_choice("depth", depth.as_str(), is_selected, set, label)
        });
        let legend = messages.profile_depth();
        Some(choice_field(legend, "levels two-choices", choices))
    }
}

pub(super) fn sections_field(form: &InvitationForm) -> AnyView {
    let messages = form.messages();
    let rows = {
        let form = form.clone();
        // Rebuilt only if stance or depth change the questions.
        let offered = {
            let form = form.clone();
            Memo::new(move |_| form.offered_sections())
        };
        move || {
            let rows = offered.get().into_iter();
            rows.map(|(section, count)| section_checkbox(&form, section, count))
                .collect_view()
        }
    };
    view! {
        <fieldset class="plain-question">
            <legend>{messages.invite_sections().to_owned()}</legend>
            <p class="small">{messages.invite_sections_help().to_owned()}</p>
            <div class="levels named-sections">{rows}</div>
        </fieldset>
    }
}

fn section_checkbox(form: &InvitationForm, section: SectionIx, count: usize) -> AnyView {
    let messages = form.messages();
    let title = form
        .app
        .locale
        .with_untracked(|locale| locale.texts.section(section).title.clone());
    let at = section.index();
    let ticked = form.selected_sections;
    let now = ticked.with_untracked(|ticked| ticked.get(at) == Some(&true));
    let set = move |event| {
        let on = event_target_checked(&event);
        ticked.update(|ticked| {
            if let Some(tick) = ticked.get_mut(at) {
                *tick = on;
            }
        });
    };
    let id = form.app.questionnaire.model.section(section).id.clone();
    view! {
        <label class="choice">
            <input type="checkbox" name="sections" value=id checked=now on:change=set/>
            <span><strong>{title}</strong>" "<span class="small">{messages.invite_section_count(count)}</span></span>
        </label>
    }
}

pub(super) fn message_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let invitation = form.invitation;
    let write = move |event| invitation.update(|it| it.message = event_target_value(&event));
    view! {
        <label class="field">
            <span>{messages.invite_message().to_owned()}" "<span class="small">{messages.invite_message_help().to_owned()}</span></span>
            <textarea name="message" rows="4" maxlength="4000" on:input=write></textarea>
        </label>
    }
}

pub(super) fn mail_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let invitation = form.invitation;
    let write = move |event| invitation.update(|it| it.mail = event_target_value(&event));
    view! {
        <label class="field">
            <span>{messages.invite_mail().to_owned()}" "<span class="small">{messages.invite_mail_help().to_owned()}</span></span>
            <input type="text" name="mail" inputmode="email" autocomplete="email" spellcheck="false" maxlength="254" on:input=write/>
        </label>
    }
}
