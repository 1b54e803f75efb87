//! The colours of a page that embeds the app, and the palette derived from them.
//!
//! A host page gives two or three colours ([`HostColours`]); [`PageColours::derive`] computes the
//! other tokens from them. Every pair that needs contrast has it: colours of the page that lack it
//! are corrected, and a background on which no text is readable is refused.

use crate::contrast::{GRAPHIC, TEXT, low_contrasts};
use crate::{Colour, Theme, Token};

/// The lowest contrast that the better one of black and white must have with the background.
/// Between it and 4.5 no other text colour than the very best one would be readable.
const USABLE: f64 = 6.0;
const BLACK: Colour = Colour(0, 0, 0);
const WHITE: Colour = Colour(255, 255, 255);

/// The colours of a page at the place of the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostColours {
    /// Background.
    pub paper: Colour,
    /// Text.
    pub ink: Colour,
    /// Links or controls, if the page has a colour for them.
    pub act: Option<Colour>,
}

impl HostColours {
    /// Parses `#paper #ink` or `#paper #ink #act`, with one space between the colours and six
    /// hexadecimal digits each. `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut colours = text.split(' ').map(|colour| {
            let is_long = colour.len() == "#rrggbb".len();
            Colour::parse(colour).filter(|_| is_long)
        });
        let (paper, ink) = (colours.next()??, colours.next()??);
        let act = match colours.next() {
            None => None,
            Some(colour) => Some(colour?),
        };
        colours.next().is_none().then_some(Self { paper, ink, act })
    }
}

/// Why the colours of a page are not used.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum PageColourError {
    /// Neither black nor white text is readable on the background.
    #[error(
        "No text is readable on this page’s background {}: the best contrast is {best:.1} to 1, and {USABLE:.1} is needed. Assay’s own colours are shown. Put the element on a lighter or darker background, or set theme to “light” or “dark”.",
        paper.to_css()
    )]
    MiddleBackground {
        /// The background.
        paper: Colour,
        /// The contrast of the better one of black and white.
        best: f64,
    },
}

/// A colour of the page that was changed for contrast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correction {
    /// What the colour is for: `text` or `accent`.
    pub role: &'static str,
    /// The colour of the page.
    pub found: Colour,
    /// The contrast of that colour with the background.
    pub ratio: f64,
    /// The colour that is shown instead.
    pub shown: Colour,
}

impl std::fmt::Display for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "This page’s {} colour {} has too little contrast in the frame ({:.1} to 1 with the background; {TEXT} is needed); {} is shown instead.",
            self.role,
            self.found.to_css(),
            self.ratio,
            self.shown.to_css()
        )
    }
}

/// A palette derived from the colours of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageColours {
    tokens: Vec<(&'static str, Colour)>,
    /// Whether the page is light or dark.
    pub theme: Theme,
    /// The colours of the page that are not shown as they are.
    pub corrections: Vec<Correction>,
}

impl PageColours {
    /// Derives the palette.
    ///
    /// # Errors
    /// If no text is readable on the background.
    pub fn derive(host: &HostColours) -> Result<Self, PageColourError> {
        let paper = host.paper;
        let strongest = [BLACK, WHITE]
            .into_iter()
            .max_by(|one, other| one.contrast(paper).total_cmp(&other.contrast(paper)))
            .unwrap_or(BLACK);
        let best = strongest.contrast(paper);
        if best < USABLE {
            return Err(PageColourError::MiddleBackground { paper, best });
        }
        let ink = readable(host.ink, strongest, &[paper], TEXT);
        let theme = match ink.luminance() < paper.luminance() {
            true => Theme::Light,
            false => Theme::Dark,
        };
        let palette = Palette::new(paper, ink, theme, host.act);
        let mut tokens = palette.neutral_tokens();
        tokens.extend(palette.accent_tokens());
        let mut derived = Self {
            tokens,
            theme,
            corrections: Vec::new(),
        };
        derived.note_correction("text", Some(host.ink), "ink", paper);
        derived.note_correction("accent", host.act, "act", paper);
        debug_assert!(low_contrasts(|token| derived.get(token)).is_empty());
        Ok(derived)
    }

    /// The colour of a token.
    fn get(&self, token: Token) -> Colour {
        let mut tokens = self.tokens.iter();
        let found = tokens.find_map(|(name, colour)| (*name == token.name()).then_some(*colour));
        found.unwrap_or_else(|| token.default_colour(self.theme))
    }

    fn note_correction(
        &mut self,
        role: &'static str,
        found: Option<Colour>,
        token: &str,
        paper: Colour,
    ) {
        let shown = Token::from_name(token).map(|token| self.get(token));
        if let (Some(found), Some(shown)) = (found, shown)
            && found != shown
        {
            self.corrections.push(Correction {
                role,
                found,
                ratio: found.contrast(paper),
                shown,
            });
        }
    }

