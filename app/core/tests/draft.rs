//! Drafts keep the whole assessment.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;
#[path = "common/generate.rs"]
mod generate;

use assay_core::{Answer, AnswerSheet, Assessment, Depth, Draft, Model, QuestionIx};
use common::standard;
use generate::{answer_codes, answers, specs, stances};
use proptest::prelude::*;

/// Returns a file with all fields, and with unknown ones.
fn full_file(model: &Model) -> String {
    let mut assessment = Assessment::parse(
        model,
        r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"2","source":"a shelf"},
        "locale":"fr","depth":"quick","profile":{"name":"Acme","industry":"ore","size":"small",
        "stance":"adopt","colour":"green"},"answers":{"data.domain":3,"strategy.delivery":2},
        "notes":{"data.domain":"see the register"},"given_by":{"data.domain":"Ann"},
        "created":"2026-11-23T09:00:00Z","updated":"2026-11-24","ref":17,
        "invited":{"sections":["data"],"mail":"a@b.example","link":"AS"},"deep":{"a":[1,null]}}"#,
    )
    .unwrap();
    assessment
        .notes
        .insert(QuestionIx::new(5), "  spaced  ".to_owned());
    assessment.to_json(model)
}

#[test]
fn a_draft_in_which_nothing_was_changed_is_the_same_file() {
    let model = standard();
    let file = full_file(&model);
    let draft = Draft::new(&model, Assessment::parse(&model, &file).unwrap());
    assert_eq!(draft.assessment().to_json(&model), file);
}

#[test]
fn a_file_with_few_fields_gains_none() {
    let model = standard();
    let file = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{}}"#;
    let assessment = Assessment::parse(&model, file).unwrap();
    assert_eq!(
        Draft::new(&model, assessment.clone()).assessment(),
        assessment
    );
}

#[test]
fn every_change_keeps_all_the_rest() {
    let model = standard();
    let before = Assessment::parse(&model, &full_file(&model)).unwrap();
    let mut draft = Draft::new(&model, before.clone());
    let domain = model.find_question("data.domain").unwrap();
    let changed = draft.set_answer(&model, domain, Answer::parse("1"));
    assert!(changed.author_removed, "who changes an answer has given it");
    draft.set_note(domain, " ");
    draft.set_note(QuestionIx::new(0), "new");
    let mut profile = draft.profile().clone();
    profile.name = "Other".to_owned();
    draft.set_profile(&model, profile.clone());
    draft.set_depth(&model, Depth::Full);
    draft.set_updated("2026-11-25");
    let mut expected = before;
    expected.answers.set(domain, Answer::parse("1"));
    expected.given_by.remove(&domain);
    expected.notes.remove(&domain);
    expected.notes.insert(QuestionIx::new(0), "new".to_owned());
    expected.profile = profile;
    expected.depth = Depth::Full;
    expected.updated = Some("2026-11-25".to_owned());
    assert_eq!(draft.assessment(), expected);
}

#[test]
fn asking_all_sections_is_remembered_and_keeps_the_rest_of_the_invitation() {
    let model = standard();
    let mut draft = Draft::new(
        &model,
        Assessment::parse(&model, &full_file(&model)).unwrap(),
    );
    let few = draft.sheet().progress().asked;
    draft.ask_all_sections(&model);
    assert!(draft.sheet().progress().asked > few);
    let invited = draft.assessment().received_invitation(&model).unwrap();
    assert_eq!(
        (invited.sections.len(), invited.mail.as_str()),
        (0, "a@b.example")
    );
}

proptest! {
    #[test]
    fn a_draft_gives_back_what_it_was_made_from(
        spec in specs(), codes in answer_codes(), stance in stances(),
        locale in prop::option::of("[a-z]{2}"), quick in any::<bool>(),
    ) {
        let model = spec.model();
        let mut assessment = Assessment::new(&model, stance, if quick { Depth::Quick } else { Depth::Full });
        assessment.answers = answers(&model, &codes);
        assessment.locale = locale;
        assessment.notes.insert(QuestionIx::new(0), "a note".to_owned());
        assessment.given_by.insert(QuestionIx::new(1), "Ann".to_owned());
        let draft = Draft::new(&model, assessment.clone());
        prop_assert_eq!(draft.assessment(), assessment);
    }

    #[test]
    fn answers_given_one_by_one_make_the_same_draft(
        spec in specs(), codes in answer_codes(), stance in stances(),
    ) {
        let model = spec.model();
        let given = answers(&model, &codes);
        let empty = Assessment::new(&model, stance, Depth::Full);
        let mut draft = Draft::new(&model, empty.clone());
        for (question, answer) in given.iter() {
            draft.set_answer(&model, question, Some(answer));
        }
        let sheet = AnswerSheet::new(&model, stance, Depth::Full, given.clone());
        prop_assert_eq!(draft.sheet(), &sheet);
        let mut expected = empty;
        expected.answers = given;
        prop_assert_eq!(draft.assessment(), expected);
    }
}
