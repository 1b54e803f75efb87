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
use simulated::{ASKED, BEGINNING, Companies, EVEN, Outcome, Population, bins, mean, share};

const SEED: u64 = 2026;

fn main() {
    let count = std::env::args().nth(1);
    let count: usize = count.map_or(2_000, |count| count.parse().unwrap());
    let model = include_str!("../models/standard.json");
    let model = Model::parse(model).unwrap().value;
    println!("population,stance,figure,at,value,companies");
    for population in [EVEN, BEGINNING] {
        for stance in Stance::ALL {
            let mut companies = Companies::new(&model, stance, population, SEED, DEFAULT_DRAWS);
            let outcomes: Vec<Outcome> = (0..count).map(|_| companies.outcome()).collect();
            print_figures(population, stance, &outcomes);
        }
    }
}

fn print_figures(population: Population, stance: Stance, outcomes: &[Outcome]) {
    let line = |figure: &str, at: &str, value: f64, count: usize| {
        println!(
            "{},{stance},{figure},{at},{value:.3},{count}",
            population.name
        );
    };
    let count = outcomes.len();
    let answers = mean(outcomes.iter().map(|outcome| outcome.mean_answer));
    line("mean answer", "", answers, count);
    let contents = outcomes.iter().filter_map(|outcome| outcome.ai_content);
    line("mean AI content", "", mean(contents), count);
    let held = share(outcomes.iter().map(|outcome| outcome.held));
    line("plausible range holds", "", held, count);
    let bounds: Vec<f64> = (0..=10).map(|n| f64::from(n) / 10.0 + 1e-9).collect();
    for bin in bins(outcomes, &bounds) {
        let confidence = format!("{:.3}", bin.confidence);
        line("same path at confidence", &confidence, bin.same, bin.count);
    }
    for asked in 0..=ASKED {
        let at = asked.to_string();
        let informed = share(outcomes.iter().map(|outcome| outcome.by_information[asked]));
        line("same path asked by information", &at, informed, count);
        let random = share(outcomes.iter().map(|outcome| outcome.at_random[asked]));
        line("same path asked at random", &at, random, count);
    }
}
