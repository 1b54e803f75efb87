//! Writes the service worker from a template and the list of files that it caches.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{digest, headers, list_files};
use crate::error::{Context as _, Outcome};

const TEMPLATE: &str = include_str!("../../templates/sw.js");

/// Writes `sw.js` for the site in `folder`.
///
/// # Errors
/// If the folder cannot be read, or the file cannot be written.
pub fn write(folder: &Path) -> Outcome {
    let names: Vec<String> = list_files(folder)?
        .into_iter()
        .filter(|name| is_needed_offline(name))
        .collect();
    // The version depends on the names with a hash, and on the content of all other files.
    let mut version = names.join("\n").into_bytes();
    for name in names.iter().filter(|name| !digest::is_hashed(name)) {
        let file = folder.join(name);
        version.extend(fs::read(&file).context(format!("Cannot read {}", file.display()))?);
    }
    super::write(&folder.join("sw.js"), &render_script(&names, &version))
}

/// Whether the app itself loads a file. Files for other sites and for hosts are not cached.
fn is_needed_offline(name: &str) -> bool {
    let for_others =
        name.starts_with("examples/") || name.starts_with("embed") || headers::is_host_file(name);
    let never_loaded = name == "sw.js"
        || name == "robots.txt"
        || name.ends_with(".map")
        || name.ends_with(".d.ts");
    // An earlier version of a questionnaire is kept once it was opened.
    let rarely_loaded = name.starts_with("models/v");
    !for_others && !never_loaded && !rarely_loaded
}

/// The page is listed as `./`, its address on every host.
fn render_script(names: &[String], version: &[u8]) -> String {
    let address = |name: &str| Value::from(if name == "index.html" { "./" } else { name });
    let list: Vec<String> = names
        .iter()
        .map(|name| format!("  {}", address(name)))
        .collect();
    TEMPLATE
        .replacen("VERSION_PLACEHOLDER", &digest::name_hash(version), 1)
        .replacen(
            "\"FILES_PLACEHOLDER\"",
            &format!("\n{},\n", list.join(",\n")),
            1,
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_page_makes_a_new_version() {
        let names = ["index.html".to_owned()];
        assert_ne!(render_script(&names, b"a"), render_script(&names, b"b"));
        assert!(render_script(&names, b"a").contains("  \"./\","));
        assert!(!render_script(&names, b"a").contains("PLACEHOLDER"));
    }

    #[test]
    fn files_for_other_sites_are_not_cached() {
        for name in [
            "_headers",
            ".htaccess",
            "hosting/nginx.conf",
            "sw.js",
            "examples/firm/index.html",
            "embed.js",
        ] {
            assert!(!is_needed_offline(name), "{name}");
        }
        assert!(!is_needed_offline("models/v1/standard.json"));
        assert!(is_needed_offline("texts/en-0123456789abcdef.json"));
    }
}
