//! The same thousand results, computed natively and in wasm, to be compared digit by digit.
//!
//! `cargo xtask test --only parity` builds both, runs both and compares. The native program prints
//! [`result_lines`]; the wasm module gives them to `run.mjs` through [`assay_parity_run`] and
//! [`assay_parity_length`].

mod companies;

use std::sync::OnceLock;

use assay_core::{Extent, Model, Problems, ResultCalculator};

/// How many companies are assessed.
pub const COMPANY_COUNT: u64 = 1_000;

/// Draws behind each simulated figure: few, since every draw must agree for one figure to agree.
pub const DRAWS: usize = 200;

/// The full result of each company in the standard model: one line of JSON each, with its end.
///
/// # Errors
/// If the standard model is broken.
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

/// Computes [`result_lines`] and says where they begin. They stay there.
#[expect(unsafe_code, reason = "a name for wasm to export, used nowhere else")]
#[unsafe(no_mangle)]
pub extern "C" fn assay_parity_run() -> *const u8 {
    LINES
        .get_or_init(|| result_lines().unwrap_or_default())
        .as_ptr()
}

/// How many bytes there are; 0 before they are computed, and if the standard model is broken.
#[expect(unsafe_code, reason = "a name for wasm to export, used nowhere else")]
#[unsafe(no_mangle)]
pub extern "C" fn assay_parity_length() -> usize {
    LINES.get().map_or(0, String::len)
}
