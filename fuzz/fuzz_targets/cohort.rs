//! Every text is parsed as a cohort or refused with a reason. A parsed cohort can be written, read
//! again, added and published; a percentile lies in its interval.
#![no_main]

use assay_core::cohort::{Cohort, CohortMember, PublishedCohort};
use libfuzzer_sys::fuzz_target;

#[path = "common.rs"]
mod common;

fuzz_target!(|text: &str| {
    let model = common::standard();
    if let Err(problems) = CohortMember::from_result(model, text) {
        assert!(!problems.to_string().is_empty());
    }
    match Cohort::parse(text) {
        Ok(cohort) => {
            let again =
                Cohort::parse(&cohort.to_partial_json()).expect("what was written can be read");
            assert_eq!(again, cohort);
            let mut twice = cohort.clone();
            if twice.add(&again).is_ok() {
                assert_eq!(twice.companies(), 2 * cohort.companies());
            }
            if let Ok(published) = cohort.publish() {
                let text = published.to_json();
                if cohort.check_model(model).is_ok() {
                    let opened = PublishedCohort::open(model, &text)
                        .expect("what was published can be opened");
                    assert_eq!(opened, published);
                }
                if let Some(found) = cohort
                    .total()
                    .ai_content
                    .percentile(42.0, Some((30.0, 50.0)))
                {
                    let range = found.range;
                    assert!(0.0 <= range.low && range.low <= found.share);
                    assert!(found.share <= range.high && range.high <= 1.0);
                }
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
