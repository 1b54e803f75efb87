//! Lighthouse scores of the release build on a phone, a part of `test --full`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;
use crate::site::{SiteOptions, SiteServer};
use crate::tools::{self, browser};

/// The number of runs. Performance varies from run to run, so the median counts.
const RUNS: usize = 3;

/// The measured categories with the minimum score of each, 0 to 100.
const MINIMUM_SCORES: [(&str, u32); 3] = [
    ("performance", 95),
    ("accessibility", 100),
    ("best-practices", 100),
];

const CHROME_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Measures the start page of `dist/`, prints the scores and compares them with the minimum.
///
/// # Errors
/// If Lighthouse cannot be installed or run, or a score is below its minimum.
pub fn run(checkout: &Checkout) -> Outcome {
    let program = tools::ensure_lighthouse(checkout)?;
    let site = SiteServer::start_with(SiteOptions {
        quality: 11,
        ..SiteOptions::new(checkout.dist())
    })
    .context("Cannot serve dist/")?;
    let mut runs = Vec::new();
    for number in 1..=RUNS {
        let report = checkout
            .log(&format!("lighthouse-{number}"))
            .with_extension("json");
        measure(checkout, &program, site.address(), &report)?;
        runs.push(parse_scores(
            &fs::read_to_string(&report).context(format!("Cannot read {}", report.display()))?,
        )?);
    }
    let mut too_low = Vec::new();
    for (index, (category, least)) in MINIMUM_SCORES.into_iter().enumerate() {
        let median = median(
            runs.iter()
                .filter_map(|run| run.get(index).copied())
                .collect(),
        );
        println!("Lighthouse {category}: {median} (at least {least})");
        if median < least {
            too_low.push(category);
        }
    }
    if too_low.is_empty() {
        return Ok(());
    }
    let folder = checkout.log("lighthouse-1").with_extension("json");
    Err(Error::new(format!(
        "Lighthouse scores too low: {}; see {}",
        too_low.join(", "),
        folder.display()
    )))
}

fn measure(checkout: &Checkout, program: &Path, address: &str, report: &Path) -> Outcome {
    let mut command = process::command(program);
    command
        .arg(address)
        .args([
            "--quiet",
            "--output=json",
            "--only-categories=performance,accessibility,best-practices",
        ])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--chrome-flags={CHROME_FLAGS}"));
    if let Some(chromium) = browser::find_chromium() {
        command.env("CHROME_PATH", chromium);
    }
    process::run_logged(&mut command, "Lighthouse", &checkout.log("lighthouse-run"))
}

/// The scores in the order of [`MINIMUM_SCORES`], 0 to 100.
fn parse_scores(report: &str) -> Outcome<Vec<u32>> {
    let report: Value = serde_json::from_str(report).context("Lighthouse's report")?;
    MINIMUM_SCORES
        .iter()
        .map(|(category, _)| {
            let score = report
                .pointer(&format!("/categories/{category}/score"))
                .and_then(Value::as_f64);
            // An integer from 0 to 100 after rounding and clamping.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped before"
            )]
            let points = score.map(|score| (score * 100.0).round().clamp(0.0, 100.0) as u32);
            points.ok_or_else(|| Error::new(format!("Lighthouse gave no score for {category}.")))
        })
        .collect()
}

fn median(mut values: Vec<u32>) -> u32 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_in_order() {
        let report = r#"{"categories":{"accessibility":{"score":1},"performance":{"score":0.955},"best-practices":{"score":0.5}}}"#;
        assert_eq!(parse_scores(report).unwrap(), [96, 100, 50]);
        assert!(parse_scores("{}").is_err());
    }

    #[test]
    fn of_three_runs_the_middle_one_counts() {
        assert_eq!(median(vec![99, 20, 97]), 97);
    }
}
