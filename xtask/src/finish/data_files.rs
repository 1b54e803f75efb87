//! Texts and models as files of the site: compact, named by their content, and each also in a
//! shorter form that contains what the starter app needs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assay_core::Json;

use super::{digest, json_file};
use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};

const MODELS: &str = "app/core/models";
const TEXTS: &str = "app/locale/texts";

/// The lists of the texts that both starters read, and of those that only the one for other
/// questionnaires adds: a key or the start of one in each line.
const STARTER_TEXTS: &str = "app/locale/starter.txt";
const OWN_STARTER_TEXTS: &str = "app/locale/own_starter.txt";

/// Fields of a model and of its questions that are notes for its authors.
const MODEL_NOTES: [&str; 1] = ["ladder"];
const QUESTION_NOTES: [&str; 4] = ["measures", "levels", "lowest", "highest"];

/// The parts of a questionnaire, and of its wording, that only results need.
const RESULT_PARTS: [&str; 6] = [
    "criteria",
    "paths",
    "actions",
    "topics",
    "texts",
    "from_version",
];

/// Writes all texts and models into the site and their names into `table`.
///
/// # Errors
/// If a file cannot be read or written, or is not JSON.
pub(super) fn add(
    checkout: &Checkout,
    folder: &Path,
    table: &mut BTreeMap<String, String>,
) -> Outcome {
    for (name, mut model) in read_folder(&checkout.file(MODELS))? {
        remove_notes(&mut model);
        let plain = format!("models/{name}.json");
        if is_earlier_version(&name) {
            super::write(&folder.join(&plain), &model.to_string())?;
            continue;
        }
        let starter = remove_result_parts(model.clone());
        let starter = starter.map(|starter| (format!("models/{name}.starter.json"), starter));
        let forms: Vec<_> = [(plain, model)].into_iter().chain(starter).collect();
        write_hashed(folder, &forms, table)?;
    }
    let read_list =
        |file: &str| fs::read_to_string(checkout.file(file)).context(format!("Cannot read {file}"));
    let list = read_list(STARTER_TEXTS)?;
    let own_list = [list.as_str(), &read_list(OWN_STARTER_TEXTS)?].concat();
    for (name, mut texts) in read_folder(&checkout.file(TEXTS))? {
        remove_command_line(&mut texts);
        let shorter = [("own", &own_list), ("starter", &list)].map(|(kind, list)| {
            let texts = select_starter_texts(texts.clone(), list);
            (format!("texts/{name}.{kind}.json"), texts)
        });
        let whole = (format!("texts/{name}.json"), texts);
        let forms: Vec<_> = std::iter::once(whole).chain(shorter).collect();
        write_hashed(folder, &forms, table)?;
    }
    Ok(())
}

/// Whether a file is of an earlier version of a questionnaire, in a folder such as `v1`. Its name
/// gets no hash, since it never changes, and the page does not list it, since few readers need it.
fn is_earlier_version(name: &str) -> bool {
    name.contains('/')
}

/// The JSON files of a folder, with their names without `.json`.
fn read_folder(folder: &Path) -> Outcome<Vec<(String, Json)>> {
    let names = super::list_files(folder)?;
    let stems = names.iter().filter_map(|name| name.strip_suffix(".json"));
    stems
        .map(|stem| {
            let json = json_file::read(&folder.join(format!("{stem}.json")))?;
            Ok((stem.to_owned(), json))
        })
        .collect()
}

/// Writes the forms of a file under names with one hash, which is that of all their contents, and
/// both names of each into the table. Compression reduces a hash that is repeated, but no other.
fn write_hashed(
    folder: &Path,
    forms: &[(String, Json)],
    table: &mut BTreeMap<String, String>,
) -> Outcome {
    let texts: Vec<String> = forms.iter().map(|(_, json)| json.to_string()).collect();
    let joint = texts.join("\n");
    for ((plain, _), text) in forms.iter().zip(&texts) {
        let hashed = digest::hashed_name(plain, joint.as_bytes());
        super::write(&folder.join(&hashed), text)?;
        table.insert(plain.clone(), hashed);
    }
    Ok(())
}

/// The texts whose keys start with a line of the list.
fn select_starter_texts(mut texts: Json, list: &str) -> Json {
    let starts: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    if let Json::Object(entries) = &mut texts {
        entries.retain(|(key, _)| starts.iter().any(|start| key.starts_with(start)));
    }
    texts
}

