//! The brand: name, logo, colours, radius and fonts, and the style sheet made from them.

use assay_core::json::{Fields, Node};

use crate::address;
use crate::contrast::low_contrasts;
use crate::fields::{FaultLog, bounded_number, bounded_text, known_fields};
use crate::tokens::NAMES;
use crate::{Colour, FaultKind, Theme, Token};

/// The brand of the site's owner. Absent fields keep Assay's defaults.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brand {
    /// Name of the site.
    pub name: Option<String>,
    /// Address of the logo, relative to the app.
    pub logo: Option<String>,
    /// Address of the logo for the dark theme; `logo` if absent.
    pub logo_dark: Option<String>,
    /// Colours.
    pub colours: Colours,
    /// Corner radius in CSS pixels.
    pub radius: Option<f64>,
    /// Font stacks.
    pub fonts: Fonts,
}

/// The colour tokens that the brand overrides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colours {
    /// In the light theme.
    pub light: Vec<(Token, Colour)>,
    /// In the dark theme.
    pub dark: Vec<(Token, Colour)>,
}

/// Font stacks in the syntax of a style sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fonts {
    /// For controls and body text.
    pub sans: Option<String>,
    /// For headings and values.
    pub serif: Option<String>,
}

impl Colours {
    fn for_theme(&self, theme: Theme) -> &[(Token, Colour)] {
        match theme {
            Theme::Light => &self.light,
            Theme::Dark => &self.dark,
        }
    }

    fn overridden(&self, token: Token, theme: Theme) -> Option<Colour> {
        let mut set = self.for_theme(theme).iter();
        set.find_map(|(known, colour)| (*known == token).then_some(*colour))
    }

    /// The colour of a token: the brand's, otherwise Assay's.
    #[must_use]
    pub fn get(&self, token: Token, theme: Theme) -> Colour {
        self.overridden(token, theme)
            .unwrap_or_else(|| token.default_colour(theme))
    }
}

impl Brand {
    /// Whether the brand overrides a colour.
    #[must_use]
    pub fn has_colours(&self) -> bool {
        Theme::ALL
            .iter()
            .any(|theme| !self.colours.for_theme(*theme).is_empty())
    }

    /// The overridden tokens as a style sheet in the layer `tokens`, so that layers of higher
    /// priority (print) still win. `None` if nothing is overridden.
    #[must_use]
    pub fn style_sheet(&self) -> Option<String> {
        let overrides = Token::all().filter_map(|token| {
            let set = Theme::ALL.map(|theme| self.colours.overridden(token, theme));
            let [light, dark] = Theme::ALL.map(|theme| self.colours.get(token, theme).to_css());
            let is_set = set.iter().any(Option::is_some);
            is_set.then(|| format!("--{}:light-dark({light},{dark});", token.name()))
        });
        let radius = self.radius.map(|radius| format!("--radius:{radius}px;"));
        let fonts = [("sans", &self.fonts.sans), ("serif", &self.fonts.serif)];
        let fonts = fonts
            .into_iter()
            .filter_map(|(name, stack)| Some(format!("--{name}:{};", stack.as_ref()?)));
        let rules: String = overrides.chain(radius).chain(fonts).collect();
        // The repeated selector has priority over the font stacks of languages.
        (!rules.is_empty()).then(|| format!("@layer tokens{{:root:root{{{rules}}}}}"))
    }
}

/// Longest name in characters; longer names do not fit the header.
const MAX_NAME_LENGTH: usize = 60;

