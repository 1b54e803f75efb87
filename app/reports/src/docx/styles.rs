//! The styles of a document, in the brand's colours and fonts.

use assay_config::Colour;
use assay_locale::Language;

use super::parts::MAIN;
use crate::Brand;
use crate::brand::BrandColours;
use crate::drawing::hex;
use crate::xml::escape;

/// The styles, in the brand's colours and fonts.
pub(super) fn styles_xml(brand: &Brand, language: Language) -> String {
    let body = escape(&brand.body_font);
    let (tag, east_asian_tag) = (language.office_tag(), language.east_asian_tag());
    let east_asian_font = language.east_asian_font();
    let defaults = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{body}\" w:hAnsi=\"{body}\" w:eastAsia=\"{east_asian_font}\" w:cs=\"{body}\"/><w:color w:val=\"{}\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{east_asian_tag}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        hex(brand.colours.ink)
    );
    format!(
        "<w:styles {MAIN}>{defaults}<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{}{}{}</w:styles>",
        paragraph_styles(brand),
        plain_styles(),
        table_style(brand)
    )
}

/// A style based on the normal one: id, name, properties of its paragraphs and of its runs.
fn style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
}

/// How a style of paragraphs looks.
#[derive(Debug, Clone, Copy)]
enum Look {
    Plain,
    Bold,
    /// The font of headings.
    Serif,
    SerifBold,
    /// A heading of the outline with its level from 0. It stays on the page of the next paragraph.
    Heading(u8),
    /// The heading of a column. It stays on the page of the next row.
    ColumnHeading,
}

impl Look {
    fn is_serif(self) -> bool {
        matches!(self, Self::Serif | Self::SerifBold | Self::Heading(_))
    }

    fn is_bold(self) -> bool {
        !matches!(self, Self::Plain | Self::Serif)
    }

    /// The properties of a paragraph with its space.
    fn paragraph(self, space: &str) -> String {
        match self {
            Self::Heading(level) => {
                format!("<w:keepNext/><w:keepLines/>{space}<w:outlineLvl w:val=\"{level}\"/>")
            }
            Self::ColumnHeading => format!("<w:keepNext/>{space}"),
            Self::Plain | Self::Bold | Self::Serif | Self::SerifBold => space.to_owned(),
        }
    }
}

/// Id, name, space before and after in twentieths of a point, size in half points, and colour of a
/// style.
type ParagraphStyle = (&'static str, &'static str, (u32, u32), u32, Colour);

/// The styles in the brand's colours and fonts.
fn paragraph_styles(brand: &Brand) -> String {
    let BrandColours {
        ink, muted, act, ..
    } = brand.colours;
    let plain = [
        ("Subtitle", "Subtitle", (0, 40), 22, muted),
        ("Measure", "Measure", (120, 0), 24, muted),
        ("TOC1", "toc 1", (0, 60), 21, ink),
        ("TableText", "Table Text", (50, 50), 19, ink),
        ("Footer", "footer", (0, 0), 17, muted),
    ];
    let display = [
        ("Title", "Title", (0, 120), 60, ink),
        ("Figure", "Figure", (0, 0), 88, act),
        ("TOCHeading", "TOC Heading", (480, 120), 28, act),
    ];
    let kicker = ("Kicker", "Kicker", (360, 80), 24, act);
    let lead = ("Lead", "Lead", (60, 160), 28, ink);
    let chapter = ("Heading1", "heading 1", (480, 120), 34, act);
    let part = ("Heading2", "heading 2", (280, 120), 25, ink);
    let column = (
        "TableHead",
        "Table Head",
        (60, 60),
        19,
        brand.colours.act_ink,
    );
    [
        styles_of(Look::Plain, &plain, brand),
        styles_of(Look::SerifBold, &display, brand),
        styles_of(Look::Bold, &[kicker], brand),
        styles_of(Look::Serif, &[lead], brand),
        styles_of(Look::Heading(0), &[chapter], brand),
        styles_of(Look::Heading(1), &[part], brand),
        styles_of(Look::ColumnHeading, &[column], brand),
    ]
    .concat()
}

fn styles_of(look: Look, styles: &[ParagraphStyle], brand: &Brand) -> String {
    let heading = escape(&brand.heading_font);
    let font = match look.is_serif() {
        true => format!("<w:rFonts w:ascii=\"{heading}\" w:hAnsi=\"{heading}\"/>"),
        false => String::new(),
    };
    let bold = if look.is_bold() { "<w:b/>" } else { "" };
    let xml = |&(id, name, (before, after), size, colour): &ParagraphStyle| {
        let space = format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
        let run = format!(
            "{font}{bold}<w:color w:val=\"{}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>",
            hex(colour)
        );
        style(id, name, &look.paragraph(&space), &run)
    };
    styles.iter().map(xml).collect()
}

/// The styles that no brand changes: items of lists, and the gap below a table.
fn plain_styles() -> String {
    let bullet =
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>";
    let gap = "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"160\" w:lineRule=\"exact\"/>";
    [
        style("ListBullet", "List Bullet", bullet, ""),
        style("Gap", "Gap", gap, "<w:sz w:val=\"8\"/>"),
    ]
    .concat()
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
