//! The page that creates an invitation: whom it asks what, and where the result link is to be sent.

use std::sync::Arc;

use assay_core::link::{EncodeError, Invitation};
use assay_core::{Depth, SectionIx, Stance};
use assay_locale::{Messages, join_list};
use leptos::prelude::*;

use crate::browser::mail;
use crate::parts::effort::estimate_minutes;
use crate::parts::links::link_field::{LinkHook, link_field};
use crate::parts::section_titles::section_titles;
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// State of the form.
#[derive(Clone)]
struct InvitationForm {
    app: App,
    invitation: RwSignal<Invitation>,
    /// One entry per section of the questionnaire.
    selected_sections: RwSignal<Vec<bool>>,
}

/// Renders the page.
pub(crate) fn invite_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let form = InvitationForm::new(app);
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.invite_title().to_owned()}</h1>
            <p class="lead">{messages.invite_lead().to_owned()}</p>
            <form class="stack wide" autocomplete="off" on:submit=|event| event.prevent_default()>
                {stance_field(&form, &messages)}
                {depth_field(&form)}
                {sections_field(&form)}
                {message_field(&form, &messages)}
                {mail_field(&form, &messages)}
            </form>
            {link_section(&form)}
            <p>{messages.invite_team().to_owned()}" "<a href="#/team" data-action="team">{messages.team_title().to_owned()}</a></p>
        </div>
    }
}

impl InvitationForm {
    fn new(app: &App) -> Self {
        let locale = app.locale.get_untracked();
        let stance = app.current_session().stance();
        let invitation = Invitation {
            stance,
            depth: App::default_depth(&app.questionnaire, stance, Depth::Full),
            locale: Some(locale.language.tag().to_owned()),
            sections: Vec::new(),
            mail: String::new(),
            message: String::new(),
        };
        let sections = app.questionnaire.model.sections().len();
        Self {
            app: app.clone(),
            invitation: RwSignal::new(invitation),
            selected_sections: RwSignal::new(vec![true; sections]),
        }
    }

    fn messages(&self) -> Arc<Messages> {
        self.app.messages()
    }

    /// Returns the sections with questions for the chosen stance and depth, with the number of
    /// questions (reactive).
    fn offered_sections(&self) -> Vec<(SectionIx, usize)> {
        let model = &self.app.questionnaire.model;
        let all = Invitation {
            sections: Vec::new(),
            ..self.invitation.get()
        };
        let questions = all.questions(model);
        let sections = (0..model.sections().len()).map(SectionIx::new);
        let counted = sections.map(|section| {
            let here = questions.iter();
            let here = here.filter(|question| model.question(**question).section == section);
            (section, here.count())
        });
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// Returns the invitation (reactive); `None` if no section is selected.
    fn invitation(&self) -> Option<Invitation> {
        let offered = self.offered_sections();
        let ticked = self.selected_sections.get();
        let is_ticked = |section: SectionIx| ticked.get(section.index()) == Some(&true);
        let named: Vec<SectionIx> = offered
            .iter()
            .map(|(section, _)| *section)
            .filter(|section| is_ticked(*section))
            .collect();
        let mut invitation = self.invitation.get();
        invitation.mail = invitation.mail.trim().to_owned();
        invitation.message = invitation.message.trim().to_owned();
        // An empty list means all sections.
        invitation.sections = if named.len() == offered.len() {
            Vec::new()
        } else {
            named.clone()
        };
        (!named.is_empty()).then_some(invitation)
    }

    /// Returns the link, or a sentence that says why there is none (reactive).
    fn link(&self) -> Result<String, String> {
        let messages = self.messages();
        let invitation = self
            .invitation()
            .ok_or_else(|| messages.invite_fault_sections().to_owned())?;
        match invitation.encode(&self.app.questionnaire.model) {
            Ok(payload) => Ok(format!(
                "{}#/i/{payload}",
                self.app.questionnaire.page_address()
            )),
            Err(EncodeError::NotAMailAddress { mail }) => Err(messages.invite_fault_mail(&mail)),
            Err(EncodeError::TooLong { .. }) => Err(messages.invite_fault_long().to_owned()),
        }
    }
}

fn stance_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let now = form.invitation.with_untracked(|it| it.stance);
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
        view! {
            <label class="choice">
                <input type="radio" name="stance" value=stance.as_str() checked=stance == now on:change=set/>
                <span><strong>{label.to_owned()}</strong></span>
            </label>
        }
    });
    view! {
        <fieldset class="plain-question">
            <legend>{messages.invite_stance().to_owned()}</legend>
            <div class="levels">{choices.collect_view()}</div>
        </fieldset>
    }
}

