//! The form that asks for the passphrase of a link.

use std::rc::Rc;
use std::sync::Arc;

use crate::view::{AnyView, Handle, view};
use assay_core::Model;
use assay_core::link::{DecodedLink, LinkError, SealedPayload, decode_bytes};
use assay_locale::Messages;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::browser::dom;
use crate::browser::secrets::{self, SecretError};
use crate::state::App;

#[derive(Clone, Copy, PartialEq, Eq)]
enum PassphraseState {
    Waiting,
    Computing,
    Empty,
    Failed(SecretError),
}

/// A link and the state of its form. Cloning is cheap.
#[derive(Clone)]
pub(crate) struct PassphraseForm {
    link: Arc<SealedPayload>,
    field: Handle,
    state: ArcRwSignal<PassphraseState>,
}

impl PassphraseForm {
    pub(crate) fn new(sealed: SealedPayload) -> Self {
        Self {
            link: Arc::new(sealed),
            field: Handle::new(),
            state: ArcRwSignal::new(PassphraseState::Waiting),
        }
    }

    /// Returns whether the form belongs to this link.
    pub(crate) fn is_for(&self, sealed: &SealedPayload) -> bool {
        *self.link == *sealed
    }

    /// Returns whether both are the same form.
    pub(crate) fn is_same_form(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.link, &other.link)
    }

    /// Focuses the passphrase field.
    pub(crate) fn focus(&self) {
        if let Some(field) = self.field.get::<HtmlInputElement>() {
            dom::focus(&field);
        }
    }

    /// Renders the form. `opened` receives the decrypted payload. A wrong passphrase is reported
    /// and stays in the field, also when the form is rebuilt.
    pub(crate) fn view(&self, app: &App, opened: impl Fn(Vec<u8>) + 'static) -> AnyView {
        let messages = app.messages();
        if !secrets::is_available() {
            return view! { <p role="alert">{messages.shared_sealed_no_crypto().to_owned()}</p> };
        }
        let typed = self.field.get::<HtmlInputElement>();
        let typed = typed.map(|field| field.value()).unwrap_or_default();
        let (form, opened) = (self.clone(), Rc::new(opened));
        let submit = move |event: web_sys::Event| {
            event.prevent_default();
            form.clone().submit(opened.clone());
        };
        let (field, state) = (self.field.clone(), self.state.clone());
        let message = {
            let messages = messages.clone();
            move || state_message(&messages, state.get()).map(str::to_owned)
        };
        view! {
            <form class="stack passphrase" on:submit=submit>
                <label class="field">
                    <span>{messages.shared_sealed_passphrase().to_owned()}</span>
                    <input type="password" name="passphrase" autocomplete="off" spellcheck="false" prop:value=typed node_ref=field/>
                </label>
                <p role="status">{message}</p>
                <div class="row"><button class="button" data-action="unseal">{messages.shared_sealed_open().to_owned()}</button></div>
            </form>
        }
    }

    /// Tries the entered passphrase, unless an attempt is running.
    fn submit(self, opened: Rc<dyn Fn(Vec<u8>)>) {
        let Some(field) = self.field.get::<HtmlInputElement>() else {
            return;
        };
        if self.state.get_untracked() == PassphraseState::Computing {
            return;
        }
        let typed = field.value();
        if typed.is_empty() {
            self.state.set(PassphraseState::Empty);
            return dom::focus(&field);
        }
        self.state.set(PassphraseState::Computing);
        wasm_bindgen_futures::spawn_local(async move {
            match secrets::unseal(&self.link, &typed).await {
                Ok(bytes) => opened(bytes),
                Err(error) => {
                    self.state.set(PassphraseState::Failed(error));
                    if let Some(field) = self.field.get::<HtmlInputElement>() {
                        dom::focus(&field);
                        field.select();
                    }
                }
            }
        });
    }
}

/// Decodes the content of an encrypted link. Encrypted links are not nested.
pub(crate) fn decode_unsealed(known: &[&Model], bytes: &[u8]) -> Result<DecodedLink, LinkError> {
    match decode_bytes(known, bytes) {
        Ok(DecodedLink::Sealed(_)) => Err(LinkError::Damaged),
        opened => opened,
    }
}

fn state_message(messages: &Messages, state: PassphraseState) -> Option<&str> {
    match state {
        PassphraseState::Waiting => None,
        PassphraseState::Computing => Some(messages.shared_sealed_opening()),
        PassphraseState::Empty => Some(messages.shared_sealed_empty()),
        PassphraseState::Failed(SecretError::WrongPassphrase) => {
            Some(messages.shared_sealed_wrong())
        }
        PassphraseState::Failed(SecretError::Unavailable) => {
            Some(messages.shared_sealed_no_crypto())
        }
        PassphraseState::Failed(SecretError::Refused) => Some(messages.shared_sealed_refused()),
    }
}
