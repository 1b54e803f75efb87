//! Makes an invitation: whom it asks what, and where the result link is to be sent.

use std::sync::Arc;

use assay_core::link::{EncodeError, Invitation};
use assay_core::{Depth, SectionIx, Stance};
use assay_locale::{Messages, join_list};
use leptos::prelude::*;

use super::start::estimate_minutes;
use crate::browser::mail;
use crate::parts::copied::{LinkHook, link_field};
use crate::state::App;
use crate::view::{AnyView, CollectView, IntoView, view};

/// What has been chosen so far.
#[derive(Clone)]
struct InvitationForm {
    app: App,
    invitation: RwSignal<Invitation>,
    /// A tick for each section of the model.
    selected_sections: RwSignal<Vec<bool>>,
}

/// The page.
pub(crate) fn invite_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    let wish = InvitationForm::new(app);
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{words.invite_title().to_owned()}</h1>
            <p class="lead">{words.invite_lead().to_owned()}</p>
            <form class="stack wide" autocomplete="off" on:submit=|event| event.prevent_default()>
                {stance_field(&wish, &words)}
                {depth_field(&wish)}
                {sections_field(&wish)}
                {message_field(&wish, &words)}
                {mail_field(&wish, &words)}
            </form>
            {link_section(&wish)}
            <p>{words.invite_team().to_owned()}" "<a href="#/team" data-action="team">{words.team_title().to_owned()}</a></p>
        </div>
    }
}

