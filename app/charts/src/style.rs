//! Settings of the caller: colours, fonts, pixel density.

/// Opacity of the part of a drawing that open answers could still change.
pub(crate) const OPEN_OPACITY: f64 = 0.35;

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Parses `#rgb`, `#rrggbb` or a computed style such as `rgb(1, 2, 3)`; transparency is
    /// ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix('#') {
            Some(hex) => Self::from_hex(hex),
            None => Self::from_function(text),
        }
    }

    fn from_hex(hex: &str) -> Option<Self> {
        let digits: Vec<u8> = hex
            .chars()
            .map(|c| c.to_digit(16).map(|d| d as u8))
            .collect::<Option<_>>()?;
        match *digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c, ..] if digits.len() == 6 || digits.len() == 8 => {
                Some(Self(r * 16 + s, g * 16 + h, b * 16 + c))
            }
            _ => None,
        }
    }

    fn from_function(text: &str) -> Option<Self> {
        let inside = text
            .strip_prefix("rgb")?
            .trim_start_matches('a')
            .strip_prefix('(')?;
        let mut parts = inside
            .split([',', ' ', '/', ')'])
            .filter(|part| !part.is_empty())
            .map_while(|part| part.parse::<f64>().ok())
            .map(|part| part.round().clamp(0.0, 255.0) as u8);
        Some(Self(parts.next()?, parts.next()?, parts.next()?))
    }
}

/// The colours of a drawing, named like the design tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Text and values.
    pub ink: Rgb,
    /// Secondary text.
    pub muted: Rgb,
    /// Hairlines: rings, axes, base lines.
    pub rule: Rgb,
    /// Measured values.
    pub metal: Rgb,
    /// The stronger metal colour: outlines, dots, the start of a bar.
    pub metal_deep: Rgb,
    /// The faintest metal colour.
    pub metal_wash: Rgb,
    /// The background. It is not filled; only gaps use this colour.
    pub paper: Rgb,
    /// Blocked paths.
    pub stop: Rgb,
}

impl Palette {
    /// Dark ink and old gold on a warm light background.
    pub const LIGHT: Self = Self {
        ink: Rgb(0x1b, 0x1d, 0x21),
        muted: Rgb(0x5f, 0x5d, 0x57),
        rule: Rgb(0xdc, 0xd6, 0xc8),
        metal: Rgb(0xa9, 0x7a, 0x1f),
        metal_deep: Rgb(0x7d, 0x58, 0x10),
        metal_wash: Rgb(0xf3, 0xe6, 0xc8),
        paper: Rgb(0xfb, 0xf9, 0xf4),
        stop: Rgb(0xa2, 0x3a, 0x2b),
    };

    /// Bright gold on a nearly black background.
    pub const DARK: Self = Self {
        ink: Rgb(0xec, 0xe8, 0xdf),
        muted: Rgb(0xaa, 0xa5, 0x9b),
        rule: Rgb(0x36, 0x3a, 0x40),
        metal: Rgb(0xdc, 0xb2, 0x5a),
        metal_deep: Rgb(0xe9, 0xc6, 0x78),
        metal_wash: Rgb(0x40, 0x36, 0x1f),
        paper: Rgb(0x15, 0x17, 0x1a),
        stop: Rgb(0xef, 0x8d, 0x7d),
    };

    /// [`Palette::LIGHT`] on white with darker hairlines, which printers would otherwise drop.
    pub const PRINT: Self = Self {
        ink: Rgb(0, 0, 0),
        rule: Rgb(0xb9, 0xb3, 0xa5),
        paper: Rgb(0xff, 0xff, 0xff),
        ..Self::LIGHT
    };
}

/// Font of labels and values.
#[derive(Debug, Clone, PartialEq)]
pub struct Font {
    /// Family list as in CSS.
    pub family: String,
    /// Size in CSS pixels, clamped to 8 to 64. At least 13 is readable on a phone.
    pub size: f64,
}

/// Kind of backend. Backends interpret font sizes differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BackendKind {
    /// Uses font sizes unchanged.
    #[default]
    Canvas,
    /// plotters-svg divides font sizes by 1.24; this is compensated.
    Svg,
}

/// Appearance of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Colours.
    pub palette: Palette,
    /// Font.
    pub font: Font,
    /// Family list of names and values on a certificate.
    pub display_family: String,
    /// Units of the area per CSS pixel, clamped to 0.5 to 8: the device pixel ratio for a canvas
    /// with one unit per device pixel (sharpest, since plotters uses integer coordinates),
    /// otherwise 1.
    pub pixel_ratio: f64,
    /// Kind of backend.
    pub backend: BackendKind,
}

impl Style {
    /// A style for a canvas in CSS pixels with a font size of 13.
    #[must_use]
    pub fn new(palette: Palette, family: &str) -> Self {
        Self {
            palette,
            font: Font {
                family: family.to_owned(),
                size: 13.0,
            },
            display_family: family.to_owned(),
            pixel_ratio: 1.0,
            backend: BackendKind::Canvas,
        }
    }

    /// Converts CSS pixels to units of the area.
    pub(crate) fn px(&self, pixels: f64) -> f64 {
        pixels * clamp_finite(self.pixel_ratio, 0.5, 8.0, 1.0)
    }

    /// The font size in units of the area.
    pub(crate) fn size(&self) -> f64 {
        self.px(clamp_finite(self.font.size, 8.0, 64.0, 13.0))
    }

    /// Width of a hairline in units of the area.
    pub(crate) fn hairline(&self) -> f64 {
        self.px(1.0).round().max(1.0)
    }
}

fn clamp_finite(value: f64, low: f64, high: f64, otherwise: f64) -> f64 {
    if value.is_finite() {
        value.clamp(low, high)
    } else {
        otherwise
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palettes_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../style/tokens.css");
        let of = |palette: &Palette| {
            let Palette {
                ink,
                muted,
                rule,
                metal,
                metal_deep,
                metal_wash,
                paper,
                stop,
            } = *palette;
            [ink, muted, rule, metal, metal_deep, metal_wash, paper, stop]
        };
        let names = "ink muted rule metal metal-deep metal-wash paper stop".split(' ');
        for ((name, light), dark) in names.zip(of(&Palette::LIGHT)).zip(of(&Palette::DARK)) {
            let start = format!("--{name}: light-dark(");
            let line = sheet
                .lines()
                .find_map(|line| line.trim().strip_prefix(&start));
            let (day, night) = line.unwrap().split_once(", ").unwrap();
            let night = night.trim_end_matches(");");
            assert_eq!(
                (Rgb::parse(day), Rgb::parse(night)),
                (Some(light), Some(dark)),
                "{name}"
            );
        }
    }

    #[test]
    fn colours_are_read_as_style_sheets_and_browsers_write_them() {
        let gold = Some(Rgb(0xa9, 0x7a, 0x1f));
        for text in [
            "#a97a1f",
            " #A97A1Fff",
            "rgb(169, 122, 31)",
            "rgba(169 122 31 / 0.5)",
        ] {
            assert_eq!(Rgb::parse(text), gold, "{text}");
        }
        assert_eq!(Rgb::parse("#fa0"), Some(Rgb(0xff, 0xaa, 0)));
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for text in [
            "",
            "#",
            "#12345",
            "#ggg",
            "gold",
            "rgb(1, 2)",
            "rgb(",
            "#数据",
        ] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }
}
