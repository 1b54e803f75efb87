//! Cuts texts to the limits of Excel, which counts UTF-16 code units.

use crate::xml::is_allowed;

/// Limit of a text in a cell.
const MAX_CELL: usize = 32_767;

/// The text as a cell holds it.
pub(crate) fn cell_text(text: &str) -> &str {
    clip_utf16(text, MAX_CELL)
}

/// Limit of a text alternative and of a message.
const MAX_SHORT_TEXT: usize = 255;

/// The text as a text alternative or a message: without what XML forbids, which the library leaves
/// in attributes, and cut to the limit, beyond which the library leaves the text out.
pub(crate) fn short_text(text: &str) -> String {
    let allowed: String = text.chars().filter(|one| is_allowed(*one)).collect();
    clip_utf16(&allowed, MAX_SHORT_TEXT).to_owned()
}

/// The longest beginning of the text that has at most `most` UTF-16 code units.
fn clip_utf16(text: &str, most: usize) -> &str {
    let mut units = 0_usize;
    let mut characters = text.char_indices();
    let end = characters.find_map(|(at, character)| {
        units = units.saturating_add(character.len_utf16());
        (units > most).then_some(at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{clip_utf16, short_text};

    #[test]
    fn a_short_text_has_no_forbidden_characters_which_do_not_count() {
        let text = format!("\u{1}\u{ffff}{}", "x".repeat(256));
        assert_eq!(short_text(&text), "x".repeat(255));
    }

    #[test]
    fn a_text_is_cut_after_its_last_whole_character_within_the_limit() {
        assert_eq!(clip_utf16("abc", 3), "abc");
        assert_eq!(clip_utf16("abcd", 3), "abc");
        assert_eq!(clip_utf16("数据", 1), "数");
        assert_eq!(clip_utf16("a\u{20000}b", 2), "a");
        assert_eq!(clip_utf16("a\u{20000}b", 3), "a\u{20000}");
    }
}
