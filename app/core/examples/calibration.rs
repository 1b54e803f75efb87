//! Prints the calibration of confidences and ranges on simulated companies as a table.
//!
//! `cargo run --release -p assay-core --example calibration [COMPANIES] > docs/calibration.csv`

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "an example may fail"
)]

#[path = "../tests/simulated/mod.rs"]
mod simulated;

use assay_core::{DEFAULT_DRAWS, Model, Stance};
use simulated::{ASKED, Companies, Outcome, bins, share};

const SEED: u64 = 2026;

fn main() {
    let count = std::env::args().nth(1);
    let count: usize = count.map_or(2_000, |count| count.parse().unwrap());
    let model = include_str!("../models/standard.json");
    let model = Model::parse(model).unwrap().value;
    println!("stance,figure,at,value,companies");
    for stance in Stance::ALL {
        let mut companies = Companies::new(&model, stance, SEED, DEFAULT_DRAWS);
        let outcomes: Vec<Outcome> = (0..count).map(|_| companies.outcome()).collect();
        let held = share(outcomes.iter().map(|outcome| outcome.held));
        println!("{stance},plausible range holds,,{held:.3},{count}");
        let bounds: Vec<f64> = (0..=10).map(|n| f64::from(n) / 10.0 + 1e-9).collect();
        for bin in bins(&outcomes, &bounds) {
            let (confidence, same) = (bin.confidence, bin.same);
            println!(
                "{stance},same path at confidence,{confidence:.3},{same:.3},{}",
                bin.count
            );
        }
        for asked in 0..=ASKED {
            let found = share(outcomes.iter().map(|outcome| outcome.by_information[asked]));
            println!("{stance},same path asked by information,{asked},{found:.3},{count}");
            let found = share(outcomes.iter().map(|outcome| outcome.at_random[asked]));
            println!("{stance},same path asked at random,{asked},{found:.3},{count}");
        }
    }
}
