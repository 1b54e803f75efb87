//! Tables, pictures, styles and the other parts.

use assay_locale::Language;

use super::text::run;
use crate::brand::BrandColours;
use crate::content::{Chart, Table};
use crate::drawing::{hex, language_tag};
use crate::xml::escape;
use crate::{Brand, EAST_ASIAN_FONT};

const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

pub(super) const SETTINGS_XML: &str = "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";

pub(super) const NUMBERING_XML: &str = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"280\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// The main part: A4 with margins of 2.2 cm.
pub(super) fn document(body: &str, footer: &str) -> String {
    format!(
        "<w:document {MAIN} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{footer}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1247\" w:right=\"1247\" w:bottom=\"1247\" w:left=\"1247\" w:header=\"624\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

/// Company, kind of document and page number.
pub(super) fn footer(company: &str, heading: &str) -> String {
    format!(
        "<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"9412\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">{company}  ·  {heading}</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"
    )
}

/// A table with a repeated heading row; rows stay on one page.
pub(super) fn table(table: &Table, colours: BrandColours, width: u32) -> String {
    let total: u32 = table.widths.iter().sum::<u32>().max(1);
    let widths: Vec<u32> = table
        .widths
        .iter()
        .map(|part| width.saturating_mul(*part) / total)
        .collect();
    let grid: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect();
    let row = |cells: &[String], is_header: bool| {
        let cells: String = cells
            .iter()
            .zip(&table.numeric)
            .zip(&widths)
            .map(|((text, numeric), width)| cell(text, *numeric, is_header, *width, colours))
            .collect();
        let header = if is_header { "<w:tblHeader/>" } else { "" };
        format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
    };
    let header = row(&table.columns, true);
    let rows: String = table.rows.iter().map(|cells| row(cells, false)).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"
    )
}

fn cell(text: &str, numeric: bool, is_header: bool, width: u32, colours: BrandColours) -> String {
    let align = if numeric {
        "<w:jc w:val=\"right\"/>"
    } else {
        ""
    };
    let shade = if is_header {
        format!(
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>",
            hex(colours.act)
        )
    } else {
        String::new()
    };
    let style = if is_header { "TableHead" } else { "TableText" };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{align}</w:pPr>{}</w:p></w:tc>",
        run(text, false)
    )
}

/// A picture with its text alternative.
pub(super) fn picture(
    relationship: &str,
    alternative: &str,
    (width, height): (i64, i64),
) -> String {
    let alternative = escape(alternative);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"100\" name=\"Logo\" descr=\"{alternative}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"100\" name=\"Logo\" descr=\"{alternative}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// A chart with its text alternative.
pub(super) fn chart(
    relationship: &str,
    number: u32,
    chart: &Chart,
    (width, height): (i64, i64),
) -> String {
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"{}\" descr=\"{}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{relationship}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        escape(&chart.name),
        escape(&chart.alternative)
    )
}

/// The styles, in the brand's colours and fonts.
pub(super) fn styles(brand: &Brand, language: Language) -> String {
    let body = escape(&brand.body_font);
    let tag = language_tag(language);
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{body}\" w:hAnsi=\"{body}\" w:eastAsia=\"{EAST_ASIAN_FONT}\" w:cs=\"{body}\"/><w:color w:val=\"{}\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        hex(brand.colours.ink)
    );
    let styles: String = paragraph_styles(brand).concat();
    format!(
        "<w:styles {MAIN}>{defaults}<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{styles}{}</w:styles>",
        table_style(brand)
    )
}

/// A style based on the normal one: id, name, properties of its paragraphs and of its runs.
fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}

fn paragraph_styles(brand: &Brand) -> Vec<String> {
    let colours = brand.colours;
    let (act, muted, act_ink) = (hex(colours.act), hex(colours.muted), hex(colours.act_ink));
    let heading = escape(&brand.heading_font);
    let serif = format!("<w:rFonts w:ascii=\"{heading}\" w:hAnsi=\"{heading}\"/>");
    let sized = |half_points: u32, colour: &str, bold: bool| {
        let bold = if bold { "<w:b/>" } else { "" };
        format!(
            "{bold}<w:color w:val=\"{colour}\"/><w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"
        )
    };
    let space =
        |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let outline = |level: u32, before: u32| {
        format!(
            "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"{level}\"/>",
            space(before, 120)
        )
    };
    vec![
        style(
            "Title",
            "Title",
            &space(0, 120),
            &format!("{serif}{}", sized(60, &hex(colours.ink), true)),
        ),
        style(
            "Subtitle",
            "Subtitle",
            &space(0, 40),
            &sized(22, &muted, false),
        ),
        style("Kicker", "Kicker", &space(360, 80), &sized(24, &act, true)),
        style(
            "Measure",
            "Measure",
            &space(120, 0),
            &sized(24, &muted, false),
        ),
        style(
            "Figure",
            "Figure",
            &space(0, 0),
            &format!("{serif}{}", sized(88, &act, true)),
        ),
        style(
            "Lead",
            "Lead",
            &space(60, 160),
            &format!("{serif}{}", sized(28, &hex(colours.ink), false)),
        ),
        style(
            "Heading1",
            "heading 1",
            &outline(0, 480),
            &format!("{serif}{}", sized(34, &act, true)),
        ),
        style(
            "Heading2",
            "heading 2",
            &outline(1, 280),
            &format!("{serif}{}", sized(25, &hex(colours.ink), true)),
        ),
        style(
            "TOCHeading",
            "TOC Heading",
            &space(480, 120),
            &format!("{serif}{}", sized(28, &act, true)),
        ),
        style(
            "TOC1",
            "toc 1",
            &space(0, 60),
            &sized(21, &hex(colours.ink), false),
        ),
        style(
            "ListBullet",
            "List Bullet",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>",
            "",
        ),
        style(
            "TableText",
            "Table Text",
            &space(50, 50),
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
        ),
        style(
            "TableHead",
            "Table Head",
            &format!("<w:keepNext/>{}", space(60, 60)),
            &sized(19, &act_ink, true),
        ),
        style(
            "Gap",
            "Gap",
            "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"160\" w:lineRule=\"exact\"/>",
            "<w:sz w:val=\"8\"/>",
        ),
        style("Footer", "footer", &space(0, 0), &sized(17, &muted, false)),
    ]
}

fn table_style(brand: &Brand) -> String {
    let rule = hex(brand.colours.rule);
    let border = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{rule}\"/>")
    };
    format!(
        "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:tblPr><w:tblBorders>{}{}{}</w:tblBorders><w:tblCellMar><w:left w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        border("top"),
        border("bottom"),
        border("insideH")
    )
}
