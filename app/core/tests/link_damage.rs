//! Truncated, mistyped and forged links are never accepted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;

use assay_core::link::{
    self, AnswerDetail, DecodedLink, Invitation, LinkError, LinkOptions, SealedPayload,
};
use assay_core::{Depth, Model, Stance};
use common::{companies, standard};
use proptest::prelude::*;

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Returns one payload of each kind.
fn samples() -> Vec<String> {
    let model = standard();
    let mut assessment = companies().swap_remove(0).assessment;
    assessment.updated = Some("2026-11-23".to_owned());
    let plain = link::encode(&model, &assessment, LinkOptions::default()).unwrap();
    assessment.profile.name = "Acme 有限公司".to_owned();
    let first = model.question_ixs().next().unwrap();
    assessment
        .notes
        .insert(first, "see the register".to_owned());
    let exact = |answers| LinkOptions {
        profile: true,
        notes: true,
        answers,
        confidence: None,
    };
    let invitation = Invitation {
        stance: Stance::Adopt,
        depth: Depth::Quick,
        locale: None,
        sections: Vec::new(),
        mail: "me@example.org".to_owned(),
        message: "Hello".to_owned(),
    };
    let sealed = SealedPayload {
        iterations: 600_000,
        salt: [1; 16],
        iv: [2; 12],
        ciphertext: vec![3; 50],
    };
    vec![
        plain,
        link::encode(&model, &assessment, exact(AnswerDetail::Exact)).unwrap(),
        link::encode(&model, &assessment, exact(AnswerDetail::ScoresOnly)).unwrap(),
        invitation.encode(&model).unwrap(),
        sealed.encode().unwrap(),
    ]
}

fn refusal(text: &str) -> LinkError {
    thread_local!(static MODEL: Model = standard());
    match MODEL.with(|model| link::decode(&[model], text)) {
        Err(error) => error,
        Ok(opened) => panic!("{text} opened: {opened:?}"),
    }
}

#[test]
fn every_changed_character_is_noticed() {
    let model = standard();
    for payload in samples() {
        assert!(link::decode(&[&model], &payload).is_ok());
        for (at, old) in payload.char_indices() {
            for new in ALPHABET
                .chars()
                .chain(['.', 'é', ' ', '='])
                .filter(|&c| c != old)
            {
                let changed = format!("{}{new}{}", &payload[..at], &payload[at + 1..]);
                // A trailing space is harmless, but here it replaces a character.
                assert!(link::decode(&[&model], &changed).is_err(), "{changed}");
            }
        }
    }
}

#[test]
fn every_cut_insertion_and_swap_is_noticed() {
    for payload in samples() {
        for at in 0..payload.len() {
            refusal(&payload[..at]);
            refusal(&payload[at + 1..]);
            refusal(&format!("{}{}", &payload[..at], &payload[at + 1..]));
            for new in ALPHABET.chars() {
                let longer = format!("{}{new}{}", &payload[..at], &payload[at..]);
                // A whole payload with a character behind it is that payload.
                if !longer.starts_with(&payload) {
                    refusal(&longer);
                }
            }
            let mut swapped = payload.clone().into_bytes();
            if at > 0 && swapped[at - 1] != swapped[at] {
                swapped.swap(at - 1, at);
                refusal(&String::from_utf8(swapped).unwrap());
            }
        }
    }
}

#[test]
fn a_cut_link_lacks_a_part_and_a_mistyped_one_was_altered() {
    let mut samples = samples();
    // The length of a ciphertext is unknown.
    let sealed = samples.pop().unwrap();
    for payload in samples {
        for at in 8..payload.len() {
            assert_eq!(refusal(&payload[..at]), LinkError::Incomplete, "{at}");
        }
        let last = payload.len() - 2;
        let new = if payload.as_bytes()[last] == b'B' {
            "C"
        } else {
            "B"
        };
        let altered = format!("{}{new}{}", &payload[..last], &payload[last + 1..]);
        assert_eq!(refusal(&altered), LinkError::Altered);
    }
    assert_eq!(refusal(&sealed[..30]), LinkError::Incomplete);
    assert_eq!(refusal(&sealed[..90]), LinkError::Damaged);
}

