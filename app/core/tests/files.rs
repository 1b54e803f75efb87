//! Files are written as they were read, and adapted to other models.

mod common;

use assay_core::{Answer, Assessment, Json, Model, TextSource, Texts};
use common::{STANDARD, STANDARD_1, field, list, object, standard};
use insta::assert_snapshot;

const KEPT: &str = r#"{
  "format": "assay.assessment/1",
  "model": {
    "id": "standard",
    "version": "2",
    "source": "https://example.org"
  },
  "depth": "quick",
  "profile": {
    "name": "Acme",
    "stance": "adopt",
    "colour": "green"
  },
  "answers": {
    "data.domain": 3,
    "data.labels": "unknown",
    "strategy.delivery": 2
  },
  "notes": {
    "data.domain": "see the register"
  },
  "given_by": {
    "data.domain": "Ann",
    "strategy.delivery": "Bo"
  },
  "created": "2026-11-23T09:00:00Z",
  "ref": 17,
  "deep": {
    "a": [
      1,
      1.0,
      -2,
      1e+30,
      null,
      "é"
    ]
  }
}"#;

#[test]
fn an_assessment_keeps_the_fields_that_nobody_knows() {
    let model = standard();
    let assessment = Assessment::parse(&model, KEPT).unwrap();
    assert_eq!(assessment.to_json(&model), KEPT);
    assert_eq!(
        assessment
            .unknown_field("ref")
            .map(Json::to_string)
            .as_deref(),
        Some("17")
    );
}

#[test]
fn who_gave_an_answer_is_known_by_question() {
    let model = standard();
    let assessment = Assessment::parse(&model, KEPT).unwrap();
    let domain = model.find_question("data.domain").unwrap();
    let name = assessment.given_by.get(&domain);
    assert_eq!(name.map(String::as_str), Some("Ann"));
    let odd = KEPT.replace("\"Bo\"", "7");
    let odd = odd.replace("\"data.domain\": \"Ann\"", "\"data.nothing\": \"Ann\"");
    let problems = Assessment::parse(&model, &odd).unwrap_err();
    let places: Vec<&str> = problems.0.iter().map(|p| p.place.as_str()).collect();
    assert_eq!(
        places,
        [
            r#"given_by["data.nothing"]"#,
            r#"given_by["strategy.delivery"]"#
        ]
    );
}

#[test]
fn answers_to_questions_of_the_other_stance_are_kept() {
    let model = standard();
    let assessment = Assessment::parse(&model, KEPT).unwrap();
    let delivery = model.find_question("strategy.delivery").unwrap();
    assert_eq!(assessment.answers.get(delivery), Answer::parse("2"));
}

#[test]
fn only_format_stance_and_answers_are_needed() {
    let text = r#"{"format": "assay.assessment/1", "profile": {"stance": "adopt"}, "answers": {}}"#;
    let assessment = Assessment::parse(&standard(), text).unwrap();
    assert_eq!(assessment.depth, assay_core::Depth::Full);
    assert_eq!(assessment.model, None);
}

#[test]
fn a_model_keeps_the_fields_that_nobody_knows() {
    let checked = Model::parse(STANDARD).unwrap();
    let written = checked.value.to_json();
    assert_eq!(Json::parse(&written), Json::parse(STANDARD));
    assert_eq!(Model::parse(&written), Ok(checked));
}

#[test]
fn an_assessment_of_another_version_is_copied_by_equal_ids() {
    let text = r#"{"format": "assay.assessment/1", "model": {"id": "standard", "version": "0"},
        "profile": {"stance": "adopt"},
        "answers": {"data.domain": 3, "data.old": 2, "data.inventory": "not_applicable"},
        "notes": {"data.domain": "kept", "data.old": "lost", "data.older": "lost too"}}"#;
    let model = standard();
    let adapted = Assessment::adapt(&model, text).unwrap();
    assert_eq!(adapted.assessment.answers.len(), 1);
    assert_eq!(adapted.assessment.notes.len(), 1);
    assert_eq!(adapted.assessment.model.unwrap().version, "2");
    let lost: Vec<String> = adapted
        .lost
        .into_iter()
        .map(|lost| {
            format!(
                "{} {:?} {:?}",
                lost.question,
                lost.answer.map(|a| a.to_string()),
                lost.note
            )
        })
        .collect();
    assert_snapshot!(lost.join("\n"), @r#"
    data.old Some("2") Some("lost")
    data.inventory Some("\"not_applicable\"") None
    data.older None Some("lost too")
    "#);
}

#[test]
fn a_model_names_the_place_of_its_texts() {
    let model = standard();
    let languages: Vec<&str> = model.languages().collect();
    assert_eq!(languages, ["en", "zh-CN", "de", "ja"]);
    assert_eq!(
        model.text_source("en"),
        Some(TextSource::File("standard.en.json"))
    );
    assert_eq!(model.text_source("fr"), None);
}

