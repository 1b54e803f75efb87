//! An element as data: tag, attributes, listeners, children.

use wasm_bindgen::JsCast;

use super::event::Name;
use super::{Handle, IntoValue, Value};

/// A piece of a page.
pub(crate) enum Node {
    Text(String),
    Element(Element),
    Many(Vec<Node>),
    /// Stood in the document before.
    Made(web_sys::Node),
    /// Made anew whenever a signal that it read has changed.
    Live(Box<dyn Fn() -> Node>),
}

/// Hears an event.
pub(super) type Listener = Box<dyn FnMut(web_sys::Event)>;

/// An element that has not been built yet. Behind one pointer, so that the calls that make it move
/// little: they are most of the app's code.
pub(crate) struct Element(pub(super) Box<Parts>);

/// What an element is made of.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) properties: Vec<(&'static str, Value)>,
    pub(super) styles: Vec<(&'static str, Value)>,
    pub(super) listeners: Vec<(&'static str, Listener)>,
    pub(super) handle: Option<Handle>,
    pub(super) children: Vec<Node>,
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            ..Parts::default()
        }))
    }

    /// Sets an attribute; `false` and `None` leave it out, `true` sets it without a value.
    pub(crate) fn attribute(self, name: &'static str, value: impl IntoValue) -> Self {
        self.with_attribute(name, value.into_value())
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// Sets a property of the DOM object, such as what a field holds now.
    pub(crate) fn property(mut self, name: &'static str, value: impl IntoValue) -> Self {
        self.0.properties.push((name, value.into_value()));
        self
    }

    /// Sets a custom property of the style by script, which a strict policy allows.
    pub(crate) fn style<T: IntoValue>(mut self, (name, value): (&'static str, T)) -> Self {
        self.0.styles.push((name, value.into_value()));
        self
    }

    /// Gives the element a class if the condition holds.
    pub(crate) fn class_if(self, class: &'static str, holds: bool) -> Self {
        if holds {
            self.attribute("class", class)
        } else {
            self
        }
    }

    /// Listens for an event.
    pub(crate) fn on<E: JsCast + 'static>(
        self,
        name: Name<E>,
        mut hear: impl FnMut(E) + 'static,
    ) -> Self {
        self.with_listener(name.0, Box::new(move |event| hear(event.unchecked_into())))
    }

    #[inline(never)]
    fn with_listener(mut self, name: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((name, listener));
        self
    }

    /// Lets a handle find the element once it is built.
    pub(crate) fn handle(mut self, handle: &Handle) -> Self {
        self.0.handle = Some(handle.clone());
        self
    }

    #[inline(never)]
    pub(crate) fn child(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}
