//! Encryption of the link with the sender's passphrase.

use assay_core::link::payload_bytes;
use leptos::prelude::*;

use super::super::result_view::ResultView;
use super::link::LinkState;
use crate::browser::secrets;

/// A payload encrypted with a passphrase.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct EncryptedPayload {
    pub(super) payload: String,
    pub(super) passphrase: String,
    pub(super) link: LinkState,
}

impl EncryptedPayload {
    /// Returns whether this is the encryption of a payload with a passphrase.
    pub(super) fn matches(&self, payload: &str, passphrase: &str) -> bool {
        self.payload == payload && self.passphrase == passphrase
    }
}

/// Encrypts the payload whenever the payload or the passphrase changes.
pub(super) fn seal_on_change(
    to_encrypt: Memo<Option<(String, String)>>,
    encrypted: ArcRwSignal<Option<EncryptedPayload>>,
    result: ResultView,
) {
    Effect::new(move |_| {
        let Some((payload, passphrase)) = to_encrypt.get() else {
            return;
        };
        let (encrypted, result) = (encrypted.clone(), result.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let link = seal_payload(&payload, &passphrase).await.map_or_else(
                || LinkState::Failed(result.messages.share_passphrase_failed().to_owned()),
                |payload| LinkState::Ready(result.link_address(&payload)),
            );
            encrypted.set(Some(EncryptedPayload {
                payload,
                passphrase,
                link,
            }));
        });
    });
}

/// Encrypts a payload; `None`, which the panel shows, if the browser refuses or the result is too long.
async fn seal_payload(payload: &str, passphrase: &str) -> Option<String> {
    let bytes = payload_bytes(payload).ok()?;
    secrets::seal(&bytes, passphrase).await.ok()?.encode().ok()
}
