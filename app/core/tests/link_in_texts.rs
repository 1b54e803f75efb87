//! Links are decoded as sent after the changes made by mail programs, chats and gateways.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link_in_texts/properties.rs"]
mod properties;

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

fn is_of(opened: Result<DecodedLink, LinkError>, payload: &str, text: &str) {
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
fn opens(text: &str, payload: &str) {
    is_of(link::decode(&[model()], text), payload, text);
    let found = find_links(&[model()], text);
    let said: Vec<_> = found.iter().map(|f| (&f.text, f.bytes.is_ok())).collect();
    assert_eq!(said, [(&payload.to_owned(), true)], "{text}");
    is_of(
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

/// Texts that follow a link without a space, separated by spaces.
const TAILS: &str = ". , ; : ! ? ) ] } > \
    \" ' … ... ， 。 ！ ； ： 》 \
    」 】 ） 、 ” ’ * ** _ __ \
    ~ ` | / \\ %3E %C2%A0 %E3%80%82 %EF%BC%89 &utm_source=mail";

#[test]
fn what_sticks_to_a_link_is_no_part_of_it() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        for tail in TAILS.split(' ') {
            for before in ["", BASE, "(", "见：", "<https://assay.firm.example/"] {
                opens(&format!("{before}#/r/{payload}{tail}"), &payload);
            }
            opens(&format!("{payload}{tail}"), &payload);
            opens(
                &format!("{BASE}#/r/{payload}{tail} is mine, see you. Ann"),
                &payload,
            );
        }
    }
}

/// Words of letters, digits and dashes that a program or a person put behind a link without a space.
const GLUED: &str = "x 24 Regards and2more Tel-030-1234 utm_source=mail danke. sent—from-a-phone \
    ThisWordIsVeryLongAndHasFortyLettersInIt";

#[test]
fn a_word_directly_after_a_link_is_no_part_of_it() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        for word in GLUED.split(' ') {
            opens(&format!("{BASE}#/r/{payload}{word}"), &payload);
            opens(&format!("{payload}{word}"), &payload);
            opens(
                &format!("{BASE}#/r/{payload}{word} and more\nof it"),
                &payload,
            );
        }
        let (_, other) = sample(seed + 1);
        let both = format!("{BASE}#/r/{payload}Regards\n{BASE}#/r/{other}Ann");
        let found = find_links(&[model()], &both);
        let found: Vec<_> = found
            .iter()
            .map(|f| (f.text.as_str(), f.bytes.is_ok()))
            .collect();
        assert_eq!(found, [(payload.as_str(), true), (other.as_str(), true)]);
    }
}

#[test]
fn a_gateway_may_rewrite_a_link() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        let address = format!("{BASE}#/r/{payload}");
        let once = percent(&address, false);
        let twice = percent(&once, false);
        for text in [
            format!(
                "https://eur05.safelinks.protection.outlook.com/?url={once}&data=05%7C02%7C{}&sdata=y%3D&reserved=0",
                "a1".repeat(40)
            ),
            format!("https://eur05.safelinks.protection.outlook.com/?url={twice}&data=05"),
            format!("https://urldefense.com/v3/__{BASE}*/r/{payload}__;Iw!!abc!def$"),
            format!(
                "https://urldefense.proofpoint.com/v2/url?u={}&d=DwMF",
                once.replace("-", "-2D")
                    .replace("_", "-5F")
                    .replace("%2F", "_")
                    .replace('%', "-")
            ),
            format!(
                "https://linkprotect.example/url?a={}&c=E,1,x",
                once.to_lowercase()
                    .replace(&payload.to_lowercase(), &payload)
            ),
            format!("#%2Fr%2F{payload}"),
            format!("?url=x%23%2Fr%2F{payload}"),
            format!("#%252Fr%252F{payload}"),
            format!("##/r/{payload}"),
            format!("#/R/{payload}"),
            format!("#/r/{}", percent(&payload, true)),
        ] {
            opens(&text, &payload);
            let letter = format!("Hello,\n\nhere it is: {text} .\n\nRegards, Ann\n");
            opens(&letter, &payload);
        }
    }
}

#[test]
fn dashes_of_writers_are_hyphens() {
    for seed in 0..60 {
        let (_, payload) = sample(seed);
        for text in [
            payload.replace("--", "—"),
            payload.replace("--", "–"),
            payload.replace('-', "–"),
            payload.replace('-', "\u{2011}"),
            payload.replace('-', "－").replace('_', "＿"),
        ] {
            opens(&format!("{BASE}#/r/{text}"), &payload);
            opens(&format!("{BASE}#/r/{text}。"), &payload);
        }
    }
}

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
        let said: Vec<_> = found
            .iter()
            .map(|f| (f.text.as_str(), f.bytes.is_ok()))
            .collect();
        assert_eq!(said, [(one.as_str(), true), (two.as_str(), true)], "{text}");
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
            let said: Vec<_> = found.into_iter().map(|f| f.bytes).collect();
            assert_eq!(said, [Err(why.clone())], "{text}");
            assert_eq!(link::decode(&[model()], &text), Err(why.clone()), "{text}");
        }
    }
    let both = format!("{BASE}#/r/{cut}\n{BASE}#/r/{payload}");
    let found = find_links(&[model()], &both);
    let said: Vec<_> = found.iter().map(|f| f.bytes.is_ok()).collect();
    assert_eq!(said, [false, true]);
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

#[test]
fn an_encoded_address_leads_to_its_page() {
    for (text, to) in [
        ("#/r/AQAB", Some(LinkKind::Result)),
        ("#%2Fr%2FAQAB", Some(LinkKind::Result)),
        ("?url=x%2523%252Fi%252FAQAB", Some(LinkKind::Invitation)),
        ("##/I/AQAB", Some(LinkKind::Invitation)),
        ("#/results", None),
        ("?model=models/r/x.json", None),
    ] {
        assert_eq!(find_link_kind(text), to, "{text}");
    }
}

#[test]
fn invitations_and_scores_survive_the_same() {
    let (assessment, _) = sample(3);
    let scores = LinkOptions {
        answers: AnswerDetail::ScoresOnly,
        ..LinkOptions::default()
    };
    let scores = link::encode(model(), &assessment, scores).unwrap();
    let invitation = Invitation {
        stance: Stance::Adopt,
        depth: Depth::Quick,
        locale: None,
        sections: Vec::new(),
        mail: "me@example.org".to_owned(),
        message: "Hello – 你好".repeat(20),
    };
    let invitation = invitation.encode(model()).unwrap();
    for (payload, letter) in [(scores, 'r'), (invitation, 'i')] {
        let plain = link::decode(&[model()], &payload).unwrap();
        let address = format!("{BASE}#/{letter}/{payload}");
        for text in [
            format!("{address}》"),
            format!("> {}", wrapped(&address, 64, "\n> ")),
            format!("#%2F{letter}%2F{payload}%E3%80%82"),
            percent(&percent(&address, true), false),
        ] {
            assert_eq!(
                link::decode(&[model()], &text).as_ref(),
                Ok(&plain),
                "{text}"
            );
        }
    }
}
