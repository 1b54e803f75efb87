//! Sanitizes texts written by others.

use std::borrow::Cow;

/// Whether the character is a bidirectional control, which could reorder the sentence around a
/// name.
pub(crate) const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text written by others on one line: without bidirectional controls, and with spaces for
/// control characters and line breaks.
#[must_use]
pub fn sanitize_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains(|c: char| is_bidi_control(c) || c.is_control()) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !is_bidi_control(*c));
    let line: String = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
    Cow::Owned(line.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::sanitize_line;

    #[test]
    fn a_name_keeps_its_letters_and_loses_control_characters() {
        assert_eq!(sanitize_line(" 明澜 Médical "), "明澜 Médical");
        assert_eq!(sanitize_line("A\u{202e}B\u{2066}\n\tC\u{0}"), "AB  C");
        assert_eq!(sanitize_line("\u{202e}"), "");
    }
}
