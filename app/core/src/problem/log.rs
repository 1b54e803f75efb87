//! Collects problems while a file is read.

use super::{Problem, ProblemKind, Problems, shared};
use crate::syntax::Place;

/// The maximum number of problems that are kept.
const MAX_PROBLEMS: usize = 10_000;

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    problems: Vec<Problem>,
    left_out: usize,
}

impl Log {
    /// Adds a problem.
    pub(crate) fn report(&mut self, place: &Place<'_>, kind: ProblemKind) {
        self.report_at(|| place.to_string(), kind);
    }

    /// Adds the problems of a file that is embedded at `place`.
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

    /// Returns the number of problems.
    pub(crate) fn count(&self) -> usize {
        self.problems.len()
    }

    /// Replaces a problem that all entries have by a single one. `entries` holds the place of each
    /// entry and the number of problems reported before it.
    pub(crate) fn merge_shared(&mut self, entries: &[(String, usize)]) {
        let Some(merged) = shared::merge(&self.problems, entries) else {
            return;
        };
        self.problems = merged;
    }

    /// Returns whether there are no problems.
    pub(crate) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Returns the problems.
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

    /// Returns `Ok` if there are no problems.
    pub(crate) fn into_result(self) -> Result<(), Problems> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(Problems(self.into_problems()))
        }
    }
}
