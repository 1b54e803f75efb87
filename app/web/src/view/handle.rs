//! A reference to an element that a view will build.

use std::cell::RefCell;
use std::rc::Rc;

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::dom;

type Loaded = Box<dyn FnOnce(Element)>;

/// Refers to the element that it is the `node_ref` of. Usable on the page's thread only.
#[derive(Clone)]
pub(crate) struct Handle(SendWrapper<Rc<Slot>>);

#[derive(Default)]
struct Slot {
    element: RefCell<Option<Element>>,
    loaded: RefCell<Option<Loaded>>,
}

impl Handle {
    pub(crate) fn new() -> Self {
        Self(SendWrapper::new(Rc::default()))
    }

    /// Calls back with the element when it has been built.
    pub(crate) fn on_load<T: JsCast>(&self, loaded: impl FnOnce(T) + 'static) {
        *self.0.loaded.borrow_mut() =
            Some(Box::new(move |element| loaded(element.unchecked_into())));
    }

    /// The element, if it has been built.
    pub(crate) fn get<T: JsCast>(&self) -> Option<T> {
        dom::cast(self.0.element.borrow().clone()?)
    }

    pub(super) fn fill(&self, element: &Element) {
        *self.0.element.borrow_mut() = Some(element.clone());
        if let Some(loaded) = self.0.loaded.take() {
            loaded(element.clone());
        }
    }
}
