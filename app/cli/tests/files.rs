//! Files as written by other programs and by hand: encodings, data frames, edits, wording.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment, run, write_scratch_file};
use serde_json::{Map, Value, json};

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(bytes).collect()
}

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
fn a_byte_order_mark_decides_how_a_file_is_read() {
    let mut file = assessment("adopt", &json!({"data.domain": 3}));
    file["profile"]["name"] = json!("明澜医疗 \u{fffd}");
    let plain = file.to_string();
    let wanted = run(&["score", "--draws", "0", "-"], &plain);
    assert_eq!(wanted.status, 0, "{}", wanted.err);
    let marked = format!("\u{feff}{}", plain.replace(',', ",\r\n"));
    for bytes in [
        marked.into_bytes(),
        utf16(&plain, u16::to_le_bytes),
        utf16(&plain, u16::to_be_bytes),
    ] {
        let path = write_scratch_file("marked.json", &bytes);
        for name in [text(&path), "-"] {
            let input = if name == "-" { &bytes[..] } else { b"" };
            let ran = run(&["score", "--draws", "0", name], input);
            assert_eq!((ran.status, &ran.out), (0, &wanted.out), "{}", ran.err);
        }
        assert_eq!(run(&["check", text(&path)], "").status, 0);
        let link = run(&["link", text(&path)], "").out;
        let opened = run(&["open", link.trim()], "").out;
        let opened: Value = serde_json::from_str(&opened).unwrap();
        assert_eq!(opened["profile"]["name"], "明澜医疗 \u{fffd}");
    }
}

#[test]
fn other_encodings_are_refused_with_line_and_column_in_every_file() {
    // 明 in GB18030, é in Windows-1252.
    for (name, letter) in [("gb.json", &b"\xc3\xf7"[..]), ("latin.json", b"\xe9")] {
        let mut bytes = b"{\n \"format\": \"assay.assessment/1\",\n \"id\": \"".to_vec();
        bytes.extend(letter);
        bytes.extend(b"\"\n}");
        let path = write_scratch_file(name, bytes);
        for arguments in [
            &["score", text(&path)][..],
            &["check", text(&path)],
            &["check", "--lang", "zh-CN", text(&path)],
            &["link", text(&path)],
            &["score", "--model", text(&path), "-"],
        ] {
            let ran = run(arguments, "");
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{arguments:?}");
            let chinese = arguments.contains(&"zh-CN");
            let place = if chinese {
                "第 3 行第 9 列"
            } else {
                "ine 3, column 9"
            };
            assert!(ran.err.contains(place), "{arguments:?}: {}", ran.err);
            assert!(ran.err.contains("GB18030"), "{}", ran.err);
            assert!(!ran.err.contains('\u{fffd}'), "{}", ran.err);
        }
    }
}

#[test]
fn lines_in_utf_16_are_scored_and_other_encodings_refused_alone() {
    let mut file = assessment("adopt", &json!({"data.domain": 3}));
    file["profile"]["name"] = json!("明澜");
    let line = file.to_string();
    let lines = format!("{line}\r\n{line}\r\n");
    let arguments = ["score", "--lines", "--draws", "0"];
    let wanted = run(&arguments, &lines);
    assert_eq!(wanted.status, 0, "{}", wanted.err);
    for bytes in [
        utf16(&lines, u16::to_le_bytes),
        utf16(&lines, u16::to_be_bytes),
    ] {
        let ran = run(&arguments, bytes);
        assert_eq!((ran.status, &ran.out), (0, &wanted.out), "{}", ran.err);
    }
    let mut mixed = format!("{line}\n{{\"a\": \"").into_bytes();
    mixed.extend(b"\xc3\xf7\"}\n");
    mixed.extend(line.as_bytes());
    let ran = run(&arguments, mixed);
    assert_eq!(ran.status, 1);
    let bad: Value = serde_json::from_str(ran.out.lines().nth(1).unwrap()).unwrap();
    assert_eq!(bad["line"], 2);
    let error = bad["error"].as_str().unwrap();
    assert!(error.starts_with("Line 2, column 8: "), "{error}");
    assert_eq!(ran.out.lines().count(), 3);
}

