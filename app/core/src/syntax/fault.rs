//! Syntax errors of JSON files, with the mistakes that are typical of manual editing.

use std::fmt;

use super::Position;

/// A syntax error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum SyntaxFault {
    /// The text is blank.
    Empty,
    /// The text ends before a bracket is closed.
    Unclosed { bracket: char, opened: Position },
    /// A closing bracket does not match the open one.
    WrongBracket {
        found: char,
        needed: char,
        opened: Position,
    },
    /// A string is not terminated.
    UnclosedText,
    /// A comment: `//`, `/*` or `#`.
    Comment,
    /// A typographic quotation mark.
    TypographicQuote { found: char },
    /// A single quotation mark instead of a double one.
    SingleQuote,
    /// A full-width character, with the ASCII character to use.
    FullWidth { found: char, plain: char },
    /// A space or invisible character that JSON does not allow.
    InvisibleCharacter { found: char },
    /// A comma before a closing bracket.
    TrailingComma,
    /// `NaN` or `Infinity`.
    NotANumber { found: String },
    /// A number in a notation that JSON does not have, such as `03`, `+3` or `.5`.
    BadNumber { found: String },
    /// A decimal comma.
    DecimalComma,
    /// A number outside the range of 64-bit floats.
    NumberTooLarge { found: String },
    /// A word without quotation marks.
    BareWord { found: String },
    /// A missing comma between two values.
    MissingComma,
    /// A missing colon after a key.
    MissingColon,
    /// A missing value.
    MissingValue,
    /// An invalid escape sequence, or half of a surrogate pair.
    BadEscape { found: String },
    /// An unescaped control character in a string.
    ControlCharacter,
    /// Text after the end of the value.
    TrailingText,
    /// HTML or XML.
    Markup,
    /// A character that is not allowed outside of strings.
    Unexpected { found: char },
    /// The parser reported an error that is not classified.
    Unspecified,
}

impl fmt::Display for SyntaxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is nothing in it"),
            Self::Unclosed { bracket, opened } => write!(f, "{bracket:?} of {opened} is open"),
            Self::WrongBracket {
                found,
                needed,
                opened,
            } => write!(f, "{found:?} where {needed:?} closes what {opened} opened"),
            Self::UnclosedText => f.write_str("this text has no end"),
            Self::Comment => f.write_str("a comment"),
            Self::TypographicQuote { found } => write!(f, "the quotation mark {found}"),
            Self::SingleQuote => f.write_str("a single quotation mark"),
            Self::FullWidth { found, plain } => write!(f, "{found} instead of {plain}"),
            Self::InvisibleCharacter { found } => write!(f, "{}", found.escape_unicode()),
            Self::TrailingComma => f.write_str("a comma before a closing bracket"),
            Self::NotANumber { found }
            | Self::BadNumber { found }
            | Self::NumberTooLarge { found } => write!(f, "{found} is no number of JSON"),
            Self::DecimalComma => f.write_str("a comma in a number"),
            Self::BareWord { found } => write!(f, "{found} without quotation marks"),
            Self::MissingComma => f.write_str("a comma is missing"),
            Self::MissingColon => f.write_str("a colon is missing"),
            Self::MissingValue => f.write_str("a value is missing"),
            Self::BadEscape { found } => write!(f, "{found:?} in a text"),
            Self::ControlCharacter => f.write_str("a control character in a text"),
            Self::TrailingText => f.write_str("something behind the end"),
            Self::Markup => f.write_str("a web page or XML"),
            Self::Unexpected { found } => write!(f, "{found:?} outside of a text"),
            Self::Unspecified => f.write_str("reading stops here"),
        }
    }
}