#[test]
fn a_damaged_link_of_another_version_names_that_version() {
    let first = Model::parse(include_str!("../models/v1/standard.json"))
        .unwrap()
        .value;
    let assessment = assay_core::Assessment::new(&first, Stance::Adopt, Depth::Full);
    let payload = link::encode(&first, &assessment, LinkOptions::default()).unwrap();
    let cut = &payload[..payload.len() - 3];
    let refused = |known: &[&Model]| link::decode(known, cut).unwrap_err();
    let version = LinkError::OtherModel {
        id: "standard".to_owned(),
        version: "1".to_owned(),
        changed: false,
    };
    assert_eq!(refused(&[&standard()]), version);
    assert_eq!(refused(&[&standard(), &first]), LinkError::Incomplete);
}

#[test]
fn a_mistyped_first_character_is_no_newer_version() {
    for payload in samples() {
        for new in ALPHABET.chars().skip(1) {
            assert_eq!(
                refusal(&format!("{new}{}", &payload[1..])),
                LinkError::Damaged
            );
        }
    }
}

#[test]
fn a_later_version_is_called_so() {
    assert_eq!(
        refusal("AgEBBtYTAmVbRv6ZC31cjj1WCAuwylCu"),
        LinkError::NewerVersion
    );
    assert_eq!(refusal("AgAB"), LinkError::NewerVersion);
}

#[test]
fn what_never_was_a_link_is_damaged() {
    for text in [
        "",
        " ",
        "#/r/",
        "https://example.org/",
        "A",
        "AQ",
        "AQAA",
        "null",
        "💥",
        "AAAA",
    ] {
        assert_eq!(refusal(text), LinkError::Damaged, "{text}");
    }
}

/// Tries 100,000 forged payloads with a valid header. With a 32-bit checksum, one in 43,000 such
/// runs would accept one.
#[test]
fn made_up_payloads_are_refused() {
    let model = standard();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    for round in 0..100_000_usize {
        let mut bytes = vec![1, (round % 4) as u8, 1];
        bytes.extend((0..round % 40).map(|_| byte()));
        assert!(link::decode_bytes(&[&model], &bytes).is_err());
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text: String, tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let model = standard();
        prop_assert!(link::decode(&[&model], &text).is_err());
        let mut bytes = vec![1];
        bytes.extend(tail);
        prop_assert!(link::decode_bytes(&[&model], &bytes).is_err());
    }

    /// A forged payload with a valid checksum is accepted only in its canonical encoding.
    #[test]
    fn what_opens_is_what_would_be_written(
        sample in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in 0..3_usize,
    ) {
        let model = standard();
        let mut bytes = link::payload_bytes(&samples()[sample]).unwrap();
        bytes.truncate(bytes.len() - 4 - cut);
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let bytes = with_checksum(bytes);
        let again = match link::decode_bytes(&[&model], &bytes) {
            Ok(DecodedLink::Assessment { assessment, .. }) => {
                let include = LinkOptions { profile: true, notes: true, ..LinkOptions::default() };
                link::encode(&model, &assessment, include).unwrap()
            }
            Ok(DecodedLink::Invitation { invitation, .. }) => invitation.encode(&model).unwrap(),
            _ => return Ok(()),
        };
        prop_assert_eq!(link::payload_bytes(&again).unwrap(), bytes);
    }
}

/// Appends the checksum to a payload of the standard model.
fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let digest = 0xFE61_CDB5_u32.to_be_bytes();
    let checksum = bytes.iter().chain(&digest).fold(!0_u32, |state, &byte| {
        (0..8).fold(state ^ u32::from(byte), |state, _| {
            (state >> 1) ^ (0xEDB8_8320 * (state & 1))
        })
    });
    bytes.extend((!checksum).to_be_bytes());
    bytes
}
