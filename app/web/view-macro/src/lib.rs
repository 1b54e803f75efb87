//! The `view!` macro of the web app: Leptos's syntax, but what comes out is a tree of one type.
//!
//! Leptos's own macro makes a type for every view, and code for every type: three quarters of what
//! the app had to download. Here an element is data (`crate::view::Element` of the web crate), and
//! building it is one function. Signals, effects and owners stay Leptos's.

#![forbid(unsafe_code)]

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use rstml::node::{Infallible, KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use rstml::{Parser, ParserConfig};
use syn::spanned::Spanned;

/// Makes a `crate::view::Node` of elements, texts and `{values}`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    match parser.parse_simple(tokens) {
        Ok(nodes) => root(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn root(nodes: &[Node]) -> Tokens {
    match nodes {
        [one] => node(one),
        many => {
            let children = many.iter().map(node);
            quote! { crate::view::Node::Many(vec![#(#children),*]) }
        }
    }
}

fn node(node: &Node<Infallible>) -> Tokens {
    match node {
        Node::Element(found) => element(found),
        Node::Text(text) => {
            let text = text.value_string();
            quote! { crate::view::Node::from(#text) }
        }
        Node::RawText(text) => {
            let text = text.to_string_best();
            quote! { crate::view::Node::from(#text) }
        }
        Node::Block(found) => {
            let value = inner(found);
            quote! { crate::view::IntoView::into_any(#value) }
        }
        Node::Fragment(fragment) => root(fragment.children()),
        other => syn::Error::new(other.span(), "a view holds elements, texts and blocks")
            .to_compile_error(),
    }
}

/// The expression in a block, without its braces where it is the only thing there.
fn inner(found: &NodeBlock) -> Tokens {
    match found.try_block().map(|block| block.stmts.as_slice()) {
        Some([syn::Stmt::Expr(only, None)]) => quote! { #only },
        _ => quote! { #found },
    }
}

fn element(found: &NodeElement<Infallible>) -> Tokens {
    let tag = plain(&found.name().to_string());
    let attributes = found.attributes().iter().map(attribute);
    let children = found.children().iter().map(node);
    quote! {
        crate::view::Node::from(
            crate::view::Element::new(#tag) #(#attributes)* #(.child(#children))*
        )
    }
}

fn attribute(found: &NodeAttribute) -> Tokens {
    match found {
        NodeAttribute::Attribute(keyed) => keyed_attribute(keyed),
        NodeAttribute::Block(block) => {
            syn::Error::new(block.span(), "an attribute has a name").to_compile_error()
        }
    }
}

fn keyed_attribute(keyed: &KeyedAttribute) -> Tokens {
    let name = plain(&keyed.key.to_string());
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
        (_, Some(value)) => quote! { .attribute(#name, #value) },
        (_, None) => quote! { .attribute(#name, true) },
    }
}

/// A name without the spaces that stand around the parts of a dashed or coloned one.
fn plain(name: &str) -> String {
    name.split_whitespace().collect()
}
