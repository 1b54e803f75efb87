//! The pairs of colour tokens that need contrast, and those of a palette that lack it.

use crate::{Colour, Token};

/// Contrast required for text (WCAG 2.2, 1.4.3).
pub(crate) const TEXT: f64 = 4.5;
/// Contrast required for graphics (WCAG 2.2, 1.4.11).
pub(crate) const GRAPHIC: f64 = 3.0;

/// Foreground, backgrounds, and the contrast required between them.
const PAIRS: [(&str, &[&str], f64); 11] = [
    (
        "ink",
        &["paper", "sheet", "act-wash", "stop-wash", "metal-wash"],
        TEXT,
    ),
    ("muted", &["paper", "sheet"], TEXT),
    ("act", &["paper", "sheet", "act-wash"], TEXT),
    ("act-ink", &["act"], TEXT),
    ("stop", &["paper", "sheet"], TEXT),
    ("metal-deep", &["paper", "sheet"], TEXT),
    ("metal", &["paper", "sheet"], GRAPHIC),
    ("control", &["paper", "sheet"], GRAPHIC),
    ("rule-strong", &["paper"], GRAPHIC),
    ("act", &["stop-wash"], TEXT),
    ("metal", &["metal-wash"], GRAPHIC),
];

/// A pair of tokens with too little contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LowContrast {
    /// Token of the text or the graphic.
    pub(crate) colour: &'static str,
    /// Token of its background.
    pub(crate) ground: &'static str,
    /// The contrast ratio of the two, from 1 to 21.
    pub(crate) ratio: f64,
    /// The required ratio.
    pub(crate) needed: f64,
}

/// The pairs of a palette with too little contrast, in the order of [`PAIRS`].
pub(crate) fn low_contrasts(colour_of: impl Fn(Token) -> Colour) -> Vec<LowContrast> {
    let mut found = Vec::new();
    for (colour, grounds, needed) in PAIRS {
        for ground in grounds {
            let (Some(front), Some(back)) = (Token::from_name(colour), Token::from_name(ground))
            else {
                continue;
            };
            let ratio = colour_of(front).contrast(colour_of(back));
            if ratio < needed {
                found.push(LowContrast {
                    colour,
                    ground,
                    ratio,
                    needed,
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::low_contrasts;
    use crate::Theme;

    #[test]
    fn the_default_colours_are_distinguishable() {
        for theme in Theme::ALL {
            assert_eq!(low_contrasts(|token| token.default_colour(theme)), []);
        }
    }
}
