//! Confidence of the recommendation.

use assay_core::link::ConfidenceSummary;
use assay_core::{Certainty, ConfidenceLevel as Confidence, PathId, Recommendation};

use super::Report;
use crate::{Messages, format_share, format_tenth, join_list};

/// Share of draws in which each path ranks first, the largest first; `None` is no path.
#[must_use]
pub fn first_rank_shares(certainty: &Certainty) -> Vec<(Option<PathId>, f64)> {
    let mut shares: Vec<_> = certainty
        .first_place_shares()
        .into_iter()
        .map(|(path, share)| (Some(path), share))
        .collect();
    let rest = 1.0 - shares.iter().map(|(_, share)| share).sum::<f64>();
    shares.push((None, rest.max(0.0)));
    assay_core::sorting::sort_by(&mut shares, |a, b| b.1.total_cmp(&a.1));
    shares
}

/// Name of the confidence that a link without answers states; `None` where it states a figure.
#[must_use]
pub fn stated_confidence_name(messages: &Messages, stated: ConfidenceSummary) -> Option<&str> {
    match stated {
        ConfidenceSummary::Simulated { .. } => None,
        ConfidenceSummary::Level(level) => Some(confidence_name(messages, level)),
        ConfidenceSummary::AtLeastLikely(true) => Some(messages.confidence_level_at_least_likely()),
        ConfidenceSummary::AtLeastLikely(false) => Some(messages.confidence_level_below_likely()),
    }
}

fn confidence_name(messages: &Messages, level: Confidence) -> &str {
    match level {
        Confidence::Clear => messages.confidence_level_clear(),
        Confidence::Likely => messages.confidence_level_likely(),
        Confidence::Leaning => messages.confidence_level_leaning(),
        Confidence::TooClose => messages.confidence_level_too_close(),
    }
}

