//! What can be wrong with the syntax of a JSON file, most of all one that a person edited.

use super::Position;

/// Where and why a text stops being JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are what the sentence of the variant names"
)]
pub enum SyntaxFault {
    /// Nothing but space.
    Empty,
    /// The text ends while a bracket is open: it was cut off, or the bracket forgotten.
    Unclosed { bracket: char, opened: Position },
    /// A bracket that closes another one than is open.
    WrongBracket {
        found: char,
        needed: char,
        opened: Position,
    },
    /// A text without its quotation mark at the end.
    UnclosedText,
    /// `//`, `/*` or `#`.
    Comment,
    /// A quotation mark as word processors set it.
    TypographicQuote { found: char },
    /// `'` instead of `"`.
    SingleQuote,
    /// A digit or sign of East Asian width, and the one that JSON has.
    FullWidth { found: char, plain: char },
    /// A space or another invisible character that JSON does not have.
    InvisibleCharacter { found: char },
    /// A comma before a closing bracket.
    TrailingComma,
    /// `NaN`, `Infinity`.
    NotANumber { found: String },
    /// A number in another notation, such as `03`, `+3`, `.5`.
    BadNumber { found: String },
    /// A number with a comma before its fraction.
    DecimalComma,
    /// A number larger than any computer counts.
    NumberTooLarge { found: String },
    /// A word without quotation marks.
    BareWord { found: String },
    /// Nothing between two values.
    MissingComma,
    /// Nothing between key and value.
    MissingColon,
    /// Nothing where a value belongs.
    MissingValue,
    /// A backslash before something that it does not go with, or half a letter.
    BadEscape { found: String },
    /// A tab or another control character in a text.
    ControlCharacter,
    /// Something behind the end of the value.
    TrailingText,
    /// A web page, or XML.
    Markup,
    /// A character that belongs nowhere outside of a text.
    Unexpected { found: char },
    /// The parser stopped here; why was not looked for.
    Unspecified,
}