impl InvitationForm {
    fn new(app: &App) -> Self {
        let speech = app.locale.get_untracked();
        let stance = app.current_session().stance();
        let invitation = Invitation {
            stance,
            depth: App::default_depth(&app.questionnaire, stance, Depth::Full),
            locale: Some(speech.language.tag().to_owned()),
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

    /// The sections that have a question for those who are asked, with how many; as a signal.
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

    /// The invitation as it stands, as a signal; `None` while no section is chosen.
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
        // All of them are said by naming none.
        invitation.sections = if named.len() == offered.len() {
            Vec::new()
        } else {
            named.clone()
        };
        (!named.is_empty()).then_some(invitation)
    }

    /// The link, or a sentence that says why there is none.
    fn link(&self) -> Result<String, String> {
        let words = self.messages();
        let invitation = self
            .invitation()
            .ok_or_else(|| words.invite_fault_sections().to_owned())?;
        match invitation.encode(&self.app.questionnaire.model) {
            Ok(payload) => Ok(format!(
                "{}#/i/{payload}",
                self.app.questionnaire.page_address()
            )),
            Err(EncodeError::NotAMailAddress { mail }) => Err(words.invite_fault_mail(&mail)),
            Err(EncodeError::TooLong { .. }) => Err(words.invite_fault_long().to_owned()),
        }
    }
}

fn stance_field(wish: &InvitationForm, words: &Messages) -> AnyView {
    let now = wish.invitation.with_untracked(|it| it.stance);
    let choices = [
        (Stance::Provide, words.invite_provide()),
        (Stance::Adopt, words.invite_adopt()),
    ];
    let choices = choices.map(|(stance, label)| {
        let invitation = wish.invitation;
        let library = wish.app.questionnaire.clone();
        let set = move |_| {
            invitation.update(|it| {
                it.stance = stance;
                it.depth = App::default_depth(&library, stance, it.depth);
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
            <legend>{words.invite_stance().to_owned()}</legend>
            <div class="levels">{choices.collect_view()}</div>
        </fieldset>
    }
}

/// Quick or full, where the questionnaire offers both to the side that is asked.
fn depth_field(wish: &InvitationForm) -> impl IntoView + use<> {
    let wish = wish.clone();
    let stance = Memo::new(move |_| wish.invitation.with(|it| it.stance));
    let (app, invitation) = (wish.app.clone(), wish.invitation);
    move || {
        let words = app.messages();
        if !app.questionnaire.model.offers_quick(stance.get()) {
            return None;
        }
        let now = invitation.with_untracked(|it| it.depth);
        let choices = [
            (Depth::Quick, words.section_depth_quick()),
            (Depth::Full, words.section_depth_full()),
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
                <legend>{words.profile_depth().to_owned()}</legend>
                <div class="levels two-choices">{choices.collect_view()}</div>
            </fieldset>
        })
    }
}

fn sections_field(wish: &InvitationForm) -> AnyView {
    let words = wish.messages();
    let rows = {
        let wish = wish.clone();
        // Made anew only where another side or depth asks other questions.
        let offered = {
            let wish = wish.clone();
            Memo::new(move |_| wish.offered_sections())
        };
        move || {
            let rows = offered.get().into_iter();
            rows.map(|(section, count)| section_checkbox(&wish, section, count))
                .collect_view()
        }
    };
    view! {
        <fieldset class="plain-question">
            <legend>{words.invite_sections().to_owned()}</legend>
            <p class="small">{words.invite_sections_help().to_owned()}</p>
            <div class="levels named-sections">{rows}</div>
        </fieldset>
    }
}

fn section_checkbox(wish: &InvitationForm, section: SectionIx, count: usize) -> AnyView {
    let words = wish.messages();
    let title = wish
        .app
        .locale
        .with_untracked(|speech| speech.texts.section(section).title.clone());
    let at = section.index();
    let ticked = wish.selected_sections;
    let now = ticked.with_untracked(|ticked| ticked.get(at) == Some(&true));
    let set = move |event| {
        let on = event_target_checked(&event);
        ticked.update(|ticked| {
            if let Some(tick) = ticked.get_mut(at) {
                *tick = on;
            }
        });
    };
    let id = wish.app.questionnaire.model.section(section).id.clone();
    view! {
        <label class="choice">
            <input type="checkbox" name="sections" value=id checked=now on:change=set/>
            <span><strong>{title}</strong>" "<span class="small">{words.invite_section_count(count)}</span></span>
        </label>
    }
}

fn message_field(wish: &InvitationForm, words: &Messages) -> AnyView {
    let invitation = wish.invitation;
    let write = move |event| invitation.update(|it| it.message = event_target_value(&event));
    view! {
        <label class="field">
            <span>{words.invite_message().to_owned()}" "<span class="small">{words.invite_message_help().to_owned()}</span></span>
            <textarea name="message" rows="4" maxlength="4000" on:input=write></textarea>
        </label>
    }
}

fn mail_field(wish: &InvitationForm, words: &Messages) -> AnyView {
    let invitation = wish.invitation;
    let write = move |event| invitation.update(|it| it.mail = event_target_value(&event));
    view! {
        <label class="field">
            <span>{words.invite_mail().to_owned()}" "<span class="small">{words.invite_mail_help().to_owned()}</span></span>
            <input type="text" name="mail" inputmode="email" autocomplete="email" spellcheck="false" maxlength="254" on:input=write/>
        </label>
    }
}

/// The link, what is in it, and the ways to send it.
fn link_section(wish: &InvitationForm) -> AnyView {
    let words = wish.messages();
    let link = {
        let wish = wish.clone();
        Memo::new(move |_| wish.link())
    };
    let fault = move || link.get().err();
    let (seen, about) = (wish.clone(), wish.clone());
    let contains = move || seen.invitation().map(|it| link_contents(&seen, &it));
    let effort = move || about.invitation().map(|it| effort(&about, &it));
    let drafting = wish.clone();
    let draft = move || {
        drafting
            .invitation()
            .map(|it| mail_draft(&drafting, &it, link))
    };
    let hint = view! { <a class="button quiet" data-action="mail" href=draft>{words.invite_draft().to_owned()}</a> };
    view! {
        <section class="sheet" aria-labelledby="invitation-link">
            <h2 id="invitation-link">{words.invite_made().to_owned()}</h2>
            <p>{words.invite_warning().to_owned()}</p>
            <div aria-live="polite"><p class="small">{effort}</p><p class="small">{contains}</p></div>
            <p role="alert">{fault}</p>
            {link_field(&wish.app, LinkHook::Share, words.invite_link(), move || link.get().unwrap_or_default(), hint)}
        </section>
    }
}

fn effort(wish: &InvitationForm, invitation: &Invitation) -> String {
    let count = invitation.questions(&wish.app.questionnaire.model).len();
    let words = wish.messages();
    words.start_effort(&count.to_string(), estimate_minutes(count))
}

fn link_contents(wish: &InvitationForm, invitation: &Invitation) -> String {
    let words = wish.messages();
    let mut parts = vec![words.invite_part_what().to_owned()];
    if !invitation.sections.is_empty() {
        parts.push(words.invite_part_sections(&section_titles(&wish.app, &invitation.sections)));
    }
    if !invitation.message.is_empty() {
        parts.push(words.invite_part_message().to_owned());
    }
    if !invitation.mail.is_empty() {
        parts.push(words.invite_part_mail(&invitation.mail));
    }
    words.share_contains(&join_list(&words, &parts))
}

/// The titles of sections in a sentence.
pub(super) fn section_titles(app: &App, sections: &[SectionIx]) -> String {
    let speech = app.locale.get_untracked();
    let titles = sections.iter();
    let titles: Vec<&str> = titles
        .map(|section| speech.texts.section(*section).title.as_str())
        .collect();
    join_list(&speech.messages, &titles)
}

/// A mail that hands the link on, with the message before it.
fn mail_draft(
    wish: &InvitationForm,
    invitation: &Invitation,
    link: Memo<Result<String, String>>,
) -> String {
    let words = wish.messages();
    let link = link.get().unwrap_or_default();
    let asks = words.invite_draft_body(&link);
    let body = match invitation.message.as_str() {
        "" => asks,
        message => format!("{message}\n\n{asks}"),
    };
    mail::draft_address("", words.invite_draft_subject(), &body)
}
