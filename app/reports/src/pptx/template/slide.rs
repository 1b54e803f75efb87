//! Fills the texts and shapes of a part.

use std::collections::BTreeMap;
use std::ops::Range;

use roxmltree::{Document, Node};

use super::TemplateFault;
use super::fields::{Field, find_field};
use super::parts::{PartKind, TemplateParts, relationships_of};
use super::place::find_place;
use super::text::{Paragraph, find_fields};
use super::xml::{DRAWING, Edits, PRESENTATION, append_to_root, child, damaged, parse};
use crate::Error;
use crate::content::{Chart, ReportContent, Table};
use crate::drawing::add_chart;
use crate::package::Package;
use crate::pptx::CHART_TEXT;
use crate::pptx::frame::Frame;
use crate::pptx::shape::Area;
use crate::pptx::table::table_xml;
use crate::shorten::shorten;

/// Greatest number of faults that are listed.
const MAX_FAULTS: usize = 50;
/// Greatest number of charts and tables.
const MAX_OBJECTS: usize = 200;
/// Greatest size in bytes of the paragraphs, charts and tables that are written.
const MAX_WRITTEN: usize = 32 * 1024 * 1024;
/// Largest and least font size of tables in points.
const TABLE_SIZES: (u32, u32) = (16, 9);

/// What is written into the parts of a template.
pub(super) struct Filler<'c> {
    content: &'c ReportContent,
    changed: BTreeMap<String, String>,
    /// The parts of charts.
    package: Package,
    charts: usize,
    objects: usize,
    written: usize,
    faults: Vec<TemplateFault>,
}

impl<'c> Filler<'c> {
    pub(super) fn new(content: &'c ReportContent) -> Self {
        Self {
            content,
            changed: BTreeMap::new(),
            package: Package::default(),
            charts: 0,
            objects: 0,
            written: 0,
            faults: Vec::new(),
        }
    }

    /// The changed parts and the package of the charts.
    ///
    /// # Errors
    /// The faults of the template.
    pub(super) fn finish(mut self) -> Result<(BTreeMap<String, String>, Package), Error> {
        if self.changed.is_empty() && self.faults.is_empty() {
            self.faults.push(TemplateFault::NoFields);
        }
        if self.faults.is_empty() {
            Ok((self.changed, self.package))
        } else {
            Err(Error::Template(self.faults))
        }
    }

    /// Fills a part. Wrong fields are collected.
    ///
    /// # Errors
    /// The part is damaged or too large, or a chart could not be written.
    pub(super) fn fill(
        &mut self,
        parts: &mut TemplateParts<'_>,
        part: &str,
        kind: PartKind,
    ) -> Result<(), Error> {
        let xml = parts.read(part)?;
        let document = parse(part, &xml)?;
        let (mut edits, mut relationships) = (Edits::default(), String::new());
        let mut replaced: Vec<Range<usize>> = Vec::new();
        if kind == PartKind::Slide {
            for shape in elements(&document, PRESENTATION, "sp") {
                let frame = self.frame(parts, part, shape, &mut relationships)?;
                if let Some(frame) = frame {
                    self.count(frame.len())?;
                    replaced.push(shape.range());
                    edits.replace(shape.range(), frame);
                }
            }
        }
        for node in elements(&document, DRAWING, "p") {
            let start = node.range().start;
            if replaced.iter().any(|range| range.contains(&start)) {
                continue;
            }
            let paragraph = Paragraph::new(node);
            if let Some(text) = self.paragraph(part, &paragraph) {
                self.count(text.len())?;
                edits.replace(paragraph.range(), text);
            }
        }
        if !edits.is_empty() {
            let filled = edits.apply(&xml, 0..xml.len());
            self.changed.insert(part.to_owned(), filled);
        }
        self.relate(parts, part, &relationships)
    }

    /// Adds relationships of a part.
    fn relate(
        &mut self,
        parts: &mut TemplateParts<'_>,
        part: &str,
        relationships: &str,
    ) -> Result<(), Error> {
        if relationships.is_empty() {
            return Ok(());
        }
        let name = relationships_of(part);
        let xml = parts.read(&name)?;
        let related = append_to_root(&parse(&name, &xml)?, relationships);
        let related = related.ok_or_else(|| damaged(&name))?;
        self.changed.insert(name, related);
        Ok(())
    }

    fn count(&mut self, size: usize) -> Result<(), TemplateFault> {
        self.written = self.written.saturating_add(size);
        match self.written > MAX_WRITTEN {
            true => Err(TemplateFault::TooLarge),
            false => Ok(()),
        }
    }

