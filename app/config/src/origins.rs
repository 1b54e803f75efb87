//! Which pages may be told what.

use assay_hosting::Origin;

use crate::FaultKind;
use crate::fields::{FaultLog, Node};

/// At most so many pages can be allowed.
const MOST: usize = 50;

/// How much a page that holds the frame is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginAccess {
    /// Everything, a result after consent.
    Full,
    /// The frame's height alone, and no say in what is asked: the owner has not said who may.
    HeightOnly,
    /// Nothing: the owner has said who may, and it is not this page.
    Refused,
}

/// How much a page of `origin` is told by the app of the origin `own`.
#[must_use]
pub fn origin_access(allowed: Option<&[String]>, own: &str, origin: &str) -> OriginAccess {
    // Pages without an origin of their own (files, sandboxed frames) all call themselves "null".
    let real = origin != "null" && !origin.is_empty();
    match allowed {
        _ if real && origin == own => OriginAccess::Full,
        Some(list) if real && list.iter().any(|one| one == origin) => OriginAccess::Full,
        Some(_) => OriginAccess::Refused,
        None => OriginAccess::HeightOnly,
    }
}

/// The list of the file.
pub(crate) fn read_origins(node: &Node<'_>, log: &mut FaultLog) -> Option<Vec<String>> {
    let elements = node.elements(0, MOST, log)?;
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

/// Spelt as browsers spell it, since it is compared letter by letter.
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
    fn who_is_not_on_the_list_is_told_nothing_and_without_a_list_nobody_is_told_more_than_the_height()
     {
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
