//! Texts of files in messages.

/// Greatest number of characters of a text in a message.
const MAX_SHOWN: usize = 60;

/// The text, or its beginning with an ellipsis.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(MAX_SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