    /// Lists a fault once.
    fn report(&mut self, fault: TemplateFault) {
        if self.faults.len() < MAX_FAULTS && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// The frame in the place of a shape whose only text is a chart or table.
    fn frame(
        &mut self,
        parts: &mut TemplateParts<'_>,
        part: &str,
        shape: Node<'_, '_>,
        relationships: &mut String,
    ) -> Result<Option<String>, Error> {
        let Some(name) = only_field(shape) else {
            return Ok(None);
        };
        let field = find_field(self.content, &name);
        if !matches!(field, Some(Field::Chart(Some(_)) | Field::Table(Some(_)))) {
            return Ok(None);
        }
        self.objects = self.objects.saturating_add(1);
        if self.objects > MAX_OBJECTS {
            return Err(TemplateFault::TooLarge.into());
        }
        let Some(area) = find_place(parts, part, shape)? else {
            let (part, name) = (part.to_owned(), shorten(&name));
            self.report(TemplateFault::NoPlace { part, name });
            // Its text has no further fault.
            return Ok(Some(String::new()));
        };
        let id = shape_id(shape);
        Ok(match field {
            Some(Field::Chart(Some(chart))) => {
                Some(self.chart(parts, chart, (&id, area), relationships)?)
            }
            Some(Field::Table(Some((name, table)))) => Some(self.table(name, &table, (&id, area))),
            _ => None,
        })
    }

    fn chart(
        &mut self,
        parts: &TemplateParts<'_>,
        chart: &Chart,
        (id, area): (&str, Area),
        relationships: &mut String,
    ) -> Result<String, Error> {
        let is_taken = |number: usize| {
            parts.contains(&format!("ppt/charts/chart{number}.xml"))
                || parts.contains(&format!("ppt/embeddings/workbook{number}.xlsx"))
        };
        self.charts = self.charts.saturating_add(1);
        while is_taken(self.charts) {
            self.charts = self.charts.saturating_add(1);
        }
        let (number, brand) = (self.charts, &self.content.brand);
        add_chart(&mut self.package, "ppt", number, chart, brand, CHART_TEXT)?;
        let relationship = format!("assayChart{number}");
        relationships.push_str(&format!(
            "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\" Id=\"{relationship}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart\" Target=\"/ppt/charts/chart{number}.xml\"/>"
        ));
        let frame = Frame::new(id, &chart.name, area).with_namespaces();
        Ok(frame.chart(chart, &relationship))
    }

    fn table(&self, name: &str, table: &Table, (id, area): (&str, Area)) -> String {
        let xml = table_xml(self.content, table, area, TABLE_SIZES);
        Frame::new(id, name, area).with_namespaces().table(&xml)
    }

    /// The XML of a paragraph with its fields filled; `None` if it has none.
    fn paragraph(&mut self, part: &str, paragraph: &Paragraph<'_, '_>) -> Option<String> {
        let fields = find_fields(paragraph.text());
        if fields.is_empty() {
            return None;
        }
        let content = self.content;
        let mut texts: Vec<(Range<usize>, String)> = Vec::new();
        for (range, name) in fields {
            let is_alone = paragraph.text().trim().len() == range.len();
            match find_field(content, name) {
                Some(Field::List(entries)) if is_alone && !entries.is_empty() => {
                    let filled = |text: &String| paragraph.with_texts(&[(range.clone(), text)]);
                    return Some(entries.iter().map(filled).collect());
                }
                Some(Field::Text(text)) => texts.push((range, text.to_owned())),
                Some(Field::List(entries)) => texts.push((range, entries.join(" "))),
                // What the result does not have leaves an empty text.
                Some(Field::Chart(None) | Field::Table(None)) => {
                    texts.push((range, String::new()));
                }
                found => {
                    let (part, name) = (part.to_owned(), shorten(name));
                    self.report(match found {
                        None => TemplateFault::UnknownField { part, name },
                        Some(_) => TemplateFault::NotAlone { part, name },
                    });
                }
            }
        }
        let texts: Vec<_> = texts
            .iter()
            .map(|(range, text)| (range.clone(), text.as_str()))
            .collect();
        Some(paragraph.with_texts(&texts))
    }
}

fn elements<'a, 'd>(
    document: &'a Document<'d>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'd>> {
    let nodes = document.descendants();
    nodes.filter(move |node| node.has_tag_name((namespace, name)))
}

/// The name of the field that is the only text of a shape.
fn only_field(shape: Node<'_, '_>) -> Option<String> {
    let body = child(shape, PRESENTATION, "txBody")?;
    let paragraphs = body.children();
    let paragraphs = paragraphs.filter(|node| node.has_tag_name((DRAWING, "p")));
    let mut texts = paragraphs
        .map(Paragraph::new)
        .filter(|paragraph| !paragraph.text().trim().is_empty());
    let (only, None) = (texts.next()?, texts.next()) else {
        return None;
    };
    let text = only.text().trim();
    match &find_fields(text)[..] {
        [(range, name)] if range.len() == text.len() => Some((*name).to_owned()),
        _ => None,
    }
}

/// The id of a shape, which its frame takes.
fn shape_id(shape: Node<'_, '_>) -> String {
    let own = child(shape, PRESENTATION, "nvSpPr");
    let own = own.and_then(|own| child(own, PRESENTATION, "cNvPr"));
    let id = own.and_then(|own| own.attribute("id"));
    id.and_then(|id| id.parse::<u32>().ok())
        .unwrap_or(u32::from(u16::MAX))
        .to_string()
}
