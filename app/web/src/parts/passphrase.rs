//! Asks for the passphrase of a link that is under one.

use std::rc::Rc;

use crate::view::{AnyView, Handle, view};
use assay_core::link::Sealed;
use assay_locale::Words;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::browser::dom;
use crate::browser::secrets::{self, SecretError};
use crate::state::App;

/// A form that hands on the bytes of the payload inside the link, once the passphrase fits. As
/// often as it does not, it says so and keeps what was typed.
pub(crate) fn passphrase(app: &App, sealed: Sealed, opened: impl Fn(Vec<u8>) + 'static) -> AnyView {
    let words = app.words();
    if !secrets::available() {
        return view! { <p role="alert">{words.shared_sealed_no_crypto().to_owned()}</p> };
    }
    let asking = Asking {
        sealed: Rc::new(sealed),
        field: Handle::new(),
        state: ArcRwSignal::new(State::Waiting),
        opened: Rc::new(opened),
    };
    let (state, field) = (asking.state.clone(), asking.field.clone());
    let said = {
        let words = words.clone();
        move || said(&words, state.get()).map(str::to_owned)
    };
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        asking.clone().answer();
    };
    view! {
        <form class="stack passphrase" on:submit=submit>
            <label class="field">
                <span>{words.shared_sealed_passphrase().to_owned()}</span>
                <input type="password" name="passphrase" autocomplete="off" spellcheck="false" node_ref=field/>
            </label>
            <p role="status">{said}</p>
            <div class="row"><button class="button" data-action="unseal">{words.shared_sealed_open().to_owned()}</button></div>
        </form>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Computing,
    Empty,
    Failed(SecretError),
}

#[derive(Clone)]
struct Asking {
    sealed: Rc<Sealed>,
    field: Handle,
    state: ArcRwSignal<State>,
    opened: Rc<dyn Fn(Vec<u8>)>,
}

impl Asking {
    /// Tries what was typed, unless the last try still runs.
    fn answer(self) {
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
                Ok(bytes) => (self.opened)(bytes),
                Err(error) => {
                    self.state.set(State::Failed(error));
                    dom::focus(&field);
                    field.select();
                }
            }
        });
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
