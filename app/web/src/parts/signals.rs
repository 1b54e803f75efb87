//! Signals that may outlive the page that reads them.

use leptos::prelude::*;

/// Sets a signal, unless the page that owns it has been left.
pub(crate) fn set_if_alive<T: Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if !signal.is_disposed() {
        signal.set(value);
    }
}
