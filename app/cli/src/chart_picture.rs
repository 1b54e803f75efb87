//! Draws the charts of reports as PNG, with the fonts of this computer.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use assay_config::Colour;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, FontFamily, FontResolver, fontdb};
use skrifa::{FontRef, MetadataProvider};

/// Longer side of a picture in pixels.
const PICTURE_PIXELS: f32 = 1920.0;
/// Width of the paper around the chart in pixels, as in the app.
const MARGIN: f32 = 60.0;

/// Fonts of texts whose own font the system lacks, the first ones preferred.
const COMMON_FAMILIES: [&str; 7] = [
    "Carlito",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "Noto Sans",
    "DejaVu Sans",
];

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PictureError {
    /// The computer has no fonts.
    NoFonts,
    /// No font has these characters.
    MissingCharacters(String),
    /// The library refuses the drawing, for this reason.
    Drawing(String),
}

/// The fonts of this computer.
pub(crate) struct SystemFonts(Arc<fontdb::Database>);

/// What the search for a font has to respect.
struct Wanted<'a> {
    /// Families, the first ones preferred. Other families are taken where none of these fits.
    families: &'a [&'a str],
    weight: u16,
    /// A character that the font must have.
    character: Option<char>,
    /// Fonts that were tried.
    tried: &'a [fontdb::ID],
}

impl SystemFonts {
    pub(crate) fn find() -> Self {
        let mut faces = fontdb::Database::new();
        faces.load_system_fonts();
        Self(Arc::new(faces))
    }

    /// Draws an SVG as PNG on paper of a colour, since a chart is not readable on every background.
    /// `fallbacks` are the families that are preferred for characters that the font of a text lacks.
    ///
    /// # Errors
    /// If there is no font for one of its characters.
    pub(crate) fn draw(
        &self,
        svg: &str,
        paper: Colour,
        fallbacks: &[&str],
    ) -> Result<Vec<u8>, PictureError> {
        if self.0.is_empty() {
            return Err(PictureError::NoFonts);
        }
        let missing = Mutex::default();
        let options = usvg::Options {
            fontdb: self.0.clone(),
            font_resolver: font_resolver(fallbacks, &missing),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(svg, &options).map_err(|error| refusal(&error))?;
        drop(options);
        let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
        if missing.is_empty() {
            draw_tree(&tree, paper)
        } else {
            Err(PictureError::MissingCharacters(
                missing.into_iter().collect(),
            ))
        }
    }
}

fn refusal(reason: &dyn Display) -> PictureError {
    PictureError::Drawing(reason.to_string())
}

fn draw_tree(tree: &usvg::Tree, Colour(red, green, blue): Colour) -> Result<Vec<u8>, PictureError> {
    let size = tree.size();
    let scale = (PICTURE_PIXELS - 2.0 * MARGIN) / size.width().max(size.height());
    let side = |length: f32| {
        (length * scale + 2.0 * MARGIN)
            .ceil()
            .clamp(1.0, PICTURE_PIXELS) as u32
    };
    let (width, height) = (side(size.width()), side(size.height()));
    let pixels = Pixmap::new(width, height);
    let mut pixels = pixels.ok_or_else(|| refusal(&format_args!("{width} × {height}")))?;
    pixels.fill(Color::from_rgba8(red, green, blue, u8::MAX));
    resvg::render(
        tree,
        Transform::from_translate(MARGIN, MARGIN).pre_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|error| refusal(&error))
}

/// Chooses fonts, and collects the characters that no font has.
fn font_resolver<'a>(
    fallbacks: &'a [&'a str],
    missing: &'a Mutex<BTreeSet<char>>,
) -> FontResolver<'a> {
    FontResolver {
        select_font: Box::new(|font, faces| {
            let named = font.families().iter().filter_map(|family| match family {
                FontFamily::Named(name) => Some(name.as_str()),
                _ => None,
            });
            let families: Vec<&str> = named.chain(COMMON_FAMILIES).collect();
            let wanted = Wanted {
                families: &families,
                weight: font.weight(),
                character: Some('0'),
                tried: &[],
            };
            find_face(faces, &wanted).or_else(|| faces.faces().next().map(|face| face.id))
        }),
        select_fallback: Box::new(move |character, tried, faces| {
            let of_text = tried.first().and_then(|&first| faces.face(first));
            let wanted = Wanted {
                families: fallbacks,
                weight: of_text.map_or(fontdb::Weight::NORMAL, |face| face.weight).0,
                character: Some(character),
                tried,
            };
            let found = find_face(faces, &wanted);
            if found.is_none() && !character.is_control() {
                let mut missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
                missing.insert(character);
            }
            found
        }),
    }
}

