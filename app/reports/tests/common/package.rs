//! Checks the structure of a package.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Document;

use super::text;

/// The parts of a package by name.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// The part to which a relationship of `part` refers.
fn resolve(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The part to which a part of relationships belongs; empty for the package.
fn owner(relationships: &str) -> String {
    let (folder, file) = relationships.rsplit_once("_rels/").unwrap();
    format!("{folder}{}", file.strip_suffix(".rels").unwrap())
}

/// Checks that all parts are well-formed, have a content type, and that relationships resolve.
pub fn check_package(name: &str, parts: &Parts) {
    for (part, bytes) in parts {
        if part.ends_with(".xml") || part.ends_with(".rels") {
            let xml = std::str::from_utf8(bytes).unwrap();
            Document::parse(xml).unwrap_or_else(|e| panic!("{name} {part}: {e}"));
        }
        if part.ends_with(".rels") {
            check_relationships(name, part, parts);
        }
    }
    check_content_types(name, parts);
    check_references(name, parts);
}

/// Every relationship inside of the package refers to a part.
fn check_relationships(name: &str, part: &str, parts: &Parts) {
    let xml = text(parts, part);
    let document = Document::parse(&xml).unwrap();
    let entries = document.root_element().children();
    let inside = entries
        .filter(|node| node.is_element())
        .filter(|node| node.attribute("TargetMode") != Some("External"));
    for relationship in inside {
        let target = resolve(&owner(part), relationship.attribute("Target").unwrap());
        assert!(
            parts.contains_key(&target),
            "{name} {part} refers to {target}"
        );
    }
}

/// Every part has a content type, and every named part exists.
fn check_content_types(name: &str, parts: &Parts) {
    let types = text(parts, "[Content_Types].xml");
    let types = Document::parse(&types).unwrap();
    let (mut extensions, mut named) = (BTreeSet::new(), BTreeSet::new());
    for entry in types
        .root_element()
        .children()
        .filter(|node| node.is_element())
    {
        match entry.tag_name().name() {
            "Default" => drop(extensions.insert(entry.attribute("Extension").unwrap().to_owned())),
            _ => {
                let part = entry
                    .attribute("PartName")
                    .unwrap()
                    .trim_start_matches('/')
                    .to_owned();
                assert!(parts.contains_key(&part), "{name}: no part {part}");
                named.insert(part);
            }
        }
    }
    for part in parts.keys().filter(|part| *part != "[Content_Types].xml") {
        let extension = part.rsplit_once('.').unwrap().1;
        assert!(
            named.contains(part) || extensions.contains(extension),
            "{name}: {part}"
        );
    }
}

/// Every `r:id` and `r:embed` of a part is one of its relationships.
fn check_references(name: &str, parts: &Parts) {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for (part, bytes) in parts.iter().filter(|(part, _)| part.ends_with(".xml")) {
        let document = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
        let used: BTreeSet<&str> = document
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|attribute| attribute.namespace() == Some(NAMESPACE))
            .map(|attribute| attribute.value())
            .collect();
        if used.is_empty() {
            continue;
        }
        let (folder, file) = part.rsplit_once('/').unwrap();
        let own = text(parts, &format!("{folder}/_rels/{file}.rels"));
        let own = Document::parse(&own).unwrap();
        let known: BTreeSet<&str> = own
            .root_element()
            .children()
            .filter_map(|node| node.attribute("Id"))
            .collect();
        assert!(
            used.is_subset(&known),
            "{name} {part}: {used:?} of {known:?}"
        );
    }
}
