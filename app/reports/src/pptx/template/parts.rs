//! The parts of a template.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use roxmltree::{Document, Node};
use zip::{ZipArchive, ZipWriter};

use super::TemplateFault;
use super::xml::{damaged, parse};
use crate::Error;
use crate::package::{FinishedPart, deflated};

/// Greatest size of a template in bytes.
pub const MAX_TEMPLATE_SIZE: usize = 64 * 1024 * 1024;
/// Greatest number of its parts.
const MAX_PARTS: usize = 20_000;
/// Greatest size in bytes of the parts that are unpacked together, which pictures are not.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;
/// Greatest size of one of them, of whose XML a tree is made.
const MAX_PART: u64 = 16 * 1024 * 1024;

/// A template, whose parts are unpacked when they are read.
pub(super) struct TemplateParts<'t> {
    archive: ZipArchive<Cursor<&'t [u8]>>,
    /// The names in small letters.
    names: BTreeSet<String>,
    /// The bytes that may still be unpacked.
    left: u64,
}

impl<'t> TemplateParts<'t> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// The file is no ZIP file, or too large; its parts overlap or are encrypted.
    pub(super) fn open(bytes: &'t [u8]) -> Result<Self, TemplateFault> {
        if bytes.len() > MAX_TEMPLATE_SIZE {
            return Err(TemplateFault::TooLarge);
        }
        let unreadable = |_| TemplateFault::NotAPresentation;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
        if archive.len() > MAX_PARTS {
            return Err(TemplateFault::TooLarge);
        }
        let mut names = BTreeSet::new();
        let mut packed = 0_u64;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(unreadable)?;
            let name = part.name().map_err(unreadable)?.into_owned();
            packed = packed.saturating_add(part.compressed_size());
            // Copies of parts that overlap could be larger than the file.
            if part.encrypted() || packed > bytes.len() as u64 {
                return Err(damaged(&name));
            }
            names.insert(name.to_ascii_lowercase());
        }
        Ok(Self {
            archive,
            names,
            left: MAX_UNPACKED,
        })
    }

    /// Whether there is a part of this name, whose case does not count.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.names.contains(&name.to_ascii_lowercase())
    }

    /// The text of a part.
    ///
    /// # Errors
    /// There is no such part, it is no text in UTF-8, or too large.
    pub(super) fn read(&mut self, name: &str) -> Result<String, TemplateFault> {
        let part = self.archive.by_name(name).map_err(|_| damaged(name))?;
        let most = self.left.min(MAX_PART);
        let mut bytes = Vec::new();
        part.take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| damaged(name))?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(TemplateFault::TooLarge);
        }
        self.left = self.left.saturating_sub(size);
        String::from_utf8(bytes).map_err(|_| damaged(name))
    }

    /// The package with changed and further parts. The others are copied as they are packed.
    pub(super) fn write(
        mut self,
        changed: &BTreeMap<String, String>,
        added: &[FinishedPart],
    ) -> Result<Vec<u8>, Error> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index)?;
            let name = part.name()?.into_owned();
            match changed.get(&name) {
                None => zip.raw_copy_file(part)?,
                Some(text) => {
                    zip.start_file(name, deflated())?;
                    zip.write_all(text.as_bytes())?;
                }
            }
        }
        for part in added {
            zip.start_file(part.name.as_str(), deflated())?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// Name of the part that lists the types of all parts.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// Types of a presentation and of a template of PowerPoint, which is one but for its type.
const PRESENTATION: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
const POTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml";
/// Begins the types of parts of presentations.
const PREFIX: &str = "application/vnd.openxmlformats-officedocument.presentationml.";

/// A part with texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// A slide, which holds charts and tables, too.
    Slide,
    /// A layout, master or page of notes.
    Other,
}

/// The parts with texts in the order of their names.
///
/// # Errors
/// The package is no presentation, or has macros.
pub(super) fn text_parts(types: &Document<'_>) -> Result<Vec<(String, PartKind)>, TemplateFault> {
    let entries = || types.root_element().children().filter(Node::is_element);
    let kinds = || entries().filter_map(|entry| entry.attribute("ContentType"));
    if kinds().any(|kind| kind.contains("macroEnabled") || kind.contains("vbaProject")) {
        return Err(TemplateFault::HasMacros);
    }
    if !kinds().any(|kind| kind == PRESENTATION || kind == POTX) {
        return Err(TemplateFault::NotAPresentation);
    }
    let named = entries().filter_map(|entry| {
        let kind = match entry.attribute("ContentType")?.strip_prefix(PREFIX)? {
            "slide+xml" => PartKind::Slide,
            "slideLayout+xml" | "slideMaster+xml" | "notesSlide+xml" => PartKind::Other,
            _ => return None,
        };
        let name = entry.attribute("PartName")?.trim_start_matches('/');
        Some((name.to_owned(), kind))
    });
    let named: BTreeMap<String, PartKind> = named.collect();
    Ok(named.into_iter().collect())
}

/// The types with those of further parts, as those of a presentation.
pub(super) fn with_types(xml: &str, added: &[FinishedPart]) -> Result<String, TemplateFault> {
    let entries: String = added.iter().filter_map(FinishedPart::type_entry).collect();
    let xml = super::xml::append_to_root(&parse(TYPES, xml)?, &entries);
    let xml = xml.ok_or_else(|| damaged(TYPES))?;
    Ok(xml.replace(POTX, PRESENTATION))
}

/// Name of the part with the relationships of a part.
pub(super) fn relationships_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{file}.rels")
}

/// The part to which the relationship of a type refers that ends with `kind`.
pub(super) fn related_part(relationships: &Document<'_>, of: &str, kind: &str) -> Option<String> {
    let mut entries = relationships.root_element().children();
    let entry = entries.find(|entry| {
        let found = entry.attribute("Type").unwrap_or_default();
        found.rsplit('/').next() == Some(kind)
    })?;
    let target = entry.attribute("Target")?;
    if let Some(absolute) = target.strip_prefix('/') {
        return Some(absolute.to_owned());
    }
    let mut folders: Vec<&str> = of.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    Some(folders.join("/"))
}
