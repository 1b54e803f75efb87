//! Every text is parsed as a configuration or refused with messages in every language. The values
//! of a configuration cannot escape from the generated style sheet rule.
#![no_main]

use assay_config::{Config, describe_fault};
use assay_locale::{Language, Messages};
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
                let messages = Messages::embedded(language);
                assert!(faults.0.iter().all(|one| !describe_fault(&messages, one).is_empty()));
            }
        }
    }
});
