//! Any text is an assessment or is refused with a reason; one that was read can be written, read
//! again, scored and sent.
#![no_main]

#[path = "common.rs"]
mod common;
#[path = "numbers.rs"]
mod numbers;

use assay_core::link::{self, Include};
use assay_core::{Assessment, LineReader, ModelRef, score};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let model = common::standard();
    let _ = Assessment::adapt(model, text);
    let mut reader = LineReader::new(model);
    let short = reader.read(text).map(|given| given.answers.clone());
    match Assessment::parse(model, text) {
        Ok(mut assessment) => {
            assert_eq!(
                short.expect("the short way reads it too"),
                assessment.answers
            );
            let file = assessment.to_json(model);
            let again = Assessment::parse(model, &file).expect("what was written can be read");
            // A file that names no model is of the one at hand, and is written so.
            assessment.model.get_or_insert_with(|| ModelRef::to(model));
            if numbers::exact(&file) {
                assert_eq!(again, assessment);
            }
            let _ = score(model, assessment.profile.stance, &assessment.answers);
            let _ = link::encode(model, &assessment, Include::default());
        }
        Err(problems) => {
            assert_eq!(short, Err(problems.clone()));
            assert!(!problems.to_string().is_empty());
        }
    }
});
