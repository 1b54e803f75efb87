//! Collecting problems while a file is read.

use super::{Problem, ProblemKind, Problems, shared};
use crate::json::Place;

/// So many problems are told; more of them in one file tell nobody anything.
const MAX_PROBLEMS: usize = 10_000;

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    problems: Vec<Problem>,
    left_out: usize,
}

impl Log {
    /// Notes a problem.
    pub(crate) fn report(&mut self, place: &Place<'_>, kind: ProblemKind) {
        self.report_at(|| place.to_string(), kind);
    }

    /// Notes the problems of a file that lies within another one, at `place`.
    pub(crate) fn report_nested(&mut self, place: &Place<'_>, problems: Problems) {
        for problem in problems.0 {
            let Problem {
                place: inner, kind, ..
            } = problem;
            let place = || match inner.as_str() {
                "" => place.to_string(),
                inner => format!("{place} › {inner}"),
            };
            self.report_at(place, kind);
        }
    }

    pub(crate) fn report_at(&mut self, place: impl FnOnce() -> String, kind: ProblemKind) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem {
                place: place(),
                position: None,
                kind,
            });
        } else {
            self.left_out = self.left_out.saturating_add(1);
        }
    }

    /// How many problems were noted.
    pub(crate) fn count(&self) -> usize {
        self.problems.len()
    }

    /// Tells a problem once that every entry has in the same way. `entries` are their places, and
    /// for each how many problems had been noted before it.
    pub(crate) fn merge_shared(&mut self, entries: &[(String, usize)]) {
        let Some(merged) = shared::merge(&self.problems, entries) else {
            return;
        };
        self.problems = merged;
    }

    /// Whether nothing was noted.
    pub(crate) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// What was noted.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        if self.left_out > 0 {
            self.problems.push(Problem {
                place: String::new(),
                position: None,
                kind: ProblemKind::MoreProblems {
                    count: self.left_out,
                },
            });
        }
        self.problems
    }

    /// `Ok` if nothing was noted.
    pub(crate) fn into_result(self) -> Result<(), Problems> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(Problems(self.into_problems()))
        }
    }
}
