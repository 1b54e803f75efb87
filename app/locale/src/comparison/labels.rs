//! Labels that distinguish results.

use std::collections::BTreeSet;

use assay_core::compare::ComparedResult;

use crate::{Messages, format_date, sanitize_line};

/// Longest label in characters; the rest is cut.
const LONGEST: usize = 60;

/// A name as a label: one line, single spaces, limited length.
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

/// A unique label for each result: the name, with the date if names are equal, with a number if
/// dates are equal as well.
pub(super) fn unique_labels(messages: &Messages, results: &[ComparedResult]) -> Vec<String> {
    let names: Vec<String> = results
        .iter()
        .map(|result| match short_label(&result.name) {
            name if name.is_empty() => messages.compare_unnamed().to_owned(),
            name => name,
        })
        .collect();
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let dated = results.iter().zip(&names).map(|(result, name)| {
        match result.day.filter(|_| !is_alone(name)) {
            Some(day) => {
                messages.compare_label(name, &format_date(messages, Some(&day.to_string())))
            }
            None => name.clone(),
        }
    });
    let mut used = BTreeSet::new();
    let mut numbered = |label: String| {
        let mut unique = label.clone();
        let mut number = 1;
        while !used.insert(unique.clone()) {
            number += 1;
            unique = messages.compare_label(&label, &number.to_string());
        }
        unique
    };
    dated.map(&mut numbered).collect()
}
