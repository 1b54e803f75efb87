//! Properties of every drawing for arbitrary input.

use proptest::prelude::*;

use crate::geometry::Rect;
use crate::mark::{Mark, TextAnchor};
use crate::{
    BackendKind, Bar, Certificate, Font, Hallmarks, Outline, Palette, PictureFormat, Scale, Series,
    Style, Tick, TrendPoint, bars, bars_height, certificate, radar, radar_height, text, trend,
};

fn any_percent() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..=100.0,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, 100.0]),
    ]
}

fn any_bar() -> impl Strategy<Value = Bar> {
    let label = prop_oneof![
        "[A-Za-z ]{0,40}",
        "[数据算法力战略含AI量，]{0,16}",
        "\\PC{0,24}"
    ];
    (
        label,
        any_percent(),
        prop::option::of(any_percent()),
        any_percent(),
        prop::option::of(any_percent()),
    )
        .prop_map(|(label, low, value, high, target)| Bar {
            label,
            low,
            value,
            high,
            target,
        })
}

fn any_outline() -> impl Strategy<Value = Outline> {
    let values = prop::collection::vec(prop::option::weighted(0.8, any_percent()), 0..=13);
    ("[A-H]{1,2}", 0..20_usize, values).prop_map(|(letter, look, values)| Outline {
        letter,
        series_style: look,
        values,
    })
}

fn any_series() -> impl Strategy<Value = Series> {
    let moment = (0..9_000_u32, any_bar(), 0..20_usize);
    let moment = moment.prop_map(|(day, bar, look)| TrendPoint {
        day,
        bar,
        series_style: look,
    });
    prop::collection::vec(moment, 0..5).prop_map(|moments| Series { points: moments })
}

fn ticks(series: &[Series]) -> Vec<Tick> {
    let days = series.iter().flat_map(|series| &series.points);
    let mut days: Vec<u32> = days.map(|moment| moment.day).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter()
        .map(|day| Tick {
            day,
            label: format!("day {day}"),
        })
        .collect()
}

fn any_style() -> impl Strategy<Value = Style> {
    let size = prop_oneof![4 => 13.0..24.0, 1 => any::<f64>()];
    let ratio = prop_oneof![4 => 1.0..3.0, 1 => any::<f64>()];
    (size, ratio).prop_map(|(size, ratio)| Style {
        palette: Palette::LIGHT,
        font: Font {
            family: "sans-serif".to_owned(),
            size,
        },
        display_family: "serif".to_owned(),
        pixel_ratio: ratio,
        backend: BackendKind::Canvas,
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ]{0,60}",
        "[数据算法力战略含AI量，]{0,200}",
        "\\PC{0,300}",
        Just("a\u{202e}b\u{0}c\n".to_owned()),
    ]
}

fn any_certificate() -> impl Strategy<Value = Certificate> {
    let texts = prop::collection::vec(any_text(), 20);
    let ranges = prop::array::uniform5(any_percent());
    let bars = prop::collection::vec(any_bar(), 0..=12);
    (texts, ranges, prop::option::of(0_usize..7), bars).prop_map(
        |(mut texts, [value, low, high, lower, higher], level, sections)| {
            let mut text = || texts.pop().unwrap();
            Certificate {
                heading: text(),
                name: text(),
                detail: text(),
                hallmarks: Hallmarks {
                    maker: text(),
                    fineness: text(),
                    year: text(),
                },
                measure: text(),
                figure: text(),
                range: text(),
                scale: Scale {
                    levels: [text(), text(), text(), text(), text()],
                    level,
                    value: Some(value),
                    possible: Some((low, high)),
                    plausible: Some((lower, higher)),
                },
                meaning: text(),
                sections,
                path_heading: text(),
                path: text(),
                confidence: text(),
                origin: text(),
                model: text(),
            }
        },
    )
}

fn any_area() -> impl Strategy<Value = (u32, u32)> {
    prop_oneof![4 => (240_u32..800, 240_u32..800), 1 => (0_u32..2000, 0_u32..2000)]
}

/// The estimated bounding box of a text.
fn room(mark: &Mark) -> Option<Rect> {
    let (Mark::Text(label) | Mark::Display(label)) = mark else {
        return None;
    };
    let width = text::width(&label.text, label.size, label.bold);
    let left = match label.side {
        TextAnchor::Start => label.at.0,
        TextAnchor::Middle => label.at.0 - width / 2.0,
        TextAnchor::End => label.at.0 - width,
    };
    let half = label.size * 0.5;
    Some(Rect {
        left,
        top: label.at.1 - half,
        right: left + width,
        bottom: label.at.1 + half,
    })
}

