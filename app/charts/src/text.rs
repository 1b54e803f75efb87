//! Estimates text widths and breaks lines.

const ELLIPSIS: char = '…';

/// Longest text in characters; no drawing has space for more.
const MAX_CHARACTERS: usize = 1000;

/// A text broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WrappedText {
    pub(crate) lines: Vec<String>,
    /// Width of the longest line, in units of the area.
    pub(crate) width: f64,
    /// Whether the text was truncated with an ellipsis.
    pub(crate) cut: bool,
}

/// Estimated width of `text` at `size`, slightly too wide for common sans-serif fonts.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(advance).sum();
    ems * size * if bold { 1.1 } else { 1.0 }
}

/// Advance width of a character in em.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' => 0.32,
        'f' | 'r' | 't' | 'I' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' => 0.40,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' | ELLIPSIS => 0.96,
        'A'..='Z' => 0.72,
        // Combining marks have no advance of their own.
        '\u{300}'..='\u{36f}' => 0.0,
        _ if is_wide(c) => 1.0,
        '\u{180}'.. => 0.75,
        _ => 0.61,
    }
}

/// Whether a character is full-width (CJK and emoji).
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether a line must not begin with the character.
fn is_closing(c: char) -> bool {
    "，。、；：！？）」』》】〉・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’…,.;:!?)]}%".contains(c)
}

/// Whether a line must not end with the character.
fn is_opening(c: char) -> bool {
    "（「『《【〈“‘([{".contains(c)
}

/// Whether a line may break between two characters: after a space or a hyphen, and between two
/// full-width characters, but not between Latin and full-width ones, so that 含AI量 is not broken.
fn may_break(before: char, after: char) -> bool {
    if after == ' ' || is_closing(after) || is_opening(before) {
        return false;
    }
    matches!(before, ' ' | '-' | '/' | '\u{ad}') || (is_wide(before) && is_wide(after))
}

/// An unbreakable part of a text with the spaces after it.
struct Piece<'a> {
    text: &'a str,
    width: f64,
    /// Width without trailing spaces, as at the end of a line.
    last: f64,
}

/// Consecutive pieces on a line, by index, and the line's width.
struct Line {
    from: usize,
    to: usize,
    before: f64,
    width: f64,
}

fn pieces(text: &str, size: f64) -> Vec<Piece<'_>> {
    let mut cuts = vec![0];
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| may_break(b, c)) {
            cuts.push(at);
        }
        before = Some(c);
    }
    cuts.push(text.len());
    let ranges = cuts.iter().zip(cuts.iter().skip(1));
    ranges
        .filter_map(|(&from, &to)| text.get(from..to).filter(|part| !part.is_empty()))
        .map(|text| Piece {
            text,
            width: width(text, size, false),
            last: width(text.trim_end(), size, false),
        })
        .collect()
}

/// The text on one line, without control characters, bidirectional controls and characters that XML
/// forbids.
pub(crate) fn sanitize_line(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}');
    let kept = text
        .trim()
        .chars()
        .filter(|&c| !steers(c))
        .take(MAX_CHARACTERS);
    kept.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Breaks `text` into at most `most` lines no wider than `room` and of similar length; text that
/// does not fit is truncated with an ellipsis.
pub(crate) fn wrap(text: &str, size: f64, room: f64, most: usize) -> WrappedText {
    let clean = sanitize_line(text);
    let pieces = pieces(&clean, size);
    let mut best = fill(&pieces, room);
    let fits = |lines: &[Line], room: f64| lines.iter().all(|line| line.width <= room);
    if best.len() > most || !fits(&best, room) {
        return truncate_lines(join_pieces(&pieces, &best), size, room, most);
    }
    let mut tried = room;
    while best.len() > 1 {
        tried *= 0.93;
        let narrower = fill(&pieces, tried);
        if narrower.len() > best.len() || !fits(&narrower, tried) {
            break;
        }
        best = narrower;
    }
    let width = best.iter().map(|line| line.width).fold(0.0, f64::max);
    WrappedText {
        lines: join_pieces(&pieces, &best),
        width,
        cut: false,
    }
}

/// Fills lines greedily, with at least one piece per line.
fn fill(pieces: &[Piece<'_>], room: f64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if line.before + piece.last <= room => {
                line.to = at + 1;
                line.width = line.before + piece.last;
                line.before += piece.width;
            }
            _ => lines.push(Line {
                from: at,
                to: at + 1,
                before: piece.width,
                width: piece.last,
            }),
        }
    }
    lines
}

fn join_pieces(pieces: &[Piece<'_>], lines: &[Line]) -> Vec<String> {
    let spell = |line: &Line| {
        let mut text = String::new();
        for piece in pieces.iter().take(line.to).skip(line.from) {
            text.push_str(piece.text);
        }
        text.truncate(text.trim_end().len());
        text
    };
    lines.iter().map(spell).collect()
}

/// The first `most` lines, each truncated to `room`; the last gets an ellipsis if lines are left
/// out.
fn truncate_lines(mut lines: Vec<String>, size: f64, room: f64, most: usize) -> WrappedText {
    let left_out = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        let must = left_out && at == last;
        if must || width(line, size, false) > room {
            while !line.is_empty() && width(line, size, false) + advance(ELLIPSIS) * size > room {
                line.pop();
            }
            line.truncate(line.trim_end().len());
            line.push(ELLIPSIS);
        }
    }
    let width = lines
        .iter()
        .map(|line| width(line, size, false))
        .fold(0.0, f64::max);
    WrappedText {
        lines,
        width,
        cut: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_measured_wider_than_latin() {
        assert!(width("数据", 10.0, false) > width("da", 10.0, false));
        assert_eq!(width("数据", 10.0, false), 20.0);
    }

    #[test]
    fn lines_break_at_spaces_and_come_out_even() {
        let text = wrap("Data governance and quality", 10.0, 140.0, 2);
        assert_eq!(text.lines, ["Data governance", "and quality"]);
        assert!(!text.cut);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_comma() {
        assert_eq!(
            wrap("数据治理与质量", 10.0, 50.0, 2).lines,
            ["数据治理", "与质量"]
        );
        assert_eq!(
            wrap("数据治理，质量", 10.0, 45.0, 2).lines,
            ["数据治", "理，质量"]
        );
    }

    #[test]
    fn the_product_word_is_never_broken() {
        for room in 5..80 {
            let lines = wrap("提高含AI量水平", 10.0, f64::from(room), 4).lines;
            assert!(
                !lines
                    .iter()
                    .any(|l| l.ends_with('含') || l.ends_with('I') || l.starts_with('量'))
            );
        }
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_inside_the_room() {
        for room in [12.0, 30.0, 60.0] {
            let text = wrap("Internationalization of everything", 10.0, room, 2);
            assert!(text.cut && text.width <= room && text.lines.len() <= 2);
            assert!(text.lines.last().unwrap().ends_with('…'));
        }
    }
}
