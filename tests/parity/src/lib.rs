//! A thousand results, computed natively and in wasm, to be compared digit by digit.
//!
//! `cargo xtask test --only parity` builds both, runs both and compares. The native program prints
//! [`result_lines`]; `run.mjs` reads them from the wasm module through [`assay_parity_run`] and
//! [`assay_parity_length`].

mod companies;

use std::sync::OnceLock;

use assay_core::{Extent, Model, Problems, ResultCalculator};

/// The number of companies.
pub const COMPANY_COUNT: u64 = 1_000;

/// The number of draws of each simulation. A few are enough: one draw that differs changes the
/// figures.
pub const DRAWS: usize = 200;

/// The full result of each company in the standard model: a line of JSON each, with its line end.
///
/// # Errors
/// If the standard model is invalid.
pub fn result_lines() -> Result<String, Problems> {
    let model = Model::parse(include_str!("../../../app/core/models/standard.json"))?.value;
    let calculator = ResultCalculator::new(&model);
    let mut text = String::new();
    for number in 0..COMPANY_COUNT {
        let company = companies::generate_company(&model, number);
        let stance = company.profile.stance;
        let result = calculator.result(stance, &company.answers, DRAWS, Extent::Full);
        text.push_str(&result.to_line());
        text.push('\n');
    }
    Ok(text)
}

static LINES: OnceLock<String> = OnceLock::new();

/// Computes [`result_lines`] and returns the address of the first byte. The text stays there.
#[expect(unsafe_code, reason = "a name for wasm to export, used nowhere else")]
#[unsafe(no_mangle)]
pub extern "C" fn assay_parity_run() -> *const u8 {
    LINES
        .get_or_init(|| result_lines().unwrap_or_default())
        .as_ptr()
}

/// The length in bytes; 0 before the first computation, and if the standard model is invalid.
#[expect(unsafe_code, reason = "a name for wasm to export, used nowhere else")]
#[unsafe(no_mangle)]
pub extern "C" fn assay_parity_length() -> usize {
    LINES.get().map_or(0, String::len)
}
