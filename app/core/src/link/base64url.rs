//! Base64 with the alphabet of addresses (RFC 4648, section 5), without padding and with one
//! spelling only: what is left over in the last character must be zero.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "within a group of four characters nothing is larger than its 24 bits"
)]

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Three bytes a time into four characters.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(length(bytes.len()));
    for chunk in bytes.chunks(3) {
        let mut group = 0_u32;
        for index in 0..3 {
            group = group << 8 | u32::from(chunk.get(index).copied().unwrap_or(0));
        }
        for index in 0..=chunk.len() {
            let value = (group >> (18 - 6 * index)) & 63;
            text.push(ALPHABET.get(value as usize).map_or('A', |&c| char::from(c)));
        }
    }
    text
}

/// How many characters so many bytes take.
pub(super) fn length(bytes: usize) -> usize {
    bytes.saturating_mul(4).div_ceil(3)
}

/// `None` for a character outside the alphabet, an impossible length, or bits left over.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().div_ceil(4) * 3);
    for chunk in text.as_bytes().chunks(4) {
        let mut group = 0_u32;
        for &character in chunk {
            group = group << 6 | u32::from(value(character)?);
        }
        let whole = match chunk.len() {
            4 => 3,
            3 => 2,
            2 => 1,
            _ => return None,
        };
        let spare = chunk.len() * 6 - whole * 8;
        if group & ((1 << spare) - 1) != 0 {
            return None;
        }
        let group = group >> spare;
        bytes.extend(group.to_be_bytes().get(4 - whole..)?);
    }
    Some(bytes)
}

fn value(character: u8) -> Option<u8> {
    match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, length};

    #[test]
    fn writes_what_the_standard_says() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"\xfb\xff", "-_8"),
        ] {
            assert_eq!(encode(bytes), text);
            assert_eq!(length(bytes.len()), text.len());
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn refuses_a_second_spelling() {
        for text in ["Z", "Zh", "Zm9", "Zg==", "Zm 8", "Zm+/", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
