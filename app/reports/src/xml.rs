//! Writes XML.

/// The text with the characters escaped that XML reserves, and without those that it forbids.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            allowed if is_allowed(allowed) => escaped.push(allowed),
            _ => {}
        }
    }
    escaped
}

/// Whether a text in XML may hold the character. Of control characters only tabs and line ends are.
pub(crate) fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    }
}

/// The first line of every part.
pub(crate) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn reserved_characters_are_escaped_and_forbidden_ones_left_out() {
        assert_eq!(
            escape("a<b> & \"c\"\u{0}\u{b}\u{ffff}"),
            "a&lt;b&gt; &amp; &quot;c&quot;"
        );
        assert_eq!(escape("数据\n𠀀"), "数据\n𠀀");
    }
}
