//! Texts inside HTML and addresses.

use std::borrow::Cow;

/// The text with the characters replaced that mean something in HTML, for the content of an element
/// or an attribute in double quotes.
#[must_use]
pub fn escape_html(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut html = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    Cow::Owned(html)
}

/// Percent-encodes everything but unreserved characters (RFC 3986: letters, digits and `-._~`).
#[must_use]
pub fn percent_encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(HEX.get(usize::from(digit)).map(|hex| char::from(*hex)));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{escape_html, percent_encode};

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escape_html("a'b"), "a'b");
        assert_eq!(escape_html("<i>\"&"), "&lt;i&gt;&quot;&amp;");
    }

    #[test]
    fn only_unreserved_characters_stay_in_an_address() {
        assert_eq!(percent_encode("a b/é~"), "a%20b%2F%C3%A9~");
    }
}
