//! The colour tokens of `style/tokens.css` that a brand may override, and their defaults.

use crate::{Colour, Theme};

/// A colour token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token(usize);

/// Names without `--`, with the light and the dark colour.
const ALL: [(&str, Colour, Colour); 15] = [
    ("paper", Colour(0xfb, 0xf9, 0xf4), Colour(0x15, 0x17, 0x1a)),
    ("sheet", Colour(0xff, 0xfe, 0xfb), Colour(0x1c, 0x1f, 0x23)),
    ("ink", Colour(0x1b, 0x1d, 0x21), Colour(0xec, 0xe8, 0xdf)),
    ("muted", Colour(0x5f, 0x5d, 0x57), Colour(0xaa, 0xa5, 0x9b)),
    ("rule", Colour(0xdc, 0xd6, 0xc8), Colour(0x36, 0x3a, 0x40)),
    (
        "rule-strong",
        Colour(0x1b, 0x1d, 0x21),
        Colour(0x8d, 0x88, 0x7d),
    ),
    (
        "control",
        Colour(0x85, 0x7f, 0x72),
        Colour(0x7d, 0x7a, 0x73),
    ),
    ("act", Colour(0x0b, 0x5c, 0x56), Colour(0x6c, 0xca, 0xbd)),
    (
        "act-ink",
        Colour(0xff, 0xff, 0xff),
        Colour(0x0d, 0x14, 0x13),
    ),
    (
        "act-wash",
        Colour(0xe6, 0xf0, 0xee),
        Colour(0x1f, 0x30, 0x2e),
    ),
    ("metal", Colour(0xa9, 0x7a, 0x1f), Colour(0xdc, 0xb2, 0x5a)),
    (
        "metal-wash",
        Colour(0xf3, 0xe6, 0xc8),
        Colour(0x40, 0x36, 0x1f),
    ),
    (
        "metal-deep",
        Colour(0x7d, 0x58, 0x10),
        Colour(0xe9, 0xc6, 0x78),
    ),
    ("stop", Colour(0xa2, 0x3a, 0x2b), Colour(0xef, 0x8d, 0x7d)),
    (
        "stop-wash",
        Colour(0xf8, 0xe7, 0xe3),
        Colour(0x3a, 0x24, 0x21),
    ),
];

/// All names.
pub(crate) const NAMES: [&str; ALL.len()] = {
    let mut names = [""; ALL.len()];
    let mut at = 0;
    while at < ALL.len() {
        #[allow(clippy::indexing_slicing, reason = "checked when compiled")]
        {
            names[at] = ALL[at].0;
        }
        at += 1;
    }
    names
};

impl Token {
    /// The token with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        ALL.iter().position(|(known, ..)| *known == name).map(Self)
    }

    /// All tokens in the order of the style sheet.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..ALL.len()).map(Self)
    }

    /// Name without `--`.
    #[must_use]
    pub fn name(self) -> &'static str {
        ALL.get(self.0).map_or("", |(name, ..)| name)
    }

    /// The default colour.
    #[must_use]
    pub fn default_colour(self, theme: Theme) -> Colour {
        let (_, light, dark) =
            ALL.get(self.0)
                .copied()
                .unwrap_or(("", Colour(0, 0, 0), Colour(0, 0, 0)));
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../style/tokens.css");
        let mut found = Vec::new();
        for line in sheet.lines() {
            if let Some((name, colours)) = line.trim().split_once(": light-dark(") {
                let colours = colours.trim_end_matches(");");
                let (light, dark) = colours.split_once(", ").unwrap();
                found.push((
                    name.trim_start_matches("--").to_owned(),
                    light.to_owned(),
                    dark.to_owned(),
                ));
            }
        }
        let known: Vec<_> = Token::all()
            .map(|token| {
                (
                    token.name().to_owned(),
                    token.default_colour(Theme::Light).to_css(),
                    token.default_colour(Theme::Dark).to_css(),
                )
            })
            .collect();
        assert_eq!(known, found);
    }
}
