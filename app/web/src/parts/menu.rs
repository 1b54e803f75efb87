//! A menu of further actions, which opens over what follows it.

use leptos::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement, KeyboardEvent};

use crate::browser::dom;
use crate::view::{IntoView, view};

/// The summary that opens a menu.
pub(crate) struct MenuTitle {
    /// `button quiet` or `plain`.
    pub(crate) class: &'static str,
    pub(crate) text: String,
    /// The name for screen readers, if the text alone does not say what the menu is for.
    pub(crate) label: Option<String>,
}

/// Renders a menu. `items` returns `li` elements and is called when the menu is first opened. Of all
/// menus of a page at most one is open; Escape closes it.
pub(crate) fn menu<V: IntoView + 'static>(
    class: &'static str,
    title: MenuTitle,
    items: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <details class=class name="menu" on:toggle=open on:keydown=close_on_escape>
            <summary class=title.class aria-label=title.label><span>{title.text}</span></summary>
            <ul>{move || opened.get().then(&items)}</ul>
        </details>
    }
}

fn close_on_escape(event: KeyboardEvent) {
    let menu = dom::closest::<HtmlDetailsElement>(&event, "details");
    if event.key() == "Escape"
        && let Some(menu) = menu.filter(HtmlDetailsElement::open)
    {
        event.prevent_default();
        close(&menu);
    }
}

/// Closes the menu in which something was pressed and focuses what opened it.
pub(crate) fn close_menu_of(event: &web_sys::MouseEvent) {
    if let Some(menu) = dom::closest::<HtmlDetailsElement>(event, "details") {
        close(&menu);
    }
}

fn close(menu: &HtmlDetailsElement) {
    menu.set_open(false);
    if let Some(summary) = dom::query_within::<HtmlElement>(menu, "summary") {
        dom::focus(&summary);
    }
}
