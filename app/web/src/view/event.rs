//! The events that views listen for, each with the type of its object in the browser.

use std::marker::PhantomData;

/// An event whose object is an `E`.
pub(crate) struct EventType<E>(pub(super) &'static str, PhantomData<E>);

macro_rules! events {
    ($($name:ident: $object:ident),* $(,)?) => {
        $(#[allow(non_upper_case_globals, dead_code, reason = "spelt as in HTML")]
        pub(crate) const $name: EventType<web_sys::$object> = EventType(stringify!($name), PhantomData);)*
    };
}

events! {
    change: Event,
    click: MouseEvent,
    close: Event,
    dragleave: DragEvent,
    dragover: DragEvent,
    drop: DragEvent,
    focus: FocusEvent,
    focusin: FocusEvent,
    input: Event,
    keydown: KeyboardEvent,
    pointerdown: PointerEvent,
    submit: Event,
    toggle: Event,
}
