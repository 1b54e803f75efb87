//! Syntax errors of JSON files, with the mistakes that are typical of manual editing.

use super::Position;

/// A syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
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