impl Report<'_> {
    /// Confidence of the recommendation in a sentence; `None` if it is unknown.
    #[must_use]
    pub fn confidence(&self, certainty: &Certainty) -> Option<String> {
        let share = format_share(certainty.confidence?);
        let level = certainty.level?;
        Some(match self.score.recommendation {
            // Here the share belongs to no path and must not sound like praise of the nearest one.
            Recommendation::FoundationsFirst { .. } => {
                self.foundations_confidence(certainty, level, &share)
            }
            _ => self.path_confidence(certainty, level, &share),
        })
    }

    /// Confidence in a few words; `None` if it is unknown or nothing is recommended.
    #[must_use]
    pub fn confidence_in_brief(&self, certainty: &Certainty) -> Option<String> {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return None;
        }
        let share = format_share(certainty.confidence?);
        Some(
            self.messages
                .finding_confidence(confidence_name(self.messages, certainty.level?), &share),
        )
    }

    /// The longest [`confidence_in_brief`](Self::confidence_in_brief), for reserving the lines of a
    /// confidence that is being computed; `None` if nothing is recommended.
    #[must_use]
    pub fn confidence_room(&self) -> Option<String> {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return None;
        }
        let names = Confidence::ALL.map(|level| confidence_name(self.messages, level));
        let longest = names.into_iter().max_by_key(|name| name.chars().count())?;
        Some(
            self.messages
                .finding_confidence(longest, &format_share(1.0)),
        )
    }

    /// Confidence in a few words, from the statement of a link without answers.
    #[must_use]
    pub fn stated_confidence_in_brief(&self, stated: ConfidenceSummary) -> Option<String> {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return None;
        }
        let name = stated_confidence_name(self.messages, stated)?;
        Some(self.messages.finding_confidence_stated(name))
    }

    /// Confidence as received in a link without answers; `None` if the link holds none, or exact
    /// figures.
    #[must_use]
    pub fn received_confidence(&self, received: ConfidenceSummary) -> Option<String> {
        let sentence = match self.score.recommendation {
            Recommendation::NotEnoughAnswers => return None,
            Recommendation::FoundationsFirst { .. } => {
                stated_foundations_confidence(self.messages, received)
            }
            Recommendation::Path { .. } => stated_path_confidence(self.messages, received),
        };
        sentence.map(str::to_owned)
    }

    fn path_confidence(&self, certainty: &Certainty, level: Confidence, share: &str) -> String {
        let messages = self.messages;
        match level {
            Confidence::Clear => messages.confidence_clear(share),
            Confidence::Likely => messages.confidence_likely(share),
            Confidence::Leaning => messages.confidence_leaning(share),
            Confidence::TooClose => match self.closest_paths(certainty).as_slice() {
                [] | [_] => messages.confidence_too_close_alone(share),
                contest => messages.confidence_too_close(share, &join_list(messages, contest)),
            },
        }
    }

    fn foundations_confidence(
        &self,
        certainty: &Certainty,
        level: Confidence,
        share: &str,
    ) -> String {
        let messages = self.messages;
        match level {
            Confidence::Clear => messages.confidence_foundations_clear(share),
            Confidence::Likely => messages.confidence_foundations_likely(share),
            Confidence::Leaning => messages.confidence_foundations_leaning(share),
            Confidence::TooClose => messages.confidence_foundations_too_close(
                share,
                &join_list(messages, &self.closest_paths(certainty)),
            ),
        }
    }

    /// The two paths that rank first most often; one if no other ever does.
    fn closest_paths(&self, certainty: &Certainty) -> Vec<&str> {
        let first = certainty.first_place_shares().into_iter();
        first
            .filter(|(_, share)| *share > 0.0)
            .take(2)
            .map(|(path, _)| self.path_name(path))
            .collect()
    }

    /// How often each path, or none, ranks first; what never happens is omitted.
    #[must_use]
    pub fn first_ranks(&self, certainty: &Certainty) -> String {
        let shares = first_rank_shares(certainty).into_iter();
        let named: Vec<String> = shares
            .filter(|(_, share)| *share >= 0.005)
            .map(|(path, share)| {
                let name = path.map_or_else(
                    || self.messages.confidence_none(),
                    |path| self.path_name(path),
                );
                self.messages.confidence_share(name, &format_share(share))
            })
            .collect();
        self.messages
            .confidence_shares(&join_list(self.messages, &named))
    }

    /// A percentage with one decimal and a percent sign.
    pub(super) fn format_percent(&self, percent: f64) -> String {
        self.messages
            .figure_percent(&format_tenth(self.messages, percent))
    }
}

/// The confidence in a recommended path; `None` for exact figures.
fn stated_path_confidence(messages: &Messages, stated: ConfidenceSummary) -> Option<&str> {
    Some(match stated {
        ConfidenceSummary::Simulated { .. } => return None,
        ConfidenceSummary::AtLeastLikely(true) => messages.confidence_stated_at_least_likely(),
        ConfidenceSummary::AtLeastLikely(false) => messages.confidence_stated_below_likely(),
        ConfidenceSummary::Level(level) => match level {
            Confidence::Clear => messages.confidence_stated_clear(),
            Confidence::Likely => messages.confidence_stated_likely(),
            Confidence::Leaning => messages.confidence_stated_leaning(),
            Confidence::TooClose => messages.confidence_stated_too_close(),
        },
    })
}

/// The confidence that no path is open; `None` for exact figures.
fn stated_foundations_confidence(messages: &Messages, stated: ConfidenceSummary) -> Option<&str> {
    Some(match stated {
        ConfidenceSummary::Simulated { .. } => return None,
        ConfidenceSummary::AtLeastLikely(true) => {
            messages.confidence_stated_foundations_at_least_likely()
        }
        ConfidenceSummary::AtLeastLikely(false) => {
            messages.confidence_stated_foundations_below_likely()
        }
        ConfidenceSummary::Level(level) => match level {
            Confidence::Clear => messages.confidence_stated_foundations_clear(),
            Confidence::Likely => messages.confidence_stated_foundations_likely(),
            Confidence::Leaning => messages.confidence_stated_foundations_leaning(),
            Confidence::TooClose => messages.confidence_stated_foundations_too_close(),
        },
    })
}
