//! Quotes values of a file in a sentence: on one line, and short.

use assay_core::{JsonType, LevelFault};

use super::names::shape_name;
use crate::Messages;

/// Longest quoted text in characters.
const SHORT: usize = 60;

/// A text of the file, truncated if long, with invisible characters escaped.
#[must_use]
pub fn abbreviate(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len().min(SHORT));
    for (index, letter) in text.chars().enumerate() {
        if index == SHORT {
            quoted.push('…');
            break;
        }
        if needs_escape(letter) {
            quoted.extend(letter.escape_default());
        } else {
            quoted.push(letter);
        }
    }
    quoted
}

/// Whether a character breaks the line or reorders the sentence.
fn needs_escape(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A JSON value abbreviated by the core: a list or object by its type, a text in quotation marks,
/// anything else as in the file.
pub(super) fn quote_value(messages: &Messages, brief: &str) -> String {
    let text = brief
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match (brief, text) {
        ("a list", _) => shape_name(messages, JsonType::List).to_owned(),
        ("an object", _) => shape_name(messages, JsonType::Object).to_owned(),
        (_, Some(text)) => messages.problem_quoted(&abbreviate(text)),
        (other, None) => abbreviate(other),
    }
}

/// Why a value is not a level; `None` if the reason is unknown.
pub(super) fn describe_level_fault(
    messages: &Messages,
    brief: &str,
    fault: LevelFault,
) -> Option<String> {
    let found = quote_value(messages, brief);
    match fault {
        LevelFault::OutOfRange => Some(messages.problem_level_out_of_range(&found)),
        LevelFault::Fraction => Some(messages.problem_level_fraction(&found)),
        LevelFault::Quoted => Some(messages.problem_level_quoted(&found)),
        LevelFault::Boolean => Some(messages.problem_level_boolean(&found)),
        LevelFault::Other => None,
    }
}

/// A number, in scientific notation if it is very large or very small.
pub(super) fn format_number(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 || (1e-6..1e15).contains(&size) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// `a → b → a`
pub(super) fn format_cycle(names: &[String]) -> String {
    let closed: Vec<String> = names
        .iter()
        .chain(names.first())
        .map(|name| abbreviate(name))
        .collect();
    closed.join(" → ")
}

#[cfg(test)]
mod tests {
    use super::{abbreviate, format_number};

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(abbreviate(&"名".repeat(60)), "名".repeat(60));
        assert_eq!(
            abbreviate(&"名".repeat(61)),
            format!("{}…", "名".repeat(60))
        );
    }

    #[test]
    fn characters_that_break_or_turn_a_line_are_spelt_out() {
        assert_eq!(abbreviate("a\nb\u{202e}c"), "a\\nb\\u{202e}c");
        assert_eq!(abbreviate("é “q” \\"), "é “q” \\");
    }

    #[test]
    fn numbers_never_fill_the_line_with_zeros() {
        assert_eq!(format_number(-0.5), "-0.5");
        assert_eq!(format_number(0.0), "0");
        assert_eq!(format_number(1e300), "1e300");
        assert_eq!(format_number(-4e-9), "-4e-9");
    }
}
