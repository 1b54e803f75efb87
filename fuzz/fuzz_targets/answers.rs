//! Every table of answers is read or refused with messages in every language; what is read can be
//! compared and applied.
#![no_main]

use std::sync::LazyLock;

use assay_core::{Assessment, Depth, Model, Stance};
use assay_locale::{Language, Messages};
use assay_reports::answers::{describe_import_fault, read_answers};
use libfuzzer_sys::fuzz_target;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let file = include_str!("../../docs/examples/law-office.json");
    Model::parse(file).expect("the example is sound").value
});

fuzz_target!(|bytes: &[u8]| {
    match read_answers(&MODEL, bytes) {
        Ok(imported) => {
            let mut assessment = Assessment::new(&MODEL, Stance::Provide, Depth::Full);
            imported.apply(&mut assessment);
            assert!(imported.changes(&assessment).is_empty());
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            for language in Language::ALL {
                let messages = Messages::embedded(language);
                assert!(faults.iter().all(|one| !describe_import_fault(&messages, one).is_empty()));
            }
        }
    }
});
