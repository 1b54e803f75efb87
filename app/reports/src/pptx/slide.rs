//! A slide under construction.

use assay_config::Colour;
use assay_locale::Language;

use super::frame::Frame;
use super::shape::{Area, Paragraph, fit_size};
use crate::content::Chart;
use crate::drawing::hex;
use crate::package::Relationships;
use crate::xml::escape;

/// The layout of a slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// The first slide.
    Title,
    /// A title above a free area.
    TitleOnly,
}

/// A slide.
pub(super) struct Slide {
    pub(super) layout: Layout,
    pub(super) relationships: Relationships,
    shapes: String,
    next_id: u32,
    language: Language,
}

impl Slide {
    pub(super) fn new(layout: Layout, language: Language) -> Self {
        let mut relationships = Relationships::default();
        let number = match layout {
            Layout::Title => 1,
            Layout::TitleOnly => 2,
        };
        relationships.add(
            "slideLayout",
            format!("../slideLayouts/slideLayout{number}.xml"),
        );
        Self {
            layout,
            relationships,
            shapes: String::new(),
            next_id: 2,
            language,
        }
    }

    fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id = self.next_id.saturating_add(1);
        id
    }

    /// The title, in the placeholder of the layout.
    pub(super) fn title(&mut self, paragraph: &Paragraph, area: Area, most: u32) {
        let id = self.id();
        let kind = match self.layout {
            Layout::Title => "ctrTitle",
            Layout::TitleOnly => "title",
        };
        let size = fit_size(std::slice::from_ref(paragraph), area, most, 16).unwrap_or(16);
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp>",
            paragraph.to_xml(size, self.language)
        ));
    }

    /// The number of the slide, in the placeholder of the layout, and the footer.
    pub(super) fn footer(&mut self, text: &str, colour: Colour) {
        let (footer, number) = (self.id(), self.id());
        let colour = hex(colour);
        let run = format!(
            "<a:rPr lang=\"en-US\" sz=\"1000\" dirty=\"0\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/></a:rPr>"
        );
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{footer}\" name=\"Footer\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"ftr\" sz=\"quarter\" idx=\"11\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"l\"/><a:r>{run}<a:t>{}</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"{number}\" name=\"Slide number\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"r\"/><a:fld id=\"{{6F1B9E2C-1D3A-4B5C-8E7F-0A1B2C3D4E5F}}\" type=\"slidenum\">{run}<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>",
            escape(text)
        ));
    }

    /// Texts in a box, as large as they fit from `most` down to `least` points.
    pub(super) fn text(
        &mut self,
        name: &str,
        area: Area,
        paragraphs: &[Paragraph],
        (most, least): (u32, u32),
        anchor: &str,
    ) {
        let size = fit_size(paragraphs, area, most, least).unwrap_or(least);
        let id = self.id();
        let text: String = paragraphs
            .iter()
            .map(|paragraph| paragraph.to_xml(size, self.language))
            .collect();
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"{anchor}\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>",
            escape(name),
            area.transform("a:xfrm")
        ));
    }

    /// A filled shape without a text: `rect`, `ellipse`, `triangle`. It is decoration.
    pub(super) fn fill(&mut self, geometry: &str, area: Area, colour: Colour) {
        let id = self.id();
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Shape {id}\"><a:extLst><a:ext uri=\"{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"{geometry}\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-US\"/></a:p></p:txBody></p:sp>",
            area.transform("a:xfrm"),
            hex(colour)
        ));
    }

    /// A chart part of the package.
    pub(super) fn chart(&mut self, chart: &Chart, area: Area, number: usize) {
        let target = format!("../charts/chart{number}.xml");
        let relationship = self.relationships.add("chart", target);
        let id = self.id().to_string();
        let frame = Frame::new(&id, &chart.name, area);
        self.shapes.push_str(&frame.chart(chart, &relationship));
    }

    /// A table whose XML is written by [`super::table`].
    pub(super) fn table(&mut self, name: &str, area: Area, table: &str) {
        let id = self.id().to_string();
        let frame = Frame::new(&id, name, area).table(table);
        self.shapes.push_str(&frame);
    }

    pub(super) fn to_xml(&self) -> String {
        format!(
            "<p:sld xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree>{GROUP}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
            self.shapes
        )
    }
}

/// The group that every tree of shapes begins with.
pub(super) const GROUP: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
