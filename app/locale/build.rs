//! Makes a method of `Messages` out of every key of `texts/en.json`, and refuses to build where a
//! language lacks a key, has one too many, or fills in other placeholders.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a build script stops the build by panicking"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

type Wording = BTreeMap<String, String>;

/// A key such as `results.open` with its plural forms folded into one.
struct Entry {
    key: String,
    plural: bool,
    /// In the order in which the English text names them first.
    parameters: Vec<String>,
}

fn main() {
    println!("cargo:rerun-if-changed=texts");
    println!("cargo:rerun-if-changed=starter.txt");
    let english = read("en");
    let starter = std::fs::read_to_string("starter.txt").expect("starter.txt can be read");
    let starter: Vec<&str> = starter
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let (mut entries, others): (Vec<Entry>, Vec<Entry>) = entries(&english)
        .into_iter()
        .partition(|entry| starter.iter().any(|start| entry.key.starts_with(start)));
    let starter_count = entries.len();
    entries.extend(others);
    let mut faults = Vec::new();
    compare("zh-CN", &entries, &read("zh-CN"), &mut faults);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    let target = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(
        Path::new(&target).join("messages.rs"),
        methods(&entries, starter_count),
    )
    .expect("the generated file can be written");
}

fn read(language: &str) -> Wording {
    let file = format!("texts/{language}.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// The key without its plural form, and whether it had one.
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

fn compare(language: &str, entries: &[Entry], wording: &Wording, faults: &mut Vec<String>) {
    let known = |key: &str| entries.iter().any(|entry| entry.key == stem(key).0);
    for key in wording.keys().filter(|key| !known(key)) {
        faults.push(format!(
            "texts/{language}.json: {key}: no such key in texts/en.json"
        ));
    }
    for entry in entries {
        let key = if entry.plural {
            format!("{}.other", entry.key)
        } else {
            entry.key.clone()
        };
        let Some(text) = wording.get(&key) else {
            faults.push(format!("texts/{language}.json: {key}: missing"));
            continue;
        };
        let found = sorted(placeholders(text));
        let wanted = sorted(entry.parameters.clone());
        if found != wanted {
            faults.push(format!("texts/{language}.json: {key}: has the placeholders {found:?}, English has {wanted:?}"));
        }
    }
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}

/// The first `starter_count` entries are those that the starter reads.
fn methods(entries: &[Entry], starter_count: usize) -> String {
    let (starter, others) = entries.split_at(starter_count);
    let mut code = String::new();
    list(&mut code, "LIGHT_KEYS", "The keys of the starter", starter);
    list(&mut code, "OTHER_KEYS", "All other keys", others);
    code.push_str("/// Of the starter's keys and then the others: whether it counts something, and what it fills in.\nconst SHAPES: &[(bool, &[&str])] = &[\n");
    for entry in entries {
        let _ = writeln!(code, "    ({}, &{:?}),", entry.plural, entry.parameters);
    }
    code.push_str("];\n\nimpl Messages {\n");
    for (index, entry) in entries.iter().enumerate() {
        method(&mut code, index, entry);
    }
    code.push_str("}\n");
    code
}

fn list(code: &mut String, name: &str, meaning: &str, entries: &[Entry]) {
    let _ = writeln!(
        code,
        "/// {meaning}, in the order in which `Messages` holds them.\nconst {name}: &[&str] = &["
    );
    for entry in entries {
        let _ = writeln!(code, "    {:?},", entry.key);
    }
    code.push_str("];\n\n");
}

fn method(code: &mut String, index: usize, entry: &Entry) {
    let name = entry.key.replace(['.', '-'], "_");
    let _ = writeln!(code, "    /// `{}`", entry.key);
    if entry.parameters.is_empty() && !entry.plural {
        let _ = writeln!(
            code,
            "    #[must_use]\n    pub fn {name}(&self) -> &str {{ self.plain({index}) }}"
        );
        return;
    }
    let mut signature = String::new();
    let mut values = String::new();
    for parameter in &entry.parameters {
        let counted = entry.plural && parameter == "n";
        let _ = write!(
            signature,
            ", {parameter}: {}",
            if counted { "usize" } else { "&str" }
        );
        let value = if counted {
            "&n.to_string()".to_owned()
        } else {
            parameter.clone()
        };
        let _ = write!(values, "({parameter:?}, {value}), ");
    }
    assert!(
        !entry.plural || entry.parameters.iter().any(|name| name == "n"),
        "{}: a plural needs {{n}}",
        entry.key
    );
    let form = if entry.plural { "n" } else { "usize::MAX" };
    let _ = writeln!(
        code,
        "    #[must_use]\n    pub fn {name}(&self{signature}) -> String {{ self.fill({index}, {form}, &[{values}]) }}"
    );
}
