//! Files as written by other programs and by hand: encodings, data frames, edits.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{assessment, run, text, write_scratch_file};
use serde_json::{Value, json};

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(bytes).collect()
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
