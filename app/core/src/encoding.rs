//! Decodes the bytes of a file to text.
//!
//! Accepts UTF-8 with or without a byte order mark, and UTF-16 with one. No other encoding is
//! guessed and no byte is replaced: undecodable input is an error with its position.

use std::borrow::Cow;

use crate::ProblemKind;
use crate::syntax::Position;

/// Decodes the bytes of a file and removes the byte order mark.
///
/// # Errors
/// [`NotUtf8`](ProblemKind::NotUtf8), [`NotUtf16`](ProblemKind::NotUtf16) or
/// [`ContainsNul`](ProblemKind::ContainsNul), with line and column.
pub fn decode_text(bytes: &[u8]) -> Result<Cow<'_, str>, ProblemKind> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_be_bytes)?),
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(decode_utf8(rest)?),
        _ => Cow::Borrowed(decode_utf8(bytes)?),
    };
    match text.find('\0') {
        // Occurs in UTF-16 without a mark, in UTF-32 and in binary files.
        Some(at) => Err(ProblemKind::ContainsNul {
            at: Position::at_offset(&text, at),
        }),
        None => Ok(text),
    }
}

/// Decodes bytes that are known to be UTF-8 without a byte order mark.
///
/// # Errors
/// [`NotUtf8`](ProblemKind::NotUtf8), with line and column.
pub fn decode_utf8(bytes: &[u8]) -> Result<&str, ProblemKind> {
    std::str::from_utf8(bytes).map_err(|error| {
        let end = error.valid_up_to();
        let sound = bytes.get(..end).unwrap_or_default();
        let sound = std::str::from_utf8(sound).unwrap_or_default();
        ProblemKind::NotUtf8 {
            at: Position::at_offset(sound, end),
            byte: bytes.get(end).copied().unwrap_or_default(),
        }
    })
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ProblemKind> {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(units) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => {
                let at = Position::at_offset(&text, text.len());
                return Err(ProblemKind::NotUtf16 { at });
            }
        }
    }
    if odd {
        let at = Position::at_offset(&text, text.len());
        return Err(ProblemKind::NotUtf16 { at });
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::decode_text;
    use crate::ProblemKind;
    use crate::syntax::Position;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    }

    #[test]
    fn a_mark_decides_and_does_not_stay() {
        let text = "{\r\n \"name\": \"明澜医疗 𠮷 \u{fffd}\"}";
        assert_eq!(decode_text(text.as_bytes()).unwrap(), text);
        let marked = format!("\u{feff}{text}");
        assert_eq!(decode_text(marked.as_bytes()).unwrap(), text);
        assert_eq!(decode_text(&utf16(text, u16::to_le_bytes)).unwrap(), text);
        assert_eq!(decode_text(&utf16(text, u16::to_be_bytes)).unwrap(), text);
    }

    #[test]
    fn other_encodings_are_refused_where_they_begin() {
        let at = |line, column| Position { line, column };
        // 明 in GB18030, é in Windows-1252, and a truncated character.
        for (bytes, line, column, byte) in [
            (&b"{\n \"n\": \"\xc3\xf7\"}"[..], 2, 8, 0xc3),
            (b"\xe9", 1, 1, 0xe9),
            ("é".as_bytes().get(..1).unwrap(), 1, 1, 0xc3),
            (b"\xef\xbb\xbf\xe6\x98\x8e\xff", 1, 2, 0xff),
        ] {
            let at = at(line, column);
            assert_eq!(decode_text(bytes), Err(ProblemKind::NotUtf8 { at, byte }));
        }
    }

    #[test]
    fn half_a_letter_of_utf_16_is_refused() {
        let mut odd = utf16("ab\nc", u16::to_le_bytes);
        odd.push(b'd');
        let at = Position { line: 2, column: 2 };
        assert_eq!(decode_text(&odd), Err(ProblemKind::NotUtf16 { at }));
        let mut alone = utf16("ab", u16::to_be_bytes);
        alone.extend([0xd8, 0x00, 0x00, b'c']);
        let at = Position { line: 1, column: 3 };
        assert_eq!(decode_text(&alone), Err(ProblemKind::NotUtf16 { at }));
    }

    #[test]
    fn bytes_of_wider_letters_without_a_mark_are_no_text() {
        let wide: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let at = Position { line: 1, column: 2 };
        assert_eq!(decode_text(&wide), Err(ProblemKind::ContainsNul { at }));
        // UTF-32, whose byte order mark begins like that of UTF-16.
        let wider = [0xff, 0xfe, 0, 0, b'{', 0, 0, 0];
        assert!(matches!(
            decode_text(&wider),
            Err(ProblemKind::ContainsNul { .. })
        ));
    }
}
