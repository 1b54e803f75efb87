//! The report as a text document: headings, tables, charts with text alternatives, and a list of
//! contents.

mod parts;
mod styles;
mod text;

use crate::Error;
use crate::content::{Block, Chapter, Chart, ReportContent, Table};
use crate::drawing::{CENTIMETRE, add_chart, theme_xml};
use crate::package::{Package, Relationships, add_properties};
use crate::xml::escape;
use text::{Style, contents, heading, introduction, paragraph, run};

const DOCUMENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
const NUMBERING: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const SETTINGS: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
const FOOTER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// Width of the text on A4 with margins of 2.2 cm, in twentieths of a point.
const TEXT_WIDTH: u32 = 9_412;
/// The same in English Metric Units.
const PICTURE_WIDTH: i64 = 166 * CENTIMETRE / 10;
/// Size of texts in charts, in points.
const CHART_TEXT: u32 = 10;

/// Writes the document.
///
/// # Errors
/// The package or the workbook of a chart could not be written.
pub fn write_docx(content: &ReportContent) -> Result<Vec<u8>, Error> {
    let mut document = Document {
        content,
        package: Package::default(),
        relationships: Relationships::default(),
        body: String::new(),
        charts: 0,
    };
    document.cover();
    let chapters = content.chapters();
    document
        .body
        .push_str(&contents(&content.labels.contents, &chapters));
    for (chapter, number) in chapters.iter().zip(1..) {
        document.chapter(chapter, number)?;
    }
    document.into_bytes()
}

/// A document under construction.
struct Document<'a> {
    content: &'a ReportContent,
    package: Package,
    relationships: Relationships,
    body: String,
    charts: u32,
}

impl Document<'_> {
    fn cover(&mut self) {
        let content = self.content;
        let certificate = &content.certificate;
        if let Some(logo) = &content.brand.logo {
            let (extension, content_type) = logo.format.file_type();
            let name = format!("media/logo.{extension}");
            let part = format!("word/{name}");
            self.package
                .add_file(&part, extension, content_type, logo.bytes.clone());
            let id = self.relationships.add("image", name.as_str());
            let size = logo.fit(5 * CENTIMETRE, 2 * CENTIMETRE);
            let picture = parts::picture(&id, &content.brand.name, size);
            self.body.push_str(&format!("<w:p>{picture}</w:p>"));
        }
        self.body
            .push_str(&paragraph(Style::Kicker, &certificate.heading));
        self.body
            .push_str(&paragraph(Style::Title, &content.company));
        let lines = [
            &content.brand.name,
            &certificate.origin,
            &certificate.model,
            &certificate.day,
        ];
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            self.body.push_str(&paragraph(Style::Subtitle, line));
        }
        self.body
            .push_str(&paragraph(Style::Measure, &certificate.measure));
        self.body
            .push_str(&paragraph(Style::Figure, &certificate.figure));
        let level = [&certificate.level, &certificate.range];
        let level: Vec<&str> = level
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        self.body
            .push_str(&paragraph(Style::Measure, &level.join("  ·  ")));
    }

    fn chapter(&mut self, chapter: &Chapter<'_>, number: u32) -> Result<(), Error> {
        self.body
            .push_str(&heading(1, chapter.heading, Some(number)));
        let mut blocks = chapter.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::Heading(text) => self.body.push_str(&heading(2, text, None)),
                Block::Lead(text) => self.body.push_str(&paragraph(Style::Lead, text)),
                Block::Paragraph(text) => {
                    let next = blocks.peek();
                    let introduces = matches!(next, Some(Block::List(_) | Block::Table(_)));
                    self.body.push_str(&match introduces {
                        true => introduction(text),
                        false => paragraph(Style::Body, text),
                    });
                }
                Block::Labelled(label, text) => {
                    let runs = [
                        run(&format!("{label}{}", self.content.colon()), true),
                        run(text, false),
                    ]
                    .concat();
                    self.body.push_str(&format!("<w:p>{runs}</w:p>"));
                }
                Block::List(items) => {
                    for item in items {
                        self.body.push_str(&paragraph(Style::Bullet, item));
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Chart(chart) => self.chart(chart)?,
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) {
        let colours = self.content.brand.colours;
        self.body
            .push_str(&parts::table(table, colours, TEXT_WIDTH));
        // Two tables in a row would become one.
        self.body.push_str(&paragraph(Style::Gap, ""));
    }

    fn chart(&mut self, chart: &Chart) -> Result<(), Error> {
        self.charts = self.charts.saturating_add(1);
        let number = self.charts;
        let brand = &self.content.brand;
        add_chart(
            &mut self.package,
            "word",
            number as usize,
            chart,
            brand,
            CHART_TEXT,
        )?;
        let id = self
            .relationships
            .add("chart", format!("charts/chart{number}.xml"));
        let rows = i64::try_from(chart.categories.len()).unwrap_or(12).min(12);
        let height = match chart.kind {
            crate::content::ChartKind::Radar => 9 * CENTIMETRE,
            crate::content::ChartKind::Bars => CENTIMETRE * (rows + 2),
        };
        let drawing = parts::chart(&id, number, chart, (PICTURE_WIDTH, height));
        self.body
            .push_str(&format!("<w:p><w:pPr><w:keepNext/></w:pPr>{drawing}</w:p>"));
        Ok(())
    }

    fn into_bytes(mut self) -> Result<Vec<u8>, Error> {
        let content = self.content;
        let (brand, language) = (&content.brand, content.language);
        self.relationships.add("styles", "styles.xml");
        self.relationships.add("numbering", "numbering.xml");
        self.relationships.add("settings", "settings.xml");
        self.relationships.add("theme", "theme/theme1.xml");
        let footer = self.relationships.add("footer", "footer1.xml");
        let document = parts::document(&self.body, &footer);
        let package = &mut self.package;
        package.add_xml("word/document.xml", DOCUMENT, &document);
        package.add_relationships("word/document.xml", &self.relationships);
        let styles = styles::styles_xml(brand, language);
        package.add_xml("word/styles.xml", STYLES, &styles);
        package.add_xml("word/numbering.xml", NUMBERING, parts::NUMBERING_XML);
        package.add_xml("word/settings.xml", SETTINGS, parts::SETTINGS_XML);
        package.add_xml("word/theme/theme1.xml", THEME, &theme_xml(brand, language));
        let heading = escape(&content.certificate.heading);
        let footer = parts::footer(&escape(&content.company), &heading);
        package.add_xml("word/footer1.xml", FOOTER, &footer);
        let mut root = Relationships::default();
        root.add("officeDocument", "word/document.xml");
        add_properties(
            &mut self.package,
            &mut root,
            &content.company,
            &brand.name,
            content.day,
            "Assay",
        );
        self.package.add_relationships("", &root);
        self.package.into_bytes()
    }
}
