//! Base64url (RFC 4648, section 5) without padding. Decoding is strict: unused bits of the last
//! character must be zero, so that each byte sequence has one spelling.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "within a group of four characters nothing is larger than its 24 bits"
)]

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Encodes bytes, three at a time, to four characters.
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

/// Returns the number of characters for a number of bytes.
pub(super) fn length(bytes: usize) -> usize {
    bytes.saturating_mul(4).div_ceil(3)
}

/// Decodes the text up to the first character outside the alphabet, to as many whole bytes as it
/// has.
pub(super) fn decode_beginning(text: &str) -> Vec<u8> {
    let values: Vec<u8> = text.bytes().map_while(value).collect();
    let mut bytes = Vec::with_capacity(text.len().div_ceil(4) * 3);
    for chunk in values.chunks(4) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, &v| bits << 6 | u32::from(v));
        let [_, group @ ..] = (bits << (24 - 6 * chunk.len())).to_be_bytes();
        bytes.extend(group.iter().take(chunk.len() * 6 / 8));
    }
    bytes
}

/// Returns the number of bytes of the first `length` characters; `None` if they are not a valid
/// encoding.
pub(super) fn bytes_before(text: &str, length: usize) -> Option<usize> {
    let last = text.as_bytes().get(length.checked_sub(1)?)?;
    let spare = match length % 4 {
        0 => 0,
        3 => 3,
        2 => 15,
        _ => return None,
    };
    (value(*last)? & spare == 0).then_some(length / 4 * 3 + length % 4 * 6 / 8)
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
    use super::{bytes_before, decode_beginning, encode, length};

    /// Decodes a text that is valid as a whole.
    fn decode(text: &str) -> Option<Vec<u8>> {
        let bytes = decode_beginning(text);
        (bytes_before(text, text.len()) == Some(bytes.len())).then_some(bytes)
    }

    #[test]
    fn beginnings_are_read_as_far_as_they_go() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = encode(&bytes);
        for end in 0..=text.len() {
            assert_eq!(decode_beginning(&text[..end]), bytes[..end * 6 / 8]);
        }
        assert_eq!(decode_beginning("Zm9v.Zm9v"), b"foo");
    }

    #[test]
    fn writes_the_examples_of_the_standard() {
        for (bytes, text) in [
            (&b"f"[..], "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"\xfb\xff", "-_8"),
        ] {
            assert_eq!(encode(bytes), text);
            assert_eq!(length(bytes.len()), text.len());
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
        assert_eq!(encode(b""), "");
    }

    #[test]
    fn refuses_a_second_spelling() {
        for text in ["Z", "Zh", "Zm9", "Zg==", "Zm 8", "Zm+/", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
