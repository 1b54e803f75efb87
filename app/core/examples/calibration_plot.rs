//! The table of the example `calibration` as a drawing.
//!
//! `cargo run --release -p assay-core --example calibration_plot -- POPULATION LANGUAGE < docs/calibration.csv`

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "an example may fail"
)]

use std::fmt::Write as _;

const TOP: f64 = 98.0;
const BOTTOM: f64 = 384.0;
const WIDTH: f64 = 330.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 488.0;
const MARGIN: f64 = 14.0;
const ASKED: u8 = 8;

/// A line of the table.
struct Row {
    stance: String,
    figure: String,
    at: f64,
    value: f64,
    companies: f64,
}

/// The words of a drawing.
struct PlotTexts {
    title: &'static str,
    description: &'static str,
    same_path: &'static str,
    by_confidence: &'static str,
    by_asked: &'static str,
    confidence: &'static str,
    diagonal: &'static str,
    asked: &'static str,
    stances: [&'static str; 2],
    orders: [&'static str; 2],
    note: &'static str,
}

const ENGLISH: PlotTexts = PlotTexts {
    title: "How sure, and how often right",
    description: "Left: the share of simulated companies whose full assessment gives the same path, by the confidence after the quick questions. Right: the same share by how many more questions were asked, the most informative next or at random.",
    same_path: "Same path as the full assessment,",
    by_confidence: "by the confidence shown after the quick questions",
    by_asked: "by how many more questions were asked",
    confidence: "confidence",
    diagonal: "as often as it says",
    asked: "questions asked after the quick ones",
    stances: ["providers", "adopters"],
    orders: ["most informative next", "at random"],
    note: "COUNT simulated companies a side, mean AI content MEAN. Larger dots: more companies. Whiskers: two standard errors.",
};

const CHINESE: PlotTexts = PlotTexts {
    title: "说有多大把握，实际就有多准",
    description: "左图：按快速测评后的把握分组，完整测评路径相同的模拟企业所占比例。右图：同一比例随追问题数的变化，每次问信息量最大的题，或随机问。",
    same_path: "与完整测评路径相同的比例，",
    by_confidence: "按快速测评后给出的把握分组",
    by_asked: "按追问的题数",
    confidence: "把握",
    diagonal: "说多少就是多少",
    asked: "快速题之后追问的题数",
    stances: ["提供方", "使用方"],
    orders: ["每次问信息量最大的题", "随机问"],
    note: "每一侧 COUNT 家模拟企业，平均含AI量 MEAN。点越大，企业越多；竖线为两倍标准误。",
};

/// How a line and its dots look.
struct Style {
    stroke: &'static str,
    dash: &'static str,
    fill: &'static str,
}

const STYLES: [Style; 2] = [
    Style {
        stroke: "#7d5810",
        dash: "",
        fill: "#7d5810",
    },
    Style {
        stroke: "#a97a1f",
        dash: r#" stroke-dasharray="7 4""#,
        fill: "#fffefb",
    },
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let population = arguments.next().unwrap_or_else(|| "even".to_owned());
    let language = arguments.next().unwrap_or_else(|| "en".to_owned());
    let texts = if language == "en" { ENGLISH } else { CHINESE };
    let table = std::io::read_to_string(std::io::stdin()).unwrap();
    let rows: Vec<Row> = table
        .lines()
        .filter_map(|line| line.strip_prefix(&format!("{population},")).map(row))
        .collect();
    let mut svg = beginning(&texts, &language);
    confidence_chart(&mut svg, &texts, &rows);
    asked_chart(&mut svg, &texts, &rows);
    let content = of(&rows, "provide", "mean AI content").next().unwrap();
    let note = texts
        .note
        .replace("COUNT", &format!("{:.0}", content.companies))
        .replace("MEAN", &format!("{:.0}", content.value));
    write!(svg, "<text x=\"34\" y=\"458\">{note}</text></svg>").unwrap();
    println!("{svg}");
}

fn row(line: &str) -> Row {
    let fields: Vec<&str> = line.split(',').collect();
    Row {
        stance: fields[0].to_owned(),
        figure: fields[1].to_owned(),
        at: fields[2].parse().unwrap_or_default(),
        value: fields[3].parse().unwrap(),
        companies: fields[4].parse().unwrap(),
    }
}

fn of<'r>(rows: &'r [Row], stance: &'r str, figure: &'r str) -> impl Iterator<Item = &'r Row> {
    rows.iter()
        .filter(move |row| row.stance == stance && row.figure == figure)
}

