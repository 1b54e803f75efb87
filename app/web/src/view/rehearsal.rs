//! Building a page out of sight before it is wanted: the browser compiles a function of a program
//! when that is called for the first time, which is most of the time that a first page takes.

use leptos::prelude::{Owner, untrack};
use web_sys::HtmlElement;

use super::Node;
use super::build::{LiveValues, build, run_effects_as_tasks};
use super::later::{begin_rehearsal, build_next_part, end_rehearsal};
use crate::browser::{console, dom};

/// A page that is not in the document. It is gone when this is dropped.
pub(crate) struct Rehearsal {
    owner: Owner,
    _kept: LiveValues,
}

impl Rehearsal {
    /// Builds what the page's first frame would show. `None` while a page of the document is not
    /// complete.
    pub(crate) fn begin(view: impl FnOnce() -> Node) -> Option<Self> {
        let (document, stage) = dom::document().zip(dom::create::<HtmlElement>("div"))?;
        if !begin_rehearsal() {
            return None;
        }
        run_effects_as_tasks();
        let mut kept = LiveValues::new();
        let owner = Owner::new();
        owner.with(|| untrack(|| build(&document, view(), &stage, &mut kept)));
        lay_out(&stage);
        Some(Self { owner, _kept: kept })
    }

    /// Builds the next part. False if the page is complete.
    pub(crate) fn build_next_part(&mut self) -> bool {
        build_next_part()
    }
}

/// Has the browser lay out the page, so that its fonts are loaded. It is in the document until this
/// returns, and never in a frame.
fn lay_out(stage: &HtmlElement) {
    let Some(body) = dom::document().and_then(|document| document.body()) else {
        return;
    };
    for (name, value) in [("position", "fixed"), ("visibility", "hidden")] {
        let styled = stage.style().set_property(name, value);
        console::log_error("style a page out of sight", styled);
    }
    console::log_error("lay out a page", body.append_child(stage));
    // Reading a size has the browser lay out what changed.
    let _height = stage.offset_height();
    stage.remove();
}

impl Drop for Rehearsal {
    fn drop(&mut self) {
        self.owner.cleanup();
        end_rehearsal();
    }
}
