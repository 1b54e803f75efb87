//! Builds views in the document and keeps their living parts in step.
#![cfg_attr(
    not(feature = "csr"),
    allow(dead_code, reason = "nothing is built natively")
)]

use std::any::Any;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{ArcRwSignal, Owner, RenderEffect, Track, Update, untrack};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as DomNode};

use super::element::Parts;
use super::{IntoView, Node, Value, pieces};
use crate::browser::{dom, teardown};

/// Elements of SVG, which have a namespace of their own.
const SVG: [&str; 5] = ["svg", "path", "rect", "text", "line"];
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// What must live as long as a piece of the page: listeners and effects.
type Kept = Vec<Box<dyn Any>>;

/// Builds a view as what an element holds and lets it live as long as the program has the page.
pub(crate) fn mount(parent: &web_sys::Element, make: impl Fn() -> Node + 'static) {
    // Effects run as tasks of the browser; a second call finds that arranged already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let parent = parent.clone();
    let effect = owner.with(|| {
        RenderEffect::new(move |before: Option<Kept>| {
            ANEW.with(Track::track);
            let mut kept = Kept::new();
            drop(before);
            parent.set_text_content(None);
            if let Some(document) = dom::document() {
                untrack(|| build(&document, make(), &parent, &mut kept));
            }
            kept
        })
    });
    teardown::keep_alive((owner, effect));
}

/// Builds a view of one element without living parts, to be copied.
pub(crate) fn made(view: impl IntoView) -> Option<web_sys::Element> {
    let document = dom::document()?;
    let stage: DomNode = document.create_document_fragment().into();
    let mut kept = Kept::new();
    build(&document, view.into_any(), &stage, &mut kept);
    stage.first_child()?.dyn_into().ok()
}

/// Puts a text into an element in the place of what it held, the measure unbroken as everywhere.
pub(crate) fn set_text(element: &web_sys::Element, text: &str) {
    let plain = !text.contains(super::UNBROKEN);
    element.set_text_content(plain.then_some(text));
    if let Some(document) = dom::document().filter(|_| !plain) {
        build_text(&document, text, element);
    }
}

fn build(document: &Document, node: Node, parent: &DomNode, kept: &mut Kept) {
    match node {
        Node::Text(text) => build_text(document, &text, parent),
        Node::Element(element) => build_element(document, *element.0, parent, kept),
        Node::Many(nodes) => nodes
            .into_iter()
            .for_each(|node| build(document, node, parent, kept)),
        Node::Made(made) => append(parent, &made),
        Node::Live(make) => build_live(document, make, parent, kept),
    }
}

fn build_text(document: &Document, text: &str, parent: &DomNode) {
    for (whole, piece) in pieces(text) {
        let piece = document.create_text_node(piece);
        if whole {
            let span = create(document, "span");
            span.set_class_name("whole");
            append(&span, &piece);
            append(parent, &span);
        } else {
            append(parent, &piece);
        }
    }
}

/// Makes an element. That cannot fail with the tags of a view; if it does, the page must not be
/// left half drawn: the exception leads to the page that a failure of the program shows.
fn create(document: &Document, tag: &str) -> web_sys::Element {
    let namespace = SVG.contains(&tag).then_some(SVG_NAMESPACE);
    let made = match namespace {
        Some(_) => document.create_element_ns(namespace, tag),
        None => document.create_element(tag),
    };
    made.unwrap_or_else(|_| wasm_bindgen::throw_str("an element of the page could not be made"))
}

fn append(parent: &DomNode, child: &DomNode) {
    let _ = parent.append_child(child);
}

fn build_element(document: &Document, element: Parts, parent: &DomNode, kept: &mut Kept) {
    let made = create(document, element.tag);
    for (name, value) in element.attributes {
        follow(value, kept, {
            let made = made.clone();
            move |value| set_attribute(&made, name, value)
        });
    }
    for child in element.children {
        build(document, child, &made, kept);
    }
    // After the children: a select's value chooses among its options.
    for (name, value) in element.properties {
        follow(value, kept, {
            let made = made.clone();
            move |value| set_property(&made, name, value)
        });
    }
    for (name, value) in element.styles {
        follow(value, kept, {
            let made = made.clone();
            move |value| set_style(&made, name, value)
        });
    }
    for (name, mut listener) in element.listeners {
        let options = EventListenerOptions::enable_prevent_default();
        let heard = move |event: &web_sys::Event| listener(event.clone());
        kept.push(Box::new(EventListener::new_with_options(
            &made, name, options, heard,
        )));
    }
    append(parent, &made);
    if let Some(handle) = element.handle {
        handle.fill(&made);
    }
}

/// Sets a value once, or again whenever it changes.
fn follow(value: Value, kept: &mut Kept, set: impl Fn(Value) + 'static) {
    match value {
        Value::Live(look) => {
            kept.push(Box::new(RenderEffect::new(move |_: Option<()>| {
                set(flat(look()))
            })));
        }
        fixed => set(fixed),
    }
}

/// A live value may give another one.
fn flat(mut value: Value) -> Value {
    while let Value::Live(look) = value {
        value = look();
    }
    value
}

fn set_attribute(element: &web_sys::Element, name: &str, value: Value) {
    let _ = match value {
        Value::No | Value::Live(_) => element.remove_attribute(name),
        Value::Yes => element.set_attribute(name, ""),
        Value::Text(text) => element.set_attribute(name, &text),
    };
}

fn set_property(element: &web_sys::Element, name: &str, value: Value) {
    let value = match value {
        Value::No | Value::Live(_) => JsValue::FALSE,
        Value::Yes => JsValue::TRUE,
        Value::Text(text) => JsValue::from_str(&text),
    };
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}

fn set_style(element: &web_sys::Element, name: &str, value: Value) {
    if let (Some(element), Value::Text(text)) = (element.dyn_ref::<web_sys::HtmlElement>(), value) {
        let _ = element.style().set_property(name, &text);
    }
}

/// A part that is made anew whenever what it read has changed. Comments mark its ends: programs that
/// tidy or translate a page replace its texts. Parts within it may have changed what stands between.
fn build_live(document: &Document, make: Box<dyn Fn() -> Node>, parent: &DomNode, kept: &mut Kept) {
    let begin: DomNode = document.create_comment("").into();
    let end: DomNode = document.create_comment("").into();
    append(parent, &begin);
    append(parent, &end);
    let document = document.clone();
    let effect = RenderEffect::new(move |before: Option<Kept>| {
        let stage: DomNode = document.create_document_fragment().into();
        let mut kept = Kept::new();
        build(&document, make(), &stage, &mut kept);
        drop(before);
        match end.parent_node() {
            Some(parent) if clear_between(&parent, &begin, &end) => {
                let _ = parent.insert_before(&stage, Some(&end));
            }
            _ => build_anew(),
        }
        kept
    });
    kept.push(Box::new(effect));
}

/// Removes what stands between two children of an element. False where another program has taken
/// one of them away, so that nobody knows what stood between.
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
    /// Counts how often what is mounted had to be built anew.
    static ANEW: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Builds everything that is mounted anew. What the reader entered does not live in the page.
fn build_anew() {
    ANEW.with(|anew| anew.update(|count| *count = count.wrapping_add(1)));
}
