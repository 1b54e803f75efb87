//! The TypeScript types of the element.

use assay_journeys::{Outcome, check_types};

#[test]
fn everything_that_the_types_promise_compiles_and_wrong_uses_do_not() -> Outcome {
    check_types("tests/tests/types/embed.ts")
}
