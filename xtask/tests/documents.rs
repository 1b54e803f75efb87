//! Every file that the documentation names exists, so that its paths survive a move of files.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Documents whose code spans are checked, not only their links.
const GUIDES: [&str; 3] = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"];

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text without fenced code blocks.
fn prose(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// Texts between backticks that are paths in the checkout: they begin with the name of a folder or
/// file at its top and contain no placeholder.
fn code_paths(text: &str) -> Vec<&str> {
    let spans = text.split('`').skip(1).step_by(2);
    let is_path = |span: &&str| {
        let top = span.split('/').next().unwrap_or_default();
        let has_placeholder = span.contains(['*', ' ', '{'])
            || ["LANG", "OLD"].iter().any(|word| span.contains(word));
        let is_built = ["", "target", "dist"].contains(&top);
        let is_file = span.contains('/') || span.ends_with(".md") || span.ends_with(".toml");
        is_file && !has_placeholder && !is_built && checkout().join(top).exists()
    };
    spans.filter(is_path).collect()
}

/// Targets of links to files, without the anchor.
fn linked_files(text: &str) -> Vec<&str> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets
        .map(|target| target.split('#').next().unwrap_or_default())
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

fn missing(base: &Path, paths: &[&str]) -> Vec<String> {
    let absent = paths.iter().filter(|path| !base.join(path).exists());
    absent.map(|path| (*path).to_owned()).collect()
}

#[test]
fn every_path_that_a_guide_names_exists() {
    for name in GUIDES {
        let text = prose(&fs::read_to_string(checkout().join(name)).unwrap());
        let mut paths = code_paths(&text);
        paths.extend(linked_files(&text));
        assert!(!paths.is_empty(), "{name} names no path at all");
        assert_eq!(
            missing(&checkout(), &paths),
            Vec::<String>::new(),
            "in {name}"
        );
    }
}

#[test]
fn every_link_between_documents_leads_to_a_file() {
    let docs = fs::read_dir(checkout().join("docs")).unwrap();
    let docs = docs.map(|entry| entry.unwrap().path());
    let guides = GUIDES.map(|name| checkout().join(name));
    let pages = docs
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"))
        .chain(guides);
    for page in pages {
        let text = prose(&fs::read_to_string(&page).unwrap());
        let missing = missing(page.parent().unwrap(), &linked_files(&text));
        assert_eq!(missing, Vec::<String>::new(), "in {}", page.display());
    }
}

#[test]
fn a_path_that_no_longer_exists_is_found() {
    let text = "`app/core/src/gone.rs`, `app/core/`, `texts/LANG.json`, `https://a.example/x`";
    assert_eq!(code_paths(text), ["app/core/src/gone.rs", "app/core/"]);
    assert_eq!(
        missing(&checkout(), &code_paths(text)),
        ["app/core/src/gone.rs"]
    );
    assert_eq!(
        linked_files("[a](docs/a.md#b) [c](#d) [e](https://e)"),
        ["docs/a.md"]
    );
}
