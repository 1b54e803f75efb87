//! Names that tell results apart.

use std::collections::BTreeSet;

use assay_core::compare::Compared;

use crate::{Words, date};

/// More signs of a name than this are left out.
const LONGEST: usize = 60;

/// A name from elsewhere on one line: without signs that control a line or turn the direction of
/// what stands after them, and not longer than a label can be.
#[must_use]
pub fn plain(name: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown = name.chars().filter(|c| !turns(*c));
    let shown: String = shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// A label for each result, no two alike: the name; with the date where names are alike; with a
/// number where these are, too.
pub(super) fn labels(words: &Words, results: &[Compared]) -> Vec<String> {
    let names: Vec<String> = results
        .iter()
        .map(|result| match plain(&result.name) {
            name if name.is_empty() => words.compare_unnamed().to_owned(),
            name => name,
        })
        .collect();
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let dated = results.iter().zip(&names).map(|(result, name)| {
        match result.day.filter(|_| !is_alone(name)) {
            Some(day) => words.compare_label(name, &date(words, Some(&day.to_string()))),
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
