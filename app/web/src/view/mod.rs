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
pub(crate) use build::{made, mount, set_text};
pub(crate) use element::{Element, Node};
pub(crate) use handle::Handle;
#[cfg(feature = "ssr")]
pub(crate) use html::to_html;
pub(crate) use into_view::{CollectView, IntoView};
pub(crate) use value::{IntoValue, Value};

/// The product's measure, which must not be broken across lines.
const UNBROKEN: &str = "含AI量";

/// A text in pieces: every second one is the measure, to be kept on one line.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let plain = text.split(UNBROKEN);
    plain.enumerate().flat_map(|(at, piece)| {
        let measure = (at > 0).then_some((true, UNBROKEN));
        measure
            .into_iter()
            .chain((!piece.is_empty()).then_some((false, piece)))
    })
}

/// What a function that shows something gives back.
pub(crate) type AnyView = Node;
