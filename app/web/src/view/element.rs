//! A view as data: elements with their attributes, listeners and children.

use std::any::Any;

use wasm_bindgen::JsCast;

use super::event::EventType;
use super::{Handle, IntoValue, Value};

/// A piece of a page.
pub(crate) enum Node {
    Text(String),
    Element(Element),
    Many(Vec<Node>),
    /// A node that exists already.
    Existing(web_sys::Node),
    /// Rebuilt whenever a signal that it read has changed.
    Dynamic(Box<dyn Fn() -> Node>),
    /// Nothing to see: something that lives as long as the view.
    Kept(Box<dyn Any>),
}

/// The listener of an event.
pub(super) type Listener = Box<dyn FnMut(web_sys::Event)>;

/// An element that has not been built yet. Behind one pointer, since most of the app's code moves it.
pub(crate) struct Element(pub(super) Box<Parts>);

/// The kind of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ElementKind {
    /// HTML with an end tag.
    #[default]
    Html,
    /// HTML without children and end tag.
    Void,
    /// SVG, which has a namespace of its own.
    Svg,
}

/// The contents of an element.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) kind: ElementKind,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) properties: Vec<(&'static str, Value)>,
    pub(super) styles: Vec<(&'static str, Value)>,
    pub(super) listeners: Vec<(&'static str, Listener)>,
    pub(super) handle: Option<Handle>,
    pub(super) children: Vec<Node>,
}

impl Element {
    /// An element of HTML.
    pub(crate) fn new(tag: &'static str) -> Self {
        Self::of_kind(tag, ElementKind::Html)
    }

    /// An element of HTML without an end tag.
    pub(crate) fn void(tag: &'static str) -> Self {
        Self::of_kind(tag, ElementKind::Void)
    }

    /// An element of SVG.
    pub(crate) fn svg(tag: &'static str) -> Self {
        Self::of_kind(tag, ElementKind::Svg)
    }

    #[inline(never)]
    fn of_kind(tag: &'static str, kind: ElementKind) -> Self {
        Self(Box::new(Parts {
            tag,
            kind,
            ..Parts::default()
        }))
    }

    /// Sets an attribute to a text that is known when the app is compiled.
    #[inline(never)]
    pub(crate) fn static_attribute(self, name: &'static str, text: &'static str) -> Self {
        self.with_attribute(name, Value::Text(text.to_owned()))
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

    /// Sets the class attribute if the condition holds.
    pub(crate) fn class_if(self, class: &'static str, condition: bool) -> Self {
        if condition {
            self.attribute("class", class)
        } else {
            self
        }
    }

    /// Listens for an event.
    pub(crate) fn on<E: JsCast + 'static>(
        self,
        name: EventType<E>,
        mut listener: impl FnMut(E) + 'static,
    ) -> Self {
        self.with_listener(
            name.0,
            Box::new(move |event| listener(event.unchecked_into())),
        )
    }

    #[inline(never)]
    fn with_listener(mut self, name: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((name, listener));
        self
    }

    /// Has the handle refer to the element when that is built.
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

#[cfg(test)]
mod tests {
    use super::{ElementKind, Node};
    use crate::view::view;

    #[test]
    fn an_element_of_svg_has_its_namespace_wherever_it_is_placed() {
        let Node::Element(circle) = (view! { <circle r="1"/> }) else {
            panic!("one element");
        };
        assert_eq!(circle.0.kind, ElementKind::Svg);
        let Node::Element(svg) = (view! { <svg><title>"t"</title></svg> }) else {
            panic!("one element");
        };
        let [Node::Element(title)] = svg.0.children.as_slice() else {
            panic!("one child");
        };
        assert_eq!(title.0.kind, ElementKind::Svg);
    }
}
