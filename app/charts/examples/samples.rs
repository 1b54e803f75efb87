//! Writes sample drawings as SVG into a folder, to be looked at:
//! `cargo run -p assay-charts --features svg --example samples -- FOLDER`

use std::{env, error::Error, fs, path::Path};

use assay_charts::{
    Bar, Moment, Outline, Palette, Series, Style, Tick, bars_height, overlay_height, radar_height,
    svg, trend_height,
};

type Row = (&'static str, f64, Option<f64>, f64);

const EN: [Row; 4] = [
    ("Data", 60.0, Some(66.0), 74.0),
    ("Algorithms", 46.0, Some(52.0), 58.0),
    ("Compute", 31.0, Some(31.0), 38.0),
    ("Strategy", 50.0, Some(55.0), 57.0),
];
const ZH: [Row; 4] = [
    ("数据", 60.0, Some(66.0), 74.0),
    ("算法", 46.0, Some(52.0), 58.0),
    ("算力", 0.0, None, 100.0),
    ("战略", 50.0, Some(55.0), 57.0),
];
const LONG: [Row; 7] = [
    ("Data supply and provenance", 60.0, Some(66.0), 74.0),
    ("含AI量与知识闭环建设", 22.0, Some(22.0), 22.0),
    ("Model operations", 10.0, None, 80.0),
    ("Compute and energy", 80.0, Some(90.0), 95.0),
    ("战略与组织", 50.0, Some(55.0), 57.0),
    ("Governance, risk and compliance", 0.0, Some(0.0), 0.0),
    ("Skills", 100.0, Some(100.0), 100.0),
];

fn bars(rows: &[Row], count: usize) -> Vec<Bar> {
    let bar = |&(label, low, value, high): &Row| Bar {
        label: label.to_owned(),
        low,
        value,
        high,
    };
    rows.iter().cycle().take(count).map(bar).collect()
}

fn outlines(count: usize) -> Vec<Outline> {
    let values = |at: usize| {
        let figure = |axis: usize| ((at * 37 + axis * 53 + at * axis * 11) % 90 + 5) as f64;
        (0..4).map(|axis| Some(figure(axis))).collect()
    };
    let letters = "ABCDEFGH".chars().take(count).enumerate();
    letters
        .map(|(at, letter)| Outline {
            letter: letter.to_string(),
            look: at,
            values: values(at),
        })
        .collect()
}

fn history() -> (Vec<Series>, Vec<Tick>) {
    let moment = |look: usize, day: u32, low: f64, value: f64, high: f64| Moment {
        day,
        look,
        bar: Bar {
            label: format!("{} {value}", "ABCDE".chars().nth(look).unwrap_or('?')),
            low,
            value: Some(value),
            high,
        },
    };
    let acme = vec![
        moment(0, 2000, 20.0, 31.0, 52.0),
        moment(1, 2180, 38.0, 41.0, 45.0),
        moment(3, 2518, 49.6, 49.6, 49.6),
    ];
    let other = vec![
        moment(2, 2090, 60.0, 64.0, 70.0),
        moment(4, 2500, 58.0, 58.0, 58.0),
    ];
    let ticks = [
        (2000, "23 June 2025"),
        (2090, "21 September 2025"),
        (2180, "20 December 2025"),
        (2500, "5 November 2026"),
        (2518, "23 November 2026"),
    ];
    let ticks = ticks.map(|(day, label)| Tick {
        day,
        label: label.to_owned(),
    });
    let series = [acme, other].map(|moments| Series { moments });
    (series.to_vec(), ticks.to_vec())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("name a folder")?;
    fs::create_dir_all(&folder)?;
    let palettes = [
        ("light", Palette::LIGHT),
        ("dark", Palette::DARK),
        ("print", Palette::PRINT),
    ];
    let samples = [
        ("en", bars(&EN, 4)),
        ("zh", bars(&ZH, 4)),
        ("three", bars(&EN, 3)),
        ("five", bars(&LONG, 5)),
        ("six", bars(&LONG, 6)),
        ("long", bars(&LONG, 7)),
        ("eight", bars(&EN, 8)),
        ("twelve", bars(&LONG, 12)),
    ];
    for (tone, palette) in palettes {
        let style = Style::new(
            palette,
            "system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif",
        );
        for (name, bars) in &samples {
            for width in [240, 320, 640] {
                let write = |kind: &str, drawing: String| {
                    let file = format!("{kind}-{name}-{width}-{tone}.svg");
                    fs::write(Path::new(&folder).join(file), drawing)
                };
                let high = radar_height(bars, width, &style);
                write("radar", svg::radar(bars, &style, (width, high))?)?;
                let high = bars_height(bars, width, &style);
                write("bars", svg::bars(bars, &style, (width, high))?)?;
            }
        }
        let names: Vec<String> = EN.iter().map(|row| row.0.to_owned()).collect();
        let (series, ticks) = history();
        for width in [320, 640] {
            let write = |kind: &str, drawing: String| {
                let file = format!("{kind}-{width}-{tone}.svg");
                fs::write(Path::new(&folder).join(file), drawing)
            };
            let high = overlay_height(&names, width, &style);
            for count in [2, 3, 5, 8] {
                let drawing = svg::overlay(&names, &outlines(count), &style, (width, high))?;
                write(&format!("overlay-{count}"), drawing)?;
            }
            let high = trend_height(width, &style);
            write("trend", svg::trend(&series, &ticks, &style, (width, high))?)?;
        }
    }
    Ok(())
}
