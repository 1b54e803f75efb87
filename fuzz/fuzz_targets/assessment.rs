//! Any text is an assessment or is refused with a reason; one that was read can be written, read
//! again, scored and sent.
#![no_main]

#[path = "common.rs"]
mod common;

use assay_core::link::{self, Include};
use assay_core::{Assessment, score};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let model = common::standard();
    let _ = Assessment::adapt(model, text);
    match Assessment::parse(model, text) {
        Ok(assessment) => {
            let file = assessment.to_json(model);
            let again = Assessment::parse(model, &file).expect("what was written can be read");
            assert_eq!(again, assessment);
            let _ = score(model, assessment.profile.stance, &assessment.answers);
            let _ = link::encode(model, &assessment, Include::default());
        }
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
});
