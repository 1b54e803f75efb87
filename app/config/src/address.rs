//! Addresses in a configuration.

use assay_core::json::Node;

use crate::FaultKind;
use crate::fields::{FaultLog, bounded_text};

/// Longest address in characters.
const MAX_LENGTH: usize = 2000;

/// Reads the address of a file on the same site, relative to the app.
pub(crate) fn read_site_file(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<String> {
    let text = bounded_text(node, 1, MAX_LENGTH, log)?;
    if is_site_path(text) {
        return Some(text.to_owned());
    }
    log.record(
        &node.place,
        FaultKind::NotSiteFile {
            found: text.to_owned(),
        },
    );
    None
}

/// Reads the address of an SVG or PNG on the same site.
pub(crate) fn read_picture(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<String> {
    let file = read_site_file(node, log)?;
    let path = file
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if path.ends_with(".svg") || path.ends_with(".png") {
        return Some(file);
    }
    log.record(&node.place, FaultKind::NotAPicture { found: file });
    None
}

/// Reads the target of a link: `https:`, `mailto:`, or a page of the same site.
pub(crate) fn read_address(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<String> {
    let text = bounded_text(node, 1, MAX_LENGTH, log)?;
    let sound = is_site_path(text) || is_https(text) || is_mailto(text);
    if sound {
        return Some(text.to_owned());
    }
    log.record(
        &node.place,
        FaultKind::NotAnAddress {
            found: text.to_owned(),
        },
    );
    None
}

fn is_https(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    has_plain_characters(text)
        && host.is_some_and(|host| !host.is_empty() && !host.contains(['@', '{', '}']))
}

fn is_mailto(text: &str) -> bool {
    has_plain_characters(text)
        && text
            .strip_prefix("mailto:")
            .is_some_and(|rest| rest.contains('@') && !rest.starts_with('@'))
}

/// Whether it is a path: no scheme, no other host, and no backslash, which browsers treat as a
/// slash.
fn is_site_path(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    has_plain_characters(text) && !text.starts_with("//") && !first.contains(':')
}

fn has_plain_characters(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() || c.is_whitespace() || c == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_are_of_the_same_site() {
        for own in [
            "brand/logo.svg",
            "/logo.svg",
            "../x.json?a=b:c",
            "./a/b:c",
            "数据.json",
        ] {
            assert!(is_site_path(own), "{own}");
        }
        for other in [
            "//evil.example/x",
            "https://evil.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "/\\evil.example",
            "a b",
            "\tjavascript:x",
            "java\nscript:x",
        ] {
            assert!(!is_site_path(other), "{other}");
        }
    }

    #[test]
    fn a_visitor_is_sent_to_the_web_or_to_a_mailbox_and_nowhere_else() {
        assert!(is_https("https://firm.example/contact?result={link}"));
        assert!(is_mailto("mailto:hello@firm.example?subject=x"));
        for bad in [
            "https://",
            "https:///x",
            "http://firm.example",
            "https://user@firm.example",
            "https://{link}.example",
        ] {
            assert!(!is_https(bad), "{bad}");
        }
        assert!(!is_mailto("mailto:@x") && !is_mailto("mailto:nobody"));
    }
}
