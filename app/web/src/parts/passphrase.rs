//! Asks for the passphrase of a link that is under one.

use std::rc::Rc;
use std::sync::Arc;

use crate::view::{AnyView, Handle, view};
use assay_core::Model;
use assay_core::link::{LinkError, Opened, Sealed, decode_bytes};
use assay_locale::Words;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::browser::dom;
use crate::browser::secrets::{self, SecretError};
use crate::state::App;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Computing,
    Empty,
    Failed(SecretError),
}

/// A link that waits for its passphrase, and how far that is. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Asking {
    sealed: Arc<Sealed>,
    field: Handle,
    state: ArcRwSignal<State>,
}

impl Asking {
    pub(crate) fn new(sealed: Sealed) -> Self {
        Self {
            sealed: Arc::new(sealed),
            field: Handle::new(),
            state: ArcRwSignal::new(State::Waiting),
        }
    }

    /// Whether it waits for the passphrase of this very link.
    pub(crate) fn is_for(&self, sealed: &Sealed) -> bool {
        *self.sealed == *sealed
    }

    /// Whether both are the same form.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sealed, &other.sealed)
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
    pub(crate) fn form(&self, app: &App, opened: impl Fn(Vec<u8>) + 'static) -> AnyView {
        let words = app.words();
        if !secrets::available() {
            return view! { <p role="alert">{words.shared_sealed_no_crypto().to_owned()}</p> };
        }
        let typed = self.field.get::<HtmlInputElement>();
        let typed = typed.map(|field| field.value()).unwrap_or_default();
        let (asking, opened) = (self.clone(), Rc::new(opened));
        let submit = move |event: web_sys::Event| {
            event.prevent_default();
            asking.clone().answer(opened.clone());
        };
        let (field, state) = (self.field.clone(), self.state.clone());
        let said = {
            let words = words.clone();
            move || said(&words, state.get()).map(str::to_owned)
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
    fn answer(self, opened: Rc<dyn Fn(Vec<u8>)>) {
        let Some(field) = self.field.get::<HtmlInputElement>() else {
            return;
        };
        if self.state.get_untracked() == State::Computing {
            return;
        }
        let typed = field.value();
        if typed.is_empty() {
            self.state.set(State::Empty);
            return dom::focus(&field);
        }
        self.state.set(State::Computing);
        wasm_bindgen_futures::spawn_local(async move {
            match secrets::unseal(&self.sealed, &typed).await {
                Ok(bytes) => opened(bytes),
                Err(error) => {
                    self.state.set(State::Failed(error));
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
pub(crate) fn inside(model: &Model, bytes: &[u8]) -> Result<Opened, LinkError> {
    match decode_bytes(&[model], bytes) {
        Ok(Opened::Sealed(_)) => Err(LinkError::Damaged),
        opened => opened,
    }
}

fn said(words: &Words, state: State) -> Option<&str> {
    match state {
        State::Waiting => None,
        State::Computing => Some(words.shared_sealed_opening()),
        State::Empty => Some(words.shared_sealed_empty()),
        State::Failed(SecretError::WrongPassphrase) => Some(words.shared_sealed_wrong()),
        State::Failed(SecretError::Unavailable) => Some(words.shared_sealed_no_crypto()),
        State::Failed(SecretError::Refused) => Some(words.shared_sealed_refused()),
    }
}
