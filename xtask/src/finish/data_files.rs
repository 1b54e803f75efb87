//! Texts and models as files of the site, small and named by their content,
//! and the table in the page in which the app looks their names up.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::digest;
use super::html::{Element, find_elements};
use super::ordered::Json;
use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};

/// Where data comes from, and its folder in the site.
const SOURCES: [(&str, &str); 2] = [("app/core/models", "models"), ("app/locale/texts", "texts")];

/// The id of the table in the page.
const TABLE_ID: &str = "assay-files";

/// What a model says to its authors only.
const MODEL_NOTES: [&str; 1] = ["ladder"];
const QUESTION_NOTES: [&str; 4] = ["measures", "levels", "lowest", "highest"];

/// The parts of a questionnaire, and of its wording, that only results need.
const RESULT_PARTS: [&str; 5] = ["criteria", "paths", "actions", "topics", "texts"];

/// Which texts the light program reads.
const STARTER_TEXTS: &str = "app/locale/light.txt";

/// Copies all texts and models into the site and adds the table to the page,
/// with the `programs` in it: `<script type="application/json" id="assay-files">{"models/standard.json":
/// "models/standard-1f….json", …}</script>`.
///
/// # Errors
/// If a file cannot be read or written, or is not JSON.
pub fn add(
    page: String,
    checkout: &Checkout,
    folder: &Path,
    programs: BTreeMap<String, String>,
) -> Outcome<String> {
    let mut table = programs;
    let light = fs::read_to_string(checkout.file(STARTER_TEXTS))
        .context(format!("Cannot read {STARTER_TEXTS}"))?;
    for (source, target) in SOURCES {
        let source = checkout.file(source);
        let Ok(files) = fs::read_dir(&source) else {
            continue;
        };
        for file in files.flatten().map(|file| file.path()) {
            let Some(name) = file
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
            else {
                continue;
            };
            if !name.ends_with(".json") {
                continue;
            }
            let text =
                fs::read_to_string(&file).context(format!("Cannot read {}", file.display()))?;
            let text = compact_json(&text).context(format!("{} is not JSON", file.display()))?;
            let plain = format!("{target}/{name}");
            let few = match target {
                "texts" => select_starter_texts(&text, &light),
                _ => remove_result_parts(&text),
            };
            let few = few.context(format!("{name} is not JSON"))?;
            if let Some(few) = few {
                write_hashed(
                    folder,
                    &plain.replace(".json", ".light.json"),
                    &few,
                    &mut table,
                )?;
            }
            write_hashed(folder, &plain, &text, &mut table)?;
        }
    }
    Ok(insert_table(page, &table))
}

/// Writes a file under a name with its hash and notes that in the table.
fn write_hashed(
    folder: &Path,
    plain: &str,
    text: &str,
    table: &mut BTreeMap<String, String>,
) -> Outcome {
    let hashed = digest::hashed_name(plain, text.as_bytes());
    super::write(&folder.join(&hashed), text)?;
    table.insert(plain.to_owned(), hashed);
    Ok(())
}

/// The texts whose keys begin like a line of the list.
fn select_starter_texts(texts: &str, list: &str) -> serde_json::Result<Option<String>> {
    let mut texts: BTreeMap<String, Value> = serde_json::from_str(texts)?;
    let starts: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    texts.retain(|key, _| starts.iter().any(|start| key.starts_with(start)));
    serde_json::to_string(&texts).map(Some)
}

/// A questionnaire, or its wording, as far as it is needed to answer. Nothing
/// for a file of something else.
fn remove_result_parts(text: &str) -> serde_json::Result<Option<String>> {
    let mut value: Value = serde_json::from_str(text)?;
    let Some(questionnaire) = value
        .as_object_mut()
        .filter(|it| it.contains_key("questions"))
    else {
        return Ok(None);
    };
    for part in RESULT_PARTS {
        questionnaire.remove(part);
    }
    serde_json::to_string(&value).map(Some)
}

/// Without white space and without notes for authors.
fn compact_json(text: &str) -> serde_json::Result<String> {
    let mut json: Json = serde_json::from_str(text)?;
    if json.get_mut("format").is_some() {
        json.remove(&MODEL_NOTES);
        for question in json
            .get_mut("questions")
            .map_or(&mut [][..], Json::items_mut)
        {
            question.remove(&QUESTION_NOTES);
        }
    }
    serde_json::to_string(&json)
}

