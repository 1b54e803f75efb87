//! Writes the service worker from a template and the lists of files that it caches: those of the app
//! when it is installed, those of the program for reports, of the starter for other questionnaires, of the
//! app of received results and of languages that few visitors choose when they are first requested.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{digest, first_screen, headers, list_files, programs};
use crate::error::{Context as _, Outcome};

const TEMPLATE: &str = include_str!("../../templates/sw.js");

/// Writes `sw.js` for the site in `folder`.
///
/// # Errors
/// If the folder cannot be read, or the file cannot be written.
pub fn write(folder: &Path) -> Outcome {
    let files = list_files(folder)?;
    let languages = languages_by_choice(&files);
    let needed = files.into_iter().filter(|name| is_needed_offline(name));
    let (later, names): (Vec<String>, Vec<String>) =
        needed.partition(|name| is_rarely_needed(name) || is_of_language(name, &languages));
    // The version depends on the names with a hash, and on the content of all other files.
    let mut version = [names.join("\n"), later.join("\n")].join("\n").into_bytes();
    for name in names.iter().filter(|name| !digest::is_hashed(name)) {
        let file = folder.join(name);
        version.extend(fs::read(&file).context(format!("Cannot read {}", file.display()))?);
    }
    super::write(
        &folder.join("sw.js"),
        &render_script(&names, &later, &version),
    )
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

/// Whether a file is of the program for reports, or of the starter for other questionnaires or the app of
/// received results, in whose place the full app can begin.
fn is_rarely_needed(name: &str) -> bool {
    let is_text = digest::plain_name(name).ends_with(".own.json") && name.starts_with("texts/");
    let rarely = [
        programs::REPORTS,
        programs::OWN_STARTER,
        programs::RECEIVED_RESULT,
    ];
    is_text || rarely.iter().any(|program| name.starts_with(program))
}

/// The languages that are fetched where they are chosen: those with a first screen of their own.
fn languages_by_choice(names: &[String]) -> Vec<String> {
    let tag = |name: &String| {
        let plain = digest::plain_name(name);
        let file = plain
            .strip_prefix(first_screen::FOLDER)?
            .strip_prefix('/')?;
        file.strip_suffix(".html").map(str::to_owned)
    };
    names.iter().filter_map(tag).collect()
}

/// Whether a file belongs to one of the languages. The worker gets the files of the visitor's language
/// when it is installed, and those of another one when they are first requested.
fn is_of_language(name: &str, languages: &[String]) -> bool {
    let plain = digest::plain_name(name);
    let starts = ["texts/", "models/standard.", "first-screen/"];
    let rest = starts.iter().find_map(|start| plain.strip_prefix(start));
    let tag = rest.and_then(|rest| rest.split('.').next());
    tag.is_some_and(|tag| languages.iter().any(|language| language == tag))
}

/// The page is listed as `./`, its address on every host.
fn render_script(names: &[String], later: &[String], version: &[u8]) -> String {
    TEMPLATE
        .replacen("VERSION_PLACEHOLDER", &digest::name_hash(version), 1)
        .replacen("\"FILES_PLACEHOLDER\"", &render_list(names), 1)
        .replacen("\"LATER_PLACEHOLDER\"", &render_list(later), 1)
}

fn render_list(names: &[String]) -> String {
    let address = |name: &str| Value::from(if name == "index.html" { "./" } else { name });
    let list: Vec<String> = names
        .iter()
        .map(|name| format!("\n  {},", address(name)))
        .collect();
    list.concat() + if list.is_empty() { "" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_page_makes_a_new_version() {
        let names = ["index.html".to_owned()];
        let render = |version| render_script(&names, &[], version);
        assert_ne!(render(b"a"), render(b"b"));
        assert!(render(b"a").contains("  \"./\","));
        assert!(!render(b"a").contains("PLACEHOLDER"));
    }

    #[test]
    fn what_few_visitors_need_is_listed_apart() {
        let folder = std::env::temp_dir().join(format!("assay-worker-{}", std::process::id()));
        let names = [
            "index.html",
            "assay-own-0123456789abcdef.js",
            "assay-reports-0123456789abcdef.wasm",
            "texts/en.own-0123456789abcdef.json",
        ];
        for name in names {
            super::super::write(&folder.join(name), "").unwrap();
        }
        write(&folder).unwrap();
        let script = fs::read_to_string(folder.join("sw.js")).unwrap();
        let later = names[1..].iter().map(|name| format!("  \"{name}\",\n"));
        let later: String = later.collect();
        let later = format!("const LATER = setOfAddresses([\n{later}]);");
        assert!(script.contains(&later), "{script}");
        assert_eq!(script.matches("-0123456789abcdef").count(), 3);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_files_of_a_language_that_is_fetched_by_choice_are_told_from_others() {
        let hashed = |plain: &str| digest::hashed_name(plain, b"x");
        let languages =
            languages_by_choice(&[hashed("first-screen/de.html"), hashed("texts/en.json")]);
        assert_eq!(languages, ["de"]);
        for plain in [
            "texts/de.json",
            "texts/de.starter.json",
            "models/standard.de.json",
            "models/standard.de.starter.json",
            "first-screen/de.html",
        ] {
            assert!(is_of_language(&hashed(plain), &languages), "{plain}");
        }
        for plain in [
            "models/standard.json",
            "models/standard.starter.json",
            "models/examples.json",
            "texts/en.json",
        ] {
            assert!(!is_of_language(&hashed(plain), &languages), "{plain}");
        }
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
