//! Progress by section and in total, with the estimated remaining time.

use crate::view::{CollectView, IntoView, view};
use assay_core::{Progress, SectionIx};
use leptos::prelude::*;

use super::effort::estimate_minutes;
use crate::route;
use crate::state::{App, Session};
use crate::view::AnyView;

/// The number of sections whose links fit side by side on a phone.
const SIDE_BY_SIDE: usize = 6;

/// Whether the links to this number of sections are shown side by side.
pub(crate) const fn fit_side_by_side(sections: usize) -> bool {
    sections <= SIDE_BY_SIDE
}

/// Arranges the links to the sections, given where the reader is.
pub(crate) type ArrangeLinks = fn(&App, &[SectionIx], Option<SectionIx>, AnyView) -> AnyView;

/// Shows the links side by side. Enough for the standard questionnaire.
pub(crate) fn side_by_side(
    _: &App,
    _: &[SectionIx],
    _: Option<SectionIx>,
    links: AnyView,
) -> AnyView {
    links
}

/// Renders the sticky bar: a link for each section, filled by its share of answered questions.
pub(crate) fn progress_bar(
    app: &App,
    session: &Session,
    here: Option<SectionIx>,
    arrange: ArrangeLinks,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let sections = session.asked_sections();
    let links = sections
        .iter()
        .map(|section| link(app, session, *section, here == Some(*section)))
        .collect_view();
    let links = view! {
        <nav class="progress" aria-label=messages.section_progress().to_owned()>{links}</nav>
    };
    let links = arrange(app, &sections, here, links.into_any());
    let count = session.count();
    let sentence = {
        let messages = messages.clone();
        move || remaining(&messages, count.get())
    };
    view! {
        <div class="sticky">
            {links}
            <div class="row">
                <span class="small figure">{sentence}</span>
                <a class="small to-results" href="#/results" data-action="results">{messages.section_to_results().to_owned()}</a>
            </div>
        </div>
    }
}

/// Renders more than [`SIDE_BY_SIDE`] links as a list that opens below a line with the position and
/// title of the present section.
pub(crate) fn list_if_many(
    app: &App,
    sections: &[SectionIx],
    here: Option<SectionIx>,
    links: AnyView,
) -> AnyView {
    if fit_side_by_side(sections.len()) {
        return links;
    }
    let locale = app.locale.get_untracked();
    let at = here.and_then(|here| sections.iter().position(|section| *section == here));
    let line = match here.zip(at) {
        Some((here, at)) => {
            let (at, of) = ((at + 1).to_string(), sections.len().to_string());
            let position = locale.messages.section_heading_count(&at, &of);
            format!("{position}: {}", locale.texts.section(here).title)
        }
        None => locale.messages.section_progress().to_owned(),
    };
    view! { <details class="section-list"><summary>{line}</summary>{links}</details> }.into_any()
}

fn link(app: &App, session: &Session, section: SectionIx, here: bool) -> impl IntoView + use<> {
    let texts = app.locale.with_untracked(|locale| locale.texts.clone());
    let title = texts.section(section).title.clone();
    let count = session.section_count(section);
    let label = {
        let (messages, title, count) = (app.messages(), title.clone(), count.clone());
        move || {
            let count = count.get();
            messages.section_done(
                &title,
                &count.answered.to_string(),
                &count.asked.to_string(),
            )
        }
    };
    let done = move || {
        let count = count.get();
        let share = (count.answered * 100).checked_div(count.asked).unwrap_or(0);
        format!("{share}%")
    };
    view! {
        <a href=route::section_address(&session.model().section(section).id) aria-current=here.then_some("step") aria-label=label style=("--done", done)>
            <span lang=texts.lang() dir=texts.dir()>{title}</span>
        </a>
    }
}

fn remaining(messages: &assay_locale::Messages, count: Progress) -> String {
    let (answered, asked) = (count.answered.to_string(), count.asked.to_string());
    match count.asked.saturating_sub(count.answered) {
        0 => messages.section_left_none(&asked),
        left => messages.section_left(&answered, &asked, estimate_minutes(left)),
    }
}
