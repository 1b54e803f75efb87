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
mod pages;
#[cfg(feature = "csr")]
mod panic;
mod parts;
mod programs;
mod route;
mod state;
mod view;

/// Starts the starter in place of the prerendered first screen.
#[cfg(feature = "csr")]
pub fn run_starter() {
    programs::remember_first_screen();
    wasm_bindgen_futures::spawn_local(boot::run_app(&programs::StarterApp(
        programs::StandardQuestionnaire,
    )));
}

/// Starts the starter of a questionnaire that the page's address names.
#[cfg(feature = "csr")]
pub fn run_own_starter() {
    wasm_bindgen_futures::spawn_local(boot::run_app(&programs::StarterApp(
        programs::OwnQuestionnaire,
    )));
}

/// Starts the app of received results.
#[cfg(feature = "csr")]
pub fn run_received_result() {
    wasm_bindgen_futures::spawn_local(boot::run_app(&programs::ReceivedResultApp));
}

/// Starts the full app, which shows the page as soon as it is requested.
#[cfg(feature = "csr")]
pub fn run_full() {
    wasm_bindgen_futures::spawn_local(boot::run_app(&programs::FullApp));
}

#[cfg(feature = "ssr")]
mod prerender;
#[cfg(feature = "ssr")]
pub use prerender::render_first_screen;