fn beginning(texts: &PlotTexts, language: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 480\" width=\"860\" height=\"480\" role=\"img\" aria-labelledby=\"t d\" lang=\"{language}\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n<style>text{{font:13px system-ui, &quot;Noto Sans&quot;, &quot;PingFang SC&quot;, &quot;Noto Sans CJK SC&quot;, sans-serif;fill:#5f5d57;font-variant-numeric:tabular-nums lining-nums}}.h{{font:600 15px ui-serif, Georgia, &quot;Noto Serif&quot;, &quot;Songti SC&quot;, &quot;Noto Serif CJK SC&quot;, serif;fill:#1b1d21}}.k{{fill:#1b1d21}}.e{{text-anchor:end}}.m{{text-anchor:middle}}</style>\n<rect width=\"860\" height=\"480\" fill=\"#fffefb\"/><rect x=\"6.5\" y=\"6.5\" width=\"847\" height=\"467\" fill=\"none\" stroke=\"#dcd6c8\"/>\n",
        texts.title, texts.description
    )
}

/// The heading of a chart and its lines from `floor` to 1.
fn frame(svg: &mut String, texts: &PlotTexts, left: f64, heading: &str, floor: f64, step: f64) {
    let same = texts.same_path;
    writeln!(svg, "<text class=\"h\" x=\"{left}\" y=\"42\">{same}</text><text class=\"h\" x=\"{left}\" y=\"62\">{heading}</text>").unwrap();
    let mut value = floor;
    while value < 1.0 + 1e-9 {
        let y = height(value, floor);
        let label = left - 8.0;
        writeln!(svg, "<path d=\"M{left} {y:.1}h{WIDTH}\" stroke=\"#dcd6c8\"/><text class=\"e\" x=\"{label}\" y=\"{:.1}\">{value:.1}</text>", y + 4.0).unwrap();
        value += step;
    }
}

/// The place of a share between the lowest line and 1.
fn height(value: f64, floor: f64) -> f64 {
    BOTTOM - (value.clamp(floor, 1.0) - floor) / (1.0 - floor) * (BOTTOM - TOP)
}

