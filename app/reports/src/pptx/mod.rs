//! The report as a presentation of 16:9 whose charts, tables and texts can be edited.

mod cards;
mod cover;
mod frame;
mod master;
mod method;
mod shape;
mod slide;
mod slides;
mod table;
mod template;

pub use template::{MAX_TEMPLATE_SIZE, TemplateFault, describe_template_fault, fill_pptx};

use crate::Error;
use crate::content::{Chart, ReportContent};
use crate::drawing::{add_chart, theme_xml};
use crate::package::{Package, Relationships, add_properties};
use slide::Slide;

/// Content types of the parts of a presentation.
const PRESENTATION: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
const SLIDE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
const LAYOUT: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml";
const MASTER: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// Size of texts in charts, in points.
const CHART_TEXT: u32 = 13;

/// Writes the presentation.
///
/// # Errors
/// The package or the workbook of a chart could not be written.
pub fn write_pptx(content: &ReportContent) -> Result<Vec<u8>, Error> {
    let mut deck = Deck {
        content,
        package: Package::default(),
        slides: Vec::new(),
        charts: 0,
    };
    deck.cover();
    deck.finding();
    deck.sections()?;
    deck.targets();
    deck.path()?;
    deck.blocked();
    deck.changes();
    deck.plan();
    deck.method();
    deck.into_bytes()
}

/// A presentation under construction.
struct Deck<'a> {
    content: &'a ReportContent,
    package: Package,
    slides: Vec<Slide>,
    charts: usize,
}

impl Deck<'_> {
    /// Adds a chart part and returns its number.
    fn add_chart(&mut self, chart: &Chart) -> Result<usize, Error> {
        self.charts += 1;
        let brand = &self.content.brand;
        add_chart(
            &mut self.package,
            "ppt",
            self.charts,
            chart,
            brand,
            CHART_TEXT,
        )?;
        Ok(self.charts)
    }

    fn into_bytes(mut self) -> Result<Vec<u8>, Error> {
        self.add_presentation();
        self.add_master();
        for (slide, number) in self.slides.iter().zip(1..) {
            let part = format!("ppt/slides/slide{number}.xml");
            self.package.add_xml(&part, SLIDE, &slide.to_xml());
            self.package.add_relationships(&part, &slide.relationships);
        }
        let mut root = Relationships::default();
        root.add("officeDocument", "ppt/presentation.xml");
        let content = self.content;
        add_properties(
            &mut self.package,
            &mut root,
            &content.company,
            &content.brand.name,
            content.day,
            "Assay",
        );
        self.package.add_relationships("", &root);
        self.package.into_bytes()
    }

    fn add_presentation(&mut self) {
        let mut relationships = Relationships::default();
        let master = relationships.add("slideMaster", "slideMasters/slideMaster1.xml");
        let slides: String = (1..=self.slides.len())
            .map(|number| {
                let id = relationships.add("slide", format!("slides/slide{number}.xml"));
                format!("<p:sldId id=\"{}\" r:id=\"{id}\"/>", 255 + number)
            })
            .collect();
        relationships.add("theme", "theme/theme1.xml");
        let xml = format!(
            "<p:presentation xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"{master}\"/></p:sldMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
        );
        self.package
            .add_xml("ppt/presentation.xml", PRESENTATION, &xml);
        self.package
            .add_relationships("ppt/presentation.xml", &relationships);
    }

    fn add_master(&mut self) {
        let brand = &self.content.brand;
        let package = &mut self.package;
        let mut of_master = Relationships::default();
        of_master.add("slideLayout", "../slideLayouts/slideLayout1.xml");
        of_master.add("slideLayout", "../slideLayouts/slideLayout2.xml");
        of_master.add("theme", "../theme/theme1.xml");
        let mut of_title = Relationships::default();
        of_title.add("slideMaster", "../slideMasters/slideMaster1.xml");
        let mut of_title_only = Relationships::default();
        of_title_only.add("slideMaster", "../slideMasters/slideMaster1.xml");
        if let Some(logo) = &brand.logo {
            let (extension, content_type) = logo.format.file_type();
            let target = format!("../media/logo.{extension}");
            of_master.add("image", target.as_str());
            of_title.add("image", target.as_str());
            let name = format!("ppt/media/logo.{extension}");
            package.add_file(&name, extension, content_type, logo.bytes.clone());
        }
        let master = "ppt/slideMasters/slideMaster1.xml";
        package.add_xml(master, MASTER, &master::master_xml(brand));
        package.add_relationships(master, &of_master);
        let title = "ppt/slideLayouts/slideLayout1.xml";
        package.add_xml(title, LAYOUT, &master::title_layout_xml(brand));
        package.add_relationships(title, &of_title);
        let title_only = "ppt/slideLayouts/slideLayout2.xml";
        package.add_xml(title_only, LAYOUT, &master::title_only_layout_xml(brand));
        package.add_relationships(title_only, &of_title_only);
        let theme = theme_xml(brand, self.content.language);
        package.add_xml("ppt/theme/theme1.xml", THEME, &theme);
    }
}
