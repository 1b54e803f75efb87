//! Texts in one text, each with its length in front of it.

/// Appends the length in bytes, a line break and the part; only the line break if there is none.
pub(crate) fn write_part(text: &mut String, part: Option<&str>) {
    if let Some(part) = part {
        text.push_str(&part.len().to_string());
    }
    text.push('\n');
    text.push_str(part.unwrap_or_default());
}

/// Reads a part, which may be absent, and leaves what follows it; `None` if there is no part.
pub(crate) fn read_part(rest: &mut &str) -> Option<Option<String>> {
    let (length, behind) = rest.split_once('\n')?;
    let (part, behind) = match length {
        "" => (None, behind),
        length => {
            let (part, behind) = behind.split_at_checked(length.parse().ok()?)?;
            (Some(part.to_owned()), behind)
        }
    };
    *rest = behind;
    Some(part)
}
