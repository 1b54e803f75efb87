//! Reads `languages.json`, the list of the languages, and generates `Language` from it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The questionnaires that are part of the product, relative to this crate.
const MODELS: &str = "../core/models";

/// A language of the list.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// Its English name, also that of the variant of `Language`.
    name: String,
    /// Its language tag, also part of file names.
    pub(crate) tag: String,
    own_name: String,
    /// Its plural forms: `one` and `other`, or `other` alone.
    pub(crate) plurals: Vec<String>,
    first_screen: FirstScreen,
    office_tag: String,
    east_asian_tag: String,
    east_asian_font: String,
}

/// Where the first screen in a language is.
#[derive(serde::Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum FirstScreen {
    /// In the page, which every visitor loads.
    Page,
    /// In a file that is fetched where the language is chosen.
    File,
}

/// The list.
pub(crate) fn read() -> Vec<Row> {
    println!("cargo:rerun-if-changed=languages.json");
    let text = std::fs::read_to_string("languages.json").expect("languages.json can be read");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("languages.json: {error}"))
}

/// A method of `Language`: its name, what it returns, and the value of a row as code.
struct Method {
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
    value: fn(&Row) -> String,
}

const fn text(name: &'static str, meaning: &'static str, value: fn(&Row) -> String) -> Method {
    Method {
        name,
        kind: "&'static str",
        meaning,
        value,
    }
}

const METHODS: [Method; 6] = [
    text(
        "tag",
        "The language tag of the `lang` attribute and of `?lang=`.",
        |row| format!("{:?}", row.tag),
    ),
    text("own_name", "Its name in the language itself.", |row| {
        format!("{:?}", row.own_name)
    }),
    text(
        "office_tag",
        "The tag by which office programs know it.",
        |row| format!("{:?}", row.office_tag),
    ),
    text(
        "east_asian_tag",
        "The language of Chinese characters in its documents.",
        |row| format!("{:?}", row.east_asian_tag),
    ),
    text(
        "east_asian_font",
        "The font of Chinese characters in its documents.",
        |row| format!("{:?}", row.east_asian_font),
    ),
    Method {
        name: "is_in_page",
        kind: "bool",
        meaning: "Whether every visitor loads the first screen in this language as part of the page.",
        value: |row| (row.first_screen == FirstScreen::Page).to_string(),
    },
];

/// The code of `Language`.
pub(crate) fn code(rows: &[Row]) -> String {
    let list = |item: fn(&Row) -> String| -> String { rows.iter().map(item).collect() };
    let variants = list(|row| format!("    /// {}, `{}`.\n    {},\n", row.name, row.tag, row.name));
    let all = list(|row| format!("Self::{}, ", row.name));
    let tags = list(|row| format!("{:?}, ", row.tag));
    let methods: String = METHODS.iter().map(|one| method(rows, one)).collect();
    let count = rows.len();
    format!(
        "/// A language of the interface.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         pub enum Language {{\n{variants}}}\n\n\
         impl Language {{\n    /// All languages, the default first.\n    \
         pub const ALL: [Self; {count}] = [{all}];\n    \
         /// The tags of all languages, in the order of [`ALL`](Self::ALL).\n    \
         pub const TAGS: [&'static str; {count}] = [{tags}];\n{methods}}}\n\n{}",
        embedded(rows)
    )
}

fn method(rows: &[Row], method: &Method) -> String {
    let Method {
        name,
        kind,
        meaning,
        value,
    } = method;
    let arm = |row: &Row| format!("Self::{} => {}, ", row.name, value(row));
    let arms: String = rows.iter().map(arm).collect();
    format!(
        "    /// {meaning}\n    #[must_use]\n    pub const fn {name}(self) -> {kind} {{ match self {{ {arms}}} }}\n"
    )
}

/// The files of each language, for programs that cannot fetch them.
fn embedded(rows: &[Row]) -> String {
    let mut texts = String::new();
    let mut wordings = String::new();
    for row in rows {
        let file = absolute(&format!("texts/{}.json", row.tag));
        writeln!(texts, "Self::{} => include_str!({file:?}),", row.name)
            .expect("a text can be written");
        for folder in ["", "v1"] {
            let file = Path::new(MODELS)
                .join(folder)
                .join(format!("standard.{}.json", row.tag));
            if file.is_file() {
                let file = absolute(&file.to_string_lossy());
                writeln!(
                    wordings,
                    "(Self::{}, {folder:?}) => Some(include_str!({file:?})),",
                    row.name
                )
                .expect("a text can be written");
            }
        }
    }
    format!(
        "#[cfg(feature = \"embedded\")]\nimpl Language {{\n    \
         /// The interface texts as JSON.\n    pub(crate) const fn texts(self) -> &'static str {{ match self {{ {texts} }} }}\n    \
         /// The wording of the standard questionnaire, of its present version (\"\") or an earlier one\n    \
         /// (\"v1\"); `None` where that has no wording in this language.\n    \
         #[must_use]\n    pub fn standard_wording(self, version: &str) -> Option<&'static str> {{ match (self, version) {{ {wordings} _ => None }} }}\n}}\n"
    )
}

fn absolute(file: &str) -> PathBuf {
    std::fs::canonicalize(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}
