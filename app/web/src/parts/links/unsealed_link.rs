//! The content of the encrypted link that was opened last.

use std::cell::RefCell;

use assay_core::link::SealedPayload;

thread_local! {
    /// The link that was opened last with its passphrase, and its content: a change of language or
    /// a step back does not ask again. Lost with the document.
    static UNSEALED: RefCell<Option<(SealedPayload, Vec<u8>)>> = const { RefCell::new(None) };
}

/// Returns the content of an encrypted link, if it was opened last.
pub(crate) fn recall_unsealed(sealed: &SealedPayload) -> Option<Vec<u8>> {
    UNSEALED.with_borrow(|last| match last {
        Some((link, bytes)) if link == sealed => Some(bytes.clone()),
        _ => None,
    })
}

/// Stores the content of a link that was opened with its passphrase.
pub(crate) fn remember_unsealed(sealed: SealedPayload, bytes: Vec<u8>) {
    UNSEALED.replace(Some((sealed, bytes)));
}
