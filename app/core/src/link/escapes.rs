//! Decodes the escapes that mail gateways and mail programs add.

/// Decodes percent-encoding (RFC 3986); invalid sequences are kept.
#[must_use]
pub fn percent_decode(text: &str) -> String {
    decoded(text, b'%')
}

/// Decodes the escapes of quoted-printable (RFC 2045); soft line breaks are kept.
pub(super) fn quoted_printable_decode(text: &str) -> String {
    decoded(text, b'=')
}

/// Decodes links of urldefense.com, version 2: `-` for `%`, `_` for `/`.
pub(super) fn url_defense_decode(text: &str) -> String {
    percent_decode(&text.replace('-', "%").replace('_', "/"))
}

fn decoded(text: &str, mark: u8) -> String {
    if !text.as_bytes().contains(&mark) {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match tail {
            [high, low, ..] if *first == mark => hex(*high).zip(hex(*low)),
            _ => None,
        };
        if let Some((high, low)) = escaped {
            bytes.push(high << 4 | low);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::{percent_decode, quoted_printable_decode, url_defense_decode};

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(percent_decode("%23%2Fr%2f%252F"), "#/r/%2F");
        assert_eq!(quoted_printable_decode("=23/r/"), "#/r/");
        assert_eq!(url_defense_decode("-23_r_A-2DB-5FC"), "#/r/A-B_C");
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["", "100 %", "%zz%4", "%ff", "问%"] {
            assert_eq!(percent_decode(text), text);
        }
    }
}
