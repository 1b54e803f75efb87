//! Whatever is pasted as a link is answered, and what opens has one spelling only.
//!
//! The checksum would keep nearly all inputs out, so each is tried as it is (as text and as bytes)
//! and once more as a forger would send it: with a right beginning and a right checksum.
#![no_main]

#[path = "common.rs"]
mod common;

use assay_core::Model;
use assay_core::link::{self, Include, Opened};
use libfuzzer_sys::fuzz_target;

/// Of the standard model's structure, as `docs/links.md` gives it.
const DIGEST: u32 = 0xFE61_CDB5;

fuzz_target!(|input: &[u8]| {
    let model = common::standard();
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = link::decode(&[model], text);
    }
    let _ = link::decode_bytes(&[model], input);
    if let [about, rest @ ..] = input {
        let forged = forge(*about, rest);
        if let Ok(opened) = link::decode_bytes(&[model], &forged) {
            assert_eq!(
                again(model, opened).unwrap_or_else(|| forged.clone()),
                forged
            );
        }
    }
});

fn forge(about: u8, rest: &[u8]) -> Vec<u8> {
    let sealed = about & 7 == 3;
    let mut bytes = vec![1, about];
    if !sealed {
        bytes.push(1);
    }
    bytes.extend_from_slice(rest);
    let digest = DIGEST.to_be_bytes();
    let digest = if sealed { &[][..] } else { &digest[..] };
    let checksum = bytes.iter().chain(digest).fold(!0_u32, |state, &byte| {
        (0..8).fold(state ^ u32::from(byte), |state, _| {
            (state >> 1) ^ (0xEDB8_8320 * (state & 1))
        })
    });
    bytes.extend((!checksum).to_be_bytes());
    bytes
}

/// What opened, written once more; `None` for scores, which cannot be without their answers.
fn again(model: &Model, opened: Opened) -> Option<Vec<u8>> {
    let payload = match opened {
        Opened::Assessment { assessment, .. } => {
            let include = Include {
                notes: true,
                ..Include::default()
            };
            link::encode(model, &assessment, include)
        }
        Opened::Invitation { invitation, .. } => invitation.encode(model),
        Opened::Sealed(sealed) => sealed.encode(),
        Opened::Scores { .. } => return None,
    };
    link::to_bytes(&payload.ok()?).ok()
}
