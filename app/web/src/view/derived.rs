//! Values that are derived from signals and wake what reads them only when they change.

use std::any::Any;
use std::rc::Rc;

use leptos::prelude::{ArcRwSignal, Get, GetUntracked, RenderEffect, Set};

use super::Node;

/// A value derived from signals. Smaller than Leptos's `Memo`, of which the starter would be the only
/// user; it is brought up to date in the browser's next task.
#[derive(Clone)]
pub(crate) struct Derived<T: Send + Sync + 'static> {
    value: ArcRwSignal<T>,
    _effect: Rc<dyn Any>,
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Derived<T> {
    /// A value that is computed again whenever a signal that it read has changed.
    pub(crate) fn new(compute: impl Fn() -> T + 'static) -> Self {
        let value = ArcRwSignal::new(leptos::prelude::untrack(&compute));
        let target = value.clone();
        let effect = RenderEffect::new(move |_: Option<()>| {
            let now = compute();
            if target.get_untracked() != now {
                target.set(now);
            }
        });
        Self {
            value,
            _effect: Rc::new(effect),
        }
    }

    /// The value, to be followed by who reads it.
    pub(crate) fn get(&self) -> T {
        self.value.get()
    }

    /// The value at this moment.
    pub(crate) fn get_untracked(&self) -> T {
        self.value.get_untracked()
    }
}

/// Runs `effect` at once and whenever a signal that it read has changed, for as long as the view lives
/// that the returned node is part of.
pub(crate) fn follow(mut effect: impl FnMut() + 'static) -> Node {
    Node::Kept(Box::new(RenderEffect::new(move |_: Option<()>| effect())))
}
