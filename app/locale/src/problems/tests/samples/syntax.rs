//! Problems of the syntax.

use assay_core::ProblemKind;
use assay_core::json::{Position, SyntaxFault};

use super::{AT, Sample, sample, text};

/// Every syntax fault at the same position.
pub(super) fn syntax() -> Vec<Sample> {
    let not_json = |fault| sample(ProblemKind::NotJson { at: AT, fault });
    let faults = [characters(), numbers_and_separators()].concat();
    faults.into_iter().map(not_json).collect()
}

/// Brackets, quotation marks, comments and invisible characters.
fn characters() -> Vec<SyntaxFault> {
    let opened = Position { line: 1, column: 2 };
    vec![
        SyntaxFault::Empty,
        SyntaxFault::Unclosed {
            bracket: '{',
            opened,
        },
        SyntaxFault::WrongBracket {
            found: '}',
            needed: ']',
            opened,
        },
        SyntaxFault::UnclosedText,
        SyntaxFault::Comment,
        SyntaxFault::TypographicQuote { found: '“' },
        SyntaxFault::SingleQuote,
        SyntaxFault::FullWidth {
            found: '，',
            plain: ',',
        },
        SyntaxFault::InvisibleCharacter { found: '\u{a0}' },
    ]
}

/// Numbers, separators, escapes and what stands outside of values.
fn numbers_and_separators() -> Vec<SyntaxFault> {
    vec![
        SyntaxFault::TrailingComma,
        SyntaxFault::NotANumber { found: text("NaN") },
        SyntaxFault::BadNumber { found: text("03") },
        SyntaxFault::DecimalComma,
        SyntaxFault::NumberTooLarge {
            found: text("1e999"),
        },
        SyntaxFault::BareWord {
            found: text("True"),
        },
        SyntaxFault::MissingComma,
        SyntaxFault::MissingColon,
        SyntaxFault::MissingValue,
        SyntaxFault::BadEscape {
            found: text("\\x\n"),
        },
        SyntaxFault::ControlCharacter,
        SyntaxFault::TrailingText,
        SyntaxFault::Markup,
        SyntaxFault::Unexpected { found: ';' },
        SyntaxFault::Unspecified,
    ]
}
