//! Writes `embed.js` under the name of its version, for pages that state its integrity hash, and
//! `embed.json` with the name and the hash.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::digest;
use crate::error::{Context as _, Outcome};

/// The version of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes both files, if the site in `folder` has an `embed.js`.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write_versioned(folder: &Path) -> Outcome {
    let newest = folder.join("embed.js");
    if !newest.is_file() {
        return Ok(());
    }
    let script = fs::read_to_string(&newest).context("Cannot read embed.js")?;
    let name = format!("embed-{VERSION}.js");
    super::write(&folder.join(&name), &script)?;
    super::write(
        &folder.join("embed.json"),
        &describe_version(&name, &script),
    )
}

fn describe_version(name: &str, script: &str) -> String {
    let integrity = digest::integrity_hash(script.as_bytes());
    let about = json!({ "format": "assay.embed/1", "version": VERSION, "file": name, "integrity": integrity });
    format!("{about:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_a_version_is_listed_with_its_integrity() {
        let about: serde_json::Value =
            serde_json::from_str(&describe_version("embed-1.0.0.js", "abc")).unwrap();
        assert_eq!(about["file"], "embed-1.0.0.js");
        let integrity = about["integrity"].as_str().unwrap();
        assert!(
            integrity.starts_with(
                "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
            ),
            "{integrity}"
        );
    }
}
