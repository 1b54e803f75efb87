//! The dialog that asks for confirmation. A native modal dialog: the browser traps the focus,
//! closes it on Escape and by its buttons, and restores the focus.

use crate::view::{IntoView, view};
use leptos::prelude::*;

use crate::parts::modal::modal_handle;
use crate::state::{App, ConfirmDialog};

/// Renders the pending question; nothing if there is none.
pub(crate) fn confirm_dialog(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let pending = app.confirm_dialog.clone();
        app.confirm_dialog
            .get()
            .map(|question| dialog(question, move || pending.set(None)))
    }
}

fn dialog(question: ConfirmDialog, close: impl Fn() + 'static) -> impl IntoView {
    let node = modal_handle();
    let act = question.on_confirm;
    view! {
        <dialog node_ref=node class="sheet" aria-labelledby="asking" on:close=move |_: web_sys::Event| close()>
            <p id="asking">{question.text}</p>
            <form method="dialog" class="row">
                <button class="button" data-action="confirm" on:click=move |_| act.run(())>{question.confirm_label}</button>
                <button class="button quiet" data-action="cancel">{question.cancel_label}</button>
            </form>
        </dialog>
    }
}
