//! The programs that Trunk built: gives their files hashed names, which `boot.js` finds in the
//! page's table of files, and removes Trunk's own script, which starts one of them at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::html::{Element, find_elements};
use super::{digest, list_files};
use crate::compress::compress;
use crate::error::{Context as _, Error, Outcome};

/// The name of the starter app in the table of files.
pub const STARTER: &str = "assay-web";
/// The name of the starter for questionnaires other than the standard one.
pub const OWN_STARTER: &str = "assay-own";
/// The name of the app of received results.
pub const RECEIVED_RESULT: &str = "assay-result";
/// The name of the full app in the table of files.
pub const FULL: &str = "assay-full";
/// The name of the program for report files and tables of answers, which is loaded at its first use.
pub const REPORTS: &str = "assay-reports";

const PROGRAMS: [&str; 5] = [STARTER, OWN_STARTER, RECEIVED_RESULT, FULL, REPORTS];

/// The ends of the names of the files that Trunk builds.
const GLUE: &str = ".js";
const WASM: &str = "_bg.wasm";

/// The wasm and the glue of each program, as Trunk built them.
///
/// # Errors
/// If a file is missing.
pub fn find_files(folder: &Path) -> Outcome<Vec<(PathBuf, PathBuf)>> {
    let files = list_files(folder)?;
    let file =
        |program, built| find_built_file(&files, program, built).map(|file| folder.join(file));
    PROGRAMS
        .into_iter()
        .map(|program| Ok((file(program, WASM)?, file(program, GLUE)?)))
        .collect()
}

fn find_built_file<'a>(files: &'a [String], program: &str, built: &str) -> Outcome<&'a String> {
    files
        .iter()
        .find(|file| file.starts_with(program) && file.ends_with(built))
        .ok_or_else(|| Error::new(format!("Trunk has not built {program}{built}.")))
}

/// Gives the files of all programs hashed names, adds these to the table, and removes Trunk's
/// start script from the page.
///
/// # Errors
/// If a file is missing or cannot be renamed.
pub fn add_hashed_names(
    page: String,
    folder: &Path,
    table: &mut BTreeMap<String, String>,
) -> Outcome<String> {
    let files = list_files(folder)?;
    for program in PROGRAMS {
        // Both files have the hash of both: compression reduces a hash that is repeated, but no other.
        let mut joint = Vec::new();
        for built in [GLUE, WASM] {
            let file = find_built_file(&files, program, built)?;
            joint.extend(fs::read(folder.join(file)).context(format!("Cannot read {file}"))?);
        }
        for (built, ending) in [(GLUE, "js"), (WASM, "wasm")] {
            let plain = format!("{program}.{ending}");
            let file = find_built_file(&files, program, built)?;
            let hashed = digest::hashed_name(&plain, &joint);
            fs::rename(folder.join(file), folder.join(&hashed))
                .context(format!("Cannot rename {file}"))?;
            table.insert(plain, hashed);
        }
    }
    Ok(remove_start_script(page))
}

/// Adds the size of the program for reports to the table, in bytes as they are sent: the page states
/// it before the program is loaded.
///
/// # Errors
/// If a file cannot be read.
pub fn add_reports_size(
    folder: &Path,
    quality: u32,
    table: &mut BTreeMap<String, String>,
) -> Outcome {
    let mut bytes = 0;
    for ending in ["js", "wasm"] {
        let plain = format!("{REPORTS}.{ending}");
        let file = table.get(&plain).unwrap_or(&plain);
        let content = fs::read(folder.join(file)).context(format!("Cannot read {file}"))?;
        bytes += compress(&content, quality).len();
    }
    table.insert(format!("{REPORTS}.size"), bytes.to_string());
    Ok(())
}

/// Removes the script that starts the starter app and the links that load it early.
fn remove_start_script(mut page: String) -> String {
    let is_start = |script: &Element<'_>| {
        script.attribute("type") == Some("module")
            && script.content.contains("TrunkApplicationStarted")
    };
    let is_early = |link: &Element<'_>| {
        matches!(link.attribute("rel"), Some("modulepreload" | "preload"))
            && link
                .attribute("href")
                .is_some_and(|href| href.contains(STARTER))
    };
    let scripts = find_elements(&page, "script").into_iter().filter(is_start);
    let links = find_elements(&page, "link").into_iter().filter(is_early);
    let mut places: Vec<_> = scripts.chain(links).map(|element| element.range).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.start));
    for place in places {
        page.replace_range(place, "");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_the_program_for_reports_is_that_of_its_compressed_files() {
        let folder = std::env::temp_dir().join(format!("assay-programs-{}", std::process::id()));
        super::super::write(&folder.join("assay-reports-1.js"), "glue").unwrap();
        super::super::write(&folder.join("assay-reports-2.wasm"), &"code".repeat(999)).unwrap();
        let mut table = BTreeMap::from([
            (
                "assay-reports.js".to_owned(),
                "assay-reports-1.js".to_owned(),
            ),
            (
                "assay-reports.wasm".to_owned(),
                "assay-reports-2.wasm".to_owned(),
            ),
        ]);
        add_reports_size(&folder, 11, &mut table).unwrap();
        let expected =
            compress(b"glue", 11).len() + compress("code".repeat(999).as_bytes(), 11).len();
        assert_eq!(table["assay-reports.size"], expected.to_string());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn both_files_of_a_program_have_one_hash_that_changes_with_either() {
        let folder = std::env::temp_dir().join(format!("assay-names-{}", std::process::id()));
        let hash_with = |wasm: &str| {
            for program in PROGRAMS {
                super::super::write(&folder.join(format!("{program}-1.js")), "glue").unwrap();
                super::super::write(&folder.join(format!("{program}-1_bg.wasm")), wasm).unwrap();
            }
            let mut table = BTreeMap::new();
            add_hashed_names(String::new(), &folder, &mut table).unwrap();
            assert_eq!(table.len(), 2 * PROGRAMS.len());
            let (wasm, glue) = (&table["assay-own.wasm"], &table["assay-own.js"]);
            assert_eq!(wasm.strip_suffix("wasm"), glue.strip_suffix("js"));
            assert!(folder.join(wasm).is_file() && folder.join(glue).is_file());
            let hash = wasm.clone();
            fs::remove_dir_all(&folder).unwrap();
            hash
        };
        assert_ne!(hash_with("code"), hash_with("other code"));
    }

    #[test]
    fn only_the_start_script_of_trunk_is_removed() {
        let page = "<script>1</script>\
            <script type=\"module\">init(); dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));</script>\
            <link rel=\"modulepreload\" href=\"./assay-web-1.js\"><link rel=\"icon\" href=\"./icon.svg\">\
            <link rel=\"preload\" href=\"./assay-web-1_bg.wasm\" as=\"fetch\">";
        let expected = "<script>1</script><link rel=\"icon\" href=\"./icon.svg\">";
        assert_eq!(remove_start_script(page.to_owned()), expected);
    }
}
