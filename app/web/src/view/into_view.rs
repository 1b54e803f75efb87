//! What can be a child in a view.

use super::{Element, Node};

/// Can be a child in a view.
pub(crate) trait IntoView {
    fn into_any(self) -> Node;
}

impl IntoView for Node {
    fn into_any(self) -> Node {
        self
    }
}

impl IntoView for () {
    fn into_any(self) -> Node {
        Node::Many(Vec::new())
    }
}

impl IntoView for String {
    fn into_any(self) -> Node {
        Node::Text(self)
    }
}

impl IntoView for &str {
    fn into_any(self) -> Node {
        Node::Text(self.to_owned())
    }
}

impl IntoView for u8 {
    fn into_any(self) -> Node {
        Node::Text(self.to_string())
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_any(self) -> Node {
        self.map_or(Node::Many(Vec::new()), IntoView::into_any)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_any(self) -> Node {
        Node::Many(self.into_iter().map(IntoView::into_any).collect())
    }
}

impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn into_any(self) -> Node {
        Node::Dynamic(Box::new(move || self().into_any()))
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Collects views into one.
pub(crate) trait CollectView {
    fn collect_view(self) -> Node;
}

impl<I: IntoIterator<Item = T>, T: IntoView> CollectView for I {
    fn collect_view(self) -> Node {
        Node::Many(self.into_iter().map(IntoView::into_any).collect())
    }
}
