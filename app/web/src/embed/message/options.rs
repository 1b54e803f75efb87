//! The settings that the host page can choose.

use assay_config::HostColours;
use assay_core::{Depth, Json, Stance};
use assay_locale::Language;

/// Settings that the host page chooses. `None` leaves a setting unchanged.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) language: Option<Language>,
    pub(crate) theme: Option<Theme>,
    pub(crate) colours: Option<ColourChoice>,
    pub(crate) stance: Option<Stance>,
    pub(crate) depth: Option<Depth>,
    pub(crate) hides_results: Option<bool>,
    pub(crate) auto_height: Option<bool>,
}

impl Options {
    /// Parses options; `None` if one is unknown or malformed.
    pub(super) fn parse(json: Json) -> Option<Self> {
        let Json::Object(entries) = json else {
            return None;
        };
        let mut options = Self::default();
        for (name, value) in &entries {
            let word = value.as_str()?;
            match name.as_str() {
                "lang" => {
                    options.language =
                        Some(Language::ALL.into_iter().find(|one| one.tag() == word)?);
                }
                "theme" => options.theme = Some(Theme::parse(word)?),
                "colours" => options.colours = Some(ColourChoice::parse(word)?),
                "stance" => options.stance = Some(Stance::parse(word)?),
                "depth" => options.depth = Some(Depth::parse(word)?),
                "results" => options.hides_results = Some(parse_choice(word, "hide", "show")?),
                "height" => options.auto_height = Some(parse_choice(word, "auto", "fixed")?),
                _ => return None,
            }
        }
        Some(options)
    }

    /// Returns the first option that requires permission. Stance and depth do, because the height
    /// of the frame would reveal their effect.
    pub(crate) fn needs_permission(&self) -> Option<&'static str> {
        match (self.stance, self.depth) {
            (Some(_), _) => Some("stance"),
            (None, Some(_)) => Some("depth"),
            (None, None) => None,
        }
    }

    /// Returns the options that need no permission: language, theme, colours and height.
    pub(crate) fn appearance_only(&self) -> Self {
        Self {
            stance: None,
            depth: None,
            hides_results: None,
            ..self.clone()
        }
    }
}

fn parse_choice(word: &str, yes: &str, no: &str) -> Option<bool> {
    (word == yes || word == no).then(|| word == yes)
}

/// Whose colours the frame has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColourChoice {
    /// Assay's, or those of the site's owner.
    Own,
    /// Those of the host page.
    Host(HostColours),
}

impl ColourChoice {
    /// Parses `none`, or the colours of a page.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self::Own),
            colours => HostColours::parse(colours).map(Self::Host),
        }
    }
}

/// Colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word)
    }
}
