//! The owner's brand in documents.

use assay_config::{Colour, Config, Theme, Token};

/// Name, logo, colours and fonts of documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Brand {
    /// Name of the firm; empty if it has none.
    pub name: String,
    /// The logo.
    pub logo: Option<Logo>,
    /// The colours.
    pub colours: BrandColours,
    /// Font of headings.
    pub heading_font: String,
    /// Font of texts.
    pub body_font: String,
}

/// The colours of documents, those of the light theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the colour token that the field names")]
pub struct BrandColours {
    pub paper: Colour,
    pub ink: Colour,
    pub muted: Colour,
    pub rule: Colour,
    pub act: Colour,
    pub act_ink: Colour,
    pub act_wash: Colour,
    pub metal: Colour,
    pub metal_wash: Colour,
    pub metal_deep: Colour,
    pub stop: Colour,
}

/// A picture that documents can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// PNG or JPEG.
    pub format: LogoFormat,
    /// The file.
    pub bytes: Vec<u8>,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// The file format of a logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl LogoFormat {
    /// The extension and the content type of its files.
    #[must_use]
    pub const fn file_type(self) -> (&'static str, &'static str) {
        match self {
            Self::Png => ("png", "image/png"),
            Self::Jpeg => ("jpeg", "image/jpeg"),
        }
    }
}

/// Fonts that office programs have where a brand names none.
const HEADING_FONT: &str = "Georgia";
const BODY_FONT: &str = "Calibri";

impl Brand {
    /// The brand of a configuration, without its logo.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let colours = &config.brand.colours;
        let get = |name: &str| {
            let token = Token::from_name(name);
            token.map_or(Colour(0, 0, 0), |token| colours.get(token, Theme::Light))
        };
        let fonts = &config.brand.fonts;
        Self {
            name: config.brand.name.clone().unwrap_or_default(),
            logo: None,
            colours: BrandColours {
                paper: get("paper"),
                ink: get("ink"),
                muted: get("muted"),
                rule: get("rule"),
                act: get("act"),
                act_ink: get("act-ink"),
                act_wash: get("act-wash"),
                metal: get("metal"),
                metal_wash: get("metal-wash"),
                metal_deep: get("metal-deep"),
                stop: get("stop"),
            },
            heading_font: first_family(fonts.serif.as_deref(), HEADING_FONT),
            body_font: first_family(fonts.sans.as_deref(), BODY_FONT),
        }
    }

    /// The brand with a logo, if the file is a PNG or JPEG with a size.
    #[must_use]
    pub fn with_logo(mut self, bytes: Vec<u8>) -> Self {
        self.logo = Logo::parse(bytes);
        self
    }
}

/// The first family of a font stack that is a font rather than a keyword.
fn first_family(stack: Option<&str>, default: &str) -> String {
    let families = stack.unwrap_or_default().split(',').map(str::trim);
    let mut named = families.filter_map(|family| family.strip_prefix('"')?.strip_suffix('"'));
    named.next().unwrap_or(default).to_owned()
}

impl Logo {
    /// Reads format and size of a picture; `None` if it is neither PNG nor JPEG.
    #[must_use]
    pub fn parse(bytes: Vec<u8>) -> Option<Self> {
        let (format, size) = match png_size(&bytes) {
            Some(size) => (LogoFormat::Png, size),
            None => (LogoFormat::Jpeg, jpeg_size(&bytes)?),
        };
        let is_drawable = size.0 > 0 && size.1 > 0;
        is_drawable.then_some(Self {
            format,
            bytes,
            size,
        })
    }

    /// The largest size with the proportions of the picture within `width` and `height`.
    #[must_use]
    pub fn fit(&self, width: i64, height: i64) -> (i64, i64) {
        let (across, down) = (i64::from(self.size.0), i64::from(self.size.1));
        if across.saturating_mul(height) > down.saturating_mul(width) {
            (width, width.saturating_mul(down) / across)
        } else {
            (height.saturating_mul(across) / down, height)
        }
    }
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| {
        let digits = rest.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes(digits.try_into().ok()?))
    };
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// The size in the first frame header of a JPEG.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let &[0xff, marker, high, low, ..] = rest else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let &[_, _, _, _, _, h1, h2, w1, w2, ..] = rest else {
                return None;
            };
            let side = |a, b| u32::from(u16::from_be_bytes([a, b]));
            return Some((side(w1, w2), side(h1, h2)));
        }
        rest = rest.get(length.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_stack_gives_its_first_named_family() {
        assert_eq!(
            first_family(Some("system-ui,\"Inter\",sans-serif"), "x"),
            "Inter"
        );
        assert_eq!(first_family(Some("serif"), "Georgia"), "Georgia");
        assert_eq!(first_family(None, "Georgia"), "Georgia");
    }

    #[test]
    fn the_size_of_a_picture_is_read_from_its_header() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 0, 200, 0, 0, 0, 50]);
        assert_eq!(Logo::parse(png).map(|logo| logo.size), Some((200, 50)));
        let jpeg = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 50, 0, 200, 3,
        ];
        assert_eq!(
            Logo::parse(jpeg.to_vec()).map(|logo| logo.size),
            Some((200, 50))
        );
        assert_eq!(Logo::parse(b"<svg/>".to_vec()), None);
    }

    #[test]
    fn a_logo_keeps_its_proportions() {
        let logo = Logo {
            format: LogoFormat::Png,
            bytes: Vec::new(),
            size: (400, 100),
        };
        assert_eq!(logo.fit(200, 200), (200, 50));
        assert_eq!(logo.fit(1000, 50), (200, 50));
    }
}
