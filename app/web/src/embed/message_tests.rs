//! Messages against their schema: what one takes, the other takes.

use std::sync::LazyLock;

use assay_core::{Depth, Stance};
use assay_locale::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Hello, IncomingMessage, Options, OutgoingMessage, Prefill, Theme};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../public/embed.schema.json")).unwrap()
});

/// Whether the schema of one direction takes the message.
fn fits(side: &str, message: &Value) -> bool {
    let mut schema = SCHEMA.clone();
    schema["$ref"] = json!(format!("#/$defs/{side}"));
    schema.as_object_mut().unwrap().remove("oneOf");
    jsonschema::validator_for(&schema)
        .unwrap()
        .is_valid(message)
}

fn is_heard(message: &Value) -> bool {
    let text = message.to_string();
    Hello::parse(&text).is_some() || IncomingMessage::parse(&text).is_some()
}

const NONCE: &str = "0123456789abcdef0123456789abcdef";

fn sound() -> Vec<Value> {
    let all = json!({ "lang": "zh-CN", "theme": "dark", "stance": "adopt", "depth": "quick", "results": "hide", "height": "auto" });
    vec![
        json!({ "assay": 1, "type": "hello", "nonce": NONCE, "options": {} }),
        json!({ "assay": 1, "type": "hello", "nonce": NONCE, "options": all }),
        json!({ "assay": 1, "type": "options", "options": all }),
        json!({ "assay": 1, "type": "prefill", "answers": { "data.domain": 3 } }),
        json!({ "assay": 1, "type": "prefill", "link": "https://a.example/#/r/AQID", "unless_begun": true }),
        json!({ "assay": 1, "type": "reset" }),
        json!({ "assay": 1, "type": "get-result" }),
    ]
}

#[test]
fn sound_messages_of_the_page_fit_the_schema_and_are_heard() {
    for message in sound() {
        assert!(fits("from_page", &message), "{message}");
        assert!(is_heard(&message), "{message}");
        assert!(!fits("from_app", &message), "{message}");
    }
}

#[test]
fn malformed_messages_of_the_page_fit_neither() {
    let malformed = [
        json!(null),
        json!("hello"),
        json!([]),
        json!({}),
        json!({ "type": "reset" }),
        json!({ "assay": 2, "type": "reset" }),
        json!({ "assay": "1", "type": "reset" }),
        json!({ "assay": 1, "type": "reset", "more": true }),
        json!({ "assay": 1, "type": "welcome", "nonce": NONCE }),
        json!({ "assay": 1, "type": "hello", "nonce": NONCE }),
        json!({ "assay": 1, "type": "hello", "nonce": "short", "options": {} }),
        json!({ "assay": 1, "type": "hello", "nonce": NONCE.to_uppercase(), "options": {} }),
        json!({ "assay": 1, "type": "options", "options": { "theme": "blue" } }),
        json!({ "assay": 1, "type": "options", "options": { "them": "dark" } }),
        json!({ "assay": 1, "type": "options", "options": { "lang": null } }),
        json!({ "assay": 1, "type": "options", "options": [] }),
        json!({ "assay": 1, "type": "prefill" }),
        json!({ "assay": 1, "type": "prefill", "answers": [] }),
        json!({ "assay": 1, "type": "prefill", "answers": {}, "link": "x" }),
        json!({ "assay": 1, "type": "prefill", "link": "x", "unless_begun": 1 }),
    ];
    for message in malformed {
        assert!(!fits("from_page", &message), "{message}");
        assert!(!is_heard(&message), "{message}");
    }
    for text in [
        "",
        "{",
        r#"{"assay":1,"type":"reset","type":"reset"}"#,
        &"[".repeat(100_000),
    ] {
        assert_eq!(IncomingMessage::parse(text), None);
    }
}

