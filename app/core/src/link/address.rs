//! Finds the markers `#/r/` and `#/i/` in addresses, including damaged forms.

use super::spelling::{is_invisible, line_break};

/// The marker before a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    /// The byte offset of the marker.
    pub(super) start: usize,
    /// The byte offset of the payload.
    pub(super) end: usize,
    pub(super) kind: LinkKind,
}

/// The kind of a link, by its marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// A result: `#/r/`.
    Result,
    /// An invitation: `#/i/`.
    Invitation,
}

/// The maximum length of a damaged marker in bytes.
const LONGEST: usize = 48;

/// The number of characters from which a word counts as a payload without a complete marker.
const MIN_PAYLOAD: usize = 32;

/// Returns the first marker of a text.
pub(super) fn first_marker(text: &str) -> Option<Marker> {
    let mut from = 0_usize;
    loop {
        let found = text.get(from..)?.find(['#', '*', '＃'])?;
        let start = from.saturating_add(found);
        let marker = marker_at(text, start);
        if marker.is_some() {
            return marker;
        }
        let mark = text.get(start..)?.chars().next()?;
        from = start.saturating_add(mark.len_utf8());
    }
}

/// Parses a number sign (`*` in links of urldefense.com), a slash, the letter and a slash. Signs may
/// be repeated, the letter may be uppercase, and line breaks may occur between them. The first slash
/// may be missing if what follows is as long as a payload.
fn marker_at(text: &str, start: usize) -> Option<Marker> {
    let mut rest = text.get(start..)?;
    let (mut slash, mut leads) = (false, None);
    loop {
        let next = rest.chars().next()?;
        let mut size = next.len_utf8();
        match next {
            _ if line_break(rest).is_some() => size = line_break(rest)?,
            _ if is_invisible(next) => {}
            '/' if leads.is_some() => break,
            '/' => slash = true,
            '#' | '＃' | '*' | '!' if leads.is_none() => {}
            'r' | 'R' if leads.is_none() => leads = Some(LinkKind::Result),
            'i' | 'I' if leads.is_none() => leads = Some(LinkKind::Invitation),
            _ => return None,
        }
        rest = rest.get(size..)?;
        if text.len().saturating_sub(rest.len()) > start.saturating_add(LONGEST) {
            return None;
        }
    }
    let after = rest.trim_start_matches('/');
    if !slash && !begins_with_payload(after) {
        return None;
    }
    Some(Marker {
        start,
        end: text.len().saturating_sub(after.len()),
        kind: leads?,
    })
}

/// Whether at least 32 characters of base64url begin a text.
fn begins_with_payload(text: &str) -> bool {
    let is_payload = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.bytes()
        .take_while(is_payload)
        .take(MIN_PAYLOAD)
        .count()
        == MIN_PAYLOAD
}

#[cfg(test)]
mod tests {
    use super::{LinkKind, first_marker};

    #[test]
    fn a_marker_is_found_in_whatever_form() {
        for (text, leads) in [
            ("#/r/AQAB", LinkKind::Result),
            ("https://example.org/assay/#/i/AQAB", LinkKind::Invitation),
            (
                "https://example.org/?model=m.json##/r/AQAB",
                LinkKind::Result,
            ),
            ("# #/R/AQAB", LinkKind::Result),
            ("https://example.org/*/r/AQAB", LinkKind::Result),
            ("https://example.org/#!/r//AQAB", LinkKind::Result),
            ("https://example.org/#/\n> r/AQAB", LinkKind::Result),
            ("https://example.org/#=\r\n/r/AQAB", LinkKind::Result),
        ] {
            let marker = first_marker(text).expect(text);
            assert_eq!(&text[marker.end..], "AQAB", "{text}");
            assert_eq!(marker.kind, leads, "{text}");
        }
    }

    #[test]
    fn the_first_slash_may_be_missing_before_a_payload() {
        let payload = "ASgBB9YTA0FubgAAMJ2pgOT9SDhQdVEH2xsAwYVh0g";
        for (marker, kind) in [
            ("https://example.org/#r/", LinkKind::Result),
            ("#I/", LinkKind::Invitation),
        ] {
            let text = format!("{marker}{payload}");
            let found = first_marker(&text).expect("a marker");
            assert_eq!((&text[found.end..], found.kind), (payload, kind));
        }
    }

    #[test]
    fn other_signs_lead_nowhere() {
        for text in [
            "",
            "#",
            "#/",
            "#/r",
            "#/results",
            "# r/",
            "#/s/data",
            "#r/x",
            "*",
            "/r/AQAB",
        ] {
            assert_eq!(first_marker(text), None, "{text}");
        }
        assert_eq!(first_marker(&"#/".repeat(50_000)), None);
    }
}
