//! Names that tell results apart.

use std::collections::BTreeSet;

use assay_core::compare::ComparedResult;

use crate::{Messages, format_date, sanitize_line};

/// More signs of a name than this are left out.
const LONGEST: usize = 60;

/// A name from elsewhere as a label: on one line, with single blanks, and not longer than a label can
/// be.
#[must_use]
pub fn short_label(name: &str) -> String {
    let line = sanitize_line(name);
    let words: Vec<&str> = line.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// A label for each result, no two alike: the name; with the date where names are alike; with a
/// number where these are, too.
pub(super) fn unique_labels(words: &Messages, results: &[ComparedResult]) -> Vec<String> {
    let names: Vec<String> = results
        .iter()
        .map(|result| match short_label(&result.name) {
            name if name.is_empty() => words.compare_unnamed().to_owned(),
            name => name,
        })
        .collect();
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let dated = results.iter().zip(&names).map(|(result, name)| {
        match result.day.filter(|_| !is_alone(name)) {
            Some(day) => words.compare_label(name, &format_date(words, Some(&day.to_string()))),
            None => name.clone(),
        }
    });
    let mut taken = BTreeSet::new();
    let mut numbered = |label: String| {
        let mut unique = label.clone();
        let mut number = 1;
        while !taken.insert(unique.clone()) {
            number += 1;
            unique = words.compare_label(&label, &number.to_string());
        }
        unique
    };
    dated.map(&mut numbered).collect()
}
