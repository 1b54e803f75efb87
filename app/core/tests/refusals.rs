//! Invalid files are refused with all problems and their places.

mod common;
#[path = "refusals/limits.rs"]
mod limits;

use assay_core::json::Position;
use assay_core::{Assessment, Json, LevelFault, Model, ProblemKind, Texts, json};
use common::{STANDARD, standard};
use insta::assert_snapshot;

const BROKEN_MODEL: &str = include_str!("fixtures/broken-model.json");
const BROKEN_ASSESSMENT: &str = include_str!("fixtures/broken-assessment.json");

fn refusal(model: &str) -> String {
    match Model::parse(model) {
        Ok(_) => "accepted".to_owned(),
        Err(problems) => problems.to_string(),
    }
}

/// Returns the standard model file with one text replaced.
fn standard_with(old: &str, new: &str) -> String {
    assert!(STANDARD.contains(old), "{old}");
    STANDARD.replacen(old, new, 1)
}

#[test]
fn a_broken_model_is_refused_with_every_error_and_its_place() {
    assert_snapshot!(refusal(BROKEN_MODEL));
}

#[test]
fn a_broken_assessment_is_refused_with_every_error_and_its_place() {
    let problems = Assessment::parse(&common::standard_1(), BROKEN_ASSESSMENT).unwrap_err();
    assert_snapshot!(problems);
}

#[test]
fn an_empty_object_lacks_everything() {
    let assessment = Assessment::parse(&standard(), "{}").unwrap_err();
    assert_snapshot!(format!("{}\n--\n{assessment}", refusal("{}")));
}

#[test]
fn odd_models_are_accepted_with_warnings() {
    let checked = Model::parse(include_str!("fixtures/odd-model.json")).unwrap();
    let warnings: Vec<String> = checked.warnings.iter().map(ToString::to_string).collect();
    assert_snapshot!(warnings.join("\n"));
}

#[test]
fn another_version_of_the_model_is_named_beside_the_one_at_hand() {
    let text = r#"{"format": "assay.assessment/1", "model": {"id": "standard", "version": "7"},
        "profile": {"stance": "adopt"}, "answers": {"gone": 2}}"#;
    let problems = Assessment::parse(&standard(), text).unwrap_err();
    assert_snapshot!(problems, @r#"model: the assessment belongs to the model "standard" version "7"; the model at hand is "standard" version "2""#);
}

#[test]
fn another_model_is_named_whatever_else_is_wrong() {
    let text = r#"{"format": "assay.assessment/1", "model": {"id": "other", "version": "1"},
        "profile": {"stance": "adopt"}, "answers": {"data.domain": 9}}"#;
    let problems = Assessment::parse(&standard(), text).unwrap_err();
    assert!(matches!(
        problems.0.as_slice(),
        [only] if matches!(only.kind, ProblemKind::OtherModel { .. })
    ));
}

