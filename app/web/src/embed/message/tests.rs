//! Tests of the messages against their schema: parser and schema accept the same messages.

use std::sync::LazyLock;

use assay_core::{Answers, Certainty, Depth, Evaluation, Model, ResultFile, Stance};
use assay_locale::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{
    Block, ColourChoice, Hello, IncomingMessage, Options, OutgoingMessage, Prefill, Theme,
};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../public/embed.schema.json")).unwrap()
});

/// Returns whether the schema of one direction accepts the message.
fn fits(side: &str, message: &Value) -> bool {
    let mut schema = SCHEMA.clone();
    schema["$ref"] = json!(format!("#/$defs/{side}"));
    schema.as_object_mut().unwrap().remove("oneOf");
    jsonschema::validator_for(&schema)
        .unwrap()
        .is_valid(message)
}

fn is_accepted(message: &Value) -> bool {
    let text = message.to_string();
    Hello::parse(&text).is_some() || IncomingMessage::parse(&text).is_some()
}

const NONCE: &str = "0123456789abcdef0123456789abcdef";

fn valid_messages() -> Vec<Value> {
    let all = json!({ "lang": "zh-CN", "theme": "dark", "colours": "#101820 #f0f0f0 #7fc8ff", "stance": "adopt", "depth": "quick", "results": "hide", "height": "auto" });
    vec![
        json!({ "assay": 1, "type": "hello", "nonce": NONCE, "options": {} }),
        json!({ "assay": 1, "type": "hello", "nonce": NONCE, "options": all }),
        json!({ "assay": 1, "type": "options", "options": all }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "none" } }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "#ffffff #000000" } }),
        json!({ "assay": 1, "type": "prefill", "answers": { "data.domain": 3 } }),
        json!({ "assay": 1, "type": "prefill", "link": "https://a.example/#/r/AQID", "unless_begun": true }),
        json!({ "assay": 1, "type": "reset" }),
        json!({ "assay": 1, "type": "get-result" }),
    ]
}

#[test]
fn valid_messages_of_the_host_page_fit_the_schema_and_are_accepted() {
    for message in valid_messages() {
        assert!(fits("from_page", &message), "{message}");
        assert!(is_accepted(&message), "{message}");
        assert!(!fits("from_app", &message), "{message}");
    }
}

#[test]
fn malformed_messages_fit_neither_schema_nor_parser() {
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
        json!({ "assay": 1, "type": "options", "options": { "colours": "" } }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "#ffffff" } }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "#fff #000" } }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "#ffffff #000000 #0b5fff #0b5fff" } }),
        json!({ "assay": 1, "type": "options", "options": { "colours": "white black" } }),
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
        assert!(!is_accepted(&message), "{message}");
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

const STANDARD: &str = include_str!("../../../../core/models/standard.json");

fn result_file(model: &Model) -> ResultFile<'_> {
    let answers = Answers::empty(model);
    let score = Evaluation::new(model, Stance::Provide, &answers).score();
    let certainty = Certainty::without_draws(&score);
    ResultFile::new(model, Stance::Provide, &score, &certainty)
}

