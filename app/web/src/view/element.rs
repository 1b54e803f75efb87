//! An element as data: tag, attributes, listeners, children.

use wasm_bindgen::JsCast;

use super::event::Name;
use super::{Handle, IntoValue, IntoView, Value};

/// A piece of a page.
pub(crate) enum Node {
    Text(String),
    Element(Box<Element>),
    Many(Vec<Node>),
    /// Made anew whenever a signal that it read has changed.
    Live(Box<dyn Fn() -> Node>),
}

/// Hears an event.
pub(super) type Listener = Box<dyn FnMut(web_sys::Event)>;

/// An element that has not been built yet.
pub(crate) struct Element {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) properties: Vec<(&'static str, Value)>,
    pub(super) styles: Vec<(&'static str, Value)>,
    pub(super) listeners: Vec<(&'static str, Listener)>,
    pub(super) handle: Option<Handle>,
    pub(super) children: Vec<Node>,
}

impl Element {
    pub(crate) fn new(tag: &'static str) -> Self {
        Self {
            tag,
            attributes: Vec::new(),
            properties: Vec::new(),
            styles: Vec::new(),
            listeners: Vec::new(),
            handle: None,
            children: Vec::new(),
        }
    }

    /// Sets an attribute; `false` and `None` leave it out, `true` sets it without a value.
    pub(crate) fn attribute(mut self, name: &'static str, value: impl IntoValue) -> Self {
        self.attributes.push((name, value.into_value()));
        self
    }

    /// Sets a property of the DOM object, such as what a field holds now.
    pub(crate) fn property(mut self, name: &'static str, value: impl IntoValue) -> Self {
        self.properties.push((name, value.into_value()));
        self
    }

    /// Sets a custom property of the style by script, which a strict policy allows.
    pub(crate) fn style<T: IntoValue>(mut self, (name, value): (&'static str, T)) -> Self {
        self.styles.push((name, value.into_value()));
        self
    }

    /// Gives the element a class if the condition holds.
    pub(crate) fn class_if(self, class: &'static str, holds: bool) -> Self {
        if holds { self.attribute("class", class) } else { self }
    }

    /// Listens for an event.
    pub(crate) fn on<E: JsCast + 'static>(mut self, name: Name<E>, mut hear: impl FnMut(E) + 'static) -> Self {
        let listener: Listener = Box::new(move |event| hear(event.unchecked_into()));
        self.listeners.push((name.0, listener));
        self
    }

    /// Lets a handle find the element once it is built.
    pub(crate) fn handle(mut self, handle: &Handle) -> Self {
        self.handle = Some(handle.clone());
        self
    }

    pub(crate) fn child(mut self, child: impl IntoView) -> Self {
        self.children.push(child.into_any());
        self
    }
}
