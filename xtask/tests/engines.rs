//! Which journey runs in which browser: the table in `CONTRIBUTING.md` and the list of exceptions
//! match the journeys that there are.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use xtask::engines::{Engine, KINDS, exceptions_in, journey_table};

const BEGIN: &str = "<!-- Written from xtask/src/engines. -->\n\n";

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The source of a module of journeys, such as `embed::frame`.
fn source(module: &str) -> Option<String> {
    let file = checkout()
        .join("tests/tests/journeys")
        .join(module.replace("::", "/"));
    fs::read_to_string(file.with_extension("rs"))
        .or_else(|_| fs::read_to_string(file.join("mod.rs")))
        .ok()
}

#[test]
fn the_table_for_contributors_is_the_one_of_the_code() {
    let guide = fs::read_to_string(checkout().join("CONTRIBUTING.md")).unwrap();
    let (_, after) = guide.split_once(BEGIN).unwrap();
    let table = journey_table();
    assert!(
        after.starts_with(&table),
        "Put this below \"{}\" in CONTRIBUTING.md:\n{table}",
        BEGIN.trim()
    );
}

#[test]
fn every_module_of_a_kind_has_journeys() {
    for module in KINDS.iter().flat_map(|kind| kind.modules) {
        let source = source(module).unwrap_or_default();
        assert!(source.contains("#[test]"), "{module}");
    }
}

#[test]
fn every_exception_names_a_journey_or_a_module() {
    for exception in Engine::ALL.into_iter().flat_map(exceptions_in) {
        if source(exception.path).is_some() {
            continue;
        }
        let (module, name) = exception.path.rsplit_once("::").unwrap();
        let source = source(module).unwrap_or_default();
        assert!(source.contains(&format!("fn {name}()")), "{exception:?}");
    }
}
