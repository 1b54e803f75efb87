//! The charts of a report as SVG pictures, in the brand's colours and fonts.

use assay_charts::{Bar, Palette, Rgb, Style, bars_height, radar_height, svg};
use assay_config::Colour;
use assay_core::Range;

use crate::content::ReportContent;
use crate::error::Error;

/// Width of a picture in CSS pixels.
const WIDTH: u32 = 640;

/// The charts of a report as SVG.
pub struct ChartFiles {
    /// The bars of the sections.
    pub sections: String,
    /// The others with their names in file names.
    pub others: Vec<(&'static str, String)>,
}

/// Draws the bars of the sections, the bars of the paths, and the radar if there is one.
///
/// # Errors
/// The drawing failed.
pub fn draw_charts(content: &ReportContent) -> Result<ChartFiles, Error> {
    let (figures, style) = (&content.figures, style(content));
    let sections = figures.sections.iter().enumerate();
    let target = |index| content.targets.as_ref()?.section_percent(index);
    let sections = sections.filter_map(|(index, section)| {
        Some(Bar {
            target: target(index),
            ..bar(&section.title, section.range?)
        })
    });
    let sections: Vec<Bar> = sections.collect();
    let paths = figures.paths.iter();
    let paths: Vec<Bar> = paths
        .filter_map(|path| Some(bar(&path.name, path.fit?)))
        .collect();
    let draw = |bars: &[Bar]| svg::bars(bars, &style, (WIDTH, bars_height(bars, WIDTH, &style)));
    let mut others = vec![("paths", draw(&paths)?)];
    let height = radar_height(&sections, WIDTH, &style);
    if height > 0 {
        others.push(("radar", svg::radar(&sections, &style, (WIDTH, height))?));
    }
    Ok(ChartFiles {
        sections: draw(&sections)?,
        others,
    })
}

fn bar(label: &str, range: Range) -> Bar {
    Bar {
        label: label.to_owned(),
        low: range.low,
        value: range.value,
        high: range.high,
        target: None,
    }
}

fn style(content: &ReportContent) -> Style {
    let (brand, colours) = (&content.brand, content.brand.colours);
    let rgb = |Colour(red, green, blue): Colour| Rgb(red, green, blue);
    let palette = Palette {
        ink: rgb(colours.ink),
        muted: rgb(colours.muted),
        rule: rgb(colours.rule),
        metal: rgb(colours.metal),
        metal_deep: rgb(colours.metal_deep),
        metal_wash: rgb(colours.metal_wash),
        paper: rgb(colours.paper),
        stop: rgb(colours.stop),
    };
    let family = format!(
        "{}, {}, sans-serif",
        brand.body_font,
        content.language.east_asian_font()
    );
    Style::new(palette, &family)
}
