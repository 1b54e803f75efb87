//! The wording of a questionnaire: faults, other languages, markup.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment, run, text, write_scratch_file};
use serde_json::{Map, Value, json};

/// A valid questionnaire with two sections, the given number of questions, and texts of one
/// language.
fn questionnaire(questions: usize, texts: &Value) -> Value {
    let ids: Vec<String> = (1..=questions).map(|n| format!("q{n}")).collect();
    let one = |(at, id): (usize, &String)| json!({"id": id, "section": if at % 2 == 0 { "s1" } else { "s2" }, "weight": 1});
    let criterion: Map<String, Value> = ids.iter().map(|id| (id.clone(), json!(1))).collect();
    let weights = json!({"all": {"weight": 1}});
    let paths =
        json!({"maas": weights, "industry": weights, "open_source": weights, "agent": weights});
    json!({
        "format": "assay.model/1", "id": "office", "version": "1",
        "sections": [{"id": "s1", "weight": 1}, {"id": "s2", "weight": 1}],
        "aggregation": {"power": 0, "shift": 0.01},
        "questions": ids.iter().enumerate().map(one).collect::<Vec<_>>(),
        "criteria": {"all": criterion}, "paths": {"provide": paths, "adopt": paths},
        "texts": texts,
    })
}

/// The wording of such a questionnaire, with the given number of levels per question.
fn wording(title: &str, questions: usize, levels: usize, help: &str) -> Value {
    let levels: Vec<String> = (0..levels).map(|n| format!("Step {n}")).collect();
    let one = |n: usize| {
        (
            format!("q{n}"),
            json!({"text": format!("{title} {n}?"), "help": help, "levels": levels}),
        )
    };
    let questions: Map<String, Value> = (1..=questions).map(one).collect();
    let path = json!({"title": title, "summary": ""});
    json!({
        "title": title,
        "sections": {"s1": {"title": format!("{title} one"), "intro": ""}, "s2": {"title": format!("{title} two"), "intro": ""}},
        "questions": questions, "criteria": {"all": "all"},
        "paths": {"maas": path, "industry": path, "open_source": path, "agent": path},
    })
}

#[test]
fn wording_with_a_fault_gives_way_to_the_other_language() {
    let mut chinese = wording("问", 4, 5, "");
    let model = questionnaire(
        4,
        &json!({"en": wording("Ask", 4, 5, ""), "zh-CN": "beside.zh-CN.json"}),
    );
    let path = write_scratch_file("beside.json", model.to_string());
    let answers = assessment("adopt", &json!({"q1": 3})).to_string();
    let report = |language: &str| {
        run(
            &[
                "score",
                "--text",
                "--lang",
                language,
                "--model",
                text(&path),
                "-",
            ],
            &answers,
        )
    };
    write_scratch_file("beside.zh-CN.json", chinese.to_string());
    let sound = report("zh-CN");
    assert!(sound.out.contains("问 one"), "{}", sound.out);
    assert_eq!(sound.err, "");
    chinese["questions"]["q2"]["levels"] = json!(["a", "b", "c", "d"]);
    write_scratch_file("beside.zh-CN.json", format!("\n{chinese}"));
    let other = report("zh-CN");
    assert_eq!(other.status, 0, "{}", other.err);
    assert!(other.out.contains("Ask one"), "{}", other.out);
    for part in [
        "beside.zh-CN.json",
        "第 2 行",
        "questions.q2.levels",
        "改用 en",
    ] {
        assert!(other.err.contains(part), "{part}: {}", other.err);
    }
    let checked = run(&["check", text(&path)], "");
    assert_eq!((checked.status, checked.out.as_str()), (1, ""));
    assert!(
        checked.err.contains("questions.q2.levels"),
        "{}",
        checked.err
    );
    let alone = questionnaire(4, &json!({"zh-CN": "beside.zh-CN.json"}));
    let alone = write_scratch_file("beside-alone.json", alone.to_string());
    let ran = run(&["score", "--text", "--model", text(&alone), "-"], &answers);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "never ids");
}

#[test]
fn faulty_wording_inside_the_model_file_gives_way_to_the_other_language_as_well() {
    let mut chinese = wording("问", 4, 5, "");
    chinese["questions"]["q2"]["levels"] = json!(["a", "b", "c", "d"]);
    let texts = json!({"en": wording("Ask", 4, 5, ""), "zh-CN": chinese});
    let path = write_scratch_file("inside.json", questionnaire(4, &texts).to_string());
    let answers = assessment("adopt", &json!({"q1": 3})).to_string();
    let arguments = ["score", "--text", "--lang", "zh-CN", "--model", text(&path)];
    let other = run(&[arguments.as_slice(), &["-"]].concat(), &answers);
    assert_eq!(other.status, 0, "{}", other.err);
    assert!(other.out.contains("Ask one"), "{}", other.out);
    for part in ["texts.zh-CN.questions.q2.levels", "第 1 行", "改用 en"] {
        assert!(other.err.contains(part), "{part}: {}", other.err);
    }
    let json = run(&["score", "--model", text(&path), "-"], &answers);
    assert_eq!((json.status, json.err.as_str()), (0, ""));
    let checked = run(&["check", text(&path)], "");
    assert_eq!((checked.status, checked.out.as_str()), (1, ""));
    let place = "texts.zh-CN.questions.q2.levels";
    assert!(checked.err.contains(place), "{}", checked.err);
    let alone = questionnaire(4, &json!({"zh-CN": texts["zh-CN"]}));
    let alone = write_scratch_file("inside-alone.json", alone.to_string());
    let ran = run(&["score", "--text", "--model", text(&alone), "-"], &answers);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "never ids");
}

#[test]
fn a_fault_that_all_questions_share_is_one_line_with_what_to_do() {
    for (levels, advice) in [(4, "Describe the missing"), (6, "Join neighbours")] {
        let model = questionnaire(90, &json!({"en": wording("Ask", 90, levels, "")}));
        let ran = run(&["check", "-"], model.to_string());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""));
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        for part in [advice, "all 90", "texts.en.questions.q1.levels"] {
            assert!(ran.err.contains(part), "{part}: {}", ran.err);
        }
    }
    let mut model = questionnaire(90, &json!({"en": wording("Ask", 90, 5, "")}));
    for question in model["questions"].as_array_mut().unwrap() {
        question.as_object_mut().unwrap().remove("weight");
    }
    let ran = run(&["check", "-"], model.to_string());
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    model["sections"] = (1..=15)
        .map(|n| json!({"id": format!("s{n}"), "weight": 1}))
        .collect();
    let ran = run(&["check", "-"], model.to_string());
    assert!(ran.err.contains("Join sections"), "{}", ran.err);
}

#[test]
fn a_fault_of_one_question_is_told_with_its_place() {
    let mut texts = wording("Ask", 90, 5, "");
    texts["questions"]["q7"]["levels"] = json!(["a"]);
    let model = questionnaire(90, &json!({"en": texts}));
    let ran = run(&["check", "-"], model.to_string());
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(
        ran.err.contains("texts.en.questions.q7.levels"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("all 90"), "{}", ran.err);
}

#[test]
fn markup_in_texts_is_one_warning() {
    let help = "See <a href=\"https://firm.example\">the guide</a>.&nbsp;";
    let model = questionnaire(80, &json!({"en": wording("Ask", 80, 5, help)}));
    let ran = run(&["check", "-"], model.to_string());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("80 texts hold markup"), "{}", ran.err);
}