/// The upright font that fits best: by family, then by weight.
fn find_face(faces: &fontdb::Database, wanted: &Wanted<'_>) -> Option<fontdb::ID> {
    let place = |face: &fontdb::FaceInfo| {
        let is_of = |family: &&str| face.families.iter().any(|(name, _)| name == *family);
        let place = wanted.families.iter().position(is_of);
        let weight = face.weight.0.abs_diff(wanted.weight);
        (place.unwrap_or(usize::MAX), face.monospaced, weight)
    };
    let mut sorted: Vec<&fontdb::FaceInfo> = faces
        .faces()
        .filter(|face| face.style == fontdb::Style::Normal && !wanted.tried.contains(&face.id))
        .collect();
    sorted.sort_by_key(|face| place(face));
    let fits = |face: &&fontdb::FaceInfo| {
        let character = wanted.character;
        character.is_none_or(|character| has_character(faces, face.id, character))
    };
    sorted.into_iter().find(fits).map(|face| face.id)
}

fn has_character(faces: &fontdb::Database, face: fontdb::ID, character: char) -> bool {
    let found = faces.with_face_data(face, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        font.charmap().map(character)
    });
    found.flatten().is_some()
}

#[cfg(test)]
mod tests {
    use super::{PictureError, SystemFonts};
    use assay_config::Colour;
    use assay_reports::Logo;
    use resvg::tiny_skia::Pixmap;
    use resvg::usvg::fontdb;

    const PAPER: Colour = Colour(0xfb, 0xf9, 0xf4);

    /// A drawing of 64 × 16 with a text.
    fn drawing(text: &str) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="64" height="16" viewBox="0 0 64 16"><text x="0" y="12" font-family="Nowhere, sans-serif">{text}</text></svg>"#
        )
    }

    #[test]
    fn a_computer_without_fonts_draws_nothing() {
        let fonts = SystemFonts(fontdb::Database::new().into());
        let drawn = fonts.draw(&drawing("A"), PAPER, &[]);
        assert_eq!(drawn, Err(PictureError::NoFonts));
    }

    #[test]
    fn a_picture_has_1920_pixels_on_its_longer_side_and_every_character() {
        let fonts = SystemFonts::find();
        match fonts.draw(&drawing("A1"), PAPER, &[]) {
            Ok(png) => assert_eq!(Logo::parse(png).map(|logo| logo.size), Some((1920, 570))),
            error => assert!(fonts.0.is_empty(), "{error:?}"),
        }
        // A private character, which no font has.
        let without = fonts.draw(&drawing("A\u{10fffd}"), PAPER, &[]);
        let missing = Err(PictureError::MissingCharacters("\u{10fffd}".to_owned()));
        assert!(without == missing || fonts.0.is_empty(), "{without:?}");
    }

    #[test]
    fn a_picture_has_the_colour_of_the_paper_behind_it() {
        let fonts = SystemFonts::find();
        match fonts.draw(&drawing("1"), PAPER, &[]) {
            Ok(png) => {
                let pixels = Pixmap::decode_png(&png).unwrap();
                assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255));
                let corner = pixels
                    .pixels()
                    .last()
                    .map(|it| (it.red(), it.green(), it.blue()));
                assert_eq!(corner, Some((PAPER.0, PAPER.1, PAPER.2)));
            }
            error => assert!(fonts.0.is_empty(), "{error:?}"),
        }
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        let fonts = SystemFonts::find();
        let refused = fonts.draw("<svg", PAPER, &[]);
        let is_refusal = matches!(refused, Err(PictureError::Drawing(_)));
        assert!(is_refusal || fonts.0.is_empty(), "{refused:?}");
    }
}
