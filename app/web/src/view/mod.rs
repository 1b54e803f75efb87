//! Views as trees of one type, written with `view!` in Leptos's syntax.
//!
//! What a view reads of signals inside a closure is followed by a render effect of Leptos's; all
//! else is built once. On the native side the same tree is written as HTML.

mod build;
mod element;
pub(crate) mod event;
mod handle;
#[cfg(feature = "ssr")]
mod html;
mod into_view;
mod value;

pub(crate) use assay_view_macro::view;
#[cfg(feature = "csr")]
pub(crate) use build::mount;
pub(crate) use element::{Element, Node};
pub(crate) use handle::Handle;
#[cfg(feature = "ssr")]
pub(crate) use html::to_html;
pub(crate) use into_view::{CollectView, IntoView};
pub(crate) use value::{IntoValue, Value};

/// Keeps the product's measure, 含AI量, on one line: word joiners between its signs.
fn unbroken(text: String) -> String {
    if text.contains("含AI量") {
        text.replace("含AI量", "含\u{2060}AI\u{2060}量")
    } else {
        text
    }
}

/// What a function that shows something gives back.
pub(crate) type AnyView = Node;
