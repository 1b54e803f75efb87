//! What the start page loads, in each language.

use crate::error::Outcome;
use crate::finish::{file_table, first_screen, html, programs};

/// The files that the start page loads in one language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FirstLoad {
    pub(super) language: String,
    pub(super) names: Vec<String>,
}

impl FirstLoad {
    /// Whether the language is fetched by choice: its first screen is a file.
    pub(super) fn is_by_choice(&self) -> bool {
        let folder = format!("{}/", first_screen::FOLDER);
        self.names.iter().any(|name| name.starts_with(&folder))
    }
}

/// For each language that has texts: the page, the files that it names, and from its table the
/// starter app with the texts and the model of the language.
pub(super) fn first_loads(page: &str) -> Outcome<Vec<FirstLoad>> {
    let (named, table) = (named_files(page), file_table::read(page)?);
    let languages: Vec<&str> = table
        .keys()
        .filter_map(|name| name.strip_prefix("texts/")?.strip_suffix(".starter.json"))
        .collect();
    let load = |language: &str| {
        let is_foreign = |plain: &str| {
            let mut others = languages.iter().filter(|other| **other != language);
            others.any(|other| plain.ends_with(&format!("{other}.starter.json")))
        };
        let screen = format!("{}/{language}.html", first_screen::FOLDER);
        let is_loaded =
            |plain: &str| *plain == screen || !is_loaded_later(plain) && !is_foreign(plain);
        let ours = table.iter().filter(|(plain, _)| is_loaded(plain));
        let mut names = named.clone();
        names.extend(
            ours.map(|(_, hashed)| hashed.clone())
                .filter(|name| !named.contains(name)),
        );
        FirstLoad {
            language: language.to_owned(),
            names,
        }
    };
    Ok(if languages.is_empty() {
        vec![load("no texts")]
    } else {
        languages.iter().map(|language| load(language)).collect()
    })
}

/// The page, the configuration, and the files of the site that the page names, sorted.
fn named_files(page: &str) -> Vec<String> {
    let mut named = vec!["index.html".to_owned(), "config.json".to_owned()];
    let links = html::find_elements(page, "link")
        .into_iter()
        .filter(|link| link.attribute("rel") != Some("canonical"));
    let addresses = links.map(|link| link.attribute("href").map(str::to_owned));
    let scripts = html::find_elements(page, "script")
        .into_iter()
        .map(|script| script.attribute("src").map(str::to_owned));
    named.extend(
        addresses
            .chain(scripts)
            .flatten()
            .filter(|address| !address.contains(':'))
            .map(|address| address.trim_start_matches("./").to_owned()),
    );
    named.sort();
    named.dedup();
    named
}

/// Whether boot.js loads the file together with the full app.
fn is_loaded_later(plain: &str) -> bool {
    let is_starter = plain.starts_with(programs::STARTER) || plain.ends_with(".starter.json");
    !is_starter
}

#[cfg(test)]
mod tests {
    use super::first_loads;

    #[test]
    fn the_first_load_is_the_page_what_it_names_and_one_language() {
        let page = r#"<head><link rel="stylesheet" href="./a.css"><link rel="preload" href="./b.wasm">
            <script type="application/json" id="assay-files">["models/m.starter.json models/m.starter-1.json",
            "models/m.json models/m-1.json","models/m.en.starter.json models/m.en.starter-1.json",
            "models/m.zh-CN.starter.json models/m.zh-CN.starter-1.json",
            "texts/en.starter.json texts/en.starter-1.json","texts/zh-CN.starter.json texts/zh-CN.starter-1.json",
            "texts/en.own.json texts/en.own-1.json","assay-own.wasm assay-own-1.wasm",
            "texts/en.json texts/en-1.json","first-screen/zh-CN.html first-screen/zh-CN-1.html","assay-full.wasm assay-full-1.wasm"]</script></head>"#;
        let loads = first_loads(page).unwrap();
        assert_eq!(loads.len(), 2);
        assert_eq!(loads[0].language, "en");
        let expected = [
            "a.css",
            "b.wasm",
            "config.json",
            "index.html",
            "models/m.en.starter-1.json",
            "models/m.starter-1.json",
            "texts/en.starter-1.json",
        ];
        assert_eq!(loads[0].names, expected);
        assert!(
            loads[1]
                .names
                .contains(&"first-screen/zh-CN-1.html".to_owned())
        );
    }
}