fn confidence_chart(svg: &mut String, texts: &PlotTexts, rows: &[Row]) {
    frame(svg, texts, LEFT, texts.by_confidence, 0.0, 0.2);
    for tenths in [0_u8, 2, 4, 6, 8, 10] {
        let value = f64::from(tenths) / 10.0;
        let x = LEFT + WIDTH * value;
        writeln!(
            svg,
            "<text class=\"m\" x=\"{x:.1}\" y=\"404\">{value:.1}</text>"
        )
        .unwrap();
    }
    writeln!(svg, "<text class=\"m\" x=\"227\" y=\"426\">{}</text>\n<path d=\"M62 384L392 98\" stroke=\"#5f5d57\" stroke-dasharray=\"2 4\" fill=\"none\"/>\n<path d=\"M234 344h26\" stroke=\"#5f5d57\" stroke-dasharray=\"2 4\"/><text x=\"268\" y=\"348\">{}</text>", texts.confidence, texts.diagonal).unwrap();
    for (place, stance) in ["provide", "adopt"].into_iter().enumerate() {
        let style = &STYLES[place];
        let bins: Vec<&Row> = of(rows, stance, "same path at confidence").collect();
        let mut points = Vec::new();
        for bin in &bins {
            let x = LEFT + WIDTH * bin.at;
            let error = 2.0 * (bin.at * (1.0 - bin.at) / bin.companies).sqrt();
            let (low, high) = (
                height(bin.value - error, 0.0),
                height(bin.value + error, 0.0),
            );
            writeln!(
                svg,
                "<path d=\"M{x:.1} {low:.1}V{high:.1}\" stroke=\"#a97a1f\" stroke-opacity=\".55\"/>"
            )
            .unwrap();
            points.push((x, height(bin.value, 0.0), 2.0 + bin.companies.sqrt() / 3.0));
        }
        line(svg, &points, style.stroke, style.dash, style.fill);
        let y = 110 + 20 * place;
        writeln!(svg, "<path d=\"M76 {y}h30\" stroke=\"{0}\" stroke-width=\"2\"{1}/><circle cx=\"91\" cy=\"{y}\" r=\"4\" fill=\"{2}\" stroke=\"{0}\" stroke-width=\"2\"/><text class=\"k\" x=\"114\" y=\"{3}\">{4}</text>", style.stroke, style.dash, style.fill, y + 4, texts.stances[place]).unwrap();
    }
}

fn asked_chart(svg: &mut String, texts: &PlotTexts, rows: &[Row]) {
    let figures = [
        "same path asked by information",
        "same path asked at random",
    ];
    let shown = rows
        .iter()
        .filter(|row| figures.contains(&row.figure.as_str()));
    let least = shown.map(|row| row.value).fold(1.0, f64::min);
    let floor = (least * 10.0).floor() / 10.0;
    frame(svg, texts, RIGHT, texts.by_asked, floor, 0.1);
    let place = |asked: f64| RIGHT + MARGIN + (WIDTH - 2.0 * MARGIN) * asked / f64::from(ASKED);
    asked_axis(svg, texts, place);
    for (order, figure) in figures.into_iter().enumerate() {
        let mut lowest: f64 = 0.0;
        for (side, stance) in ["provide", "adopt"].into_iter().enumerate() {
            let style = &STYLES[side];
            let stroke = if order == 0 { style.stroke } else { "#8d887d" };
            let fill = if side == 0 { stroke } else { style.fill };
            let points =
                of(rows, stance, figure).map(|row| (place(row.at), height(row.value, floor), 3.5));
            let points: Vec<(f64, f64, f64)> = points.collect();
            lowest = lowest.max(points[5].1);
            line(svg, &points, stroke, style.dash, fill);
        }
        let order = texts.orders[order];
        writeln!(
            svg,
            "<text class=\"k m\" x=\"706\" y=\"{:.0}\">{order}</text>",
            lowest + 28.0
        )
        .unwrap();
    }
}

/// The numbers of questions below the chart.
fn asked_axis(svg: &mut String, texts: &PlotTexts, place: impl Fn(f64) -> f64) {
    for asked in 0..=ASKED {
        let x = place(f64::from(asked));
        writeln!(
            svg,
            "<text class=\"m\" x=\"{x:.1}\" y=\"404\">{asked}</text>"
        )
        .unwrap();
    }
    writeln!(
        svg,
        "<text class=\"m\" x=\"653\" y=\"426\">{}</text>",
        texts.asked
    )
    .unwrap();
}

/// A line through points, each with the radius of its dot.
fn line(svg: &mut String, points: &[(f64, f64, f64)], stroke: &str, dash: &str, fill: &str) {
    let path: Vec<String> = points
        .iter()
        .map(|(x, y, _)| format!("{x:.1} {y:.1}"))
        .collect();
    let path = path.join("L");
    writeln!(
        svg,
        "<path d=\"M{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2\"{dash}/>"
    )
    .unwrap();
    for (x, y, radius) in points {
        writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"2\"/>").unwrap();
    }
}