#[test]
fn messages_keep_their_text() {
    let text = |message: OutgoingMessage<'_>| message.to_json().unwrap();
    let progress = |tenths, section| text(OutgoingMessage::Progress { tenths, section });
    assert_eq!(
        progress(0, Some("data".into())),
        r#"{"assay":1,"type":"progress","fraction":0.0,"section":"data"}"#
    );
    assert_eq!(
        progress(7, None),
        r#"{"assay":1,"type":"progress","fraction":0.7,"section":null}"#
    );
    assert_eq!(
        progress(10, None),
        r#"{"assay":1,"type":"progress","fraction":1,"section":null}"#
    );
    let scroll = OutgoingMessage::Scroll {
        top: -3,
        bottom: 40,
        block: Block::Nearest,
    };
    assert_eq!(
        text(scroll),
        r#"{"assay":1,"type":"scroll","top":-3,"bottom":40,"block":"nearest"}"#
    );
    let welcome = format!(
        r#"{{"assay":1,"type":"welcome","nonce":"{NONCE}","version":"{}","result":false}}"#,
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(text(OutgoingMessage::welcome(NONCE.into(), false)), welcome);
    let declined = OutgoingMessage::Declined {
        reason: "nothing-to-send",
    };
    assert_eq!(
        text(declined),
        r#"{"assay":1,"type":"declined","reason":"nothing-to-send"}"#
    );
    assert_eq!(
        text(OutgoingMessage::Escape),
        r#"{"assay":1,"type":"escape"}"#
    );
}

#[test]
fn every_outgoing_message_fits_the_schema() {
    let odd = "a \"b\" \\ \u{2028} </script> 数据";
    let model = Model::parse(STANDARD).unwrap().value;
    let messages = [
        OutgoingMessage::welcome(NONCE.into(), true),
        OutgoingMessage::Refused {
            nonce: NONCE.into(),
        },
        OutgoingMessage::Resize { height: 1200 },
        OutgoingMessage::Scroll {
            top: -3,
            bottom: 40,
            block: Block::Start,
        },
        OutgoingMessage::Scroll {
            top: 0,
            bottom: 40,
            block: Block::Nearest,
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
            result: Box::new(result_file(&model)),
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
    for message in messages {
        let message: Value = serde_json::from_str(&message.to_json().unwrap()).unwrap();
        assert!(fits("from_app", &message), "{message}");
        assert!(!is_accepted(&message), "{message}");
    }
}

#[test]
fn options_and_prefill_are_parsed() {
    let text = valid_messages()[1].to_string();
    let wanted = Options {
        colours: ColourChoice::parse("#101820 #f0f0f0 #7fc8ff"),
        language: Some(Language::Chinese),
        theme: Some(Theme::Dark),
        stance: Some(Stance::Adopt),
        depth: Some(Depth::Quick),
        hides_results: Some(true),
        auto_height: Some(true),
    };
    assert_eq!(Hello::parse(&text).unwrap().options, wanted);
    let text = valid_messages()[6].to_string();
    let source = Prefill::Link("https://a.example/#/r/AQID".into());
    assert_eq!(
        IncomingMessage::parse(&text),
        Some(IncomingMessage::Prefill {
            source,
            unless_begun: true
        })
    );
}

#[test]
fn a_restricted_host_page_chooses_appearance_only() {
    let options = |json: &str| {
        let text = format!(r#"{{"assay":1,"type":"options","options":{json}}}"#);
        IncomingMessage::parse(&text).unwrap()
    };
    for (message, refused) in [
        (options(r#"{"stance":"adopt"}"#), Some("stance")),
        (options(r#"{"depth":"full"}"#), Some("depth")),
        (
            options(r#"{"lang":"en","theme":"dark","colours":"none","height":"auto"}"#),
            None,
        ),
        (IncomingMessage::Reset, Some("reset")),
        (IncomingMessage::GetResult, None),
        (
            IncomingMessage::parse(&valid_messages()[5].to_string()).unwrap(),
            Some("prefill"),
        ),
    ] {
        assert_eq!(message.needs_permission(), refused, "{message:?}");
    }
    let all = Hello::parse(&valid_messages()[1].to_string())
        .unwrap()
        .options;
    let looks = all.appearance_only();
    assert_eq!(
        (looks.stance, looks.depth, looks.hides_results),
        (None, None, None)
    );
    assert_eq!((looks.language, looks.theme), (all.language, all.theme));
}

#[test]
fn the_knock_of_the_boot_script_fits_the_schema() {
    let boot = include_str!("../../../boot.js");
    let knock = json!({ "assay": 1, "type": "knock" });
    assert!(fits("from_app", &knock));
    assert!(boot.contains(&format!("parent.postMessage('{knock}', '*')")));
}

proptest! {
    #[test]
    fn parsing_never_panics(text in "\\PC*") {
        drop((Hello::parse(&text), IncomingMessage::parse(&text)));
    }

    #[test]
    fn parser_and_schema_agree_on_altered_messages(at in 0_usize..60, letter in "\\PC") {
        for message in valid_messages() {
            let mut text = message.to_string();
            let at = at.min(text.len());
            text.insert_str(at, &letter);
            if let Ok(message) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(fits("from_page", &message), is_accepted(&message), "{}", text);
            }
        }
    }
}
