//! The fast reader and the full reader agree on every input.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::sync::LazyLock;

use assay_core::{Assessment, Json, LineReader, Model};
use proptest::prelude::*;

static STANDARD: LazyLock<Model> = LazyLock::new(common::standard);

/// Fragments of valid and invalid files.
const VALUES: [&str; 24] = [
    "0",
    "1",
    "3",
    "4",
    "5",
    "-1",
    "3.0",
    "1e0",
    "-0",
    "18446744073709551616",
    "1e999",
    "true",
    "null",
    "\"3\"",
    "\"unknown\"",
    "\"not_applicable\"",
    "\"\\u0075nknown\"",
    "\"\"",
    "[]",
    "{}",
    "[1,{\"a\":[null]}]",
    "{\"a\":1,\"a\":2}",
    "{\"a\":{\"b\":1,\"b\":2}}",
    "\"\\ud800\"",
];

const STANCES: [&str; 6] = [
    "\"provide\"",
    "\"adopt\"",
    "\"both\"",
    "\"\\u0061dopt\"",
    "3",
    "null",
];

const HEADS: [&str; 22] = [
    "\"model\":{\"id\":\"standard\",\"version\":\"2\"}",
    "\"model\":{\"id\":\"standard\",\"version\":\"2\",\"more\":[1]}",
    "\"model\":{\"id\":\"standard\",\"version\":\"3\"}",
    "\"model\":{\"id\":\"standard\"}",
    "\"model\":{\"id\":\"standard\",\"id\":\"standard\",\"version\":\"2\"}",
    "\"model\":\"standard\"",
    "\"locale\":\"en\"",
    "\"locale\":null",
    "\"depth\":\"quick\"",
    "\"depth\":\"deep\"",
    "\"created\":\"2026-11-23\"",
    "\"updated\":7",
    "\"ref\":\"row 7\"",
    "\"ref\":{\"b\":1,\"a\":[2.50,\"\\u00e9\"]}",
    "\"ref\":{\"a\":1,\"a\":1}",
    "\"r\\u0065f\":1",
    "\"notes\":{\"data.domain\":\"see\"}",
    "\"notes\":{\"data.domain\":\"see\",\"data.domain\":\"see\"}",
    "\"notes\":{\"nothing\":\"see\"}",
    "\"segment\":{\"deep\":[[[[1]]]]}",
    "\"format\":\"assay.assessment/1\"",
    "\"answers\":{}",
];

fn question() -> impl Strategy<Value = String> {
    let ids: Vec<String> = common::standard()
        .questions()
        .iter()
        .map(|q| q.id.clone())
        .collect();
    prop_oneof![
        60 => proptest::sample::select(ids),
        1 => Just("nothing".to_owned()),
        1 => Just("data.d\\u006fmain".to_owned()),
    ]
}

/// Generates mostly levels, sometimes other values.
fn value() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        30 => proptest::sample::select(&VALUES[..4]),
        1 => proptest::sample::select(&VALUES[..]),
    ]
}

fn file() -> impl Strategy<Value = String> {
    let answers = proptest::collection::btree_map(question(), value(), 0..46);
    let heads = proptest::collection::vec(proptest::sample::select(&HEADS[..]), 0..4);
    let stance = prop_oneof![9 => proptest::sample::select(&STANCES[..2]), 1 => proptest::sample::select(&STANCES[..])];
    (answers, heads, stance, any::<bool>(), any::<u8>()).prop_map(
        |(answers, heads, stance, profile_last, odd)| {
            let answers: Vec<String> = answers
                .iter()
                .map(|(id, value)| format!("\"{id}\":{value}"))
                .collect();
            let mut parts = vec![
                "\"format\":\"assay.assessment/1\"".to_owned(),
                format!("\"answers\":{{{}}}", answers.join(",")),
            ];
            parts.extend(heads.iter().map(|&head| head.to_owned()));
            let profile = format!("\"profile\":{{\"name\":\"A\",\"stance\":{stance}}}");
            parts.insert(if profile_last { parts.len() } else { 0 }, profile);
            let start = if odd % 16 == 0 { "\u{feff}" } else { "" };
            let end = match odd {
                1 => " x",
                2 => "}",
                _ => "\r",
            };
            format!("{start}{{{}}}{end}", parts.join(","))
        },
    )
}

fn agree(model: &Model, reader: &mut LineReader<'_>, text: &str) -> Result<bool, TestCaseError> {
    let full = Assessment::parse(model, text);
    match (reader.read(text), &full) {
        (Ok(given), Ok(full)) => {
            prop_assert_eq!(given.stance, full.profile.stance);
            prop_assert_eq!(given.answers, &full.answers);
            prop_assert_eq!(given.reference.as_ref(), full.unknown_field("ref"));
        }
        (Err(short), Err(full)) => prop_assert_eq!(&short, full),
        (short, full) => prop_assert!(false, "{text}\nshort: {short:?}\nfull: {full:?}"),
    }
    Ok(full.is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn both_readers_agree_on_files_of_all_kinds(files in proptest::collection::vec(file(), 1..4)) {
        let model = &*STANDARD;
        let mut reader = LineReader::new(model);
        for text in files {
            agree(model, &mut reader, &text)?;
        }
    }

    #[test]
    fn both_readers_agree_on_damaged_files(
        text in file(), at in any::<proptest::sample::Index>(), byte in 32_u8..127, cut in any::<bool>(),
    ) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        if let Ok(text) = String::from_utf8(bytes) {
            agree(&STANDARD, &mut LineReader::new(&STANDARD), &text)?;
        }
    }
}

#[test]
fn nesting_is_bounded_at_the_same_depth() {
    let model = common::standard();
    for depth in 60..70 {
        for around in [r#""x":NEST"#, r#""profile":{"stance":"adopt","x":NEST}"#] {
            let nest = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            let profile = if around.contains("stance") {
                ""
            } else {
                r#","profile":{"stance":"adopt"}"#
            };
            let text = format!(
                r#"{{"format":"assay.assessment/1","answers":{{}},{}{profile}}}"#,
                around.replace("NEST", &nest)
            );
            let full = Assessment::parse(&model, &text).map(|_| ());
            assert_eq!(LineReader::new(&model).read(&text).map(|_| ()), full);
        }
    }
}

#[test]
fn a_reference_comes_back_as_it_was_written() {
    let model = common::standard();
    let text = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{},"ref":{"b":[1,2],"a":null}}"#;
    let mut reader = LineReader::new(&model);
    let reference = reader.read(text).unwrap().reference;
    assert_eq!(
        reference.map(|json: Json| json.to_string()),
        Some(r#"{"b":[1,2],"a":null}"#.to_owned())
    );
}