#[test]
fn texts_inside_a_model_are_read() {
    let inline = r#""texts": {"en": {"title": "Ours", "criteria": {"usage": "Daily use"}}}"#;
    let text = STANDARD.replace(
        r#""texts": {"en": "standard.en.json", "zh-CN": "standard.zh-CN.json", "de": "standard.de.json", "ja": "standard.ja.json"}"#,
        inline,
    );
    let model = Model::parse(&text).unwrap().value;
    let Some(TextSource::Inline(json)) = model.text_source("en") else {
        panic!("not inline");
    };
    let texts = Texts::from_json(&model, json).unwrap().value;
    assert_eq!(texts.title(), "Ours");
    assert_eq!(
        texts.criterion(model.find_criterion("usage").unwrap()),
        "Daily use"
    );
    assert_eq!(
        texts.criterion(model.find_criterion("delivery").unwrap()),
        "delivery"
    );
}

#[test]
fn a_fault_in_the_wording_of_one_language_refuses_that_wording_and_not_the_model() {
    let inline = r#""texts": {"en": {"title": "Ours"}, "zh-CN": {"title": ["x"], "paths": {}, "paths": {}}}"#;
    let text = STANDARD.replace(
        r#""texts": {"en": "standard.en.json", "zh-CN": "standard.zh-CN.json", "de": "standard.de.json", "ja": "standard.ja.json"}"#,
        inline,
    );
    let model = Model::parse(&text).unwrap().value;
    let wording = |language: &str| match model.text_source(language) {
        Some(TextSource::Inline(json)) => Texts::from_json(&model, json),
        _ => panic!("not inline"),
    };
    assert_eq!(wording("en").unwrap().value.title(), "Ours");
    let problems = wording("zh-CN").unwrap_err().under("texts.zh-CN");
    let located = problems.locate(&text);
    let places: Vec<&str> = located.0.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, ["texts.zh-CN.paths", "texts.zh-CN.title"]);
    assert!(located.0.iter().all(|one| one.position.is_some()));
}

#[test]
fn texts_that_are_no_object_refuse_the_model() {
    let of = |texts: &str| {
        let text = STANDARD.replace(
            r#""texts": {"en": "standard.en.json", "zh-CN": "standard.zh-CN.json", "de": "standard.de.json", "ja": "standard.ja.json"}"#,
            texts,
        );
        Model::parse(&text).map(|checked| checked.value)
    };
    assert!(of(r#""texts": ["en"]"#).is_err());
    assert!(of(r#""texts": {"en": {}, "en": {}}"#).is_err());
    let model = of(r#""texts": {"en": 3}"#).unwrap();
    let Some(TextSource::Inline(json)) = model.text_source("en") else {
        panic!("not inline");
    };
    let problems = Texts::from_json(&model, json).unwrap_err();
    assert_eq!(problems.under("texts.en").0[0].place, "texts.en");
}

#[test]
fn a_byte_order_mark_before_a_file_is_no_mistake() {
    assert!(Model::parse(&format!("\u{feff}{STANDARD}")).is_ok());
}

#[test]
fn standard_model_questions_have_the_authors_notes() {
    for (version, notes) in [
        (STANDARD, &["measures"][..]),
        (STANDARD_1, &["levels", "lowest"]),
    ] {
        let source = Json::parse(version).unwrap();
        for question in list(field(&source, "questions")) {
            let mut keys = object(question).iter().map(|(key, _)| key.as_str());
            assert!(keys.any(|key| notes.contains(&key)), "{question}");
        }
    }
}

#[test]
fn what_one_language_lacks_another_one_gives() {
    let model = standard();
    let read = |text: &str| Texts::parse(&model, text).unwrap().value;
    let english = read(include_str!("../models/standard.en.json"));
    assert!(!english.has_placeholders(&model));
    let mut own = read(
        r#"{"title": "自己的", "questions": {"data.domain": {"text": "领域数据？"}},
            "sections": {"data": {"title": "数据"}}}"#,
    );
    assert!(own.has_placeholders(&model));
    own.fill_from(&model, &english);
    assert!(!own.has_placeholders(&model));
    let question = model.find_question("data.domain").unwrap();
    assert_eq!(
        (own.title(), own.question(question).text.as_str()),
        ("自己的", "领域数据？")
    );
    assert_eq!(
        own.question(question).levels,
        english.question(question).levels
    );
    let section = model.find_section("compute").unwrap();
    assert_eq!(own.section(section).title, english.section(section).title);
}

#[test]
fn a_head_is_read_without_the_entries_by_question() {
    let model = standard();
    let file = r#"{"format":"assay.assessment/1","profile":{"name":"Acme","stance":"adopt"},
        "answers":{"data.domain":3,"data.gone":7},"notes":{"data.domain":"x"},"ref":17}"#;
    let head = Assessment::parse_head(&model, file).unwrap();
    assert_eq!(head.profile.name, "Acme");
    assert!(head.answers.is_empty() && head.notes.is_empty());
    assert!(head.unknown_field("ref").is_some());
    let other = file.replace(
        "\"profile\"",
        r#""model":{"id":"other","version":"1"},"profile""#,
    );
    assert!(Assessment::parse_head(&model, &other).is_none());
    let faulty = file.replace("adopt", "sell");
    assert!(Assessment::parse_head(&model, &faulty).is_none());
}
