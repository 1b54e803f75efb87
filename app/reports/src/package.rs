//! Packages of parts with relationships (Open Packaging Conventions), as presentations and text
//! documents are.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Error;
use crate::xml::{DECLARATION, escape};

/// Prefix of the types of relationships.
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Namespace of content types.
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// A package. Its bytes depend on its parts alone: entries have no time.
#[derive(Debug, Default)]
pub(crate) struct Package {
    parts: Vec<Part>,
    defaults: Vec<(&'static str, &'static str)>,
}

#[derive(Debug)]
struct Part {
    name: String,
    bytes: Vec<u8>,
    content_type: Option<&'static str>,
}

/// A part for another package.
pub(crate) struct FinishedPart {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// `None` for relationships, which every package knows.
    content_type: Option<&'static str>,
}

impl FinishedPart {
    /// The entry of the content types, with its namespace.
    pub(crate) fn type_entry(&self) -> Option<String> {
        let (name, content_type) = (escape(&self.name), self.content_type?);
        Some(format!(
            "<Override xmlns=\"{TYPES}\" PartName=\"/{name}\" ContentType=\"{content_type}\"/>"
        ))
    }
}

/// How the parts of a package are packed.
pub(crate) fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600)
        .last_modified_time(DateTime::default())
}

/// The relationships of one part.
#[derive(Debug, Default)]
pub(crate) struct Relationships {
    entries: Vec<(String, String)>,
}

impl Relationships {
    /// Adds a relationship and returns its id. `kind` is the end of its type, `target` is relative
    /// to the folder of the part.
    pub(crate) fn add(&mut self, kind: &str, target: impl Into<String>) -> String {
        let kind = match kind {
            "core-properties" => {
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                    .to_owned()
            }
            kind => format!("{RELATIONSHIP}{kind}"),
        };
        self.entries.push((kind, target.into()));
        format!("rId{}", self.entries.len())
    }

    fn to_xml(&self) -> String {
        let entries = self.entries.iter().zip(1..);
        let entries: String = entries
            .map(|((kind, target), number)| {
                format!(
                    "<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{}\"/>",
                    escape(target)
                )
            })
            .collect();
        format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"
        )
    }
}

impl Package {
    /// Adds an XML part with its content type.
    pub(crate) fn add_xml(&mut self, name: &str, content_type: &'static str, xml: &str) {
        self.parts.push(Part {
            name: name.to_owned(),
            bytes: format!("{DECLARATION}{xml}").into_bytes(),
            content_type: Some(content_type),
        });
    }

    /// Adds a part whose content type follows from its extension.
    pub(crate) fn add_file(
        &mut self,
        name: &str,
        extension: &'static str,
        content_type: &'static str,
        bytes: Vec<u8>,
    ) {
        if !self.defaults.contains(&(extension, content_type)) {
            self.defaults.push((extension, content_type));
        }
        self.parts.push(Part {
            name: name.to_owned(),
            bytes,
            content_type: None,
        });
    }

    /// Adds the relationships of a part; those of the package itself for an empty name.
    pub(crate) fn add_relationships(&mut self, part: &str, relationships: &Relationships) {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        self.parts.push(Part {
            name: format!("{folder}{separator}_rels/{file}.rels"),
            bytes: relationships.to_xml().into_bytes(),
            content_type: None,
        });
    }

    fn content_types(&self) -> String {
        let defaults: String = self
            .defaults
            .iter()
            .map(|(extension, content_type)| {
                format!("<Default Extension=\"{extension}\" ContentType=\"{content_type}\"/>")
            })
            .collect();
        let overrides: String = self
            .parts
            .iter()
            .filter_map(|part| {
                let (name, content_type) = (escape(&part.name), part.content_type?);
                Some(format!(
                    "<Override PartName=\"/{name}\" ContentType=\"{content_type}\"/>"
                ))
            })
            .collect();
        format!(
            "{DECLARATION}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{defaults}{overrides}</Types>"
        )
    }

    /// The parts for another package.
    pub(crate) fn into_parts(self) -> Vec<FinishedPart> {
        let defaults = self.defaults;
        let finished = |part: Part| {
            let extension = part.name.rsplit('.').next();
            let mut by_extension = defaults.iter();
            let default = by_extension.find(|(known, _)| Some(*known) == extension);
            FinishedPart {
                content_type: part.content_type.or(default.map(|(_, kind)| *kind)),
                name: part.name,
                bytes: part.bytes,
            }
        };
        self.parts.into_iter().map(finished).collect()
    }

    /// Writes the package as a ZIP file.
    pub(crate) fn into_bytes(self) -> Result<Vec<u8>, Error> {
        let options = deflated();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("[Content_Types].xml", options)?;
        zip.write_all(self.content_types().as_bytes())?;
        for part in &self.parts {
            zip.start_file(part.name.as_str(), options)?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// The properties of a document: title, author and date.
pub(crate) fn add_properties(
    package: &mut Package,
    root: &mut Relationships,
    title: &str,
    author: &str,
    day: Option<assay_core::Day>,
    application: &str,
) {
    let day = day.map_or_else(
        || "1980-01-01T00:00:00Z".to_owned(),
        |day| format!("{day}T00:00:00Z"),
    );
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>",
        escape(title),
        escape(author)
    );
    package.add_xml(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        &core,
    );
    package.add_xml(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        &format!(
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>{}</Application></Properties>",
            escape(application)
        ),
    );
    root.add("core-properties", "docProps/core.xml");
    root.add("extended-properties", "docProps/app.xml");
}
