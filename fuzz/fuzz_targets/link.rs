//! Whatever is pasted as a link is answered in little memory, and what opens has one spelling only.
//!
//! The checksum would keep nearly all inputs out, so each is tried as it is (as text and as bytes)
//! and once more as a forger would send it: with a right beginning and a right checksum. Most
//! forgeries are about a small model, which is faster.
#![no_main]

#[path = "common.rs"]
mod common;
#[path = "memory.rs"]
mod memory;

use std::sync::OnceLock;

use assay_core::link::{self, Include, Opened};
use assay_core::{Assessment, Depth, Model, Stance};
use libfuzzer_sys::fuzz_target;

/// What opening one link may take.
const MEMORY: usize = 16 << 20;

fuzz_target!(|input: &[u8]| {
    let standard = common::standard();
    let small = small();
    memory::within(MEMORY, || open(standard, small, input));
});

fn open(standard: &Model, (small, name, digest): Small, input: &[u8]) {
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = link::decode(&[standard], text);
        for found in link::links_in(&[standard], text) {
            if let Ok(bytes) = found.bytes {
                assert_eq!(link::from_bytes(&bytes), found.text);
            }
        }
    }
    let _ = link::decode_bytes(&[standard], input);
    if let [about, rest @ ..] = input {
        // Of the standard model's structure, as `docs/links.md` gives it.
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

/// A small model, how a link names it, and the digest at the end of that.
type Small = (&'static Model, &'static [u8], &'static [u8]);

fn small() -> Small {
    static SMALL: OnceLock<(Model, Vec<u8>)> = OnceLock::new();
    let (model, name) = SMALL.get_or_init(|| {
        let file = include_str!("../seeds/model/small.json");
        let model = Model::parse(file).expect("the small model is sound").value;
        let nothing = Assessment::new(&model, Stance::Adopt, Depth::Quick);
        let payload = link::encode(&model, &nothing, Include::default()).expect("it is short");
        let bytes = link::to_bytes(&payload).expect("it was just made");
        // Version and kind; 0, "tiny", "1", digest.
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

/// CRC-32, byte by byte.
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

/// The bytes of what opened, written once more.
fn again(known: &[&Model], opened: Opened) -> Vec<u8> {
    let payload = match opened {
        Opened::Assessment { model, assessment } => {
            let include = Include {
                notes: true,
                ..Include::default()
            };
            link::encode(known[model], &assessment, include)
        }
        Opened::Invitation { model, invitation } => invitation.encode(known[model]),
        Opened::Sealed(sealed) => sealed.encode(),
        Opened::Scores { model, scores } => scores.encode(known[model]),
    };
    let payload = payload.expect("what opened is short enough");
    link::to_bytes(&payload).expect("it was just made")
}
