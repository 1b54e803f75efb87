//! A step that changes several questions, such as an applied table.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use assay_core::{Answer, Assessment, Depth, Draft, Model, Stance};

use super::apply::apply_step;
use super::recorded_steps::RecordedSteps;
use super::step::{ChangeStep, Direction};
use crate::state::assessment_records::question_records;

const STANDARD: &str = include_str!("../../../../core/models/standard.json");

#[test]
fn answers_and_notes_of_several_questions_are_one_step_that_is_undone_and_redone_as_a_whole() {
    let model = Model::parse(STANDARD).unwrap().value;
    let question = |id: &str| model.find_question(id).unwrap();
    let questions = [question("data.domain"), question("data.labels")];
    let mut before = Assessment::new(&model, Stance::Adopt, Depth::Full);
    before.answers.set(questions[1], Answer::parse("2"));
    before.notes.insert(questions[0], "old".to_owned());
    let mut draft = Draft::new(&model, before.clone());
    let old = question_records(&model, &draft, &questions);
    draft.set_answer(&model, questions[0], Answer::parse("4"));
    draft.set_note(questions[0], "");
    draft.set_answer(&model, questions[1], None);
    draft.set_note(questions[1], "new");
    let new = question_records(&model, &draft, &questions);

    let changes = RecordedSteps::default().record("k1", "101-100", old, new, None);
    let mut steps = changes.iter().filter(|(key, _)| key.starts_with("undo/"));
    let (_, text) = steps.next().unwrap();
    assert!(steps.next().is_none(), "one step");
    assert_eq!(changes.len(), 5, "four records and the step: {changes:?}");
    let step = ChangeStep::parse(text.as_deref().unwrap()).unwrap();
    assert_eq!(step.questions(), ["data.domain", "data.labels"]);

    let after = draft.assessment();
    let (undone, _) = apply_step(&model, "k1", &after, &step, Direction::Undo)
        .unwrap_or_else(|_| panic!("the step is undone"));
    assert_eq!(undone.answers, before.answers);
    assert_eq!(undone.notes, before.notes);
    let (redone, _) = apply_step(&model, "k1", &undone, &step, Direction::Redo)
        .unwrap_or_else(|_| panic!("the step is redone"));
    assert_eq!(redone.answers, after.answers);
    assert_eq!(redone.notes, after.notes);
}
