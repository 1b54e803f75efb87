//! Several assessments as lines of one file.

use assay_core::Json;

/// The lines, and what has none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct SavedLines {
    /// A line of JSON for each assessment.
    pub(super) text: String,
    /// The number of lines.
    pub(super) count: usize,
    /// The names of the assessments that cannot be a file.
    pub(super) not_saved: Vec<String>,
}

impl SavedLines {
    /// Collects the lines of named files; an assessment without a file is named.
    pub(super) fn from_files<'a>(files: impl Iterator<Item = (&'a str, Option<String>)>) -> Self {
        let mut lines = Self::default();
        for (name, file) in files {
            match file.map(|file| Json::parse_leniently(&file)) {
                Some(Ok(json)) => {
                    lines.text.push_str(&format!("{json}\n"));
                    lines.count = lines.count.saturating_add(1);
                }
                _ => lines.not_saved.push(name.to_owned()),
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::SavedLines;

    #[test]
    fn an_assessment_without_a_file_is_named_and_the_others_are_saved() {
        let file = |text: &str| Some(text.to_owned());
        let files = [
            ("Acme", file("{\n  \"a\": 1\n}")),
            ("Orion", None),
            ("Atlas", file("{}")),
            ("Nord", file("{")),
        ];
        let found = SavedLines::from_files(files.into_iter());
        assert_eq!((found.text.lines().count(), found.count), (2, 2));
        assert_eq!(found.not_saved, ["Orion", "Nord"]);
    }
}