/// Renders the choice of the depth, if the questionnaire offers both for this stance.
fn depth_field(form: &InvitationForm) -> impl IntoView + use<> {
    let form = form.clone();
    let stance = Memo::new(move |_| form.invitation.with(|it| it.stance));
    let (app, invitation) = (form.app.clone(), form.invitation);
    move || {
        let messages = app.messages();
        if !app.questionnaire.model.offers_quick(stance.get()) {
            return None;
        }
        let now = invitation.with_untracked(|it| it.depth);
        let choices = [
            (Depth::Quick, messages.section_depth_quick()),
            (Depth::Full, messages.section_depth_full()),
        ];
        let choices = choices.map(|(depth, label)| {
            let set = move |_| invitation.update(|it| it.depth = depth);
            view! {
                <label class="choice">
                    <input type="radio" name="depth" value=depth.as_str() checked=depth == now on:change=set/>
                    <span><strong>{label.to_owned()}</strong></span>
                </label>
            }
        });
        Some(view! {
            <fieldset class="plain-question">
                <legend>{messages.profile_depth().to_owned()}</legend>
                <div class="levels two-choices">{choices.collect_view()}</div>
            </fieldset>
        })
    }
}

fn sections_field(form: &InvitationForm) -> AnyView {
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

fn message_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let invitation = form.invitation;
    let write = move |event| invitation.update(|it| it.message = event_target_value(&event));
    view! {
        <label class="field">
            <span>{messages.invite_message().to_owned()}" "<span class="small">{messages.invite_message_help().to_owned()}</span></span>
            <textarea name="message" rows="4" maxlength="4000" on:input=write></textarea>
        </label>
    }
}

fn mail_field(form: &InvitationForm, messages: &Messages) -> AnyView {
    let invitation = form.invitation;
    let write = move |event| invitation.update(|it| it.mail = event_target_value(&event));
    view! {
        <label class="field">
            <span>{messages.invite_mail().to_owned()}" "<span class="small">{messages.invite_mail_help().to_owned()}</span></span>
            <input type="text" name="mail" inputmode="email" autocomplete="email" spellcheck="false" maxlength="254" on:input=write/>
        </label>
    }
}

/// Renders the link, its content and the ways to send it.
fn link_section(form: &InvitationForm) -> AnyView {
    let messages = form.messages();
    let link = {
        let form = form.clone();
        Memo::new(move |_| form.link())
    };
    let fault = move || link.get().err();
    let (seen, about) = (form.clone(), form.clone());
    let contains = move || seen.invitation().map(|it| link_contents(&seen, &it));
    let effort = move || about.invitation().map(|it| effort(&about, &it));
    let drafting = form.clone();
    let draft = move || {
        drafting
            .invitation()
            .map(|it| mail_draft(&drafting, &it, link))
    };
    let hint = view! { <a class="button quiet" data-action="mail" href=draft>{messages.invite_draft().to_owned()}</a> };
    view! {
        <section class="sheet" aria-labelledby="invitation-link">
            <h2 id="invitation-link">{messages.invite_made().to_owned()}</h2>
            <p>{messages.invite_warning().to_owned()}</p>
            <div aria-live="polite"><p class="small">{effort}</p><p class="small">{contains}</p></div>
            <p role="alert">{fault}</p>
            {link_field(&form.app, LinkHook::Share, messages.invite_link(), move || link.get().unwrap_or_default(), hint)}
        </section>
    }
}

fn effort(form: &InvitationForm, invitation: &Invitation) -> String {
    let count = invitation.questions(&form.app.questionnaire.model).len();
    let messages = form.messages();
    messages.start_effort(&count.to_string(), estimate_minutes(count))
}

fn link_contents(form: &InvitationForm, invitation: &Invitation) -> String {
    let messages = form.messages();
    let mut parts = vec![messages.invite_part_what().to_owned()];
    if !invitation.sections.is_empty() {
        parts.push(messages.invite_part_sections(&section_titles(&form.app, &invitation.sections)));
    }
    if !invitation.message.is_empty() {
        parts.push(messages.invite_part_message().to_owned());
    }
    if !invitation.mail.is_empty() {
        parts.push(messages.invite_part_mail(&invitation.mail));
    }
    messages.share_contains(&join_list(&messages, &parts))
}

/// Returns the address of a mail draft with the message and the link.
fn mail_draft(
    form: &InvitationForm,
    invitation: &Invitation,
    link: Memo<Result<String, String>>,
) -> String {
    let messages = form.messages();
    let link = link.get().unwrap_or_default();
    let asks = messages.invite_draft_body(&link);
    let body = match invitation.message.as_str() {
        "" => asks,
        message => format!("{message}\n\n{asks}"),
    };
    mail::draft_address("", messages.invite_draft_subject(), &body)
}
