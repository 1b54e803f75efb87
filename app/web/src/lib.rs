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
mod full;
mod handover;
mod pages;
#[cfg(feature = "csr")]
mod panic;
mod parts;
mod route;
mod starter;
mod state;
mod variant;
mod view;

/// Starts the light program in place of the prerendered first screen.
#[cfg(feature = "csr")]
pub fn run_starter() {
    starter::remember_first_screen();
    wasm_bindgen_futures::spawn_local(boot::run_app(&starter::STARTER));
}

/// Starts the whole program, which shows what the page wants as soon as the light one lets it.
#[cfg(feature = "csr")]
pub fn run_full() {
    wasm_bindgen_futures::spawn_local(boot::run_app(&full::FULL));
}

#[cfg(feature = "ssr")]
mod prerender;
#[cfg(feature = "ssr")]
pub use prerender::render_first_screen;
