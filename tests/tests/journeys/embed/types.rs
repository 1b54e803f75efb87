//! The types for TypeScript.

use assay_journeys::{Outcome, types_are_sound};

#[test]
fn everything_that_the_types_promise_compiles_and_wrong_uses_do_not() -> Outcome {
    types_are_sound("tests/tests/types/embed.ts")
}
