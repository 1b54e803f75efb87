//! The sizes of companies that can be selected.

use assay_locale::Messages;

/// A text of the interface.
pub(crate) type SizeName = fn(&Messages) -> &str;

/// The sizes that can be selected: stored value and label.
pub(crate) const COMPANY_SIZES: [(&str, SizeName); 6] = [
    ("", Messages::profile_size_none),
    ("1-9", Messages::profile_size_micro),
    ("10-49", Messages::profile_size_small),
    ("50-249", Messages::profile_size_medium),
    ("250-4999", Messages::profile_size_large),
    ("5000+", Messages::profile_size_giant),
];

/// Returns the label of a stored size; a value that is not in the list is returned unchanged.
pub(crate) fn size_name(messages: &Messages, stored: &str) -> String {
    let known = COMPANY_SIZES
        .iter()
        .find(|(size, _)| *size == stored && !size.is_empty());
    known.map_or_else(|| stored.to_owned(), |(_, name)| name(messages).to_owned())
}
