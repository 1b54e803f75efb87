//! The question that is asked before something is done. A native modal dialog: the browser keeps
//! the focus inside and closes it on Escape.

use crate::view::{Handle, IntoView, view};
use leptos::prelude::*;

use crate::browser::dom;
use crate::state::{App, Asking};

/// Shows the app's pending question, if there is one.
pub(crate) fn asking(app: &App) -> impl IntoView + use<> {
    let app = app.clone();
    move || {
        let pending = app.asking.clone();
        app.asking
            .get()
            .map(|question| dialog(question, move || pending.set(None)))
    }
}

fn dialog(question: Asking, close: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let node = Handle::new();
    node.on_load(|dialog: web_sys::HtmlDialogElement| {
        // Only a dialog that stands in the document can be shown as a modal one.
        gloo::timers::callback::Timeout::new(0, move || dom::show_dialog(&dialog)).forget();
    });
    let act = question.act;
    let (on_close, on_no, on_yes) = (close.clone(), close.clone(), close);
    view! {
        <dialog node_ref=node class="sheet" aria-labelledby="asking" on:close=move |_: web_sys::Event| on_close()>
            <p id="asking">{question.text}</p>
            <div class="row">
                <button class="button" data-action="confirm" on:click=move |_| { on_yes(); act.run(()); }>{question.yes}</button>
                <button class="button quiet" data-action="cancel" on:click=move |_| on_no()>{question.no}</button>
            </div>
        </dialog>
    }
}
