//! The drawings as SVG, kept so that a change of look is a change that somebody reviews.

#![allow(clippy::unwrap_used, reason = "a helper of tests")]

use assay_charts::{
    Bar, Error, Medium, Palette, RadarShape, Style, bars, bars_height, radar, radar_height,
    radar_shape,
};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_svg::SVGBackend;

fn bar(label: &str, low: f64, value: Option<f64>, high: f64) -> Bar {
    Bar {
        label: label.to_owned(),
        low,
        value,
        high,
    }
}

fn style() -> Style {
    Style {
        medium: Medium::Svg,
        ..Style::new(Palette::LIGHT, "sans-serif")
    }
}

fn svg(
    size: (u32, u32),
    draw: impl FnOnce(&DrawingArea<SVGBackend<'_>, Shift>) -> Result<(), Error>,
) -> String {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
    draw(&area).unwrap();
    area.present().unwrap();
    drop(area);
    svg
}

fn radar_svg(rows: &[Bar], width: u32) -> String {
    svg((width, radar_height(rows, width, &style())), |area| {
        radar(area, rows, &style())
    })
}

fn bars_svg(rows: &[Bar], width: u32) -> String {
    svg((width, bars_height(rows, width, &style())), |area| {
        bars(area, rows, &style())
    })
}

#[test]
fn four_known_sections_make_a_closed_outline_without_a_band() {
    let rows =
        ["Data", "Algorithms", "Compute", "Strategy"].map(|l| bar(l, 50.0, Some(50.0), 50.0));
    insta::assert_snapshot!(radar_svg(&rows, 480));
}

#[test]
fn a_section_without_a_value_opens_the_outline_and_shows_its_interval() {
    let rows = [
        bar("数据", 60.0, Some(66.0), 72.0),
        bar("算法", 52.0, Some(52.0), 52.0),
        bar("算力", 20.0, None, 50.0),
        bar("战略", 55.0, Some(55.0), 55.0),
    ];
    insta::assert_snapshot!(radar_svg(&rows, 240));
}

#[test]
fn nine_sections_get_numbers() {
    let rows: Vec<Bar> = (0..9)
        .map(|_| bar("A name", 40.0, Some(40.0), 40.0))
        .collect();
    insta::assert_snapshot!(radar_svg(&rows, 240));
}

#[test]
fn bars_are_solid_to_the_value_and_hatched_between_low_and_high() {
    let rows = [
        bar("Data", 50.0, Some(60.0), 75.0),
        bar("算力", 20.0, None, 40.0),
        bar("Strategy & <aims>", 0.0, Some(0.0), 0.0),
    ];
    insta::assert_snapshot!(bars_svg(&rows, 260));
}

#[test]
fn the_shape_follows_the_number_of_sections() {
    assert_eq!([0, 1, 2].map(radar_shape), [RadarShape::BarsOnly; 3]);
    assert_eq!([3, 4, 8].map(radar_shape), [RadarShape::Labelled; 3]);
    assert_eq!([9, 12, 5000].map(radar_shape), [RadarShape::Numbered; 3]);
}

#[test]
fn two_sections_draw_no_radar() {
    let rows = [bar("A", 0.0, Some(1.0), 2.0), bar("B", 0.0, Some(1.0), 2.0)];
    assert_eq!(radar_height(&rows, 400, &style()), 0);
    let empty = svg((400, 300), |area| radar(area, &rows, &style()));
    assert!(!empty.contains("<line") && !empty.contains("<poly") && !empty.contains("<text"));
}
