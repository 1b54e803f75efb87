//! Generates `Language` from `languages.json`, and a method of `Messages` for every key of
//! `texts/en.json`. The build fails if a language lacks a key or a plural form, has an additional key,
//! or uses other placeholders.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a build script stops the build by panicking"
)]

#[path = "build/languages.rs"]
mod languages;

use std::collections::BTreeMap;
use std::path::Path;

use languages::Row;

type Wording = BTreeMap<String, String>;

/// A key such as `results.open`, with its plural forms merged.
struct Entry {
    key: String,
    plural: bool,
    /// In the order of their first use in the English text.
    parameters: Vec<String>,
}

fn main() {
    println!("cargo:rerun-if-changed=texts");
    println!("cargo:rerun-if-changed=starter.txt");
    println!("cargo:rerun-if-changed=own_starter.txt");
    let english = read("en");
    let (starter, others) = select(entries(&english), "starter.txt");
    let (own_starter, others) = select(others, "own_starter.txt");
    let groups = [starter.len(), own_starter.len()];
    let entries: Vec<Entry> = starter
        .into_iter()
        .chain(own_starter)
        .chain(others)
        .collect();
    let mut faults = Vec::new();
    let rows = languages::read();
    for row in &rows {
        compare(row, &entries, &read(&row.tag), &mut faults);
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    write("messages.rs", &methods(&entries, groups));
    write("languages.rs", &languages::code(&rows));
}

/// The entries whose keys begin like a line of a list, and the others.
fn select(entries: Vec<Entry>, list: &str) -> (Vec<Entry>, Vec<Entry>) {
    let list = std::fs::read_to_string(list).unwrap_or_else(|e| panic!("{list}: {e}"));
    let starts: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let is_selected = |entry: &Entry| starts.iter().any(|start| entry.key.starts_with(start));
    entries.into_iter().partition(is_selected)
}

fn write(name: &str, code: &str) {
    let target = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&target).join(name), code).expect("the generated file can be written");
}

fn read(language: &str) -> Wording {
    let file = format!("texts/{language}.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// The key without its plural suffix, and whether it had one.
fn stem(key: &str) -> (&str, bool) {
    for form in [".one", ".other"] {
        if let Some(stem) = key.strip_suffix(form) {
            return (stem, true);
        }
    }
    (key, false)
}

fn entries(english: &Wording) -> Vec<Entry> {
    let mut found: BTreeMap<String, Entry> = BTreeMap::new();
    for (key, text) in english {
        let (stem, plural) = stem(key);
        let entry = found.entry(stem.to_owned()).or_insert_with(|| Entry {
            key: stem.to_owned(),
            plural,
            parameters: Vec::new(),
        });
        for name in placeholders(text) {
            if !entry.parameters.contains(&name) {
                entry.parameters.push(name);
            }
        }
    }
    found.into_values().collect()
}

fn placeholders(text: &str) -> Vec<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

fn compare(row: &Row, entries: &[Entry], wording: &Wording, faults: &mut Vec<String>) {
    let file = format!("texts/{}.json", row.tag);
    let mut known = Vec::new();
    for entry in entries {
        let keys = match entry.plural {
            true => row
                .plurals
                .iter()
                .map(|form| format!("{}.{form}", entry.key))
                .collect(),
            false => vec![entry.key.clone()],
        };
        for key in keys {
            match wording.get(&key) {
                Some(text) => faults.extend(placeholder_fault(&file, &key, text, entry)),
                None => faults.push(format!("{file}: {key}: missing")),
            }
            known.push(key);
        }
    }
    for key in wording.keys().filter(|key| !known.contains(key)) {
        faults.push(format!(
            "{file}: {key}: not a key of texts/en.json in a form of this language"
        ));
    }
}

/// The text must have the placeholders of the English one; a singular need not have all.
fn placeholder_fault(file: &str, key: &str, text: &str, entry: &Entry) -> Option<String> {
    let found = sorted(placeholders(text));
    let wanted = sorted(entry.parameters.clone());
    let is_singular = entry.plural && key.ends_with(".one");
    let fits = if is_singular {
        found.iter().all(|name| wanted.contains(name))
    } else {
        found == wanted
    };
    (!fits)
        .then(|| format!("{file}: {key}: has the placeholders {found:?}, English has {wanted:?}"))
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

/// Generates the code. The first entries are those of the two starters, as many as `groups` says.
fn methods(entries: &[Entry], groups: [usize; 2]) -> String {
    let (starter, others) = entries.split_at(groups[0]);
    let (own_starter, others) = others.split_at(groups[1]);
    let shape = |entry: &Entry| format!("    ({}, &{:?}),\n", entry.plural, entry.parameters);
    let shapes: String = entries.iter().map(shape).collect();
    let methods = entries.iter().enumerate();
    let methods: String = methods.map(|(index, entry)| method(index, entry)).collect();
    [
        keys("STARTER_KEYS", "Keys of the starter program", starter),
        keys(
            "OWN_STARTER_KEYS",
            "Keys that only the starter for other questionnaires adds",
            own_starter,
        ),
        keys("OTHER_KEYS", "All other keys", others),
        format!(
            "/// Whether a text has plural forms, and its placeholders, in the order of the keys.\n\
             const SHAPES: &[(bool, &[&str])] = &[\n{shapes}];\n\n"
        ),
        format!("impl Messages {{\n{methods}}}\n"),
    ]
    .concat()
}

fn keys(name: &str, meaning: &str, entries: &[Entry]) -> String {
    let line = |entry: &Entry| format!("    {:?},\n", entry.key);
    let lines: String = entries.iter().map(line).collect();
    format!("/// {meaning}, in the order of `Messages`.\nconst {name}: &[&str] = &[\n{lines}];\n\n")
}

fn method(index: usize, entry: &Entry) -> String {
    let Entry {
        key,
        plural,
        parameters,
    } = entry;
    let name = key.replace(['.', '-'], "_");
    let documentation = format!("    /// `{key}`\n    #[must_use]\n");
    if parameters.is_empty() && !plural {
        return format!(
            "{documentation}    pub fn {name}(&self) -> &str {{ self.text({index}) }}\n"
        );
    }
    let is_count = |parameter: &String| *plural && parameter == "n";
    assert!(
        !plural || parameters.iter().any(is_count),
        "{key}: a plural needs {{n}}"
    );
    let argument = |parameter: &String| match is_count(parameter) {
        true => ", n: usize".to_owned(),
        false => format!(", {parameter}: &str"),
    };
    let value = |parameter: &String| match is_count(parameter) {
        true => "(\"n\", &n.to_string()), ".to_owned(),
        false => format!("({parameter:?}, {parameter}), "),
    };
    let arguments: String = parameters.iter().map(argument).collect();
    let values: String = parameters.iter().map(value).collect();
    let count = if *plural { "n" } else { "usize::MAX" };
    format!(
        "{documentation}    pub fn {name}(&self{arguments}) -> String {{ self.fill({index}, {count}, &[{values}]) }}\n"
    )
}