/// Fills the page's own block, which scripts behind it read; a page without
/// one gets it at the end of its head.
fn insert_table(mut page: String, table: &BTreeMap<String, String>) -> String {
    let json = serde_json::to_string(table)
        .unwrap_or_default()
        .replace('<', "\\u003c");
    let block = format!("<script type=\"application/json\" id=\"{TABLE_ID}\">{json}</script>");
    let own = find_elements(&page, "script")
        .into_iter()
        .find(is_table)
        .map(|script| script.range);
    let end = page.find("</head>").unwrap_or(page.len());
    page.replace_range(own.unwrap_or(end..end), &block);
    page
}

fn is_table(script: &Element<'_>) -> bool {
    script.attribute("id") == Some(TABLE_ID)
}

/// The table of a page, from plain to hashed names.
#[must_use]
pub fn read_table(page: &str) -> BTreeMap<String, String> {
    find_elements(page, "script")
        .into_iter()
        .find(is_table)
        .and_then(|script| serde_json::from_str(script.content).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_for_authors_are_dropped_and_wording_is_kept() {
        let model = r#"{ "format": "assay.model/1", "ladder": ["a"],
            "questions": [{ "id": "q", "weight": 1.5, "measures": "m", "levels": ["0"], "lowest": "l", "highest": "h" }],
            "texts": { "en": { "questions": { "q": { "levels": ["0", "1"] } } } } }"#;
        let small: Value = serde_json::from_str(&compact_json(model).unwrap()).unwrap();
        let expected = r#"{"format":"assay.model/1","questions":[{"id":"q","weight":1.5}],
            "texts":{"en":{"questions":{"q":{"levels":["0","1"]}}}}}"#;
        assert_eq!(small, serde_json::from_str::<Value>(expected).unwrap());
    }

    #[test]
    fn a_model_keeps_the_order_of_its_criteria() {
        let model = r#"{"format":"assay.model/1","criteria":{"b":{"y":1.0,"x":1},"a":{}}}"#;
        assert_eq!(compact_json(model).unwrap(), model);
    }

    #[test]
    fn the_light_program_gets_only_the_texts_that_the_list_names() {
        let texts = r#"{"app.name":"Assay","results.open":"x","start.title":"t"}"#;
        let few = select_starter_texts(texts, "# a note\napp.\nstart.title\n").unwrap();
        assert_eq!(
            few,
            Some(r#"{"app.name":"Assay","start.title":"t"}"#.to_owned())
        );
    }

    #[test]
    fn a_questionnaire_can_be_answered_without_what_results_need() {
        let model = r#"{"actions":[],"criteria":{},"id":"m","paths":{},"questions":[1]}"#;
        let few = remove_result_parts(model).unwrap();
        assert_eq!(few, Some(r#"{"id":"m","questions":[1]}"#.to_owned()));
        assert_eq!(remove_result_parts("[]").unwrap(), None);
    }

    #[test]
    fn a_text_that_is_no_model_keeps_everything() {
        assert_eq!(compact_json("{ \"ladder\": 1 }").unwrap(), "{\"ladder\":1}");
        assert!(compact_json("{").is_err());
    }

    #[test]
    fn the_table_can_be_read_back_from_the_page() {
        let table = BTreeMap::from([("texts/en.json".to_owned(), "texts/en-12.json".to_owned())]);
        let page = insert_table("<head></head><body></body>".to_owned(), &table);
        assert!(page.starts_with("<head><script "));
        assert_eq!(read_table(&page), table);
    }

    #[test]
    fn the_page_s_own_block_is_filled_where_it_is() {
        let table = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
        let page = "<head><script type=\"application/json\" id=\"assay-files\">{}</script><script>1</script></head>";
        let page = insert_table(page.to_owned(), &table);
        assert_eq!(page.matches("assay-files").count(), 1);
        assert!(page.starts_with("<head><script type=\"application/json\" id=\"assay-files\">{\"a\":\"b\"}</script><script>1"));
    }
}
