//! Views as trees of one type, written with `view!` in Leptos's syntax.
//!
//! A closure in a view is followed by one of Leptos's render effects; everything else is built once.
//! Natively the same tree is written as HTML. `view-macro/README.md` lists what differs from
//! Leptos's views.

mod build;
mod derived;
mod element;
pub(crate) mod event;
mod handle;
mod html;
mod into_view;
mod later;
mod rehearsal;
mod value;

pub(crate) use assay_view_macro::view;
pub(crate) use build::{NO_ELEMENT, mount};
pub(crate) use derived::{Derived, follow};
pub(crate) use element::{Element, Node};
pub(crate) use handle::Handle;
pub(crate) use html::to_html;
pub(crate) use into_view::{CollectView, IntoView};
pub(crate) use later::{after_first_frame, later};
pub(crate) use rehearsal::Rehearsal;
pub(crate) use value::{IntoValue, Value};

/// The product's measure (AI content), which must not be broken across lines.
const MEASURE: &str = "含AI量";

/// Whether a text contains the measure, which is built as an element of its own.
pub(crate) fn contains_measure(text: &str) -> bool {
    text.contains(MEASURE)
}

/// Splits a text at the measure. True with the pieces that are the measure.
fn split_at_measure(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let plain = text.split(MEASURE);
    plain.enumerate().flat_map(|(at, piece)| {
        let measure = (at > 0).then_some((true, MEASURE));
        measure
            .into_iter()
            .chain((!piece.is_empty()).then_some((false, piece)))
    })
}

/// The view of any page or part.
pub(crate) type AnyView = Node;
