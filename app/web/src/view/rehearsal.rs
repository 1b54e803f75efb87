//! Building a page out of sight before it is wanted: the browser compiles a function of a program
//! when that is called for the first time, which is most of the time that a first page takes.

use leptos::prelude::{Owner, untrack};

use super::Node;
use super::build::{LiveValues, build, run_effects_as_tasks};
use super::later::{begin_rehearsal, build_next_part, end_rehearsal};
use crate::browser::dom;

/// A page that is not in the document. It is gone when this is dropped.
pub(crate) struct Rehearsal {
    owner: Owner,
    _kept: LiveValues,
}

impl Rehearsal {
    /// Builds what the page's first frame would show. `None` while a page of the document is not
    /// complete.
    pub(crate) fn begin(view: impl FnOnce() -> Node) -> Option<Self> {
        let (document, stage) = dom::document().zip(dom::create("div"))?;
        if !begin_rehearsal() {
            return None;
        }
        run_effects_as_tasks();
        let mut kept = LiveValues::new();
        let stage: web_sys::Element = stage;
        let owner = Owner::new();
        owner.with(|| untrack(|| build(&document, view(), &stage, &mut kept)));
        Some(Self { owner, _kept: kept })
    }

    /// Builds the next part. False if the page is complete.
    pub(crate) fn build_next_part(&mut self) -> bool {
        build_next_part()
    }
}

impl Drop for Rehearsal {
    fn drop(&mut self) {
        self.owner.cleanup();
        end_rehearsal();
    }
}
