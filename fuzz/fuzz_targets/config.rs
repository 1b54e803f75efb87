//! Any text is a config or is refused with sentences in every language; what a config puts into a
//! style sheet cannot leave its rule.
#![no_main]

use assay_config::{Config, fault};
use assay_locale::{Language, Words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Config::parse(text) {
        Ok(config) => {
            let sheet = config.brand.style_sheet().unwrap_or_default();
            let braces = |brace| sheet.matches(brace).count();
            assert_eq!(
                (braces('{'), braces('}')),
                (sheet.len().min(2), sheet.len().min(2))
            );
        }
        Err(faults) => {
            for language in Language::ALL {
                let words = Words::embedded(language);
                assert!(faults.0.iter().all(|one| !fault(&words, one).is_empty()));
            }
        }
    }
});
