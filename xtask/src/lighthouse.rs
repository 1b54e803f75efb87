//! Lighthouse scores of the release build on a phone, a part of `test --full`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::process;
use crate::site::{SiteOptions, SiteServer};
use crate::tools::{self, browser};

/// The number of runs. Performance varies from run to run, so the median counts.
const RUNS: usize = 3;

/// The measured categories.
const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];

/// A page with the minimum score of each category, 0 to 100.
struct MeasuredPage {
    name: &'static str,
    /// Behind the site's address.
    address: &'static str,
    minimum: [u32; 3],
}

/// The pages. Performance depends on the machine, so its minimum is far below what is usual; a result is
/// slower, since its program takes two seconds to arrive at Lighthouse's network speed.
const PAGES: [MeasuredPage; 3] = [
    MeasuredPage {
        name: "start",
        address: "",
        minimum: [80, 100, 100],
    },
    MeasuredPage {
        name: "section",
        address: "?lang=en#/s/data",
        minimum: [80, 100, 100],
    },
    MeasuredPage {
        name: "result",
        address: "?lang=en#/example/medical",
        minimum: [55, 100, 100],
    },
];

const CHROME_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Measures pages of `dist/`, prints the scores and compares them with the minimum.
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
    site.compress_all()?;
    let mut too_low = Vec::new();
    for page in PAGES {
        let scores = measure_page(checkout, &program, site.address(), &page)?;
        for ((category, score), least) in CATEGORIES.iter().zip(scores).zip(page.minimum) {
            println!(
                "Lighthouse {} {category}: {score} (at least {least})",
                page.name
            );
            if score < least {
                let report = report_path(checkout, page.name, 1);
                too_low.push(format!(
                    "{category} of {} (see {})",
                    page.name,
                    report.display()
                ));
            }
        }
    }
    if too_low.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "Lighthouse scores too low: {}",
        too_low.join(", ")
    )))
}

/// The median scores of a page, in the order of [`CATEGORIES`].
fn measure_page(
    checkout: &Checkout,
    program: &Path,
    site: &str,
    page: &MeasuredPage,
) -> Outcome<Vec<u32>> {
    let address = format!("{site}{}", page.address);
    let mut runs = Vec::new();
    for number in 1..=RUNS {
        let report = report_path(checkout, page.name, number);
        measure(checkout, program, &address, &report)?;
        let text = fs::read_to_string(&report);
        runs.push(parse_scores(
            &text.context(format!("Cannot read {}", report.display()))?,
        )?);
    }
    let of_category = |index| {
        runs.iter()
            .filter_map(|run| run.get(index).copied())
            .collect()
    };
    Ok((0..CATEGORIES.len())
        .map(|index| median(of_category(index)))
        .collect())
}

fn report_path(checkout: &Checkout, page: &str, number: usize) -> PathBuf {
    checkout
        .log(&format!("lighthouse-{page}-{number}"))
        .with_extension("json")
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

/// The scores in the order of [`CATEGORIES`], 0 to 100.
fn parse_scores(report: &str) -> Outcome<Vec<u32>> {
    let report: Value = serde_json::from_str(report).context("Lighthouse's report")?;
    CATEGORIES
        .iter()
        .map(|category| {
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
