//! A schema accepts what the parser accepts, and refuses as much as it can of the rest.

use assay_core::{
    Answers, Assessment, Extent, Model, ProblemKind, ResultCalculator, Stance, Targets, TextSource,
    Texts,
};
use jsonschema::Validator;
use serde_json::{Value, json};

use super::schema_for;
use crate::args::Format;

const STANDARD: &str = include_str!("../../../core/models/standard.json");

fn validator(format: Format) -> Validator {
    jsonschema::validator_for(schema_for(format).as_value()).unwrap()
}

fn standard() -> Model {
    Model::parse(STANDARD).unwrap().value
}

/// `start` with the value at a place replaced or removed.
fn with(start: &Value, place: &str, value: Option<Value>) -> Value {
    let mut changed = start.clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(key)),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("{other}"),
    }
    changed
}

fn odd_values() -> Vec<Option<Value>> {
    let mut values = vec![None];
    values.extend(
        [
            json!(null),
            json!(true),
            json!(-1),
            json!(0),
            json!(1),
            json!(5),
            json!(0.5),
            json!(1e9),
            json!(""),
            json!("x"),
            json!([]),
            json!({}),
            json!([0, 1]),
        ]
        .map(Some),
    );
    values
}

#[test]
fn assessments_are_accepted_and_refused_as_by_the_reader() {
    let (model, schema) = (standard(), validator(Format::Assessment));
    let full = json!({
        "format": "assay.assessment/1", "model": {"id": "standard", "version": "2"},
        "locale": "en", "depth": "quick",
        "profile": {"name": "A", "industry": "B", "size": "C", "stance": "provide"},
        "answers": {"data.domain": 3, "data.labels": "unknown", "data.fusion": "not_applicable"},
        "notes": {"data.domain": "see"},
        "evidence": {"data.domain": {"source": "a.pdf", "date": "2026-11-20", "person": "Li Na", "page": 7}}, "given_by": {"data.domain": "Ann"}, "created": "x", "updated": "y", "ref": [1],
        "series": "k1", "actions": {"name-owners": {"owner": "Ann", "due": "2026-12-24", "done": "2026-12-20", "more": 1}},
        "targets": {"sections": {"data": {"score": 60, "date": "2027-12-31"}}, "questions": {"data.domain": {"level": 3, "date": "2027-12-31", "more": 1}}}
    });
    let places = [
        "/format",
        "/model",
        "/model/id",
        "/locale",
        "/depth",
        "/profile",
        "/profile/name",
        "/profile/stance",
        "/answers",
        "/answers/data.domain",
        "/answers/data.fusion",
        "/notes",
        "/notes/data.domain",
        "/evidence",
        "/evidence/data.domain",
        "/evidence/data.domain/source",
        "/evidence/data.domain/date",
        "/evidence/data.domain/person",
        "/evidence/data.domain/page",
        "/given_by",
        "/given_by/data.domain",
        "/created",
        "/updated",
        "/ref",
        "/series",
        "/actions",
        "/actions/name-owners",
        "/actions/name-owners/owner",
        "/actions/name-owners/due",
        "/actions/name-owners/done",
        "/actions/name-owners/more",
        "/targets",
        "/targets/sections",
        "/targets/sections/data",
        "/targets/sections/data/score",
        "/targets/sections/data/date",
        "/targets/questions",
        "/targets/questions/data.domain",
        "/targets/questions/data.domain/level",
        "/targets/questions/data.domain/date",
        "/targets/questions/data.domain/more",
    ];
    let mut refused = 0;
    for place in places {
        for value in odd_values() {
            let file = with(&full, place, value);
            let read = Assessment::parse_with_follow_up(&model, &file.to_string());
            // A schema cannot check for another model.
            let named = ["/model", "/model/id"].contains(&place) && read.is_err();
            let accepted = schema.is_valid(&file);
            assert!(
                accepted == read.is_ok() || named,
                "{place}: {file}: {read:?}"
            );
            refused += usize::from(!accepted);
        }
    }
    assert!(refused > 100, "{refused}");
    assert!(schema.is_valid(&full));
}

/// The places of a model that get odd values.
const MODEL_PLACES: [&str; 47] = [
    "/format",
    "/id",
    "/version",
    "/sections",
    "/sections/0",
    "/sections/0/weight",
    "/aggregation",
    "/aggregation/power",
    "/aggregation/shift",
    "/questions",
    "/questions/0",
    "/questions/0/weight",
    "/questions/0/topic",
    "/questions/0/quick",
    "/questions/0/tag",
    "/questions/0/visible_if",
    "/questions/0/stance",
    "/questions/0/not_applicable",
    "/criteria",
    "/criteria/domain_data",
    "/criteria/domain_data/data.domain",
    "/paths",
    "/paths/adopt",
    "/paths/adopt/maas",
    "/paths/provide/maas/base_model",
    "/paths/provide/maas/base_model/weight",
    "/paths/provide/maas/base_model/veto_below",
    "/actions",
    "/actions/0",
    "/actions/0/raises",
    "/actions/0/effort",
    "/actions/0/after",
    "/renamed",
    "/renamed/data.old",
    "/levels",
    "/levels/data.domain",
    "/levels/data.domain/2",
    "/from_version",
    "/from_version/0",
    "/from_version/0/renamed",
    "/from_version/0/levels/data.domain",
    "/texts",
    "/texts/en",
    "/texts/en/title",
    "/texts/en/questions",
    "/texts/en/questions/data.domain/text",
    "/texts/en/questions/data.domain/levels",
];

