//! Breaks text, also that without spaces, into lines of terminal width.

use unicode_width::UnicodeWidthChar;

/// Columns of a report.
pub(super) const WIDTH: usize = 80;

/// An unbreakable part of a text.
struct Piece<'a> {
    text: &'a str,
    width: usize,
    /// Whether a space precedes it.
    space_before: bool,
}

/// The lines of a text, at most `columns` wide where a break is possible.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0_usize;
    for piece in pieces(text) {
        let blank = usize::from(piece.space_before && used > 0);
        if used > 0 && used.saturating_add(blank).saturating_add(piece.width) > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if blank > 0 {
            line.push(' ');
            used = used.saturating_add(1);
        }
        line.push_str(piece.text);
        used = used.saturating_add(piece.width);
    }
    lines.push(line);
    lines
}

/// Width of a text in terminal columns.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// Splits at spaces, and between full-width characters where punctuation allows it.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut start = 0;
        let mut blank = !pieces.is_empty();
        let mut before = None;
        for (at, character) in word.char_indices() {
            if before.is_some_and(|before| may_break(before, character)) {
                pieces.extend(piece(word, start, at, blank));
                (start, blank) = (at, false);
            }
            before = Some(character);
        }
        pieces.extend(piece(word, start, word.len(), blank));
    }
    pieces
}

fn piece(word: &str, start: usize, end: usize, blank: bool) -> Option<Piece<'_>> {
    let text = word.get(start..end)?;
    let width = width(text);
    Some(Piece {
        text,
        width,
        space_before: blank,
    })
}

/// Characters that must not begin a line.
const CLOSING: &str =
    "，。、；：？！）】》〉」』・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’…%％.,;:?!)]";
/// Characters that must not end a line.
const OPENING: &str = "（【《〈「『“‘([";

fn may_break(before: char, after: char) -> bool {
    let wide = columns(before) == 2 || columns(after) == 2;
    // 含AI量 and AI含有率 are never broken.
    let name = (before == '含' && "A有".contains(after))
        || (before == 'I' && "量含".contains(after))
        || (before == '有' && after == '率');
    wide && !name && !CLOSING.contains(after) && !OPENING.contains(before)
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, width, wrap};

    #[test]
    fn english_breaks_at_blanks() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_stop() {
        assert_eq!(wrap("一二三四，五六", 8), ["一二三", "四，五六"]);
        assert_eq!(wrap("你们（含AI量）", 6), ["你们", "（含AI量）"]);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "数据的含AI量是 61.5，most of it 来自“算法”，其余不足。".repeat(9);
        assert!(wrap(&text, WIDTH).iter().all(|line| width(line) <= WIDTH));
    }
}
