//! Every pasted text is decoded or refused within a memory limit, and each decoded link has one
//! encoding.
//!
//! The checksum would reject nearly all inputs. Each input is therefore tried as it is (as text and
//! as bytes) and once more with a valid header and checksum. Most of these use a small model, which
//! is faster.
#![no_main]

#[path = "common.rs"]
mod common;
#[path = "memory.rs"]
mod memory;

use std::sync::OnceLock;

use assay_core::link::{self, LinkOptions, DecodedLink};
use assay_core::{Assessment, Depth, Model, Stance};
use libfuzzer_sys::fuzz_target;

/// The memory limit for decoding one link, in bytes.
const MEMORY: usize = 16 << 20;

fuzz_target!(|input: &[u8]| {
    let standard = common::standard();
    let small = small();
    memory::within(MEMORY, || open(standard, small, input));
});

fn open(standard: &Model, (small, name, digest): Small, input: &[u8]) {
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = link::decode(&[standard], text);
        for found in link::find_links(&[standard], text) {
            if let Ok(bytes) = found.bytes {
                assert_eq!(link::payload_from_bytes(&bytes), found.text);
            }
        }
    }
    let _ = link::decode_bytes(&[standard], input);
    if let [about, rest @ ..] = input {
        // The digest of the standard model, as given in `docs/links.md`.
        let forgery = match about & 0xC0 {
            0xC0 => forge(about & 0x3F, &[1], &[0xFE, 0x61, 0xCD, 0xB5], rest),
            _ => forge(*about, name, digest, rest),
        };
        let known = [small, standard];
        if let Ok(opened) = link::decode_bytes(&known, &forgery) {
            assert_eq!(again(&known, opened), forgery);
        }
    }
}

/// A small model, its reference in a link, and the digest at the end of that.
type Small = (&'static Model, &'static [u8], &'static [u8]);

fn small() -> Small {
    static SMALL: OnceLock<(Model, Vec<u8>)> = OnceLock::new();
    let (model, name) = SMALL.get_or_init(|| {
        let file = include_str!("../seeds/model/small.json");
        let model = Model::parse(file).expect("the small model is sound").value;
        let nothing = Assessment::new(&model, Stance::Adopt, Depth::Quick);
        let payload = link::encode(&model, &nothing, LinkOptions::default()).expect("it is short");
        let bytes = link::payload_bytes(&payload).expect("it was just made");
        // Version and kind; then 0, "tiny", "1" and the digest.
        (model, bytes[2..2 + 1 + 5 + 2 + 4].to_vec())
    });
    (model, name, &name[name.len() - 4..])
}

fn forge(about: u8, name: &[u8], digest: &[u8], rest: &[u8]) -> Vec<u8> {
    let sealed = about & 7 == 3;
    let (name, digest) = if sealed {
        (&[][..], &[][..])
    } else {
        (name, digest)
    };
    let mut bytes = [&[1, about], name, rest].concat();
    let checksum = !bytes.iter().chain(digest).fold(!0_u32, |state, &byte| {
        (state >> 8) ^ REMAINDERS[(state as u8 ^ byte) as usize]
    });
    bytes.extend(checksum.to_be_bytes());
    bytes
}

/// The table of CRC-32, by byte.
const REMAINDERS: [u32; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        let (mut state, mut bit) = (index as u32, 0);
        while bit < 8 {
            state = (state >> 1) ^ (0xEDB8_8320 * (state & 1));
            bit += 1;
        }
        table[index] = state;
        index += 1;
    }
    table
};

/// Encodes a decoded link again.
fn again(known: &[&Model], opened: DecodedLink) -> Vec<u8> {
    let payload = match opened {
        DecodedLink::Assessment { model, assessment } => {
            let include = LinkOptions {
                notes: true,
                ..LinkOptions::default()
            };
            link::encode(known[model], &assessment, include)
        }
        DecodedLink::Invitation { model, invitation } => invitation.encode(known[model]),
        DecodedLink::Sealed(sealed) => sealed.encode(),
        DecodedLink::Scores { model, scores } => scores.encode(known[model]),
    };
    let payload = payload.expect("what opened is short enough");
    link::payload_bytes(&payload).expect("it was just made")
}
