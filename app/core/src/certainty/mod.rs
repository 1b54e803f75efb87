//! Certainty of a result, by stochastic multicriteria acceptability analysis (SMAA).
//!
//! Each draw samples importance factors of the criteria and levels of the open answers, and ranks
//! the four paths. The share of draws in which a path ranks first measures its robustness against
//! other priorities and unknown answers (Lahdelma, Hokkanen & Salminen 1998; Lahdelma & Salminen,
//! SMAA-2, 2001; Tervonen & Figueira 2008). Open answers are drawn from a Pólya urn per section,
//! the posterior predictive of a Dirichlet prior of total weight one.
//!
//! [`Simulation`] makes the draws, in slices if needed; [`Certainty`] holds the figures. Thresholds
//! are fixed: they are not sampled.

mod build;
mod confidence;
mod draw;
mod draw_counts;
mod known_answers;
mod plan;
mod plausible_range;

use draw::Draw;
use draw_counts::DrawCounts;
use plan::Plan;

use crate::score::QuestionState;
use crate::{
    ConfidenceLevel, CriterionIx, Evaluation, PathId, QuestionIx, Recommendation, Score, Scorer,
};

/// The number of draws of the method.
pub const DEFAULT_DRAWS: usize = 10_000;

/// The fixed seed of all draws. With one open answer, a percentile can lie exactly on the boundary
/// between two levels; this seed reproduces the worked example of the method there.
pub const SEED: u64 = 3;

/// A simulation for one set of answers. Its figures do not depend on how the draws are split into
/// slices.
#[derive(Debug, Clone)]
pub struct Simulation {
    plan: Plan,
    draw: Draw,
    tally: DrawCounts,
    target: usize,
    value: Option<f64>,
    recommendation: Recommendation,
}

/// The figures of a simulation. Tables of paths are in the order of [`PathId::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// The number of draws. Without draws all shares are 0 and have no meaning.
    pub draws: usize,
    /// The plausible range of the AI content in percent: 5th and 95th percentile, extended to
    /// include the value. Without open answers both bounds are the value. `None` if no section
    /// counts, or if there are open answers but no draws.
    pub plausible: Option<(f64, f64)>,
    /// For each path and rank, the share of draws in which the path can be recommended and has that
    /// rank, from 0 to 1.
    pub rank_acceptability: [[f64; 4]; 4],
    /// For each path, the share of draws in which it cannot be recommended; together with the rank
    /// acceptabilities the sum is 1.
    pub blocked_share: [f64; 4],
    /// For each path, the mean importance of each criterion used by the paths of the stance, by id,
    /// over the draws in which the path ranks first. The sum is 1. `None` for a path that never
    /// ranks first.
    pub central_weights: [Option<Vec<(CriterionIx, f64)>>; 4],
    /// The share of draws in which the recommended path ranks first or, if foundations come first,
    /// in which no path can be recommended. `None` if there are not enough answers.
    pub confidence: Option<f64>,
    /// The confidence as a level.
    pub level: Option<ConfidenceLevel>,
    /// The visible open questions with the information about the first path that their answers
    /// would give, in bits; in descending order, ties by id. Empty after
    /// [`without_ask_next`](Simulation::without_ask_next).
    pub ask_next: Vec<(QuestionIx, f64)>,
}

impl Simulation {
    /// Prepares a simulation.
    #[must_use]
    pub fn new(evaluation: Evaluation<'_>, draws: usize) -> Self {
        let scorer = Scorer::new(evaluation.model, evaluation.stance);
        let score = scorer.score(evaluation.answers);
        let states = scorer.question_states(evaluation.answers);
        Self::from_score(evaluation, &states, &score, draws)
    }

    /// Prepares a simulation for answers that have been scored: with the state of each question and
    /// the score.
    #[must_use]
    pub fn from_score(
        evaluation: Evaluation<'_>,
        states: &[QuestionState],
        score: &Score,
        draws: usize,
    ) -> Self {
        let plan = Plan::new(evaluation.model, evaluation.stance, states);
        Self {
            draw: Draw::new(&plan, SEED),
            tally: DrawCounts::new(&plan, draws),
            plan,
            target: draws,
            value: score.ai_content.value(),
            recommendation: score.recommendation.clone(),
        }
    }

    /// Skips the ranking of open questions, which needs a count per open question and draw.
    #[must_use]
    pub fn without_ask_next(mut self) -> Self {
        self.tally.cells.clear();
        self
    }

    /// Computes up to `n` further draws. Returns whether all draws are complete.
    pub fn run(&mut self, n: usize) -> bool {
        let left = self.target.saturating_sub(self.tally.draws());
        for _ in 0..n.min(left) {
            self.draw.next(&self.plan);
            self.tally.count(&self.draw);
        }
        n >= left
    }

    /// Returns the number of computed draws.
    #[must_use]
    pub fn draw_count(&self) -> usize {
        self.tally.draws()
    }

    /// Returns the figures of the draws computed so far.
    #[must_use]
    pub fn finish(&self) -> Certainty {
        build::build_certainty(&self.plan, &self.tally, self.value, &self.recommendation)
    }
}

impl Evaluation<'_> {
    /// Simulates the certainty of the result; the method uses [`DEFAULT_DRAWS`] draws.
    ///
    /// Use a [`Simulation`] to run the draws in slices.
    ///
    /// ```
    /// # use assay_core::{Assessment, Depth, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// let assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
    /// let certainty = assessment.evaluation(&model).certainty(100);
    /// assert_eq!(certainty.draws, 100);
    /// assert_eq!(certainty.confidence, None, "nothing is answered");
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn certainty(self, draws: usize) -> Certainty {
        let mut simulation = Simulation::new(self, draws);
        simulation.run(draws);
        simulation.finish()
    }
}

impl Certainty {
    /// Returns the figures that need no draws, as a [`Simulation`] of 0 draws does, without
    /// preparing one.
    #[must_use]
    pub fn without_draws(score: &Score) -> Self {
        let value = score.ai_content.value();
        let exact = value.filter(|_| score.answered.open == 0);
        Self {
            draws: 0,
            plausible: exact.map(|value| (value, value)),
            rank_acceptability: [[0.0; 4]; 4],
            blocked_share: [0.0; 4],
            central_weights: [const { None }; 4],
            confidence: None,
            level: None,
            ask_next: Vec::new(),
        }
    }

    /// Returns the paths with their first-place shares, in descending order.
    #[must_use]
    pub fn first_place_shares(&self) -> [(PathId, f64); 4] {
        let mut places = PathId::ALL.map(|path| (path, self.first_place_share(path)));
        crate::sorting::sort_by(&mut places, |(_, a), (_, b)| b.total_cmp(a));
        places
    }

    /// Returns the share of draws in which a path ranks first, from 0 to 1.
    #[must_use]
    pub fn first_place_share(&self, path: PathId) -> f64 {
        let [first, ..] = path.select(&self.rank_acceptability);
        *first
    }

    /// Returns the share of draws in which a path cannot be recommended, from 0 to 1.
    #[must_use]
    pub fn blocked_share(&self, path: PathId) -> f64 {
        *path.select(&self.blocked_share)
    }

    /// Returns the mean priorities of the draws in which a path ranks first; `None` if there are
    /// none.
    #[must_use]
    pub fn central_weights(&self, path: PathId) -> Option<&[(CriterionIx, f64)]> {
        path.select(&self.central_weights).as_deref()
    }
}
