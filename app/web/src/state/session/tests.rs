//! What a session shows of its draft. Storing needs a browser and is covered by journeys.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use assay_core::{Answer, Assessment, Depth, Draft, Model, QuestionIx, SectionIx, Stance};
use leptos::prelude::*;

use super::Session;
use super::signals::{SignalUpdate, Signals};

const STANDARD: &str = include_str!("../../../../core/models/standard.json");

fn standard() -> Arc<Model> {
    Arc::new(Model::parse(STANDARD).unwrap().value)
}

fn session(model: &Arc<Model>, answers: &[(&str, &str)]) -> Session {
    let assessment = assessment(model, answers);
    Session::open(model, "k1".to_owned(), assessment, true)
}

fn assessment(model: &Model, answers: &[(&str, &str)]) -> Assessment {
    let mut assessment = Assessment::new(model, Stance::Provide, Depth::Full);
    for (id, answer) in answers {
        let question = model.find_question(id).unwrap();
        assessment.answers.set(question, Answer::parse(answer));
    }
    assessment
}

/// A question with a condition, the question of the condition, and a level that fulfils it.
fn conditional(model: &Model) -> (QuestionIx, QuestionIx, String) {
    let mut all = model.question_ixs();
    let found = all.find_map(|ix| Some((ix, model.question(ix).visible_if?)));
    let (question, condition) = found.unwrap();
    let level = condition.at_least.get().to_string();
    (question, condition.question, level)
}

#[test]
fn what_another_tab_stored_replaces_the_answers_and_is_counted_as_an_outside_change() {
    let model = standard();
    let session = session(&model, &[("data.domain", "3")]);
    let domain = model.find_question("data.domain").unwrap();
    let quick = model.find_question("data.standard").unwrap();
    let mut stored = assessment(&model, &[("data.standard", "unknown")]);
    stored.profile.name = "Acme".to_owned();
    stored.depth = Depth::Quick;
    session.apply_remote_change(stored);
    assert_eq!(session.answer(domain), None);
    assert_eq!(session.answer(quick), Some(Answer::Unknown));
    assert_eq!(session.profile().get_untracked().name, "Acme");
    assert_eq!(session.depth().get_untracked(), Depth::Quick);
    assert_eq!(session.count().get_untracked().answered, 1);
    assert_eq!(session.external_changes().get_untracked(), 1);
}

#[test]
fn a_question_appears_when_another_tab_fulfils_its_condition() {
    let model = standard();
    let session = session(&model, &[]);
    let (question, on, level) = conditional(&model);
    assert!(!session.is_asked(question));
    let id = model.question(on).id.clone();
    session.apply_remote_change(assessment(&model, &[(&id, &level)]));
    assert!(session.is_asked(question));
}

#[test]
fn an_update_changes_the_signals_of_its_sections_only() {
    let model = standard();
    let before = Draft::new(&model, assessment(&model, &[]));
    let signals = Signals::new(&model, &before);
    let (_, on, level) = conditional(&model);
    let id = model.question(on).id.clone();
    let after = Draft::new(&model, assessment(&model, &[(&id, &level)]));
    SignalUpdate::for_questions(&model, &after, [on].into_iter()).apply(&signals);
    let section = model.question(on).section;
    assert_eq!(signals.section_count(section).get_untracked().answered, 1);
    for other in (0..model.sections().len()).map(SectionIx::new) {
        if other != section {
            assert_eq!(signals.section_count(other).get_untracked().answered, 0);
        }
    }
}

#[test]
fn an_invitation_limits_the_sections_that_are_asked() {
    let model = standard();
    let all = model.sections().len();
    assert_eq!(session(&model, &[]).asked_sections().len(), all);
    let file = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"2"},
        "profile":{"stance":"provide"},"answers":{},
        "invited":{"sections":["strategy","data"],"mail":"","link":"AS1"}}"#;
    let invited = Assessment::parse(&model, file).unwrap();
    let session = Session::open(&model, "k2".to_owned(), invited, true);
    assert!(session.is_section_limited());
    assert_eq!(session.asked_sections().len(), 2);
    let asked = session.count().get_untracked().asked;
    let in_sections = session.asked_sections().into_iter();
    let in_sections = in_sections.map(|it| session.section_count(it).get_untracked().asked);
    assert_eq!(asked, in_sections.sum::<usize>());
}

#[test]
fn the_file_for_the_failure_page_is_the_whole_assessment() {
    let model = standard();
    let session = session(&model, &[("data.domain", "3")]);
    let expected = session.assessment().to_json(&model);
    assert_eq!(session.try_to_json(), Some(expected));
}

#[test]
fn a_session_that_was_deleted_elsewhere_has_no_entries_in_the_store() {
    let model = standard();
    let session = session(&model, &[("data.domain", "3")]);
    assert!(session.has_entries());
    session.mark_deleted();
    assert!(!session.has_entries());
}
