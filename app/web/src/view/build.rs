//! Builds views in the document and updates their dynamic parts.
#![cfg_attr(
    not(feature = "csr"),
    allow(dead_code, reason = "nothing is built natively")
)]

use std::any::Any;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{ArcRwSignal, Owner, RenderEffect, Track, Update, untrack};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as DomNode};

use super::element::{ElementKind, Parts};
use super::{Node, Value, split_at_measure};
use crate::browser::{console, dom, teardown};

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Listeners and effects, which live as long as the nodes that they belong to.
pub(super) type LiveValues = Vec<Box<dyn Any>>;

/// Builds a view as the contents of an element and keeps it alive until the app gives up the page.
pub(crate) fn mount(parent: &web_sys::Element, view: impl Fn() -> Node + 'static) {
    run_effects_as_tasks();
    let owner = Owner::new();
    let parent = parent.clone();
    let effect = owner.with(|| {
        RenderEffect::new(move |before: Option<LiveValues>| {
            REBUILDS.with(Track::track);
            let mut kept = LiveValues::new();
            drop(before);
            parent.set_text_content(None);
            if let Some(document) = dom::document() {
                untrack(|| build(&document, view(), &parent, &mut kept));
            }
            kept
        })
    });
    teardown::keep_alive((owner, effect));
}

/// Has effects run as tasks of the browser. A second call fails since this is arranged already.
pub(super) fn run_effects_as_tasks() {
    drop(any_spawner::Executor::init_wasm_bindgen());
}

pub(super) fn build(document: &Document, node: Node, parent: &DomNode, kept: &mut LiveValues) {
    match node {
        Node::Text(text) => build_text(document, &text, parent),
        Node::Element(element) => build_element(document, *element.0, parent, kept),
        Node::Many(nodes) => nodes
            .into_iter()
            .for_each(|node| build(document, node, parent, kept)),
        Node::Existing(node) => append(parent, &node),
        Node::Kept(value) => kept.push(value),
        Node::Dynamic(view) => build_dynamic(document, view, parent, kept),
    }
}

fn build_text(document: &Document, text: &str, parent: &DomNode) {
    for (is_measure, piece) in split_at_measure(text) {
        let piece = document.create_text_node(piece);
        if is_measure {
            let span = create(document, "span", ElementKind::Html);
            span.set_class_name("whole");
            append(&span, &piece);
            append(parent, &span);
        } else {
            append(parent, &piece);
        }
    }
}

/// The message of the exception when the browser cannot create an element of the page.
pub(crate) const NO_ELEMENT: &str = "an element of the page could not be made";

/// Creates an element. This cannot fail with the tags of a view; if it does, a page must not be left
/// incomplete: the exception leads to the failure page.
fn create(document: &Document, tag: &str, kind: ElementKind) -> web_sys::Element {
    let created = match kind {
        ElementKind::Svg => document.create_element_ns(Some(SVG_NAMESPACE), tag),
        ElementKind::Html | ElementKind::Void => document.create_element(tag),
    };
    created.unwrap_or_else(|_| wasm_bindgen::throw_str(NO_ELEMENT))
}

fn append(parent: &DomNode, child: &DomNode) {
    console::log_error("append a node", parent.append_child(child));
}

fn build_element(document: &Document, element: Parts, parent: &DomNode, kept: &mut LiveValues) {
    let created = create(document, element.tag, element.kind);
    for (name, value) in element.attributes {
        follow(value, kept, {
            let created = created.clone();
            move |value| set_attribute(&created, name, value)
        });
    }
    for child in element.children {
        build(document, child, &created, kept);
    }
    // After the children: a select's value chooses among its options.
    for (name, value) in element.properties {
        follow(value, kept, {
            let created = created.clone();
            move |value| set_property(&created, name, value)
        });
    }
    for (name, value) in element.styles {
        follow(value, kept, {
            let created = created.clone();
            move |value| set_style(&created, name, value)
        });
    }
    for (name, mut listener) in element.listeners {
        let options = EventListenerOptions::enable_prevent_default();
        let handler = move |event: &web_sys::Event| listener(event.clone());
        kept.push(Box::new(EventListener::new_with_options(
            &created, name, options, handler,
        )));
    }
    append(parent, &created);
    if let Some(handle) = element.handle {
        handle.fill(&created);
    }
}

/// Sets a value once, or again whenever it changes.
fn follow(value: Value, kept: &mut LiveValues, set: impl Fn(Value) + 'static) {
    match value {
        Value::Dynamic(evaluate) => {
            kept.push(Box::new(RenderEffect::new(move |_: Option<()>| {
                set(flatten(evaluate()))
            })));
        }
        fixed => set(fixed),
    }
}

/// Evaluates a value until it is fixed.
fn flatten(mut value: Value) -> Value {
    while let Value::Dynamic(evaluate) = value {
        value = evaluate();
    }
    value
}

fn set_attribute(element: &web_sys::Element, name: &str, value: Value) {
    let result = match value {
        Value::Absent | Value::Dynamic(_) => element.remove_attribute(name),
        Value::Present => element.set_attribute(name, ""),
        Value::Text(text) => element.set_attribute(name, &text),
    };
    console::log_error("set an attribute", result);
}

fn set_property(element: &web_sys::Element, name: &str, value: Value) {
    let value = match value {
        Value::Absent | Value::Dynamic(_) => JsValue::FALSE,
        Value::Present => JsValue::TRUE,
        Value::Text(text) => JsValue::from_str(&text),
    };
    let result = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
    console::log_error("set an attribute", result);
}

fn set_style(element: &web_sys::Element, name: &str, value: Value) {
    if let (Some(element), Value::Text(text)) = (element.dyn_ref::<web_sys::HtmlElement>(), value) {
        console::log_error("set a style", element.style().set_property(name, &text));
    }
}

/// Builds a part that is rebuilt whenever a signal that it read has changed. Comments mark its ends,
/// since programs that tidy or translate a page replace its texts. Parts within it may change what
/// is between the ends.
fn build_dynamic(
    document: &Document,
    view: Box<dyn Fn() -> Node>,
    parent: &DomNode,
    kept: &mut LiveValues,
) {
    let begin: DomNode = document.create_comment("").into();
    let end: DomNode = document.create_comment("").into();
    append(parent, &begin);
    append(parent, &end);
    let document = document.clone();
    let effect = RenderEffect::new(move |before: Option<LiveValues>| {
        let stage: DomNode = document.create_document_fragment().into();
        let mut kept = LiveValues::new();
        build(&document, view(), &stage, &mut kept);
        drop(before);
        match end.parent_node() {
            Some(parent) if clear_between(&parent, &begin, &end) => {
                let inserted = parent.insert_before(&stage, Some(&end));
                console::log_error("insert a part of the page", inserted);
            }
            _ => rebuild_all(),
        }
        kept
    });
    kept.push(Box::new(effect));
}

/// Removes the nodes between two children of an element. False where another program has removed
/// one of them.
fn clear_between(parent: &DomNode, begin: &DomNode, end: &DomNode) -> bool {
    if begin.parent_node().as_ref() != Some(parent) {
        return false;
    }
    loop {
        match begin.next_sibling() {
            Some(next) if next == *end => return true,
            Some(next) if parent.remove_child(&next).is_ok() => {}
            _ => return false,
        }
    }
}

thread_local! {
    /// Counts how often everything mounted was rebuilt.
    static REBUILDS: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Rebuilds everything that is mounted. What the reader entered does not live in the page.
fn rebuild_all() {
    REBUILDS.with(|count| count.update(|count| *count = count.wrapping_add(1)));
}