fn extent(mark: &Mark) -> Rect {
    let points = match mark {
        Mark::Fill(points, _) | Mark::Line(points, ..) => points.clone(),
        Mark::Dot(at, ..) => vec![*at],
        Mark::Text(_) | Mark::Display(_) => return room(mark).unwrap(),
    };
    assert!(
        points.iter().all(|p| p.0.is_finite() && p.1.is_finite()),
        "{mark:?}"
    );
    points.iter().fold(
        Rect {
            left: f64::MAX,
            top: f64::MAX,
            right: f64::MIN,
            bottom: f64::MIN,
        },
        |r, p| Rect {
            left: r.left.min(p.0),
            top: r.top.min(p.1),
            right: r.right.max(p.0),
            bottom: r.bottom.max(p.1),
        },
    )
}

fn assert_inside(marks: &[Mark], area: (u32, u32)) {
    assert_inside_but_for(marks, area, 1e-6);
}

fn assert_inside_but_for(marks: &[Mark], (width, height): (u32, u32), slack: f64) {
    for mark in marks {
        let r = extent(mark);
        assert!(
            r.left >= -slack
                && r.top >= -slack
                && r.right <= f64::from(width) + slack
                && r.bottom <= f64::from(height) + slack,
            "{mark:?} leaves {width} by {height}"
        );
    }
}

fn assert_texts_apart(marks: &[Mark]) {
    let rooms: Vec<Rect> = marks.iter().filter_map(room).collect();
    for (at, one) in rooms.iter().enumerate() {
        for other in rooms.iter().skip(at + 1) {
            assert!(!one.overlaps(other), "{one:?} {other:?}");
        }
    }
}

proptest! {
    #[test]
    fn a_radar_stays_inside_its_area_with_its_texts_apart(
        bars in prop::collection::vec(any_bar(), 0..=13), style in any_style(), area in any_area(),
    ) {
        let marks = radar::marks(area, &bars, &style);
        assert_inside(&marks, area);
        assert_texts_apart(&marks);
    }

    #[test]
    fn bars_stay_inside_their_area_with_their_texts_apart(
        bars in prop::collection::vec(any_bar(), 0..=13), style in any_style(), area in any_area(),
    ) {
        let marks = bars::marks(area, &bars, &style);
        assert_inside(&marks, area);
        assert_texts_apart(&marks);
    }

    #[test]
    fn a_certificate_stays_on_its_sheet_with_its_texts_apart(content in any_certificate()) {
        for sheet in [PictureFormat::Wide, PictureFormat::A4] {
            let marks = certificate::marks(sheet, &content, &Style::new(Palette::LIGHT, "serif"));
            assert_inside(&marks, sheet.grid());
            assert_texts_apart(&marks);
        }
    }

    #[test]
    fn outlines_over_each_other_stay_inside_their_area_with_their_texts_apart(
        names in prop::collection::vec("\\PC{0,24}", 0..=13),
        outlines in prop::collection::vec(any_outline(), 0..=9),
        style in any_style(), area in any_area(),
    ) {
        let marks = radar::overlay::marks(area, &names, &outlines, &style);
        // A mark at 100 on an axis without a label is cut at the edge.
        assert_inside_but_for(&marks, area, style.px(5.0));
        assert_texts_apart(&marks);
    }

    #[test]
    fn figures_over_time_stay_inside_their_area_with_their_texts_apart(
        series in prop::collection::vec(any_series(), 0..=8), style in any_style(), area in any_area(),
    ) {
        let marks = trend::marks(area, &series, &ticks(&series), &style);
        assert_inside(&marks, area);
        assert_texts_apart(&marks);
    }

    #[test]
    fn in_the_requested_height_bars_and_radar_keep_the_font_size(
        bars in prop::collection::vec(any_bar(), 3..=12), width in 320_u32..800,
    ) {
        let style = Style::new(Palette::DARK, "serif");
        let drawings = [
            bars::marks((width, bars_height(&bars, width, &style)), &bars, &style),
            radar::marks((width, radar_height(&bars, width, &style)), &bars, &style),
        ];
        for marks in drawings {
            let mut sizes = marks.iter().filter_map(|mark| match mark {
                Mark::Text(label) => Some(label.size),
                _ => None,
            });
            assert!(sizes.clone().count() >= bars.len());
            assert!(sizes.all(|size| size >= 13.0));
        }
    }
}
