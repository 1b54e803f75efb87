//! What a page that embeds the app may receive.

use assay_core::json::Node;
use assay_hosting::Origin;

use crate::FaultKind;
use crate::fields::{FaultLog, distinct_elements};

/// Greatest number of allowed origins.
const MAX_ORIGINS: usize = 50;

/// What the embedding page may receive and do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginAccess {
    /// Every message, and a result after consent.
    Full,
    /// The frame's height only, and no influence on the questions: the owner has no list of
    /// origins.
    HeightOnly,
    /// Nothing: the owner has a list of origins, and this one is not in it.
    Refused,
}

/// The access of a page of `origin` to the app of the origin `own`.
#[must_use]
pub fn origin_access(allowed: Option<&[String]>, own: &str, origin: &str) -> OriginAccess {
    // Opaque origins (files, sandboxed frames) all serialize to "null".
    let real = origin != "null" && !origin.is_empty();
    match allowed {
        _ if real && origin == own => OriginAccess::Full,
        Some(list) if real && list.iter().any(|one| one == origin) => OriginAccess::Full,
        Some(_) => OriginAccess::Refused,
        None => OriginAccess::HeightOnly,
    }
}

/// Reads the list of allowed origins.
pub(crate) fn read_origins(node: &Node<'_, '_>, log: &mut FaultLog) -> Option<Vec<String>> {
    let elements = distinct_elements(node, 0, MAX_ORIGINS, log)?;
    let mut list = Vec::new();
    for element in elements {
        let Some(text) = element.text(log) else {
            continue;
        };
        if is_origin(text) {
            list.push(text.to_owned());
        } else {
            log.record(
                &element.place,
                FaultKind::NotAnOrigin {
                    found: text.to_owned(),
                },
            );
        }
    }
    Some(list)
}

/// Whether the origin is in the serialization of browsers, since it is compared byte by byte.
fn is_origin(text: &str) -> bool {
    Origin::parse(text).is_ok_and(|origin| origin.as_str() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_spelt_as_browsers_spell_it() {
        for good in [
            "https://firm.example",
            "https://firm.example:8443",
            "http://localhost:8080",
            "http://127.0.0.1:1",
            "https://xn--fiqs8s.example",
        ] {
            assert!(is_origin(good), "{good}");
        }
        for bad in [
            "",
            "*",
            "null",
            "https://",
            "firm.example",
            "https://firm.example/",
            "https://Firm.example",
            "https://firm.example:443",
            "https://firm.example:",
            "https://firm.example:0",
            "https://firm.example:99999",
            "https://*.firm.example",
            "http://firm.example",
            "https://a@firm.example",
            "https://firm.example?x",
            "https://-a",
            "https://例子.example",
            "http://localhost.evil.example",
        ] {
            assert!(!is_origin(bad), "{bad}");
        }
    }

    #[test]
    fn pages_outside_the_list_receive_nothing_and_without_a_list_every_page_only_the_height() {
        let (own, firm, other) = (
            "https://assay.example",
            "https://firm.example",
            "https://other.example",
        );
        let list = vec![firm.to_owned()];
        assert_eq!(origin_access(Some(&list), own, firm), OriginAccess::Full);
        assert_eq!(origin_access(Some(&list), own, own), OriginAccess::Full);
        assert_eq!(
            origin_access(Some(&list), own, other),
            OriginAccess::Refused
        );
        assert_eq!(origin_access(Some(&[]), own, firm), OriginAccess::Refused);
        assert_eq!(origin_access(None, own, firm), OriginAccess::HeightOnly);
        assert_eq!(origin_access(None, own, own), OriginAccess::Full);
        for nobody in ["null", ""] {
            assert_eq!(
                origin_access(Some(&[nobody.to_owned()]), nobody, nobody),
                OriginAccess::Refused
            );
        }
    }
}
