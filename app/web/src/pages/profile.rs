//! Who is assessed, on which side they stand, and how thoroughly they want to know.

use crate::view::{CollectView, Derived, IntoView, view};
use assay_core::{Depth, Profile, SectionIx, Stance};
use assay_locale::Messages;
use leptos::prelude::*;

use super::start::effort_sentence;
use crate::browser::dom;
use crate::route;
use crate::state::{App, LocaleBundle, Session};

/// A word of the interface.
type SizeName = fn(&Messages) -> &str;

/// The sizes that can be chosen, as they are stored and as they are said.
const SIZES: [(&str, SizeName); 6] = [
    ("", Messages::profile_size_none),
    ("1-9", Messages::profile_size_micro),
    ("10-49", Messages::profile_size_small),
    ("50-249", Messages::profile_size_medium),
    ("250-4999", Messages::profile_size_large),
    ("5000+", Messages::profile_size_giant),
];

/// How a stored size is said; one from elsewhere stands as it is.
pub(crate) fn size_name(words: &Messages, stored: &str) -> String {
    let known = SIZES
        .iter()
        .find(|(size, _)| *size == stored && !size.is_empty());
    known.map_or_else(|| stored.to_owned(), |(_, name)| name(words).to_owned())
}

/// The page.
pub(crate) fn profile_page(app: &App) -> impl IntoView + use<> {
    let words = app.messages();
    let session = app.current_session();
    let profile = session.profile().get_untracked();
    let first = Derived::new({
        let session = session.clone();
        move || first_section(&session)
    });
    let address = {
        let (session, first) = (session.clone(), first.clone());
        move || route::section_address(&session.model().section(first.get()).id)
    };
    let go_on = {
        let (session, first) = (session.clone(), first.clone());
        move || route::section_address(&session.model().section(first.get_untracked()).id)
    };
    let label = {
        let (app, words) = (app.clone(), words.clone());
        move || {
            let title = |speech: &LocaleBundle| speech.texts.section(first.get()).title.clone();
            words.profile_next(&app.locale.with_untracked(title))
        }
    };
    let invited = session.invitation().is_some();
    let (name, lead) = match invited {
        true => (words.invited_name(), words.invited_lead()),
        false => (words.profile_name(), words.profile_lead()),
    };
    // An invitation has settled the side and the depth.
    let choices = (!invited).then(|| {
        view! {
            {stance_field(&session, &words)}
            {depth_field(&session, &words)}
        }
    });
    view! {
        <form class="stack wide narrow" on:submit=move |event| { event.prevent_default(); dom::navigate(&go_on()); }>
            <h1 tabindex="-1">{words.profile_title().to_owned()}</h1>
            <p>{lead.to_owned()}</p>
            {text_field(&session, &words, "name", "organization", name, &profile.name, |p, v| p.name = v)}
            {text_field(&session, &words, "industry", "off", words.profile_industry(), &profile.industry, |p, v| p.industry = v)}
            {size_field(&session, &words, &profile)}
            {choices}
            <div class="row pager">
                <a class="button quiet" href="#/" data-action="back">{words.section_back().to_owned()}</a>
                <a class="button" href=address data-action="next">{label}</a>
            </div>
        </form>
    }
}

/// The first section in which something is asked, which the side and the depth decide.
fn first_section(session: &Session) -> SectionIx {
    let asked = |section: &SectionIx| session.section_count(*section).get().asked > 0;
    let mut sections = (0..session.model().sections().len()).map(SectionIx::new);
    sections.find(asked).unwrap_or_else(|| SectionIx::new(0))
}

fn update_profile(session: &Session, set: impl FnOnce(&mut Profile)) {
    let mut profile = session.profile().get_untracked();
    set(&mut profile);
    session.set_profile(profile);
}

fn text_field(
    session: &Session,
    words: &Messages,
    name: &'static str,
    autocomplete: &'static str,
    label: &str,
    value: &str,
    set: fn(&mut Profile, String),
) -> impl IntoView + use<> {
    let session = session.clone();
    view! {
        <label class="field">
            <span>{label.to_owned()}" "<span class="small">{words.profile_optional().to_owned()}</span></span>
            <input type="text" name=name autocomplete=autocomplete maxlength="200" value=value.to_owned()
                on:input=move |event| update_profile(&session, |profile| set(profile, event_target_value(&event)))/>
        </label>
    }
}

fn size_field(session: &Session, words: &Messages, profile: &Profile) -> impl IntoView + use<> {
    let session = session.clone();
    let known = SIZES.iter().any(|(size, _)| *size == profile.size);
    let other = (!known).then(|| view! { <option value=profile.size.clone() selected=true>{profile.size.clone()}</option> });
    let options = SIZES.iter().map(|(size, name)| {
        view! { <option value=*size selected=*size == profile.size>{name(words).to_owned()}</option> }
    }).collect_view();
    view! {
        <label class="field">
            <span>{words.profile_size().to_owned()}" "<span class="small">{words.profile_optional().to_owned()}</span></span>
            <select name="size" on:change=move |event| update_profile(&session, |profile| profile.size = event_target_value(&event))>
                {other}{options}
            </select>
        </label>
    }
}

fn stance_field(session: &Session, words: &Messages) -> impl IntoView + use<> {
    let choices = [
        (
            Stance::Provide,
            words.profile_provide(),
            words.profile_provide_example(),
        ),
        (
            Stance::Adopt,
            words.profile_adopt(),
            words.profile_adopt_example(),
        ),
    ];
    let choices = choices.map(|(stance, label, example)| {
        let session = session.clone();
        let profile = session.profile();
        // A page around the frame may choose, too.
        let chosen = move || profile.with(|profile| profile.stance == stance);
        let set = move |_| update_profile(&session, |profile| profile.stance = stance);
        view! {
            <label class="choice">
                <input type="radio" name="stance" value=stance.as_str() prop:checked=chosen on:change=set/>
                <span><strong>{label.to_owned()}</strong><br/><span class="small">{example.to_owned()}</span></span>
            </label>
        }
    });
    view! {
        <fieldset class="plain-question">
            <legend>{words.profile_stance().to_owned()}</legend>
            <div class="levels">{choices.collect_view()}</div>
        </fieldset>
    }
}

fn depth_field(session: &Session, words: &std::sync::Arc<Messages>) -> impl IntoView + use<> {
    let session = session.clone();
    let words = words.clone();
    // What a depth amounts to follows the stance above it.
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
            (Depth::Quick, words.section_depth_quick()),
            (Depth::Full, words.section_depth_full()),
        ];
        let choices = choices.map(|(depth, label)| {
            let session = session.clone();
            let asked = session.depth();
            let chosen = move || asked.get() == depth;
            let set = move |_| session.set_depth(depth);
            view! {
                <label class="choice">
                    <input type="radio" name="depth" value=depth.as_str() prop:checked=chosen on:change=set/>
                    <span><strong>{label.to_owned()}</strong>" "<span class="small">{effort_sentence(&words, &model, stance, depth)}</span></span>
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
