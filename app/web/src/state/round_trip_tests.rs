//! Opening an assessment, changing nothing and saving it gives the same file, through the store and
//! through the handover.

use assay_core::{
    Answer, Answers, Assessment, Depth, Draft, Evidence, EvidenceSource, Model, Person, QuestionIx,
    Stance,
};
use proptest::prelude::*;

use super::assessment_records::{collect_assessments, to_records};

const STANDARD: &str = include_str!("../../../core/models/v1/standard.json");

/// A file with a value in every field, unknown ones included.
const FULL: &str = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"1","source":"a shelf"},
    "locale":"fr","depth":"quick","profile":{"name":"Acme","industry":"ore","size":"small",
    "stance":"adopt","colour":"green"},"answers":{"data.domain":3,"strategy.delivery":2},
    "notes":{"data.domain":"see the register"},"given_by":{"data.domain":"Ann"},
    "evidence":{"data.domain":{"person":"Li Na","source":"https://example.org/register","page":[7]}},
    "created":"2026-11-23T09:00:00Z","updated":"2026-11-24","ref":17,"deep":{"a":[1,null]}}"#;

fn standard() -> Model {
    Model::parse(STANDARD).unwrap().value
}

/// The file of an assessment that was stored and read.
fn stored_and_read(model: &Model, assessment: &Assessment) -> String {
    let mut records = to_records("k1", model, assessment);
    // The store gives no order.
    records.reverse();
    let mut found = collect_assessments(model, records);
    assert_eq!(found.len(), 1);
    let record = found.remove(0);
    assert_eq!((record.key.as_str(), record.unreadable.len()), ("k1", 0));
    record.assessment.to_json(model)
}

#[test]
fn a_stored_assessment_keeps_its_language_and_the_fields_that_nobody_knows() {
    let model = standard();
    let assessment = Assessment::parse(&model, FULL).unwrap();
    assert_eq!(
        stored_and_read(&model, &assessment),
        assessment.to_json(&model)
    );
}

#[test]
fn a_head_that_is_written_alone_keeps_them_too() {
    let model = standard();
    let assessment = Assessment::parse(&model, FULL).unwrap();
    let mut records = to_records("k1", &model, &assessment);
    let head = Draft::new(&model, assessment.clone())
        .head()
        .to_json(&model);
    assert_eq!(records[0], ("a/k1/head".to_owned(), head.clone()));
    records[0].1 = head;
    let found = collect_assessments(&model, records).remove(0);
    assert_eq!(found.assessment.to_json(&model), assessment.to_json(&model));
}

proptest! {
    #[test]
    fn opening_changing_nothing_and_saving_gives_the_same_assessment_back(
        codes in prop::collection::vec(0..12_usize, 46),
        adopts in any::<bool>(), quick in any::<bool>(),
        locale in prop::option::of("[a-zA-Z-]{0,6}"), name in "\\PC{0,12}", note in "\\PC{1,20}",
        times in prop::option::of("[0-9T:-]{0,20}"),
        field in "[a-z]{1,8}_x", value in "\\PC{0,8}",
    ) {
        let model = standard();
        let stance = if adopts { Stance::Adopt } else { Stance::Provide };
        let mut given = Assessment::new(&model, stance, if quick { Depth::Quick } else { Depth::Full });
        given.answers = Answers::empty(&model);
        let keywords = ["0", "1", "2", "3", "4", "unknown", "not_applicable"];
        for (question, code) in model.question_ixs().zip(codes) {
            let answer = keywords.get(code).and_then(|word| Answer::parse(word));
            let allowed = answer != Some(Answer::NotApplicable) || model.question(question).not_applicable;
            given.answers.set(question, answer.filter(|_| allowed));
        }
        given.notes.insert(QuestionIx::new(3), note.clone());
        given.given_by.insert(QuestionIx::new(4), name.clone());
        let evidence = Evidence::new(EvidenceSource::new(&note), None, Person::new(&name));
        given.set_evidence(QuestionIx::new(5), evidence.as_ref());
        given.profile.name = name;
        given.locale = locale;
        given.updated = times.clone();
        given.created = times;
        let file = given.to_json(&model);
        // A field that nobody knows, at the end of the file.
        let more = serde_json::to_string(&serde_json::json!({ field: value })).unwrap();
        let file = format!("{},{}", file.trim_end().trim_end_matches('}'), &more[1..]);
        let opened = Assessment::parse(&model, &file).unwrap();
        let expected = opened.to_json(&model);
        let draft = Draft::new(&model, opened);
        let saved = draft.assessment();
        prop_assert_eq!(&saved.to_json(&model), &expected);
        // Through the store, as after a reload.
        prop_assert_eq!(&stored_and_read(&model, &saved), &expected);
        // From one program to the other, as a file.
        let handed = Assessment::parse(&model, &saved.to_json(&model)).unwrap();
        prop_assert_eq!(Draft::new(&model, handed).assessment().to_json(&model), expected);
    }
}
