//! Opening of modal dialogs.

use gloo::timers::callback::Timeout;
use web_sys::HtmlDialogElement;

use crate::browser::dom;
use crate::view::Handle;

/// A handle whose dialog opens as soon as it is in the document, which `showModal` requires.
pub(crate) fn modal_handle() -> Handle {
    let handle = Handle::new();
    handle.on_load(|dialog: HtmlDialogElement| {
        Timeout::new(0, move || dom::show_dialog(&dialog)).forget();
    });
    handle
}
