//! Every text is parsed as an assessment or refused with a reason. A parsed assessment can be
//! written, read again, scored and encoded as a link.
#![no_main]

#[path = "common.rs"]
mod common;
#[path = "numbers.rs"]
mod numbers;

use assay_core::link::{self, LinkOptions};
use assay_core::{Assessment, LineReader, ModelRef};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let model = common::standard();
    let _ = Assessment::adapt(model, text);
    let mut reader = LineReader::new(model);
    let short = reader.read(text).map(|line| line.answers.clone());
    match Assessment::parse(model, text) {
        Ok(mut assessment) => {
            assert_eq!(
                short.expect("the short way reads it too"),
                assessment.answers
            );
            let file = assessment.to_json(model);
            let again = Assessment::parse(model, &file).expect("what was written can be read");
            // A file without a model reference belongs to the line model, and is written with the
            // reference.
            assessment.model.get_or_insert_with(|| ModelRef::of_model(model));
            if numbers::exact(&file) {
                assert_eq!(again, assessment);
            }
            let _ = assessment.evaluation(model).score();
            let targets = assessment.targets(model);
            let _ = targets.progress(assessment.evaluation(model));
            assert_eq!(again.targets(model), targets);
            assert_eq!(again.check_follow_up().is_ok(), assessment.check_follow_up().is_ok());
            let _ = link::encode(model, &assessment, LinkOptions::default());
        }
        Err(problems) => {
            assert_eq!(short, Err(problems.clone()));
            assert!(!problems.to_string().is_empty());
        }
    }
});
