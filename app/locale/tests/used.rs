//! Every text is used; an unused one must be deleted in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn every_text_is_used() {
    let texts: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../texts/en.json")).unwrap();
    let mut code = String::new();
    for folder in [
        "../web/src",
        "../cli/src",
        "../config/src",
        "../formats/src",
        "../reports/src",
        "src",
    ] {
        read(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut code,
        );
    }
    let unsaid: Vec<&String> = texts.keys().filter(|key| !is_used(key, &code)).collect();
    assert_eq!(unsaid, Vec::<&String>::new());
}

fn is_used(key: &str, code: &str) -> bool {
    let stem = key
        .strip_suffix(".one")
        .or_else(|| key.strip_suffix(".other"))
        .unwrap_or(key);
    let method = stem.replace(['.', '-'], "_");
    code.match_indices(&method).any(|(at, _)| {
        let after = code[at + method.len()..].chars().next().unwrap_or(' ');
        !after.is_alphanumeric() && after != '_'
    })
}

fn read(folder: &Path, code: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}
