//! Escaping of texts in HTML and in addresses.

/// Appends a text to HTML, as content or within the quotation marks `"` of an attribute.
pub fn escape_html(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// Percent-encodes all bytes but ASCII letters, digits and `-._~` (RFC 3986, section 2.3).
#[must_use]
pub fn percent_encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.extend(HEX.get(usize::from(digit)).map(|d| char::from(*d)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape_html, percent_encode};

    #[test]
    fn a_text_never_becomes_markup() {
        let mut html = String::new();
        escape_html("<b title=\"x\">&'\n", &mut html);
        assert_eq!(html, "&lt;b title=&quot;x&quot;&gt;&amp;'\n");
    }

    #[test]
    fn only_unreserved_characters_stay_in_an_address() {
        assert_eq!(percent_encode("Az09-._~"), "Az09-._~");
        assert_eq!(percent_encode("a b/ü&%"), "a%20b%2F%C3%BC%26%25");
    }
}