pub(crate) fn read_brand(node: &Node<'_, '_>, log: &mut FaultLog) -> Brand {
    let known = &["name", "logo", "logo_dark", "colours", "radius", "fonts"];
    let Some(fields) = known_fields(node, known, log) else {
        return Brand::default();
    };
    let name = fields
        .optional("name")
        .and_then(|node| bounded_text(&node, 1, MAX_NAME_LENGTH, log));
    Brand {
        name: name.map(str::to_owned),
        logo: fields
            .optional("logo")
            .and_then(|node| address::read_picture(&node, log)),
        logo_dark: fields
            .optional("logo_dark")
            .and_then(|node| address::read_picture(&node, log)),
        colours: fields
            .optional("colours")
            .map(|node| read_colours(&node, log))
            .unwrap_or_default(),
        radius: fields
            .optional("radius")
            .and_then(|node| bounded_number(&node, 0.0, 24.0, log)),
        fonts: fields
            .optional("fonts")
            .map(|node| read_fonts(&node, log))
            .unwrap_or_default(),
    }
}

fn read_colours(node: &Node<'_, '_>, log: &mut FaultLog) -> Colours {
    let Some(fields) = known_fields(node, &["light", "dark"], log) else {
        return Colours::default();
    };
    let colours = Colours {
        light: read_theme(&fields, Theme::Light, log),
        dark: read_theme(&fields, Theme::Dark, log),
    };
    for theme in Theme::ALL {
        check_contrasts(node, &colours, theme, log);
    }
    colours
}

fn read_theme(fields: &Fields<'_, '_>, theme: Theme, log: &mut FaultLog) -> Vec<(Token, Colour)> {
    let node = fields.optional(theme.name());
    let Some(fields) = node
        .as_ref()
        .and_then(|node| known_fields(node, &NAMES, log))
    else {
        return Vec::new();
    };
    let mut set = Vec::new();
    for (name, node) in fields.nodes() {
        let (Some(token), Some(text)) = (Token::from_name(name), node.text(log)) else {
            continue;
        };
        match Colour::parse(text) {
            Some(colour) => set.push((token, colour)),
            None => log.record(
                &node.place,
                FaultKind::NotAColour {
                    found: text.to_owned(),
                },
            ),
        }
    }
    set
}

/// Records pairs with too little contrast, at the colour that the brand overrides.
fn check_contrasts(node: &Node<'_, '_>, colours: &Colours, theme: Theme, log: &mut FaultLog) {
    for low in low_contrasts(|token| colours.get(token, theme)) {
        let is_overridden = |name| {
            let token = Token::from_name(name);
            token.is_some_and(|token| colours.overridden(token, theme).is_some())
        };
        let at = match (is_overridden(low.colour), is_overridden(low.ground)) {
            (true, _) => low.colour,
            (false, true) => low.ground,
            (false, false) => continue,
        };
        log.record(
            &node.place.key(theme.name()).key(at),
            FaultKind::LowContrast {
                colour: low.colour,
                ground: low.ground,
                theme,
                ratio: low.ratio,
                needed: low.needed,
            },
        );
    }
}

fn read_fonts(node: &Node<'_, '_>, log: &mut FaultLog) -> Fonts {
    let Some(fields) = known_fields(node, &["sans", "serif"], log) else {
        return Fonts::default();
    };
    Fonts {
        sans: fields
            .optional("sans")
            .and_then(|node| read_font_stack(&node, log)),
        serif: fields
            .optional("serif")
            .and_then(|node| read_font_stack(&node, log)),
    }
}

/// Generic families, which are keywords and not quoted.
const GENERIC_FAMILIES: [&str; 8] = [
    "serif",
    "sans-serif",
    "monospace",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-rounded",
    "-apple-system",
];

/// Reads a font stack such as `Inter, "Noto Sans", sans-serif` and quotes every name.
fn read_font_stack(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<String> {
    let text = bounded_text(node, 1, 300, log)?;
    let families: Option<Vec<String>> = text.split(',').map(quote_family).collect();
    if families.is_none() {
        log.record(
            &node.place,
            FaultKind::NotFonts {
                found: text.to_owned(),
            },
        );
    }
    families.map(|families| families.join(","))
}

fn quote_family(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = ['"', '\'']
        .iter()
        .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(text);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    if bare.trim().is_empty() || !bare.chars().all(plain) {
        return None;
    }
    Some(if GENERIC_FAMILIES.contains(&bare) {
        bare.to_owned()
    } else {
        format!("\"{bare}\"")
    })
}
