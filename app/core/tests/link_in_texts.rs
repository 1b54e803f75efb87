//! Links are found in texts and decoded as sent, after the changes made by mail programs, chats and
//! gateways.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link_in_texts/neighbours.rs"]
mod neighbours;
#[path = "link_in_texts/properties.rs"]
mod properties;
#[path = "link_in_texts/rewritten.rs"]
mod rewritten;

use std::sync::OnceLock;

use assay_core::link::{
    self, AnswerDetail, DecodedLink, Invitation, LinkError, LinkKind, LinkOptions, decode_bytes,
    find_link_kind, find_links,
};
use assay_core::{Assessment, Depth, Model, Stance};
use common::{companies, standard};
use proptest::prelude::*;

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(standard)
}

/// Returns an assessment with notes and its link; different for each seed.
fn sample(seed: usize) -> (Assessment, String) {
    let all = companies();
    let mut assessment = all[seed % all.len()].assessment.clone();
    assessment.profile.name = format!("Ann {seed}");
    for (at, question) in model().question_ixs().enumerate().take(seed % 5) {
        let note = format!("see the register {at} {}", "…".repeat(seed % 40));
        assessment.notes.insert(question, note);
    }
    let include = LinkOptions {
        notes: true,
        ..LinkOptions::default()
    };
    let payload = link::encode(model(), &assessment, include).unwrap();
    (assessment, payload)
}

fn check_same_content(opened: Result<DecodedLink, LinkError>, payload: &str, text: &str) {
    let Ok(DecodedLink::Assessment { assessment, .. }) = opened else {
        panic!("{opened:?} for {text}");
    };
    let include = LinkOptions {
        notes: true,
        ..LinkOptions::default()
    };
    assert_eq!(
        link::encode(model(), &assessment, include).unwrap(),
        payload,
        "{text}"
    );
}

/// Checks that the text contains this link and no other.
fn check_only_link(text: &str, payload: &str) {
    check_same_content(link::decode(&[model()], text), payload, text);
    let found = find_links(&[model()], text);
    let results: Vec<_> = found.iter().map(|f| (&f.text, f.bytes.is_ok())).collect();
    assert_eq!(results, [(&payload.to_owned(), true)], "{text}");
    check_same_content(
        decode_bytes(&[model()], found[0].bytes.as_ref().unwrap()),
        payload,
        text,
    );
}

fn percent(text: &str, all: bool) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) && !all;
    text.bytes()
        .map(|byte| match plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

fn wrapped(text: &str, width: usize, between: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let lines: Vec<String> = characters
        .chunks(width)
        .map(|line| line.iter().collect())
        .collect();
    lines.join(between)
}

const BASE: &str = "https://assay.firm.example/";

#[test]
fn two_links_in_a_text_are_two() {
    let (one, two) = (sample(1).1, sample(2).1);
    let encoded = percent(&format!("{BASE}#/r/{two}"), false);
    for text in [
        format!("{BASE}#/r/{one} {BASE}#/r/{two}"),
        format!("{BASE}#/r/{one}{BASE}#/r/{two}"),
        format!("{BASE}#/r/{one}\n{BASE}#/r/{two}\n"),
        format!("{one}\n{two}\n"),
        format!("{one}\r\n\r\n{BASE}#/r/{two}"),
        format!("Ann\t{BASE}#/r/{one}\t2026\nBo\t{BASE}#/r/{two}\t2026"),
        format!("Ann\t{one}\nBo\t{two}"),
        format!(
            "> {}\n\nand {}.",
            wrapped(&format!("{BASE}#/r/{one}"), 60, "\n> "),
            wrapped(&format!("{BASE}#/r/{two}"), 72, "\n")
        ),
        format!("{BASE}#/r/{one} https://gate.example/?url={encoded}&x=1"),
    ] {
        let found = find_links(&[model()], &text);
        let results: Vec<_> = found
            .iter()
            .map(|f| (f.text.as_str(), f.bytes.is_ok()))
            .collect();
        assert_eq!(
            results,
            [(one.as_str(), true), (two.as_str(), true)],
            "{text}"
        );
    }
    let found = find_links(&[model()], &format!("{one}\n{one}"));
    assert_eq!(found.len(), 2, "the same link twice");
}

#[test]
fn a_link_that_cannot_be_opened_is_named_once_with_what_is_wrong() {
    let (_, payload) = sample(4);
    let cut = &payload[..payload.len() - 20];
    let altered = format!(
        "{}{}",
        &payload[..payload.len() - 21],
        &payload[payload.len() - 20..]
    );
    let altered = format!("{altered}A");
    for (broken, why) in [(cut, LinkError::Incomplete), (&altered, LinkError::Altered)] {
        let quoted = wrapped(&format!("{BASE}#/r/{broken}"), 70, "\n> ");
        for text in [
            format!("{BASE}#/r/{broken}"),
            format!("Mine: {BASE}#/r/{broken}, see you"),
            format!("> {quoted}\n\nRegards"),
            format!(
                "https://gate.example/?url={}&x=1",
                percent(&format!("{BASE}#/r/{broken}"), false)
            ),
        ] {
            let found = find_links(&[model()], &text);
            let results: Vec<_> = found.into_iter().map(|f| f.bytes).collect();
            assert_eq!(results, [Err(why.clone())], "{text}");
            assert_eq!(link::decode(&[model()], &text), Err(why.clone()), "{text}");
        }
    }
    let both = format!("{BASE}#/r/{cut}\n{BASE}#/r/{payload}");
    let found = find_links(&[model()], &both);
    let results: Vec<_> = found.iter().map(|f| f.bytes.is_ok()).collect();
    assert_eq!(results, [false, true]);
}

#[test]
fn words_and_numbers_of_a_mail_are_no_links() {
    for text in [
        "",
        "Dear Ann, the meeting is at 10:00 – please bring the register (A/B).",
        "commit 0123456789abcdef0123456789abcdef01234567 is deployed",
        "C# and #hashtags; 100 % of /r/rust; see */comments/*",
        "Kind regards\nAnn",
    ] {
        assert_eq!(find_links(&[model()], text), [], "{text}");
    }
}
