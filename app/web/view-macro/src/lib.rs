//! The `view!` macro of the web app: Leptos's syntax, expanded to a tree of one type.
//!
//! Leptos's own macro makes a type for every view, and code for every type: three quarters of what
//! the app had to download. Here an element is data (`crate::view::Element` of the web crate) and
//! building it is one function. Signals, effects and owners stay Leptos's. The README lists what
//! differs.

#![forbid(unsafe_code)]

mod tags;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use rstml::node::{Infallible, KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use rstml::{Parser, ParserConfig};
use syn::spanned::Spanned;

use tags::{TagKind, tag_kind};

/// Expands to a `crate::view::Node` of elements, texts and `{values}`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    match parser.parse_simple(tokens) {
        Ok(nodes) => expand_nodes(&nodes, TagKind::Html).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn expand_nodes(nodes: &[Node], parent: TagKind) -> Tokens {
    match nodes {
        [one] => expand_node(one, parent),
        many => {
            let children = many.iter().map(|node| expand_node(node, parent));
            quote! { crate::view::Node::Many(vec![#(#children),*]) }
        }
    }
}

fn expand_node(node: &Node<Infallible>, parent: TagKind) -> Tokens {
    match node {
        Node::Element(element) => expand_element(element, parent),
        Node::Text(text) => {
            let text = text.value_string();
            quote! { crate::view::Node::from(#text) }
        }
        Node::RawText(text) => {
            let text = text.to_string_best();
            quote! { crate::view::Node::from(#text) }
        }
        Node::Block(block) => {
            let value = block_expression(block);
            quote! { crate::view::IntoView::into_any(#value) }
        }
        Node::Fragment(fragment) => expand_nodes(fragment.children(), parent),
        other => syn::Error::new(other.span(), "a view holds elements, texts and blocks")
            .to_compile_error(),
    }
}

/// The expression in a block, without its braces where it is the only thing there.
fn block_expression(block: &NodeBlock) -> Tokens {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([syn::Stmt::Expr(only, None)]) => quote! { #only },
        _ => quote! { #block },
    }
}

fn expand_element(element: &NodeElement<Infallible>, parent: TagKind) -> Tokens {
    let tag = without_spaces(&element.name().to_string());
    let kind = tag_kind(&tag, parent);
    let constructor = match kind {
        TagKind::Html => quote! { new },
        TagKind::Void if element.children().is_empty() => quote! { void },
        TagKind::Svg => quote! { svg },
        TagKind::Void | TagKind::MathMl => {
            let message = match kind {
                TagKind::Void => "this element has no children",
                _ => "a view holds HTML and SVG, no MathML",
            };
            return syn::Error::new(element.span(), message).to_compile_error();
        }
    };
    // The content of a foreign object is HTML again.
    let inside = match tag.as_str() {
        "foreignObject" => TagKind::Html,
        _ => kind,
    };
    let attributes = element.attributes().iter().map(expand_attribute);
    let children = element
        .children()
        .iter()
        .map(|child| expand_node(child, inside));
    quote! {
        crate::view::Node::from(
            crate::view::Element::#constructor(#tag) #(#attributes)* #(.child(#children))*
        )
    }
}

fn expand_attribute(attribute: &NodeAttribute) -> Tokens {
    match attribute {
        NodeAttribute::Attribute(keyed) => expand_keyed_attribute(keyed),
        NodeAttribute::Block(block) => {
            syn::Error::new(block.span(), "an attribute has a name").to_compile_error()
        }
    }
}

fn expand_keyed_attribute(keyed: &KeyedAttribute) -> Tokens {
    let name = without_spaces(&keyed.key.to_string());
    let value = keyed.value();
    if let Some(event) = name.strip_prefix("on:") {
        let event = syn::Ident::new(event, keyed.key.span());
        return quote! { .on(crate::view::event::#event, #value) };
    }
    if let Some(class) = name.strip_prefix("class:") {
        return quote! { .class_if(#class, #value) };
    }
    if let Some(property) = name.strip_prefix("prop:") {
        return quote! { .property(#property, #value) };
    }
    match (name.as_str(), value) {
        ("style", Some(pair)) => quote! { .style(#pair) },
        ("node_ref", Some(handle)) => quote! { .handle(&#handle) },
        (_, Some(value)) if is_text(value) => quote! { .static_attribute(#name, #value) },
        (_, Some(value)) => quote! { .attribute(#name, #value) },
        (_, None) => quote! { .attribute(#name, true) },
    }
}

/// Whether an expression is a text literal.
fn is_text(value: &syn::Expr) -> bool {
    let syn::Expr::Lit(literal) = value else {
        return false;
    };
    matches!(literal.lit, syn::Lit::Str(_))
}

/// A name without the spaces that the parser puts around dashes and colons.
fn without_spaces(name: &str) -> String {
    name.split_whitespace().collect()
}
