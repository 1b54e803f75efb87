//! Parts of a page that are built after its first frame, so that its beginning shows early.
//!
//! They are built in order, in slices of a few milliseconds, and before the page is printed.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{Owner, untrack};
use web_sys::Node as DomNode;

use super::build::{LiveValues, build};
use super::{IntoView, Node};
use crate::browser::slices::run_in_slices;
use crate::browser::{canvas, console, dom, frame};

/// What waits for the first frame.
enum Task {
    Part(Part),
    Work(Box<dyn FnOnce()>),
}

/// A part with the comment in whose place it is built.
struct Part {
    place: DomNode,
    owner: Owner,
    view: Box<dyn FnOnce() -> Node>,
    /// Alive until the page is left.
    kept: Weak<RefCell<LiveValues>>,
}

thread_local! {
    static TASKS: RefCell<VecDeque<Task>> = const { RefCell::new(VecDeque::new()) };
    static MODE: Cell<Mode> = const { Cell::new(Mode::Idle) };
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Nothing waits.
    Idle,
    /// Tasks wait for the first frame or run.
    Scheduled,
    /// A [`Rehearsal`](super::Rehearsal) builds the parts.
    Rehearsed,
}

/// A part of a page that is built after the page's first frame.
pub(crate) fn later<V: IntoView>(view: impl FnOnce() -> V + 'static) -> Node {
    let document = dom::document();
    let Some((document, owner)) = document.zip(Owner::current()) else {
        return view().into_any();
    };
    let place: DomNode = document.create_comment("").into();
    let kept = Rc::new(RefCell::new(LiveValues::new()));
    add(Task::Part(Part {
        place: place.clone(),
        owner,
        view: Box::new(move || view().into_any()),
        kept: Rc::downgrade(&kept),
    }));
    Node::Many(vec![Node::Existing(place), Node::Kept(Box::new(kept))])
}

/// Runs a task after the first frame of the page that is being built.
pub(crate) fn after_first_frame(work: impl FnOnce() + 'static) {
    add(Task::Work(Box::new(work)));
}

fn add(task: Task) {
    TASKS.with_borrow_mut(|tasks| tasks.push_back(task));
    if MODE.get() == Mode::Idle {
        MODE.set(Mode::Scheduled);
        schedule();
    }
}

/// Runs the tasks after the next frame, and before the page is printed.
fn schedule() {
    let options = EventListenerOptions::run_in_capture_phase();
    let printing = dom::window().map(|window| {
        EventListener::new_with_options(&window, "beforeprint", options, |_| build_for_print())
    });
    frame::after_next_frame(move || {
        run_in_slices(run_next, move || {
            drop(printing);
            MODE.set(Mode::Idle);
        });
    });
}

/// Builds every part, with its drawings for the printer.
fn build_for_print() {
    canvas::draw_new_for_print(|| while !run_next() {});
}

/// Has parts wait for [`build_next_part`] instead of a frame, until [`end_rehearsal`]. False while
/// a page waits for its first frame.
pub(super) fn begin_rehearsal() -> bool {
    let is_idle = MODE.get() == Mode::Idle;
    if is_idle {
        MODE.set(Mode::Rehearsed);
    }
    is_idle
}

/// Builds the next part of a rehearsal, without other work. False if there was none.
pub(super) fn build_next_part() -> bool {
    while let Some(task) = TASKS.with_borrow_mut(VecDeque::pop_front) {
        if let Task::Part(part) = task {
            build_part(part);
            return true;
        }
    }
    false
}

/// Forgets what the rehearsal has not built.
pub(super) fn end_rehearsal() {
    // Dropped outside of the borrow, since what is dropped may reach here again.
    drop(TASKS.take());
    MODE.set(Mode::Idle);
}

/// Runs the first task. True if there was none.
fn run_next() -> bool {
    let task = TASKS.with_borrow_mut(VecDeque::pop_front);
    match task {
        None => return true,
        Some(Task::Work(work)) => work(),
        Some(Task::Part(part)) => build_part(part),
    }
    false
}

/// Builds a part in place of its comment; nothing if the page has been left.
fn build_part(part: Part) {
    let (Some(kept), Some(document)) = (part.kept.upgrade(), dom::document()) else {
        return;
    };
    let stage: DomNode = document.create_document_fragment().into();
    let mut live = LiveValues::new();
    part.owner
        .with(|| untrack(|| build(&document, (part.view)(), &stage, &mut live)));
    kept.borrow_mut().append(&mut live);
    if let Some(parent) = part.place.parent_node() {
        console::log_error("add a part", parent.replace_child(&stage, &part.place));
    }
}
