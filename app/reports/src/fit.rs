//! Chooses font sizes so that texts fit their boxes. Widths are estimated, slightly too wide, since
//! fonts cannot be measured here.

/// Height of a line of a text, as a multiple of the font size. Chinese fonts need more.
pub(crate) fn line_height(text: &str) -> f64 {
    if text.chars().any(is_wide) { 1.42 } else { 1.2 }
}

/// A paragraph to fit: its text, a factor of the font size, and the space after it as a multiple of
/// the font size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FitParagraph<'a> {
    pub(crate) text: &'a str,
    pub(crate) scale: f64,
    pub(crate) after: f64,
    /// Whether a bullet takes width.
    pub(crate) bullet: bool,
    /// Width of its characters, as a multiple of those of a plain text.
    pub(crate) stretch: f64,
}

/// The largest whole size in points, from `most` down to `least`, at which the paragraphs fit a box
/// of `width` by `height` points; `None` if even `least` is too large.
pub(crate) fn fit(
    paragraphs: &[FitParagraph<'_>],
    (width, height): (f64, f64),
    most: u32,
    least: u32,
) -> Option<u32> {
    let sizes = (least..=most).rev();
    let mut fitting = sizes.filter(|size| self::height(paragraphs, width, *size) <= height);
    fitting.next()
}

/// Height of paragraphs in points in a box of `width` points.
pub(crate) fn height(paragraphs: &[FitParagraph<'_>], width: f64, size: u32) -> f64 {
    paragraphs
        .iter()
        .map(|paragraph| paragraph_height(paragraph, width, f64::from(size)))
        .sum()
}

fn paragraph_height(paragraph: &FitParagraph<'_>, width: f64, size: f64) -> f64 {
    let own = size * paragraph.scale;
    let indent = if paragraph.bullet { own } else { 0.0 };
    let lines = line_count(
        paragraph.text,
        (width - indent).max(own) / paragraph.stretch,
        own,
    );
    lines as f64 * own * line_height(paragraph.text) + paragraph.after * own
}

/// Number of lines of a text in a box of `width` points; words stay whole where they fit a line.
pub(crate) fn line_count(text: &str, width: f64, size: f64) -> usize {
    let mut lines = 0_usize;
    for line in text.split('\n') {
        let (mut used, mut count) = (0.0, 1_usize);
        for word in words(line) {
            let wide = text_width(word, size);
            if used > 0.0 && used + wide > width {
                count += 1;
                used = 0.0;
            }
            // A word that is longer than a line is broken.
            let breaks = (wide / width).floor().clamp(0.0, 1e4);
            count += breaks as usize;
            used += wide - breaks * width;
        }
        lines += count;
    }
    lines
}

/// The parts between which a line may break: words with the space after them, and single
/// ideographs.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_wide(first) {
            first.len_utf8()
        } else {
            rest.char_indices()
                .find(|(at, c)| {
                    *at > 0
                        && (is_wide(*c)
                            || (*c != ' ' && rest.as_bytes().get(at - 1) == Some(&b' ')))
                })
                .map_or(rest.len(), |(at, _)| at)
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Width of a text in points.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(character_width).sum::<f64>() * size
}

fn character_width(character: char) -> f64 {
    match character {
        wide if is_wide(wide) => 1.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.27,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.84,
        upper if upper.is_uppercase() => 0.64,
        _ => 0.52,
    }
}

/// Whether a character is as wide as it is high.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> FitParagraph<'_> {
        FitParagraph {
            text,
            scale: 1.0,
            after: 0.0,
            bullet: false,
            stretch: 1.0,
        }
    }

    #[test]
    fn a_longer_text_gets_a_smaller_size() {
        let short = fit(&[paragraph("Data")], (200.0, 40.0), 30, 8);
        let long = fit(&[paragraph(&"data ".repeat(40))], (200.0, 40.0), 30, 8);
        assert_eq!(short, Some(30));
        assert!(long.is_none_or(|size| size < 12), "{long:?}");
        assert_eq!(
            fit(&[paragraph(&"数据".repeat(400))], (200.0, 40.0), 30, 8),
            None
        );
    }

    #[test]
    fn chinese_lines_are_higher() {
        assert!(height(&[paragraph("数据")], 100.0, 10) > height(&[paragraph("Data")], 100.0, 10));
    }

    #[test]
    fn chinese_breaks_between_any_two_characters() {
        assert_eq!(line_count("数据算法", 20.0, 10.0), 2);
        assert_eq!(line_count("a\nb", 100.0, 10.0), 2);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert!(line_count(&"x".repeat(100), 50.0, 10.0) >= 10);
    }
}