#[test]
fn models_are_accepted_and_refused_as_by_the_reader() {
    let schema = validator(Format::Model);
    let standard: Value = serde_json::from_str(STANDARD).unwrap();
    assert!(schema.is_valid(&standard));
    let mut full = standard;
    full["texts"]["en"] =
        serde_json::from_str(include_str!("../../../core/models/standard.en.json")).unwrap();
    full["renamed"] = json!({"data.old": "data.domain"});
    full["levels"] = json!({"data.domain": [0, 1, 1, 3, 4]});
    full["from_version"] =
        json!({"0": {"renamed": {}, "levels": {"data.domain": [0, 0, 1, 2, 3]}}});
    assert!(schema.is_valid(&full));
    let mut refused = 0;
    for place in MODEL_PLACES {
        for value in odd_values() {
            let list = place.rsplit('/').next().unwrap().parse::<usize>().is_ok();
            if list && value.is_none() {
                continue;
            }
            let file = with(&full, place, value.clone());
            let read = read_with_texts(&file.to_string());
            let accepted = schema.is_valid(&file);
            // Parsed files pass; files refused for their shape do not. Names, sums and cycles are
            // beyond a schema.
            assert!(
                accepted || read.is_err(),
                "{place} {value:?}: the schema is too strict"
            );
            if let (true, Err(found)) = (accepted, &read) {
                let missed = found.0.iter().find(|one| is_about_shape(&one.kind));
                assert_eq!(missed, None, "{place} {value:?}: the schema is too lax");
            }
            refused += usize::from(!accepted);
        }
    }
    assert!(refused > 200, "{refused}");
}

/// Whether a schema can find the problem: it is neither about names, sums nor cycles.
fn is_about_shape(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::WrongType { .. }
            | ProblemKind::MissingField { .. }
            | ProblemKind::NotOneOf { .. }
            | ProblemKind::NotALevel { .. }
            | ProblemKind::OutsideRange { .. }
            | ProblemKind::NegativeWeight { .. }
            | ProblemKind::WrongFormat { .. }
            | ProblemKind::NotTwoLevels { .. }
            | ProblemKind::NotFiveLevels { .. }
            | ProblemKind::MissingPath { .. }
            | ProblemKind::EmptyList { .. }
            | ProblemKind::LevelCount { .. }
    )
}

/// Reads a model together with the texts in its file.
fn read_with_texts(file: &str) -> Result<(), assay_core::Problems> {
    let model = Model::parse(file)?.value;
    for language in model.languages() {
        if let Some(TextSource::Inline(json)) = model.text_source(language) {
            Texts::from_json(&model, json)?;
        }
    }
    Ok(())
}

#[test]
fn every_kind_of_result_is_accepted() {
    let (model, schema) = (standard(), validator(Format::Result));
    let calculator = ResultCalculator::new(&model);
    let with_targets = json!({
        "format": "assay.assessment/1", "profile": {"stance": "provide"}, "answers": {},
        "targets": {"sections": {"data": {"score": 60}}, "questions": {"data.domain": {"level": 3, "date": "2027-12-31"}}}
    });
    let assessment = Assessment::parse(&model, &with_targets.to_string()).unwrap();
    let targets = assessment.targets(&model);
    let mut answers = Answers::empty(&model);
    for count in 0..3 {
        for stance in Stance::ALL {
            for (draws, extent) in [
                (0, Extent::Plain),
                (50, Extent::Plain),
                (0, Extent::Full),
                (50, Extent::Full),
            ] {
                for targets in [&Targets::default(), &targets] {
                    let text = calculator
                        .result_towards(stance, &answers, targets, draws, extent)
                        .to_json();
                    let file: Value = serde_json::from_str(&text).unwrap();
                    let errors: Vec<String> = schema
                        .iter_errors(&file)
                        .map(|e| format!("{} {e}", e.instance_path()))
                        .collect();
                    assert!(errors.is_empty(), "{errors:?}");
                }
            }
        }
        for question in model.question_ixs().step_by(2 - count / 2) {
            answers.set(question, assay_core::Answer::parse("2"));
        }
    }
    assert!(!schema.is_valid(&json!({"format": "assay.result/1"})));
}
