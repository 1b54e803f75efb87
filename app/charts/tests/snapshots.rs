//! The drawings as SVG snapshots, so that each visual change is reviewed.

#![allow(clippy::unwrap_used, reason = "a helper of tests")]

use assay_charts::{
    BackendKind, Bar, Certificate, Error, Hallmarks, Outline, Palette, PictureFormat, RadarShape,
    SERIES_STYLES, Scale, Series, Style, Tick, TrendPoint, bars, bars_height, certificate,
    legend_key, overlay, overlay_height, radar, radar_height, radar_shape, trend, trend_height,
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
        target: None,
    }
}

fn style() -> Style {
    Style {
        backend: BackendKind::Svg,
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
fn bars_are_solid_to_the_lower_bound_and_pale_up_to_the_upper_one() {
    let rows = [
        bar("Data", 50.0, Some(60.0), 75.0),
        bar("算力", 20.0, None, 40.0),
        bar("Strategy & <aims>", 0.0, Some(0.0), 0.0),
    ];
    insta::assert_snapshot!(bars_svg(&rows, 260));
}

#[test]
fn targets_are_a_dashed_outline_on_the_radar_and_marked_lines_on_the_bars() {
    let aim = |bar: Bar, target| Bar {
        target: Some(target),
        ..bar
    };
    let rows = [
        aim(bar("Data", 50.0, Some(60.0), 75.0), 80.0),
        aim(bar("Algorithms", 40.0, Some(40.0), 40.0), 55.0),
        bar("Compute", 20.0, None, 40.0),
        aim(bar("Strategy", 90.0, Some(90.0), 90.0), 70.0),
    ];
    let without = rows.each_ref().map(|bar| Bar {
        target: None,
        ..bar.clone()
    });
    assert!(radar_svg(&rows, 320).len() > radar_svg(&without, 320).len());
    assert!(bars_svg(&rows, 320).len() > bars_svg(&without, 320).len());
    assert_eq!(
        radar_height(&rows, 320, &style()),
        radar_height(&without, 320, &style())
    );
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

fn certificate_svg(content: &Certificate, sheet: PictureFormat) -> String {
    svg(sheet.grid(), |area| {
        certificate(area, sheet, content, &style())
    })
}

fn a_certificate() -> Certificate {
    let texts = [
        "Spectator",
        "Explorer",
        "Practitioner",
        "Integrated",
        "AI-native",
    ];
    Certificate {
        heading: "Certificate of assay".to_owned(),
        name: "Meridian Health".to_owned(),
        hallmarks: Hallmarks {
            maker: "MH".to_owned(),
            fineness: "496".to_owned(),
            year: "26".to_owned(),
        },
        measure: "AI content".to_owned(),
        figure: "49.6 %".to_owned(),
        range: "between 41 and 58, because 3 answers are open".to_owned(),
        scale: Scale {
            levels: texts.map(str::to_owned),
            level: Some(2),
            value: Some(49.6),
            possible: Some((41.0, 58.0)),
            plausible: Some((47.0, 53.0)),
        },
        meaning: "What the figure means.".to_owned(),
        sections: vec![bar("Data", 66.0, Some(66.0), 66.0)],
        path_heading: "The path that fits".to_owned(),
        path: "Industry models".to_owned(),
        confidence: "Likely.".to_owned(),
        origin: "Self-assessed on 23 November 2026, not verified".to_owned(),
        model: "Model standard, version 1".to_owned(),
        ..Certificate::default()
    }
}

#[test]
fn a_certificate_for_a_chat_has_all_figures_and_that_nobody_verified_them() {
    insta::assert_snapshot!(certificate_svg(&a_certificate(), PictureFormat::Wide));
}

#[test]
fn a_certificate_on_paper_has_room_for_what_the_figure_means() {
    let svg = certificate_svg(&a_certificate(), PictureFormat::A4);
    for part in [
        "49.6 %",
        "496",
        "Practitioner",
        "Data",
        "What the figure means.",
        "not verified",
    ] {
        assert!(svg.contains(part), "{part} is missing");
    }
}

#[test]
fn markup_and_steering_characters_in_a_name_are_text_or_nothing() {
    let content = Certificate {
        name: "<script>x</script>\u{202e}\u{0}\u{ffff}&".to_owned(),
        ..a_certificate()
    };
    let svg = certificate_svg(&content, PictureFormat::A4);
    assert!(
        svg.contains("&lt;script&gt;x&lt;/script&gt; &amp;"),
        "{svg}"
    );
    assert!(!svg.contains(['\u{202e}', '\u{0}', '\u{ffff}']));
}

#[test]
fn a_name_of_any_length_is_cut_to_its_place() {
    let content = Certificate {
        name: "Aa".repeat(20_000),
        origin: "数据".repeat(20_000),
        ..a_certificate()
    };
    assert!(certificate_svg(&content, PictureFormat::Wide).len() < 40_000);
}

/// Outlines with four values each, every second one with a gap.
fn outlines(count: usize) -> Vec<Outline> {
    let values = |at: usize| -> Vec<Option<f64>> {
        (0..4)
            .map(|axis| {
                Some(((at * 37 + axis * 53) % 90 + 5) as f64)
                    .filter(|_| at.is_multiple_of(2) || axis != 2)
            })
            .collect()
    };
    "ABCDEFGH"
        .chars()
        .take(count)
        .enumerate()
        .map(|(at, letter)| Outline {
            letter: letter.to_string(),
            series_style: at,
            values: values(at),
        })
        .collect()
}

fn overlay_svg(count: usize, width: u32) -> String {
    let names = ["Data", "Algorithms", "算力", "Strategy"].map(str::to_owned);
    let height = overlay_height(&names, width, &style());
    svg((width, height), |area| {
        overlay(area, &names, &outlines(count), &style())
    })
}

#[test]
fn two_outlines_lie_over_each_other_and_a_gap_interrupts_one() {
    insta::assert_snapshot!(overlay_svg(2, 480));
}

#[test]
fn eight_outlines_differ_in_dashes_and_marks() {
    insta::assert_snapshot!(overlay_svg(8, 640));
}

#[test]
fn a_legend_shows_each_look() {
    for look in 0..SERIES_STYLES {
        let drawn = svg((40, 16), |area| legend_key(area, look, &style()));
        insta::assert_snapshot!(format!("key_{look}"), drawn);
    }
}

#[test]
fn figures_over_time_have_intervals_labels_and_dates() {
    let moment = |look: usize, day: u32, low: f64, value: f64, high: f64| TrendPoint {
        day,
        series_style: look,
        bar: bar(&format!("{value}"), low, Some(value), high),
    };
    let series = [
        vec![
            moment(0, 10, 20.0, 31.0, 52.0),
            moment(1, 100, 49.0, 49.0, 49.0),
        ],
        vec![moment(2, 60, 60.0, 64.0, 70.0)],
    ];
    let series = series.map(|moments| Series { points: moments });
    let ticks = [(10, "June"), (60, "August"), (100, "九月")];
    let ticks = ticks.map(|(day, label)| Tick {
        day,
        label: label.to_owned(),
    });
    let height = trend_height(480, &style());
    insta::assert_snapshot!(svg((480, height), |area| trend(
        area,
        &series,
        &ticks,
        &style()
    )));
}

#[test]
fn a_single_day_draws_no_line_of_time() {
    let moment = TrendPoint {
        day: 5,
        series_style: 0,
        bar: bar("A", 1.0, Some(2.0), 3.0),
    };
    let series = [Series {
        points: vec![moment.clone(), moment],
    }];
    let empty = svg((400, 300), |area| trend(area, &series, &[], &style()));
    assert!(!empty.contains("<line") && !empty.contains("<poly") && !empty.contains("<text"));
}
