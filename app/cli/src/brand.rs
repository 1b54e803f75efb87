//! The brand of reports: from `config.json` with its logo beside it.

use std::path::Path;

use assay_config::{Config, describe_fault};
use assay_reports::Brand;
use resvg::{tiny_skia, usvg};

use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
use crate::wording::LocaleBundle;

/// The brand in a configuration; Assay's own without one. A logo that cannot be used is a warning.
pub(crate) fn read_brand(config: Option<&Path>, locale: &LocaleBundle) -> Result<Brand, Failure> {
    let Some(path) = config else {
        return Ok(Brand::new(&Config::default()));
    };
    let source = InputSource::new(path);
    let text = source.read_text(locale)?;
    let config = Config::parse(&text).map_err(|faults| {
        let name = source.name(locale);
        let say = |one| format!("{name}: {}", describe_fault(locale, one));
        Failure::Input(faults.0.iter().map(say).collect())
    })?;
    let brand = Brand::new(&config);
    let Some(logo) = &config.brand.logo else {
        return Ok(brand);
    };
    let logo = path.with_file_name(logo);
    let bytes = std::fs::read(&logo)
        .map_err(|error| InputSource::new(&logo).read_failure(&error, locale))?;
    let brand = brand.with_logo(draw_svg(&bytes).unwrap_or(bytes));
    if brand.logo.is_none() {
        let warning = locale.cli_warning(&locale.unusable_logo(&logo));
        print_errors(&[warning]);
    }
    Ok(brand)
}

/// Longer side of a drawn logo in pixels.
const LOGO_PIXELS: f32 = 1200.0;

/// An SVG drawn as PNG; `None` for any other picture.
fn draw_svg(bytes: &[u8]) -> Option<Vec<u8>> {
    let tree = usvg::Tree::from_data(bytes, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let scale = LOGO_PIXELS / size.width().max(size.height());
    let side = |length: f32| (length * scale).ceil().clamp(1.0, LOGO_PIXELS) as u32;
    let mut pixels = tiny_skia::Pixmap::new(side(size.width()), side(size.height()))?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::draw_svg;
    use assay_reports::Logo;

    #[test]
    fn an_svg_logo_becomes_a_png_of_the_same_proportions() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#123" d="M0 0h40v20z"/></svg>"##;
        let logo = Logo::parse(draw_svg(svg).unwrap()).unwrap();
        assert_eq!(logo.size, (1200, 600));
        assert_eq!(draw_svg(b"\x89PNG"), None);
    }
}