#[test]
fn data_frames_write_levels_with_a_point_and_open_answers_as_null() {
    let frame = json!({"data.domain": 3.0, "data.access": 0.0, "data.labels": null, "data.rights": "unknown"});
    let plain = json!({"data.domain": 3, "data.access": 0, "data.rights": "unknown"});
    let (frame, plain) = (assessment("adopt", &frame), assessment("adopt", &plain));
    assert!(frame.to_string().contains("3.0"), "{frame}");
    let wanted = run(&["score", "-"], plain.to_string());
    assert_eq!(wanted.status, 0, "{}", wanted.err);
    let whole = run(&["score", "-"], frame.to_string());
    assert_eq!(
        (whole.status, &whole.out),
        (0, &wanted.out),
        "{}",
        whole.err
    );
    let lines = run(&["score", "--lines"], format!("{frame}\n{plain}\n"));
    assert_eq!(lines.status, 0, "{}", lines.err);
    let [first, second] = lines.out.lines().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(first, second);
    // Also with a field that makes the reader take its slow path.
    for wrong in [
        json!({"data.domain": 3.5}),
        json!({"data.domain": 5}),
        json!({"data.domain": true}),
        json!({"data.domain": "3"}),
        json!({"no.such": null}),
    ] {
        let file = assessment("adopt", &wrong).to_string();
        assert_eq!(run(&["score", "-"], &file).status, 1, "{wrong}");
        assert_eq!(run(&["score", "--lines"], &file).status, 1, "{wrong}");
    }
    for twice in [
        "3, \"data.domain\": null",
        "null, \"data.domain\": 3",
        "null, \"data.domain\": null",
    ] {
        let file = plain
            .to_string()
            .replace("\"data.access\":0", "\"data.labels\":1");
        let file = file.replace("\"data.domain\":3", &format!("\"data.domain\":{twice}"));
        assert_eq!(run(&["score", "-"], &file).status, 1, "{twice}");
        assert_eq!(run(&["score", "--lines"], &file).status, 1, "{twice}");
    }
}

#[test]
fn hand_edits_are_told_in_the_language_asked_for_and_never_in_the_parser_s() {
    let sound = "{\n \"format\": \"assay.assessment/1\",\n \"profile\": {\"stance\": \"adopt\"},\n \"answers\": {\"data.domain\": 3}\n}";
    for (from, to, line) in [
        ("3}", "３}", 4),
        ("3}", "3,}", 4),
        ("3}", "“3”}", 4),
        ("3}", "3} // ok", 4),
        ("3}", "NaN}", 4),
        ("3}", "5}", 4),
        ("3}", "3.5}", 4),
        ("3}", "true}", 4),
        ("3}", "\"3\"}", 4),
        ("3}", "3, \"data.domain\": 3}", 4),
        ("\"adopt\"", "'adopt'", 3),
        ("\"profile\":", "\"profile\"：", 3),
        ("3}\n}", "3}", 4),
        (sound, "", 1),
    ] {
        let file = sound.replace(from, to);
        for (language, place) in [
            ("en", format!("ine {line}, column ")),
            ("zh-CN", format!("第 {line} 行第 ")),
        ] {
            let ran = run(&["check", "--lang", language, "-"], &file);
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{to}");
            assert!(ran.err.contains(&place), "{to}: {}", ran.err);
            assert_eq!(ran.err.lines().count(), 1, "{to}: {}", ran.err);
            for english in ["expected", "trailing", "EOF", "invalid"] {
                assert!(!ran.err.contains(english), "{}", ran.err);
            }
            assert!(
                language == "en" || !ran.err.contains(" the "),
                "{}",
                ran.err
            );
        }
    }
}

#[test]
fn a_file_of_another_kind_is_called_by_its_name() {
    let result = run(&["score", "-"], assessment("adopt", &json!({})).to_string()).out;
    for command in ["score", "check", "link"] {
        let ran = run(&[command, "-"], &result);
        assert_eq!(ran.status, 1);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.contains("This is a result"), "{}", ran.err);
    }
    let answers = write_scratch_file("answers.json", assessment("adopt", &json!({})).to_string());
    let ran = run(&["score", "--model", text(&answers), "-"], "");
    assert!(ran.err.contains("This is an assessment"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
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
