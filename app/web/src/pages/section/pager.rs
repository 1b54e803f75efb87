//! The end of the section page: the ways to the other pages.

use assay_core::{Depth, SectionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use super::current_question;
use crate::browser::dom;
use crate::parts::effort::count_questions;
use crate::parts::question::radios;
use crate::route;
use crate::state::{App, Session};
use crate::view::{Derived, IntoView, view};

/// Renders the end of the page: number of open questions, previous and next page, full depth.
pub(super) fn section_pager(
    app: &App,
    session: &Session,
    section: SectionIx,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let count = session.section_count(section);
    let open = {
        let messages = messages.clone();
        move || match count.get().asked.saturating_sub(count.get().answered) {
            0 => messages.section_open_none().to_owned(),
            open => messages.section_open(open),
        }
    };
    let adjacent = Derived::new({
        let session = session.clone();
        move || adjacent_sections(&session, section)
    });
    let links = {
        let (app, session, adjacent) = (app.clone(), session.clone(), adjacent.clone());
        move || page_links(&app, &session, adjacent.get())
    };
    let all_sections = {
        let (app, session) = (app.clone(), session.clone());
        move || {
            let is_last = adjacent.get().1.is_none();
            is_last.then(|| all_sections_button(&app, &session))
        }
    };
    view! {
        {full_depth_button(app, session, section)}
        {all_sections}
        <div class="row pager">
            {links}
            <span class="small pager-open">{open}</span>
        </div>
    }
}

/// Renders the links to the pages before and after the section.
fn page_links(
    app: &App,
    session: &Session,
    (before, after): (Option<SectionIx>, Option<SectionIx>),
) -> impl IntoView + use<> {
    let messages = app.messages();
    let address = |section: SectionIx| route::section_address(&session.model().section(section).id);
    let back = before.map_or_else(|| "#/profile".to_owned(), address);
    let next = after.map(|section| {
        let title = app
            .locale
            .with_untracked(|locale| locale.texts.section(section).title.clone());
        view! { <a class="button" href=address(section) data-action="next">{messages.section_next(&title)}</a> }
    });
    let last = after
        .is_none()
        .then(|| last_section_links(session, &messages));
    view! {
        <a class="button quiet" href=back data-action="back">{messages.section_back().to_owned()}</a>
        {next}{last}
    }
}

/// Renders the links after the last section: with quick depth first to "ask what matters", then to
/// the review.
fn last_section_links(session: &Session, messages: &Messages) -> impl IntoView + use<> {
    let quick = session.depth().get_untracked() == Depth::Quick && !session.is_section_limited();
    let ask = quick.then(|| view! { <a class="button" href="#/ask" data-action="ask">{messages.ask_offer().to_owned()}</a> });
    let style = if quick { "button quiet" } else { "button" };
    view! { {ask}<a class=style href="#/review" data-action="review">{messages.section_to_review().to_owned()}</a> }
}

/// Returns the nearest sections before and after this one that have questions (reactive). An answer
/// can add a section.
fn adjacent_sections(
    session: &Session,
    section: SectionIx,
) -> (Option<SectionIx>, Option<SectionIx>) {
    let here = section.index();
    let asked = |index: &usize| session.section_count(SectionIx::new(*index)).get().asked > 0;
    let before = (0..here).rev().find(asked);
    let after = (here + 1..session.model().sections().len()).find(asked);
    (before.map(SectionIx::new), after.map(SectionIx::new))
}

/// Renders the button that extends an invitation's sections to all sections.
fn all_sections_button(app: &App, session: &Session) -> Option<impl IntoView + use<>> {
    session.is_section_limited().then(|| {
        let (app, session) = (app.clone(), session.clone());
        let label = app.messages().invited_everything().to_owned();
        let ask = move |_| {
            session.ask_all_sections();
            app.show_notice(app.messages().invited_everything_done().to_owned());
            // The page shows more sections now.
            app.switch_to(session.clone());
            dom::restore_lost_focus("main h1");
        };
        view! { <p><button type="button" class="plain" data-action="everything" on:click=ask>{label}</button></p> }
    })
}

/// Renders the button that changes the depth from quick to full. Answers are kept.
fn full_depth_button(app: &App, session: &Session, section: SectionIx) -> impl IntoView + use<> {
    let (app, session) = (app.clone(), session.clone());
    let depth = session.depth();
    move || {
        let is_offered = app.site.fixed_depth() != Some(Depth::Quick);
        (is_offered && depth.get() == Depth::Quick).then(|| {
            let (app, session) = (app.clone(), session.clone());
            let messages = app.messages();
            let questions = count_questions(session.model(), session.stance(), Depth::Full);
            let label = messages.section_grow(&questions.to_string());
            let grow = move |_| {
                session.set_depth(Depth::Full);
                radios::show_asked(&session, session.model().section_questions(section));
                app.show_notice(app.messages().section_grown().to_owned());
                current_question::focus_open_question();
            };
            view! { <p><button type="button" class="plain" data-action="grow" on:click=grow>{label}</button></p> }
        })
    }
}
