//! Syntax errors of a JSON file.

use assay_core::json::SyntaxFault;

use super::values::abbreviate;
use crate::Messages;

pub(super) fn describe(messages: &Messages, fault: &SyntaxFault) -> String {
    describe_bracket(messages, fault)
        .or_else(|| describe_quoted(messages, fault))
        .unwrap_or_else(|| describe_plain(messages, fault).to_owned())
}

/// Faults of brackets, with the position of the opening one.
fn describe_bracket(messages: &Messages, fault: &SyntaxFault) -> Option<String> {
    Some(match fault {
        SyntaxFault::Unclosed { bracket, opened } => messages.problem_syntax_unclosed(
            &bracket.to_string(),
            &opened.line.to_string(),
            &opened.column.to_string(),
        ),
        SyntaxFault::WrongBracket {
            found,
            needed,
            opened,
        } => messages.problem_syntax_wrong_bracket(
            &found.to_string(),
            &needed.to_string(),
            &opened.line.to_string(),
            &opened.column.to_string(),
        ),
        _ => return None,
    })
}

/// Faults that quote the text found.
fn describe_quoted(messages: &Messages, fault: &SyntaxFault) -> Option<String> {
    Some(match fault {
        SyntaxFault::TypographicQuote { found } => {
            messages.problem_syntax_typographic_quote(&found.to_string())
        }
        SyntaxFault::FullWidth { found, plain } => {
            messages.problem_syntax_full_width(&found.to_string(), &plain.to_string())
        }
        SyntaxFault::InvisibleCharacter { found } => {
            messages.problem_syntax_invisible(&format!("{:04X}", u32::from(*found)))
        }
        SyntaxFault::NotANumber { found } => {
            messages.problem_syntax_not_a_number(&abbreviate(found))
        }
        SyntaxFault::BadNumber { found } => messages.problem_syntax_bad_number(&abbreviate(found)),
        SyntaxFault::NumberTooLarge { found } => {
            messages.problem_syntax_number_too_large(&abbreviate(found))
        }
        SyntaxFault::BareWord { found } => messages.problem_syntax_bare_word(&abbreviate(found)),
        SyntaxFault::BadEscape { found } => messages.problem_syntax_bad_escape(&abbreviate(found)),
        SyntaxFault::Unexpected { found } => {
            messages.problem_syntax_unexpected(&abbreviate(&found.to_string()))
        }
        _ => return None,
    })
}

fn describe_plain<'w>(messages: &'w Messages, fault: &SyntaxFault) -> &'w str {
    match fault {
        SyntaxFault::Empty => messages.problem_syntax_empty(),
        SyntaxFault::UnclosedText => messages.problem_syntax_unclosed_text(),
        SyntaxFault::Comment => messages.problem_syntax_comment(),
        SyntaxFault::SingleQuote => messages.problem_syntax_single_quote(),
        SyntaxFault::TrailingComma => messages.problem_syntax_trailing_comma(),
        SyntaxFault::DecimalComma => messages.problem_syntax_decimal_comma(),
        SyntaxFault::MissingComma => messages.problem_syntax_missing_comma(),
        SyntaxFault::MissingColon => messages.problem_syntax_missing_colon(),
        SyntaxFault::MissingValue => messages.problem_syntax_missing_value(),
        SyntaxFault::ControlCharacter => messages.problem_syntax_control_character(),
        SyntaxFault::TrailingText => messages.problem_syntax_superfluous(),
        SyntaxFault::Markup => messages.problem_syntax_markup(),
        _ => messages.problem_syntax_unnamed(),
    }
}
