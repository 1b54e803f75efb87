//! Writes sample drawings as SVG into a folder, to be looked at:
//! `cargo run -p assay-charts --features svg --example samples -- FOLDER`

use std::{env, error::Error, fs, path::Path};

use assay_charts::{Bar, Palette, Style, bars_height, radar_height, svg};

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
    }
    Ok(())
}
