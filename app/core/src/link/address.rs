//! Finding the payload in what somebody pasted.

use super::{LIMIT, LinkError, base64url};

/// What stands before a payload in an address.
pub(super) const ROUTES: [&str; 2] = ["#/r/", "#/i/"];

/// The bytes of a payload, given alone or in its address, with blanks around it.
///
/// # Errors
/// [`LinkError::TooLong`] and [`LinkError::Damaged`].
pub(super) fn bytes(text: &str) -> Result<Vec<u8>, LinkError> {
    let payload = payload(text);
    if payload.len() > LIMIT {
        return Err(LinkError::TooLong { limit: LIMIT });
    }
    base64url::decode(payload).ok_or(LinkError::Damaged)
}

fn payload(text: &str) -> &str {
    let text = text.trim();
    let from = ROUTES
        .iter()
        .filter_map(|route| Some(text.find(route)?.saturating_add(route.len())))
        .min()
        .unwrap_or(0);
    let payload = text.get(from..).unwrap_or_default();
    payload.split(['?', '&', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::payload;

    #[test]
    fn finds_the_payload_in_an_address() {
        for text in [
            "AQAB",
            " AQAB\n",
            "#/r/AQAB",
            "https://example.org/assay/#/r/AQAB",
            "https://example.org/?lang=zh-CN&model=m.json#/i/AQAB",
            "https://example.org/#/r/AQAB?lang=en",
        ] {
            assert_eq!(payload(text), "AQAB", "{text}");
        }
    }
}