/// Removes the texts that only the command line has.
fn remove_command_line(texts: &mut Json) {
    if let Json::Object(entries) = texts {
        entries.retain(|(key, _)| !key.starts_with("cli."));
    }
}

/// What is needed to answer a questionnaire; `None` for a file that has no questions.
fn remove_result_parts(mut questionnaire: Json) -> Option<Json> {
    questionnaire.get("questions")?;
    remove_keys(&mut questionnaire, &RESULT_PARTS);
    Some(questionnaire)
}

/// Removes the notes for authors, if this is a model.
fn remove_notes(model: &mut Json) {
    if model.get("format").is_none() {
        return;
    }
    remove_keys(model, &MODEL_NOTES);
    let Json::Object(entries) = model else { return };
    for (_, questions) in entries.iter_mut().filter(|(key, _)| key == "questions") {
        if let Json::List(questions) = questions {
            for question in questions {
                remove_keys(question, &QUESTION_NOTES);
            }
        }
    }
}

fn remove_keys(json: &mut Json, keys: &[&str]) {
    if let Json::Object(entries) = json {
        entries.retain(|(key, _)| !keys.contains(&key.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Json {
        Json::parse(text).unwrap()
    }

    fn without_notes(text: &str) -> String {
        let mut json = parse(text);
        remove_notes(&mut json);
        json.to_string()
    }

    #[test]
    fn notes_for_authors_are_dropped_and_wording_is_kept() {
        let model = r#"{ "format": "assay.model/1", "ladder": ["a"],
            "questions": [{ "id": "q", "weight": 1.5, "measures": "m", "levels": ["0"], "lowest": "l", "highest": "h" }],
            "texts": { "en": { "questions": { "q": { "levels": ["0", "1"] } } } } }"#;
        let expected = r#"{"format":"assay.model/1","questions":[{"id":"q","weight":1.5}],"texts":{"en":{"questions":{"q":{"levels":["0","1"]}}}}}"#;
        assert_eq!(without_notes(model), expected);
    }

    #[test]
    fn a_model_keeps_the_order_of_its_criteria_and_its_numbers() {
        let model = r#"{"format":"assay.model/1","criteria":{"b":{"y":1.0,"x":1},"a":{"z":[0.25,-2,1e-7,true,null]}}}"#;
        assert_eq!(without_notes(model), model);
    }

    #[test]
    fn the_starter_program_gets_only_the_texts_that_the_list_names() {
        let texts = parse(r#"{"app.name":"Assay","results.open":"x","start.title":"t"}"#);
        let starter = select_starter_texts(texts, "# a note\napp.\nstart.title\n");
        assert_eq!(
            starter.to_string(),
            r#"{"app.name":"Assay","start.title":"t"}"#
        );
    }

    #[test]
    fn the_texts_of_the_command_line_are_not_part_of_the_site() {
        let mut texts = parse(r#"{"app.name":"Assay","cli.warning":"w"}"#);
        remove_command_line(&mut texts);
        assert_eq!(texts.to_string(), r#"{"app.name":"Assay"}"#);
    }

    #[test]
    fn the_forms_of_a_file_have_one_hash_that_changes_with_any_of_them() {
        let folder = std::env::temp_dir().join(format!("assay-forms-{}", std::process::id()));
        let hash_of = |short: &str| {
            let forms = [("t/en.json", "{\"a\":1}"), ("t/en.own.json", short)]
                .map(|(plain, text)| (plain.to_owned(), parse(text)));
            let mut table = BTreeMap::new();
            write_hashed(&folder, &forms, &mut table).unwrap();
            let whole = table["t/en.json"].replace("t/en-", "");
            assert_eq!(table["t/en.own.json"], format!("t/en.own-{whole}"));
            let written = fs::read_to_string(folder.join(&table["t/en.own.json"])).unwrap();
            assert_eq!(written, short);
            whole
        };
        assert_ne!(hash_of("{}"), hash_of("{\"a\":1}"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_questionnaire_can_be_answered_without_what_results_need() {
        let model = parse(r#"{"actions":[],"criteria":{},"id":"m","paths":{},"questions":[1]}"#);
        let starter = remove_result_parts(model).unwrap();
        assert_eq!(starter.to_string(), r#"{"id":"m","questions":[1]}"#);
        assert_eq!(remove_result_parts(parse("[]")), None);
    }

    #[test]
    fn a_text_that_is_no_model_keeps_everything() {
        assert_eq!(without_notes("{ \"ladder\": 1 }"), "{\"ladder\":1}");
    }
}
