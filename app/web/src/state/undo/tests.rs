//! Recording, choosing and applying steps.

use assay_core::{Answer, Assessment, Depth, Draft, Model, QuestionIx, Stance};

use super::apply::{Overwritten, apply_step};
use super::recorded_steps::RecordedSteps;
use super::selection::next_step;
use super::step::{ChangeStep, Direction, RecordChange};
use crate::state::assessment_records::AssessmentPart;

const STANDARD: &str = include_str!("../../../../core/models/standard.json");
const PAGE: &str = "100";

fn standard() -> Model {
    Model::parse(STANDARD).unwrap().value
}

/// An assessment whose changes are recorded.
struct Recorder {
    model: Model,
    draft: Draft,
    steps: RecordedSteps,
    stored: Vec<(String, String)>,
    /// The time of the last change.
    time: u32,
}

impl Recorder {
    fn new() -> Self {
        let model = standard();
        let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
        let file = r#"{"format":"assay.assessment/1","profile":{"stance":"provide"},"answers":{},
            "tracked":{"a":1}}"#;
        assessment.clone_from(&Assessment::parse(&model, file).unwrap());
        Self {
            draft: Draft::new(&model, assessment),
            model,
            steps: RecordedSteps::default(),
            stored: Vec::new(),
            time: 100,
        }
    }

    fn question(&self, id: &str) -> QuestionIx {
        self.model.find_question(id).unwrap()
    }

    fn change(
        &mut self,
        part: AssessmentPart,
        text: Option<u8>,
        act: impl FnOnce(&mut Draft, &Model),
    ) {
        let before = part.records(&self.model, &self.draft);
        act(&mut self.draft, &self.model);
        let after = part.records(&self.model, &self.draft);
        self.time += 1;
        let moment = format!("{}-{PAGE}", self.time);
        let changes = self.steps.record("k1", &moment, before, after, text);
        let steps = changes
            .into_iter()
            .filter(|(key, _)| key.starts_with("undo/"));
        for (key, value) in steps {
            self.stored.retain(|(stored, _)| *stored != key);
            self.stored.extend(value.map(|value| (key, value)));
        }
    }

    fn answer(&mut self, id: &str, answer: &str) {
        let question = self.question(id);
        self.change(AssessmentPart::Answer(question), None, |draft, model| {
            draft.set_answer(model, question, Answer::parse(answer));
        });
    }

    fn note(&mut self, id: &str, note: &str) {
        let question = self.question(id);
        self.change(AssessmentPart::Note(question), Some(0), |draft, _| {
            draft.set_note(question, note)
        });
    }

    fn rename(&mut self, name: &str) {
        self.change(AssessmentPart::Head, Some(0), |draft, model| {
            let mut profile = draft.profile().clone();
            profile.name = name.to_owned();
            draft.set_profile(model, profile);
        });
    }

    /// Undoes or redoes as the app does. `None` where there is no step.
    fn step(&mut self, direction: Direction) -> Option<Result<(), Overwritten>> {
        let next = next_step(self.stored.clone(), direction, PAGE)?;
        let present = self.draft.assessment();
        let applied = apply_step(&self.model, "k1", &present, &next.step, direction);
        self.steps.end_text();
        self.stored.retain(|(key, _)| *key != next.key);
        Some(applied.map(|(assessment, _)| {
            let is_undone = direction == Direction::Undo;
            let step = ChangeStep {
                is_undone,
                ..next.step
            };
            self.stored.push((next.key, step.to_text()));
            self.draft = Draft::new(&self.model, assessment);
        }))
    }

    fn shown(&self, id: &str) -> Option<&'static str> {
        let answer = self.draft.sheet().answer(self.question(id));
        answer.map(Answer::as_str)
    }
}

#[test]
fn answers_are_undone_from_the_last_to_the_first_and_redone_in_their_order() {
    let mut recorder = Recorder::new();
    recorder.answer("data.domain", "2");
    recorder.answer("data.domain", "3");
    recorder.answer("data.inventory", "unknown");
    let shown = |recorder: &Recorder| {
        (
            recorder.shown("data.domain"),
            recorder.shown("data.inventory"),
        )
    };
    let states = [
        (None, None),
        (Some("2"), None),
        (Some("3"), None),
        (Some("3"), Some("unknown")),
    ];
    for expected in states.iter().rev().skip(1) {
        assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
        assert_eq!(shown(&recorder), *expected);
    }
    assert_eq!(recorder.step(Direction::Undo), None);
    for expected in &states[1..] {
        assert_eq!(recorder.step(Direction::Redo), Some(Ok(())));
        assert_eq!(shown(&recorder), *expected);
    }
    assert_eq!(recorder.step(Direction::Redo), None);
}

#[test]
fn a_change_after_an_undo_ends_the_redo() {
    let mut recorder = Recorder::new();
    recorder.answer("data.domain", "2");
    recorder.answer("data.inventory", "1");
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    recorder.answer("data.access", "4");
    assert_eq!(recorder.step(Direction::Redo), None);
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(
        (recorder.shown("data.domain"), recorder.shown("data.access")),
        (None, None)
    );
}

