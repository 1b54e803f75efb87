//! The first fields of every payload except sealed ones: stance, depth and language.

use super::bytes::{Reader, Writer};
use crate::{Depth, Stance};

/// The languages with a number, from 1. Number 0 is no language; the last number means a
/// language tag in full.
const LOCALES: [&str; 2] = ["en", "zh-CN"];
const SPELLED: u8 = 3;

/// The first fields of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sender {
    pub(super) stance: Stance,
    pub(super) depth: Depth,
    pub(super) locale: Option<String>,
}

impl Sender {
    pub(super) fn write(&self, out: &mut Writer) {
        let stance = match self.stance {
            Stance::Provide => 0,
            Stance::Adopt => 1,
        };
        let depth = match self.depth {
            Depth::Quick => 0,
            Depth::Full => 2,
        };
        let locale = self.locale.as_deref().filter(|locale| !locale.is_empty());
        let number = locale.map_or(0, number);
        out.byte(stance | depth | number << 2);
        if number == SPELLED {
            out.text(locale.unwrap_or_default());
        }
    }

    pub(super) fn read(fields: &mut Reader<'_>) -> Option<Self> {
        let byte = fields.byte()?;
        let locale = match byte >> 2 {
            0 => None,
            SPELLED => Some(fields.text()?).filter(|locale| number(locale) == SPELLED),
            short => LOCALES.get(usize::from(short).saturating_sub(1)).copied(),
        };
        // A number without a language, or a tag that has a number.
        if locale.is_none_or(str::is_empty) != (byte >> 2 == 0) {
            return None;
        }
        Some(Self {
            stance: if byte & 1 == 0 {
                Stance::Provide
            } else {
                Stance::Adopt
            },
            depth: if byte & 2 == 0 {
                Depth::Quick
            } else {
                Depth::Full
            },
            locale: locale.map(str::to_owned),
        })
    }
}

fn number(locale: &str) -> u8 {
    match LOCALES {
        [english, _] if locale == english => 1,
        [_, chinese] if locale == chinese => 2,
        _ => SPELLED,
    }
}
