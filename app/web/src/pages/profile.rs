//! The profile page: name, industry and size of the company, stance and depth.

use std::sync::Arc;

use crate::view::{CollectView, Derived, IntoView, view};
use assay_core::{Depth, Profile, SectionIx, Stance};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::browser::dom;
use crate::parts::choice_field::{choice_field, radio_choice};
use crate::parts::company_size::COMPANY_SIZES;
use crate::parts::effort::effort_sentence;
use crate::parts::undo_controls::undo_controls;
use crate::route;
use crate::state::{App, LocaleBundle, Session};

/// Renders the page.
pub(crate) fn profile_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let session = app.current_session();
    let profile = session.profile().get_untracked();
    let is_invited = session.invitation().is_some();
    let (name, lead) = match is_invited {
        true => (messages.invited_name(), messages.invited_lead()),
        false => (messages.profile_name(), messages.profile_lead()),
    };
    // The invitation determines stance and depth, the page around the app the depth.
    let is_depth_fixed = app.site.fixed_depth() == Some(session.depth().get_untracked());
    let choices = (!is_invited).then(|| {
        view! {
            {stance_field(&session, &messages)}
            {(!is_depth_fixed).then(|| depth_field(&session, &messages))}
        }
    });
    let submitted = session.clone();
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        dom::navigate(&section_address(
            &submitted,
            submitted.first_asked_section(),
        ));
    };
    view! {
        <form class="stack wide narrow" on:submit=submit>
            <h1 tabindex="-1">{messages.profile_title().to_owned()}</h1>
            <p>{lead.to_owned()}</p>
            {text_field(&session, &messages, "name", "organization", name, &profile.name, |p, v| p.name = v)}
            {text_field(&session, &messages, "industry", "off", messages.profile_industry(), &profile.industry, |p, v| p.industry = v)}
            {size_field(&session, &messages, &profile)}
            {choices}
            {undo_controls(&messages)}
            {pager(app, &session)}
        </form>
    }
}

/// Renders the links to the start page and to the first section.
fn pager(app: &App, session: &Session) -> impl IntoView + use<> {
    let messages = app.messages();
    let first = Derived::new({
        let session = session.clone();
        move || session.first_asked_section()
    });
    let address = {
        let (session, first) = (session.clone(), first.clone());
        move || section_address(&session, first.get())
    };
    let label = {
        let (app, messages) = (app.clone(), messages.clone());
        move || {
            let title = |locale: &LocaleBundle| locale.texts.section(first.get()).title.clone();
            messages.profile_next(&app.locale.with_untracked(title))
        }
    };
    view! {
        <div class="row pager">
            <a class="button quiet" href="#/" data-action="back">{messages.section_back().to_owned()}</a>
            <a class="button" href=address data-action="next">{label}</a>
        </div>
    }
}

fn section_address(session: &Session, section: SectionIx) -> String {
    route::section_address(&session.model().section(section).id)
}

fn update_profile(session: &Session, set: impl FnOnce(&mut Profile)) {
    let mut profile = session.profile().get_untracked();
    set(&mut profile);
    session.set_profile(profile);
}

fn text_field(
    session: &Session,
    messages: &Messages,
    name: &'static str,
    autocomplete: &'static str,
    label: &str,
    value: &str,
    set: fn(&mut Profile, String),
) -> impl IntoView + use<> {
    let session = session.clone();
    view! {
        <label class="field">
            <span>{label.to_owned()}" "<span class="small">{messages.profile_optional().to_owned()}</span></span>
            <input type="text" name=name autocomplete=autocomplete maxlength="200" value=value.to_owned()
                on:input=move |event| update_profile(&session, |profile| set(profile, event_target_value(&event)))/>
        </label>
    }
}

fn size_field(session: &Session, messages: &Messages, profile: &Profile) -> impl IntoView + use<> {
    let session = session.clone();
    let known = COMPANY_SIZES.iter().any(|(size, _)| *size == profile.size);
    let other = (!known).then(|| view! { <option value=profile.size.clone() selected=true>{profile.size.clone()}</option> });
    let options = COMPANY_SIZES.iter().map(|(size, name)| {
        view! { <option value=*size selected=*size == profile.size>{name(messages).to_owned()}</option> }
    }).collect_view();
    view! {
        <label class="field">
            <span>{messages.profile_size().to_owned()}" "<span class="small">{messages.profile_optional().to_owned()}</span></span>
            <select name="size" on:change=move |event| update_profile(&session, |profile| profile.size = event_target_value(&event))>
                {other}{options}
            </select>
        </label>
    }
}

fn stance_field(session: &Session, messages: &Messages) -> impl IntoView + use<> {
    let choices = [
        (
            Stance::Provide,
            messages.profile_provide(),
            messages.profile_provide_example(),
        ),
        (
            Stance::Adopt,
            messages.profile_adopt(),
            messages.profile_adopt_example(),
        ),
    ];
    let choices = choices.map(|(stance, label, example)| {
        let session = session.clone();
        let profile = session.profile();
        // The host page can change the stance, too.
        let is_selected = move || profile.with(|profile| profile.stance == stance);
        let set = move |_| update_profile(&session, |profile| profile.stance = stance);
        let label = view! { <strong>{label.to_owned()}</strong><br/><span class="small">{example.to_owned()}</span> };
        radio_choice("stance", stance.as_str(), is_selected, set, label)
    });
    choice_field(messages.profile_stance(), "levels", choices)
}

fn depth_field(session: &Session, messages: &Arc<Messages>) -> impl IntoView + use<> {
    let session = session.clone();
    let messages = messages.clone();
    // The number of questions depends on the stance.
    let stance = Derived::new({
        let profile = session.profile();
        move || profile.with(|profile| profile.stance)
    });
    move || {
        let model = session.model().clone();
        let stance = stance.get();
        if !model.offers_quick(stance) {
            session.set_depth(Depth::Full);
            return None;
        }
        let choices = [
            (Depth::Quick, messages.section_depth_quick()),
            (Depth::Full, messages.section_depth_full()),
        ];
        let choices = choices.map(|(depth, label)| {
            let session = session.clone();
            let asked = session.depth();
            let is_selected = move || asked.get() == depth;
            let set = move |_| session.set_depth(depth);
            let effort = effort_sentence(&messages, &model, stance, depth);
            let label =
                view! { <strong>{label.to_owned()}</strong>" "<span class="small">{effort}</span> };
            radio_choice("depth", depth.as_str(), is_selected, set, label)
        });
        let legend = messages.profile_depth();
        Some(choice_field(legend, "levels two-choices", choices))
    }
}