#[test]
fn everything_that_the_app_tells_fits_the_schema() {
    let odd = "a \"b\" \\ \u{2028} </script> 数据";
    let told = [
        OutgoingMessage::Welcome {
            nonce: NONCE.into(),
            result: true,
        },
        OutgoingMessage::Refused {
            nonce: NONCE.into(),
        },
        OutgoingMessage::Resize { height: 1200 },
        OutgoingMessage::Scroll {
            top: -3,
            bottom: 40,
            to_start: true,
        },
        OutgoingMessage::Scroll {
            top: 0,
            bottom: 40,
            to_start: false,
        },
        OutgoingMessage::Started,
        OutgoingMessage::Progress {
            tenths: 0,
            section: Some(odd.into()),
        },
        OutgoingMessage::Progress {
            tenths: 3,
            section: None,
        },
        OutgoingMessage::Progress {
            tenths: 10,
            section: None,
        },
        OutgoingMessage::Completed,
        OutgoingMessage::Outdated,
        OutgoingMessage::Error {
            code: "not-allowed",
            message: odd.into(),
        },
        OutgoingMessage::Result {
            result: r#"{"format":"assay.result/1"}"#.into(),
            link: "https://a.example/#/r/AQID".into(),
        },
        OutgoingMessage::Declined {
            reason: "nothing-to-send",
        },
        OutgoingMessage::Escape,
        OutgoingMessage::Error {
            code: "prefill",
            message: odd.into(),
        },
    ];
    for one in told {
        let message: Value = serde_json::from_str(&one.to_json()).unwrap();
        assert!(fits("from_app", &message), "{message}");
        assert!(!is_heard(&message), "{message}");
    }
}

#[test]
fn what_the_page_wants_is_understood() {
    let text = sound()[1].to_string();
    let wanted = Options {
        language: Some(Language::Chinese),
        theme: Some(Theme::Dark),
        stance: Some(Stance::Adopt),
        depth: Some(Depth::Quick),
        hides_results: Some(true),
        auto_height: Some(true),
    };
    assert_eq!(Hello::parse(&text).unwrap().options, wanted);
    let text = sound()[4].to_string();
    let with = Prefill::Link("https://a.example/#/r/AQID".into());
    assert_eq!(
        IncomingMessage::parse(&text),
        Some(IncomingMessage::Prefill {
            with,
            unless_begun: true
        })
    );
}

#[test]
fn a_page_that_is_not_allowed_chooses_looks_and_nothing_that_is_asked() {
    let options = |json: &str| {
        let text = format!(r#"{{"assay":1,"type":"options","options":{json}}}"#);
        IncomingMessage::parse(&text).unwrap()
    };
    for (heard, refused) in [
        (options(r#"{"stance":"adopt"}"#), Some("stance")),
        (options(r#"{"depth":"full"}"#), Some("depth")),
        (
            options(r#"{"lang":"en","theme":"dark","height":"auto"}"#),
            None,
        ),
        (IncomingMessage::Reset, Some("reset")),
        (IncomingMessage::GetResult, None),
        (
            IncomingMessage::parse(&sound()[3].to_string()).unwrap(),
            Some("prefill"),
        ),
    ] {
        assert_eq!(heard.needs_permission(), refused, "{heard:?}");
    }
    let all = Hello::parse(&sound()[1].to_string()).unwrap().options;
    let looks = all.appearance_only();
    assert_eq!(
        (looks.stance, looks.depth, looks.hides_results),
        (None, None, None)
    );
    assert_eq!((looks.language, looks.theme), (all.language, all.theme));
}

#[test]
fn the_boot_script_knocks_as_the_schema_says() {
    let boot = include_str!("../../boot.js");
    let knock = json!({ "assay": 1, "type": "knock" });
    assert!(fits("from_app", &knock));
    assert!(boot.contains(&format!("parent.postMessage('{knock}', '*')")));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = (Hello::parse(&text), IncomingMessage::parse(&text));
    }

    #[test]
    fn one_letter_more_or_less_is_no_other_message(at in 0_usize..60, letter in "\\PC") {
        for message in sound() {
            let mut text = message.to_string();
            let at = at.min(text.len());
            text.insert_str(at, &letter);
            if let Ok(message) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(fits("from_page", &message), is_heard(&message), "{}", text);
            }
        }
    }
}