#[test]
fn a_note_that_is_typed_is_one_step_and_another_note_another() {
    let mut recorder = Recorder::new();
    for note in ["s", "se", "see"] {
        recorder.note("data.domain", note);
    }
    recorder.note("data.inventory", "x");
    assert_eq!(recorder.stored.len(), 2);
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    let domain = recorder.question("data.domain");
    assert_eq!(recorder.draft.note(domain), Some("see"));
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(recorder.draft.note(domain), None);
    assert_eq!(recorder.step(Direction::Redo), Some(Ok(())));
    assert_eq!(recorder.draft.note(domain), Some("see"));
}

#[test]
fn a_text_that_was_taken_back_is_no_step() {
    let mut recorder = Recorder::new();
    recorder.answer("data.domain", "2");
    recorder.note("data.domain", "s");
    recorder.note("data.domain", "");
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(recorder.shown("data.domain"), None);
}

#[test]
fn the_name_is_undone_and_what_else_changed_in_the_head_stays() {
    let mut recorder = Recorder::new();
    recorder.rename("A");
    recorder.rename("Acme");
    let file = recorder.draft.assessment().to_json(&recorder.model);
    let tracked = file.replace("\"a\": 1", "\"a\": 2");
    assert_ne!(file, tracked);
    let changed = Assessment::parse(&recorder.model, &tracked).unwrap();
    recorder.draft = Draft::new(&recorder.model, changed);
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(recorder.draft.profile().name, "");
    let file = recorder.draft.assessment().to_json(&recorder.model);
    assert!(file.contains("\"a\": 2"), "{file}");
    assert_eq!(recorder.step(Direction::Redo), Some(Ok(())));
    assert_eq!(recorder.draft.profile().name, "Acme");
}

#[test]
fn a_step_whose_answer_was_overwritten_elsewhere_is_refused() {
    let mut recorder = Recorder::new();
    recorder.answer("data.inventory", "1");
    recorder.answer("data.domain", "2");
    let domain = recorder.question("data.domain");
    let model = standard();
    recorder
        .draft
        .set_answer(&model, domain, Answer::parse("4"));
    assert_eq!(recorder.step(Direction::Undo), Some(Err(Overwritten)));
    assert_eq!(recorder.shown("data.domain"), Some("4"));
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(
        (
            recorder.shown("data.domain"),
            recorder.shown("data.inventory")
        ),
        (Some("4"), None)
    );
}

#[test]
fn an_undo_brings_back_the_author_whom_the_change_removed() {
    let mut recorder = Recorder::new();
    let file = r#"{"format":"assay.assessment/1","profile":{"stance":"provide"},
        "answers":{"data.domain":3},"given_by":{"data.domain":"Ann"}}"#;
    let assessment = Assessment::parse(&recorder.model, file).unwrap();
    recorder.draft = Draft::new(&recorder.model, assessment.clone());
    recorder.answer("data.domain", "1");
    assert_eq!(
        recorder.draft.author(recorder.question("data.domain")),
        None
    );
    assert_eq!(recorder.step(Direction::Undo), Some(Ok(())));
    assert_eq!(
        recorder.draft.assessment().to_json(&recorder.model),
        assessment.to_json(&recorder.model)
    );
}

#[test]
fn the_full_app_drops_the_oldest_of_more_than_200_steps() {
    let mut recorder = Recorder::new();
    let answer = |recorder: &mut Recorder, times: usize| {
        for count in 0..times {
            recorder.answer("data.domain", if count % 2 == 0 { "1" } else { "2" });
        }
    };
    recorder.steps.limit(Vec::new());
    answer(&mut recorder, 205);
    assert_eq!(recorder.stored.len(), 200);
    recorder.steps = RecordedSteps::default();
    answer(&mut recorder, 20);
    let keys = recorder.stored.iter().map(|(key, _)| key.clone());
    recorder.steps.limit(keys.collect());
    recorder.answer("data.inventory", "1");
    assert_eq!(recorder.stored.len(), 200);
}

fn record(name: &str, is_undone: bool) -> (String, String) {
    let change = RecordChange {
        record: "q/data.domain".to_owned(),
        before: Some("1".to_owned()),
        after: Some("2".to_owned()),
    };
    let step = ChangeStep {
        is_undone,
        changes: vec![change],
    };
    (format!("undo/k1/{name}"), step.to_text())
}

#[test]
fn what_another_tab_changed_after_this_one_was_opened_is_not_undone_here() {
    let mut records = vec![record("90-50-1", false), record("101-50-1", false)];
    let undo =
        |records: &Vec<_>| next_step(records.clone(), Direction::Undo, PAGE).map(|it| it.key);
    assert_eq!(undo(&records).as_deref(), Some("undo/k1/90-50-1"));
    records.push(record("102-100-1", false));
    assert_eq!(undo(&records).as_deref(), Some("undo/k1/102-100-1"));
}

#[test]
fn records_of_another_form_are_passed_over() {
    let mut records = vec![record("101-100-1", false)];
    records.push(("undo/k1/x".to_owned(), String::new()));
    records.push(("undo/k1/103-100-1".to_owned(), "x".to_owned()));
    let undone = next_step(records, Direction::Undo, PAGE);
    assert_eq!(
        undone.map(|it| it.key).as_deref(),
        Some("undo/k1/101-100-1")
    );
}
