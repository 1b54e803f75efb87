//! Asks for the passphrase of a link that is under one.

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

/// A link that waits for its passphrase, and how far that is. Cloning it is cheap.
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

    /// Whether it waits for the passphrase of this very link.
    pub(crate) fn is_for(&self, sealed: &SealedPayload) -> bool {
        *self.link == *sealed
    }

    /// Whether both are the same form.
    pub(crate) fn is_same_form(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.link, &other.link)
    }

    /// Puts the focus where the passphrase is typed.
    pub(crate) fn focus(&self) {
        if let Some(field) = self.field.get::<HtmlInputElement>() {
            dom::focus(&field);
        }
    }

    /// A form that hands on the bytes of the payload inside the link, once the passphrase fits. As
    /// often as it does not, it says so and keeps what was typed; a form that is made anew keeps it
    /// too.
    pub(crate) fn view(&self, app: &App, opened: impl Fn(Vec<u8>) + 'static) -> AnyView {
        let words = app.messages();
        if !secrets::is_available() {
            return view! { <p role="alert">{words.shared_sealed_no_crypto().to_owned()}</p> };
        }
        let typed = self.field.get::<HtmlInputElement>();
        let typed = typed.map(|field| field.value()).unwrap_or_default();
        let (asking, opened) = (self.clone(), Rc::new(opened));
        let submit = move |event: web_sys::Event| {
            event.prevent_default();
            asking.clone().submit(opened.clone());
        };
        let (field, state) = (self.field.clone(), self.state.clone());
        let said = {
            let words = words.clone();
            move || state_message(&words, state.get()).map(str::to_owned)
        };
        view! {
            <form class="stack passphrase" on:submit=submit>
                <label class="field">
                    <span>{words.shared_sealed_passphrase().to_owned()}</span>
                    <input type="password" name="passphrase" autocomplete="off" spellcheck="false" prop:value=typed node_ref=field/>
                </label>
                <p role="status">{said}</p>
                <div class="row"><button class="button" data-action="unseal">{words.shared_sealed_open().to_owned()}</button></div>
            </form>
        }
    }

    /// Tries what was typed, unless the last try still runs.
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

/// What the link holds whose passphrase fitted. Nobody makes a sealed link within a sealed one.
pub(crate) fn decode_unsealed(model: &Model, bytes: &[u8]) -> Result<DecodedLink, LinkError> {
    match decode_bytes(&[model], bytes) {
        Ok(DecodedLink::Sealed(_)) => Err(LinkError::Damaged),
        opened => opened,
    }
}

fn state_message(words: &Messages, state: PassphraseState) -> Option<&str> {
    match state {
        PassphraseState::Waiting => None,
        PassphraseState::Computing => Some(words.shared_sealed_opening()),
        PassphraseState::Empty => Some(words.shared_sealed_empty()),
        PassphraseState::Failed(SecretError::WrongPassphrase) => Some(words.shared_sealed_wrong()),
        PassphraseState::Failed(SecretError::Unavailable) => Some(words.shared_sealed_no_crypto()),
        PassphraseState::Failed(SecretError::Refused) => Some(words.shared_sealed_refused()),
    }
}
