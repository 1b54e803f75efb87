//! The confidence of the method is calibrated on simulated companies. The example of the same name
//! prints the whole curve.

#![allow(clippy::indexing_slicing, reason = "a test may fail")]

#[path = "common/mod.rs"]
mod common;
mod simulated;

use assay_core::Stance;
use simulated::{ASKED, BEGINNING, Companies, EVEN, Outcome, Population, bins, share};

const COMPANIES: usize = 300;
const DRAWS: usize = 1_000;
const SEED: u64 = 2026;

fn outcomes(stance: Stance, population: Population) -> Vec<Outcome> {
    let model = common::standard();
    let mut companies = Companies::new(&model, stance, population, SEED, DRAWS);
    (0..COMPANIES).map(|_| companies.outcome()).collect()
}

fn check(stance: Stance, population: Population) {
    let outcomes = outcomes(stance, population);
    let held = share(outcomes.iter().map(|outcome| outcome.held));
    assert!((0.85..=0.95).contains(&held), "{stance}: {held} held");
    for bin in bins(&outcomes, &[0.0, 0.3, 0.5, 0.7, 0.9, 1.1]) {
        // Two standard errors, as far as the number of companies allows.
        let error = (bin.confidence * (1.0 - bin.confidence) / bin.count as f64).sqrt();
        assert!(
            bin.same >= bin.confidence - 2.0 * error,
            "{stance}: confidence {}, but right in {} of {}",
            bin.confidence,
            bin.same,
            bin.count
        );
    }
    let after = |asked: usize| {
        let informed = share(outcomes.iter().map(|outcome| outcome.by_information[asked]));
        let random = share(outcomes.iter().map(|outcome| outcome.at_random[asked]));
        (informed, random)
    };
    assert!(after(4).0 >= 0.88, "{stance}: {:?} after four", after(4));
    assert!(after(8).0 >= 0.94, "{stance}: {:?} after eight", after(8));
    for asked in 1..=ASKED {
        let (informed, random) = after(asked);
        assert!(
            informed > random,
            "{stance}: {informed} and {random} after {asked}"
        );
    }
}

#[test]
fn providers() {
    check(Stance::Provide, EVEN);
}

#[test]
fn adopters() {
    check(Stance::Adopt, EVEN);
}

#[test]
fn beginning_providers() {
    check(Stance::Provide, BEGINNING);
}

#[test]
fn beginning_adopters() {
    check(Stance::Adopt, BEGINNING);
}
