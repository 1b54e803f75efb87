//! Writes sample drawings as SVG files into a folder, for inspection: `cargo run -p assay-charts
//! --features svg --example samples -- FOLDER`

use std::{env, error::Error, fs, io, path::PathBuf};

use assay_charts::{
    Bar, Certificate, Hallmarks, Outline, Palette, PictureFormat, Scale, Series, Style, Tick,
    TrendPoint, bars_height, overlay_height, radar_height, svg, trend_height,
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
        target: None,
    };
    rows.iter().cycle().take(count).map(bar).collect()
}

fn certificate(sections: Vec<Bar>) -> Certificate {
    Certificate {
        heading: "Certificate of assay".to_owned(),
        name: "Meridian Health".to_owned(),
        detail: "Health care · 250 to 999 people".to_owned(),
        hallmarks: Hallmarks {
            maker: "MH".to_owned(),
            fineness: "496".to_owned(),
            year: "26".to_owned(),
        },
        measure: "AI content".to_owned(),
        figure: "49.6 %".to_owned(),
        range: "probably between 47 and 53, possibly between 41 and 58, because 3 answers are open"
            .to_owned(),
        scale: Scale {
            levels: ["Spectator", "Explorer", "Practitioner", "Integrated", "AI-native"]
                .map(str::to_owned),
            level: Some(2),
            value: Some(49.6),
            possible: Some((41.0, 58.0)),
            plausible: Some((47.0, 53.0)),
        },
        meaning: "Meridian Health works with AI in several places, and some of it pays. Compute at 31 holds \
                  the AI content back most: with all sections as strong as their mean it would be 51."
            .to_owned(),
        sections,
        path_heading: "The path that fits".to_owned(),
        path: "Industry models".to_owned(),
        confidence: "Likely: it comes out first under 83 of 100 plausible priorities.".to_owned(),
        origin: "Self-assessed by Meridian Health on 23 November 2026, not verified".to_owned(),
        model: "Assay · Model standard, version 1".to_owned(),
    }
}

fn chinese(sections: Vec<Bar>) -> Certificate {
    Certificate {
        heading: "含AI量证书".to_owned(),
        name: "明澜医疗科技（上海）有限公司智能诊断事业部华东大区".to_owned(),
        detail: "医疗 · 250 至 999 人".to_owned(),
        hallmarks: Hallmarks {
            maker: "明澜".to_owned(),
            fineness: "–".to_owned(),
            year: "26".to_owned(),
        },
        measure: "含AI量".to_owned(),
        figure: "暂无".to_owned(),
        range: "在 21 与 78 之间，因为还有 3 题没有回答".to_owned(),
        scale: Scale {
            levels: ["旁观者", "探索者", "实践者", "融合者", "AI 原生"].map(str::to_owned),
            level: None,
            value: None,
            possible: Some((21.0, 78.0)),
            plausible: None,
        },
        path: "行业模型".to_owned(),
        path_heading: "适合的路径".to_owned(),
        confidence: "势均力敌：100 种合理的侧重中，它只在 41 种里居首。".to_owned(),
        origin: "明澜医疗于2026年11月23日自评，未经核实".to_owned(),
        model: "Assay · 模型 standard，版本 1".to_owned(),
        meaning: "还没有足够的回答，算不出含AI量。".to_owned(),
        ..certificate(sections)
    }
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
            series_style: at,
            values: values(at),
        })
        .collect()
}

fn history() -> (Vec<Series>, Vec<Tick>) {
    let moment = |look: usize, day: u32, low: f64, value: f64, high: f64| TrendPoint {
        day,
        series_style: look,
        bar: Bar {
            label: format!("{} {value}", "ABCDE".chars().nth(look).unwrap_or('?')),
            low,
            value: Some(value),
            high,
            target: None,
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
    let series = [acme, other].map(|moments| Series { points: moments });
    (series.to_vec(), ticks.to_vec())
}

/// The folder into which the drawings are written.
struct Folder(PathBuf);

impl Folder {
    fn write(&self, name: &str, drawing: &str) -> io::Result<()> {
        fs::write(self.0.join(format!("{name}.svg")), drawing)
    }
}

const FAMILY: &str = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

/// Writes the radar and the bars of every sample in three widths.
fn write_sections(folder: &Folder, tone: &str, style: &Style) -> Result<(), Box<dyn Error>> {
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
    for (name, bars) in &samples {
        for width in [240, 320, 640] {
            let size = (width, radar_height(bars, width, style));
            let radar = svg::radar(bars, style, size)?;
            folder.write(&format!("radar-{name}-{width}-{tone}"), &radar)?;
            let size = (width, bars_height(bars, width, style));
            let bars = svg::bars(bars, style, size)?;
            folder.write(&format!("bars-{name}-{width}-{tone}"), &bars)?;
        }
    }
    Ok(())
}

/// Writes the radar of several companies and the trend in two widths.
fn write_comparisons(folder: &Folder, tone: &str, style: &Style) -> Result<(), Box<dyn Error>> {
    let names: Vec<String> = EN.iter().map(|row| row.0.to_owned()).collect();
    let (series, ticks) = history();
    for width in [320, 640] {
        let size = (width, overlay_height(&names, width, style));
        for count in [2, 3, 5, 8] {
            let drawing = svg::overlay(&names, &outlines(count), style, size)?;
            folder.write(&format!("overlay-{count}-{width}-{tone}"), &drawing)?;
        }
        let trend = svg::trend(&series, &ticks, style, (width, trend_height(width, style)))?;
        folder.write(&format!("trend-{width}-{tone}"), &trend)?;
    }
    Ok(())
}

/// Writes the certificate of every sample in both formats.
fn write_certificates(folder: &Folder) -> Result<(), Box<dyn Error>> {
    let style = Style {
        display_family: "'Noto Serif', Georgia, 'Songti SC', 'Noto Serif CJK SC', serif".to_owned(),
        ..Style::new(Palette::LIGHT, FAMILY)
    };
    let certificates = [
        ("en", certificate(bars(&EN, 4))),
        ("zh", chinese(bars(&ZH, 4))),
        ("twelve", certificate(bars(&LONG, 12))),
    ];
    for (name, content) in &certificates {
        for (sheet, kind) in [(PictureFormat::Wide, "wide"), (PictureFormat::A4, "a4")] {
            let drawing = svg::certificate(content, sheet, &style)?;
            folder.write(&format!("certificate-{name}-{kind}"), &drawing)?;
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Folder(env::args().nth(1).ok_or("name a folder")?.into());
    fs::create_dir_all(&folder.0)?;
    let palettes = [
        ("light", Palette::LIGHT),
        ("dark", Palette::DARK),
        ("print", Palette::PRINT),
    ];
    for (tone, palette) in palettes {
        let style = Style::new(palette, FAMILY);
        write_sections(&folder, tone, &style)?;
        write_comparisons(&folder, tone, &style)?;
    }
    write_certificates(&folder)
}
