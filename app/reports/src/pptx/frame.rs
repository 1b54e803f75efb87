//! Frames of a slide that hold a chart or a table.

use super::shape::Area;
use crate::content::Chart;
use crate::xml::escape;

/// Types of the content of a frame.
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";

/// A frame with its id and name, whose namespaces the slide declares.
pub(super) struct Frame<'a> {
    id: &'a str,
    name: &'a str,
    area: Area,
    /// Declarations of namespaces, if the slide may have others.
    namespaces: &'static str,
}

impl<'a> Frame<'a> {
    pub(super) fn new(id: &'a str, name: &'a str, area: Area) -> Self {
        Self {
            id,
            name,
            area,
            namespaces: "",
        }
    }

    /// The frame with its own declarations of namespaces.
    pub(super) fn with_namespaces(mut self) -> Self {
        self.namespaces = " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
        self
    }

    /// The frame with a chart part, which has the relationship.
    pub(super) fn chart(&self, chart: &Chart, relationship: &str) -> String {
        let alternative = format!(" descr=\"{}\"", escape(&chart.alternative));
        let content = format!(
            "<c:chart xmlns:c=\"{CHART}\" r:id=\"{}\"/>",
            escape(relationship)
        );
        self.to_xml(&alternative, "<p:cNvGraphicFramePr/>", CHART, &content)
    }

    /// The frame with the XML of a table.
    pub(super) fn table(&self, table: &str) -> String {
        let locks = "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>";
        self.to_xml("", locks, TABLE, table)
    }

    fn to_xml(&self, alternative: &str, locks: &str, kind: &str, content: &str) -> String {
        format!(
            "<p:graphicFrame{}><p:nvGraphicFramePr><p:cNvPr id=\"{}\" name=\"{}\"{alternative}/>{locks}<p:nvPr/></p:nvGraphicFramePr>{}<a:graphic><a:graphicData uri=\"{kind}\">{content}</a:graphicData></a:graphic></p:graphicFrame>",
            self.namespaces,
            escape(self.id),
            escape(self.name),
            self.area.transform("p:xfrm")
        )
    }
}
