//! Syntax errors of a JSON file.

use assay_core::json::SyntaxFault;

use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(words: &Messages, fault: &SyntaxFault) -> String {
    brackets(words, fault)
        .or_else(|| quoted(words, fault))
        .unwrap_or_else(|| plain(words, fault).to_owned())
}

/// Faults of brackets, with the position of the opening one.
fn brackets(words: &Messages, fault: &SyntaxFault) -> Option<String> {
    Some(match fault {
        SyntaxFault::Unclosed { bracket, opened } => words.problem_syntax_unclosed(
            &bracket.to_string(),
            &opened.line.to_string(),
            &opened.column.to_string(),
        ),
        SyntaxFault::WrongBracket {
            found,
            needed,
            opened,
        } => words.problem_syntax_wrong_bracket(
            &found.to_string(),
            &needed.to_string(),
            &opened.line.to_string(),
            &opened.column.to_string(),
        ),
        _ => return None,
    })
}

/// Faults that quote the text found.
fn quoted(words: &Messages, fault: &SyntaxFault) -> Option<String> {
    Some(match fault {
        SyntaxFault::TypographicQuote { found } => {
            words.problem_syntax_typographic_quote(&found.to_string())
        }
        SyntaxFault::FullWidth { found, plain } => {
            words.problem_syntax_full_width(&found.to_string(), &plain.to_string())
        }
        SyntaxFault::InvisibleCharacter { found } => {
            words.problem_syntax_invisible(&format!("{:04X}", u32::from(*found)))
        }
        SyntaxFault::NotANumber { found } => words.problem_syntax_not_a_number(&abbreviate(found)),
        SyntaxFault::BadNumber { found } => words.problem_syntax_bad_number(&abbreviate(found)),
        SyntaxFault::NumberTooLarge { found } => {
            words.problem_syntax_number_too_large(&abbreviate(found))
        }
        SyntaxFault::BareWord { found } => words.problem_syntax_bare_word(&abbreviate(found)),
        SyntaxFault::BadEscape { found } => words.problem_syntax_bad_escape(&abbreviate(found)),
        SyntaxFault::Unexpected { found } => {
            words.problem_syntax_unexpected(&abbreviate(&found.to_string()))
        }
        _ => return None,
    })
}

fn plain<'w>(words: &'w Messages, fault: &SyntaxFault) -> &'w str {
    match fault {
        SyntaxFault::Empty => words.problem_syntax_empty(),
        SyntaxFault::UnclosedText => words.problem_syntax_unclosed_text(),
        SyntaxFault::Comment => words.problem_syntax_comment(),
        SyntaxFault::SingleQuote => words.problem_syntax_single_quote(),
        SyntaxFault::TrailingComma => words.problem_syntax_trailing_comma(),
        SyntaxFault::DecimalComma => words.problem_syntax_decimal_comma(),
        SyntaxFault::MissingComma => words.problem_syntax_missing_comma(),
        SyntaxFault::MissingColon => words.problem_syntax_missing_colon(),
        SyntaxFault::MissingValue => words.problem_syntax_missing_value(),
        SyntaxFault::ControlCharacter => words.problem_syntax_control_character(),
        SyntaxFault::TrailingText => words.problem_syntax_superfluous(),
        SyntaxFault::Markup => words.problem_syntax_markup(),
        _ => words.problem_syntax_unnamed(),
    }
}