    /// The palette as a style sheet in the layer `tokens`. It is for screens only: a print has the
    /// colours of the light theme.
    #[must_use]
    pub fn style_sheet(&self) -> String {
        let rules: String = Token::all()
            .map(|token| format!("--{}:{};", token.name(), self.get(token).to_css()))
            .collect();
        format!("@media screen{{@layer tokens{{:root{{{rules}}}}}}}")
    }
}

/// The colours that the others are derived from.
struct Palette {
    theme: Theme,
    paper: Colour,
    /// Background of sheets, which lie on the paper.
    sheet: Colour,
    /// Readable on `paper` and `sheet`.
    ink: Colour,
    /// Readable on `paper` and `sheet`.
    act: Colour,
}

impl Palette {
    /// `ink` is readable on `paper`; `act` is the page's accent.
    fn new(paper: Colour, ink: Colour, theme: Theme, act: Option<Colour>) -> Self {
        let act = act.unwrap_or_else(|| default_colour("act", theme));
        let act = readable(act, ink, &[paper], TEXT);
        let mut palette = Self {
            theme,
            paper,
            sheet: paper,
            ink,
            act,
        };
        palette.sheet = match theme {
            Theme::Light => paper.mix(WHITE, 0.5),
            Theme::Dark => palette.ground(ink, 0.04, &[ink, act]),
        };
        palette
    }

    /// The paper with up to `amount` of a colour: as much as leaves these texts readable.
    fn ground(&self, colour: Colour, amount: f64, texts: &[Colour]) -> Colour {
        let parts = [1.0, 0.7, 0.4, 0.2].map(|part| amount * part);
        let mut grounds = parts.map(|part| self.paper.mix(colour, part)).into_iter();
        let readable = grounds.find(|ground| texts.iter().all(|one| one.contrast(*ground) >= TEXT));
        readable.unwrap_or(self.paper)
    }

    /// The tokens without a hue of their own.
    fn neutral_tokens(&self) -> Vec<(&'static str, Colour)> {
        let Self {
            paper, sheet, ink, ..
        } = *self;
        let strong = match self.theme {
            Theme::Light => ink,
            Theme::Dark => paper.mix(ink, 0.55),
        };
        let muted = readable(ink.mix(paper, 0.3), ink, &[paper, sheet], TEXT);
        let control = readable(paper.mix(ink, 0.5), ink, &[paper, sheet], GRAPHIC);
        vec![
            ("paper", paper),
            ("sheet", sheet),
            ("ink", ink),
            ("muted", muted),
            ("rule", paper.mix(ink, 0.16)),
            ("rule-strong", readable(strong, ink, &[paper], GRAPHIC)),
            ("control", control),
        ]
    }

    /// The tokens with a hue: the page's accent, and Assay's own for certificates and warnings.
    fn accent_tokens(&self) -> Vec<(&'static str, Colour)> {
        let own = |token| default_colour(token, self.theme);
        let readable_own = |token, ground, needed| {
            readable(
                own(token),
                self.ink,
                &[self.paper, self.sheet, ground],
                needed,
            )
        };
        let texts = [self.ink, self.act];
        let metal_wash = self.ground(own("metal"), 0.2, &[self.ink]);
        vec![
            ("act", self.act),
            ("act-ink", text_on(self.act, self.paper)),
            ("act-wash", self.ground(self.act, 0.1, &texts)),
            ("metal", readable_own("metal", metal_wash, GRAPHIC)),
            ("metal-wash", metal_wash),
            ("metal-deep", readable_own("metal-deep", self.paper, TEXT)),
            ("stop", readable_own("stop", self.paper, TEXT)),
            ("stop-wash", self.ground(own("stop"), 0.12, &texts)),
        ]
    }
}

fn default_colour(token: &str, theme: Theme) -> Colour {
    Token::from_name(token).map_or(BLACK, |token| token.default_colour(theme))
}

/// Number of mixtures that are tried on the way to a readable colour.
const STEPS: u32 = 20;

/// `colour`, mixed with as much of `target` as it needs for its contrast with every ground. `target`
/// itself must have that contrast.
fn readable(colour: Colour, target: Colour, grounds: &[Colour], needed: f64) -> Colour {
    let mixtures = (0..STEPS).map(|step| colour.mix(target, f64::from(step) / f64::from(STEPS)));
    let mut enough = mixtures.filter(|mixture| {
        let mut grounds = grounds.iter();
        grounds.all(|ground| mixture.contrast(*ground) >= needed)
    });
    enough.next().unwrap_or(target)
}

/// The colour of text on a filled control: the page's background if it is readable there.
fn text_on(fill: Colour, paper: Colour) -> Colour {
    let mut choices = [paper, WHITE, BLACK].into_iter();
    let readable = choices.find(|choice| choice.contrast(fill) >= TEXT);
    readable.unwrap_or(BLACK)
}

#[cfg(test)]
mod tests;