#[test]
fn a_value_that_is_no_list_is_not_reported_as_an_empty_one_too() {
    let refused = refusal(r#"{"format": "assay.model/1", "sections": {}, "questions": []}"#);
    let about = |place: &str| {
        refused
            .lines()
            .filter(|line| line.starts_with(place))
            .count()
    };
    assert_eq!((about("sections"), about("questions")), (1, 1), "{refused}");
}

#[test]
fn a_model_has_a_name_and_a_version_that_are_not_blank() {
    let refused = refusal(&standard_with(r#""id": "standard""#, r#""id": """#));
    assert_eq!(refused, "id: this text is empty; write something");
    let refused = refusal(&standard_with(r#""version": "2""#, r#""version": """#));
    assert_eq!(refused, "version: this text is empty; write something");
}

/// Returns an assessment with this answer.
fn answering(value: &str) -> String {
    format!(
        r#"{{"format": "assay.assessment/1", "profile": {{"stance": "adopt"}},
        "answers": {{"data.domain": {value}}}}}"#
    )
}

#[test]
fn a_value_that_is_no_level_is_refused_with_the_reason() {
    use LevelFault::{Boolean, Fraction, Other, OutOfRange, Quoted};
    for (wrong, why) in [
        ("5", OutOfRange),
        ("-1", OutOfRange),
        ("5.0", OutOfRange),
        ("3.5", Fraction),
        ("1e-1", Fraction),
        ("true", Boolean),
        ("\"3\"", Quoted),
        ("\" 3.0\"", Quoted),
        ("\"three\"", Other),
        ("[]", Other),
    ] {
        let text = answering(wrong);
        let problems = Assessment::parse(&standard(), &text).unwrap_err();
        let [problem] = problems.locate(&text).0.try_into().unwrap();
        assert_eq!(problem.place, "answers[\"data.domain\"]", "{wrong}");
        let at = Position {
            line: 2,
            column: 36,
        };
        assert_eq!(problem.position, Some(at), "{wrong}");
        assert!(
            matches!(problem.kind, ProblemKind::NotAnAnswer { fault, .. } if fault == why),
            "{wrong}: {:?}",
            problem.kind
        );
    }
}

#[test]
fn a_whole_number_is_a_level_however_it_is_written() {
    let model = standard();
    let question = model.find_question("data.domain").unwrap();
    for (written, level) in [
        ("3", 3),
        ("3.0", 3),
        ("3e0", 3),
        ("0.3e1", 3),
        ("0.0", 0),
        ("-0", 0),
    ] {
        let read = Assessment::parse(&model, &answering(written)).unwrap();
        let found = read.answers.level(question).map(assay_core::Level::get);
        assert_eq!(found, Some(level), "{written}");
    }
}

#[test]
fn null_is_an_open_answer_to_a_question_that_exists() {
    let model = standard();
    let open = Assessment::parse(&model, &answering("null")).unwrap();
    assert!(open.answers.is_empty());
    let unknown = answering("null").replace("data.domain", "data.nothing");
    let problems = Assessment::parse(&model, &unknown).unwrap_err();
    assert!(matches!(
        problems.0.as_slice(),
        [only] if matches!(only.kind, ProblemKind::UnknownId { .. })
    ));
    let adapted = Assessment::adapt(&model, &unknown).unwrap();
    assert!(adapted.lost.is_empty(), "an open answer is no loss");
}

#[test]
fn a_file_of_another_kind_is_the_only_problem_reported() {
    for format in [
        "assay.result/1",
        "assay.model/1",
        "assay.config/1",
        "assay.assessment/2",
    ] {
        let text = format!("{{\n \"format\": \"{format}\",\n \"x\": 1\n}}");
        let problems = Assessment::parse(&standard(), &text)
            .unwrap_err()
            .locate(&text);
        let [problem] = problems.0.try_into().unwrap();
        let (found, expected) = (format.to_owned(), "assay.assessment/1");
        assert_eq!(problem.kind, ProblemKind::WrongFormat { found, expected });
        assert_eq!(problem.position.unwrap().to_string(), "line 2, column 12");
    }
    let problems = Model::parse(&answering("3")).unwrap_err();
    assert_eq!(problems.0.len(), 1, "{problems}");
}

#[test]
fn a_key_given_twice_is_found_at_any_depth() {
    let text = r#"{"format": "assay.assessment/1", "profile": {"stance": "adopt", "x": {"y": 1, "y": 2}},
        "answers": {"data.domain": 1, "data.domain": 1}}"#;
    let problems = Assessment::parse(&standard(), text).unwrap_err();
    assert_snapshot!(problems, @r#"
    profile.x.y: the key "y" stands here twice; remove one of them
    answers["data.domain"]: the key "data.domain" stands here twice; remove one of them
    "#);
}

#[test]
fn missing_superfluous_and_misshapen_texts_are_reported() {
    let model = Model::parse(include_str!("fixtures/odd-model.json"))
        .unwrap()
        .value;
    let checked = Texts::parse(
        &model,
        r#"{"title": "T", "extra": 1, "sections": {"s": {"title": "S", "colour": "red"}, "z": {}},
            "questions": {"a": {"text": "A?", "help": "h", "levels": ["n", "o", "p", "q", "r"]}}}"#,
    )
    .unwrap();
    let gaps: Vec<String> = checked.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(checked.value.completeness_problems(), checked.warnings);
    let wrong = Texts::parse(
        &model,
        r#"{"title": 1, "sections": [], "questions": {"a": {"text": null, "levels": ["n", 2]}}, "criteria": {"x": {}}}"#,
    )
    .unwrap_err();
    assert_snapshot!(format!("{}\n--\n{wrong}", gaps.join("\n")));
}

#[test]
fn ids_replace_missing_texts() {
    let model = standard();
    let texts = Texts::empty(&model);
    let domain = model.find_question("data.domain").unwrap();
    assert_eq!(texts.title(), "standard");
    assert_eq!(texts.question(domain).text, "data.domain");
    assert_eq!(texts.question(domain).levels[4], "4");
    assert_eq!(texts.path(assay_core::PathId::Agent).title, "agent");
    assert_eq!(texts.topic("supply"), "supply");
}
