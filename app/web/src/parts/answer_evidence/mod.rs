//! Evidence for answers: its fields beside a question, and its line in lists. Part of the full app.
//!
//! The button beside a question is in the starter, too ([`question`](super::question)). It is heard
//! like the buttons of undo, with the action `evidence/QUESTION-change`; the starter hands over to the
//! full app for it.

mod events;
mod fields;
mod line;
mod list;

use assay_core::QuestionIx;
use leptos::prelude::*;

use crate::parts::question::radios;
use crate::state::{App, Session};
use crate::view::{Node, follow};

pub(crate) use events::follow_fields;
pub(crate) use line::evidence_line;
pub(crate) use list::{EvidenceList, printed_list};

/// Opens the fields of a question, or closes them, by the `data-action` of its button. False where the
/// action is another one.
pub(crate) fn toggle_by_action(app: &App, action: &str) -> bool {
    let id = action.strip_prefix("evidence/");
    let Some(id) = id.and_then(|it| it.strip_suffix("-change")) else {
        return false;
    };
    let (app, id) = (app.clone(), id.to_owned());
    // The page may not be in the document yet.
    gloo::timers::callback::Timeout::new(0, move || toggle(&app, &id)).forget();
    true
}

fn toggle(app: &App, id: &str) {
    let session = app.current_session();
    let found = radios::fieldset(id).zip(session.model().find_question(id));
    if let Some((fieldset, question)) = found {
        fields::toggle(&fieldset, || fields::fields(app, &session, question));
    }
}

/// Shows the evidence of a section's questions, now and as it is changed by another tab or an undo.
pub(crate) fn shown_evidence(app: &App, section: &str) -> Node {
    let (app, session) = (app.clone(), app.current_session());
    let section = session.model().find_section(section);
    let questions = section.map(|it| session.model().section_questions(it).to_vec());
    let questions = questions.unwrap_or_default();
    let changes = session.external_changes();
    follow(move || {
        changes.get();
        let (app, session, questions) = (app.clone(), session.clone(), questions.clone());
        gloo::timers::callback::Timeout::new(0, move || show_all(&app, &session, &questions))
            .forget();
    })
}

fn show_all(app: &App, session: &Session, questions: &[QuestionIx]) {
    for question in questions {
        let evidence = session.evidence(*question);
        if let Some(fieldset) = radios::fieldset(&session.model().question(*question).id) {
            let build = || fields::fields(app, session, *question);
            fields::show(&fieldset, evidence.as_ref(), build);
        }
    }
}
