//! Assay in the browser: pages and what they need of the browser.
//!
//! Shows and stores; everything about the method comes from `assay_core`, every sentence about a
//! result from `assay_locale`, every drawing from `assay_charts`.

#![forbid(unsafe_code)]
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
mod brand;
mod browser;
mod embed;
mod handover;
mod light;
mod pages;
#[cfg(feature = "csr")]
mod panic;
mod parts;
mod program;
mod route;
mod state;
mod view;
mod whole;

/// Starts the light program in place of the prerendered first screen.
#[cfg(feature = "csr")]
pub fn start_light() {
    light::remember_first_screen();
    wasm_bindgen_futures::spawn_local(boot::start(&light::LIGHT));
}

/// Starts the whole program, which shows what the page wants as soon as the light one lets it.
#[cfg(feature = "csr")]
pub fn start_whole() {
    wasm_bindgen_futures::spawn_local(boot::start(&whole::WHOLE));
}

#[cfg(feature = "ssr")]
mod prerender;
#[cfg(feature = "ssr")]
pub use prerender::first_screen;
