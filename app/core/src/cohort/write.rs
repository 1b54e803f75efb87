//! Formats cohort files. Equal cohorts give the same bytes: keys in a fixed order, groups by name,
//! only bins with companies.

use super::{Breakdown, Cohort, FORMAT, Histogram, Outcome, SubgroupCounts};
use crate::{Json, Maturity, Stance};

impl Cohort {
    /// Formats the partial form: one line with a line end. It holds the counts of every industry
    /// and size, also of one company.
    #[must_use]
    pub fn to_partial_json(&self) -> String {
        write(self, true)
    }
}

/// Formats a cohort on one line.
pub(super) fn write(cohort: &Cohort, is_partial: bool) -> String {
    let model = [("id", &cohort.model.id), ("version", &cohort.model.version)];
    let model = model.map(|(key, text)| (key, Json::text(text.as_str())));
    let mut entries = vec![("format", Json::text(FORMAT))];
    if is_partial {
        entries.push(("partial", Json::Bool(true)));
    }
    let sections = &cohort.sections;
    let stances = Stance::ALL.iter().zip(&cohort.stances);
    let stances = stances.map(|(stance, counts)| (stance.as_str(), group(counts, sections)));
    entries.extend([
        ("model", Json::object(model)),
        ("companies", count(cohort.companies())),
        ("bin_width", Json::from(super::histogram::BIN_POINTS)),
        ("stances", Json::object(stances)),
        ("industries", breakdown(&cohort.industries, sections)),
        ("sizes", breakdown(&cohort.sizes, sections)),
    ]);
    format!("{}\n", Json::object(entries))
}

fn count(count: u64) -> Json {
    Json::Number(count.into())
}

fn breakdown(breakdown: &Breakdown, sections: &[String]) -> Json {
    let groups = breakdown.groups();
    let groups = groups.map(|(name, counts)| (name, group(counts, sections)));
    Json::object([
        ("complete", Json::Bool(!breakdown.is_incomplete())),
        ("groups", Json::object(groups)),
    ])
}

fn group(counts: &SubgroupCounts, sections: &[String]) -> Json {
    let scores = sections.iter().zip(&counts.sections);
    let scores = scores.map(|(id, scores)| (id.as_str(), histogram(scores)));
    let named = |words: &[&'static str], counts: &[u64]| {
        let entries = words.iter().copied().zip(counts.iter().copied());
        Json::object(entries.map(|(word, number)| (word, count(number))))
    };
    Json::object([
        ("companies", count(counts.companies())),
        ("ai_content", histogram(&counts.ai_content)),
        ("sections", Json::object(scores)),
        ("levels", named(&Maturity::WORDS, &counts.levels)),
        ("paths", named(&Outcome::WORDS, &counts.outcomes)),
    ])
}

/// A histogram as pairs of bin and count, without empty bins.
fn histogram(histogram: &Histogram) -> Json {
    let bins = histogram.bins().iter().copied().zip(0_u8..);
    let filled = bins.filter(|(number, _)| *number > 0);
    let pairs = filled.map(|(number, bin)| Json::List(vec![Json::from(bin), count(number)]));
    Json::List(pairs.collect())
}
