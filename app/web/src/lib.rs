//! Assay in the browser: pages and what they need of the browser.
//!
//! Shows and stores; everything about the method comes from `assay_core`, every sentence about a
//! result from `assay_locale`, every drawing from `assay_charts`.

#![cfg_attr(
    not(feature = "csr"),
    allow(
        dead_code,
        unused_imports,
        reason = "the first screen needs only a part of the app"
    )
)]

mod app;
#[cfg(feature = "csr")]
mod boot;
mod browser;
mod pages;
#[cfg(feature = "csr")]
mod panic;
mod parts;
mod route;
mod state;
mod view;

/// Mounts the app in place of the prerendered first screen.
#[cfg(feature = "csr")]
pub fn start() {
    wasm_bindgen_futures::spawn_local(boot::start());
}

#[cfg(feature = "ssr")]
mod prerender;
#[cfg(feature = "ssr")]
pub use prerender::first_screen;
