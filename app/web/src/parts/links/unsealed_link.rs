//! The content of the encrypted link that was opened last.

use std::cell::RefCell;

use assay_core::link::{SealedPayload, payload_bytes, payload_from_bytes};

use crate::browser::tabs;

thread_local! {
    /// The link that was opened last with its passphrase, and its content: a change of language or
    /// a step back does not ask again. Lost with the document.
    static UNSEALED: RefCell<Option<(SealedPayload, Vec<u8>)>> = const { RefCell::new(None) };
}

/// The name of the tab's text that holds a link and its content during a reload.
const CARRIED: &str = "unsealed";

/// Returns the content of an encrypted link, if it was opened last, or before a reload that
/// [`carry_unsealed`] prepared.
pub(crate) fn recall_unsealed(sealed: &SealedPayload) -> Option<Vec<u8>> {
    let carried = tabs::take_item(CARRIED);
    if let Some(bytes) = carried.and_then(|text| read_carried(&text, sealed)) {
        remember_unsealed(sealed.clone(), bytes);
    }
    UNSEALED.with_borrow(|last| match last {
        Some((link, bytes)) if link == sealed => Some(bytes.clone()),
        _ => None,
    })
}

/// Stores the content of a link that was opened with its passphrase.
pub(crate) fn remember_unsealed(sealed: SealedPayload, bytes: Vec<u8>) {
    UNSEALED.replace(Some((sealed, bytes)));
}

/// Stores the content of a link for this tab, so that the page which is loaded next does not
/// ask for the passphrase again. That page deletes it when it reads it.
pub(crate) fn carry_unsealed(sealed: &SealedPayload, bytes: &[u8]) {
    if let Some(text) = write_carried(sealed, bytes) {
        tabs::set_item(CARRIED, &text);
    }
}

fn write_carried(sealed: &SealedPayload, bytes: &[u8]) -> Option<String> {
    // A link that came from an address is short enough to be written again.
    let link = sealed.encode().ok()?;
    Some(format!("{link} {}", payload_from_bytes(bytes)))
}

fn read_carried(text: &str, sealed: &SealedPayload) -> Option<Vec<u8>> {
    let (link, content) = text.split_once(' ')?;
    let is_same = sealed.encode().ok().is_some_and(|payload| payload == link);
    payload_bytes(content).ok().filter(|_| is_same)
}

#[cfg(test)]
mod tests {
    use assay_core::link::{SealedPayload, payload_bytes};

    use super::{read_carried, write_carried};

    fn sealed(ciphertext: u8) -> SealedPayload {
        SealedPayload {
            iterations: *SealedPayload::ITERATIONS.start(),
            salt: [1; 16],
            iv: [2; 12],
            ciphertext: vec![ciphertext; 40],
        }
    }

    #[test]
    fn the_content_of_a_link_is_carried_to_the_same_link_only() {
        let content = payload_bytes("AQABBxwQ0Vszw-XGmHgmPigJkfqqLdI").unwrap();
        let text = write_carried(&sealed(3), &content).unwrap();
        assert_eq!(read_carried(&text, &sealed(3)), Some(content));
        assert_eq!(read_carried(&text, &sealed(4)), None);
        assert_eq!(read_carried("", &sealed(3)), None);
    }
}
