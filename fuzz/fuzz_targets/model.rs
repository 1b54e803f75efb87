//! Every text is parsed as a model or refused with a reason. A parsed model can be written, read
//! again and scored.
#![no_main]

#[path = "numbers.rs"]
mod numbers;

use assay_core::{Answers, Model, Stance, Evaluation};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Model::parse(text) {
        Ok(checked) => {
            let model = checked.value;
            let again = Model::parse(&model.to_json()).expect("what was read can be read again");
            if numbers::exact(&model.to_json()) {
                assert_eq!(again.value, model);
            }
            for stance in Stance::ALL {
                let _ = Evaluation::new(&model, stance, &Answers::empty(&model)).score();
            }
        }
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
});
