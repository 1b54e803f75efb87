//! How sure a result is: stochastic multicriteria acceptability analysis.
//!
//! Again and again, importance factors for the criteria and levels for the open answers are
//! drawn, and the four paths are put in order; how often each comes first is how well it stands
//! up to other priorities and to what is not known yet (Lahdelma, Hokkanen & Salminen 1998;
//! Lahdelma & Salminen, SMAA-2, 2001; Tervonen & Figueira 2008). Open answers come from a Pólya
//! urn for each section, the posterior predictive of a Dirichlet prior of total weight one.
//!
//! [`Simulation`] makes the draws, in slices if need be; [`Certainty`] is what they say.
//! Thresholds are judgements, and taken as certain here.

mod draw;
mod draw_counts;
mod figures;
mod known_answers;
mod plan;

use draw::Draw;
use draw_counts::DrawCounts;
use plan::Plan;

use crate::score::QuestionState;
use crate::{
    Answers, ConfidenceLevel, CriterionIx, Model, PathId, QuestionIx, Recommendation, Score,
    Scorer, Stance,
};

/// How many draws the method makes.
pub const DEFAULT_DRAWS: usize = 10_000;

/// The seed of all draws, of no meaning but fixed. (With one answer open, a percentile can lie
/// just where one level ends and the next begins; this seed falls on the side that the method's
/// example of it gives.)
pub const SEED: u64 = 3;

/// The draws for one set of answers, made in slices of any size: the same figures in the end.
#[derive(Debug, Clone)]
pub struct Simulation {
    plan: Plan,
    draw: Draw,
    tally: DrawCounts,
    target: usize,
    value: Option<f64>,
    recommendation: Recommendation,
}

/// What the draws say. Tables of paths are in the order of [`PathId::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// How many draws were made. With none, shares are 0 and mean nothing.
    pub draws: usize,
    /// The range in which the AI content plausibly lies, in percent: 5th and 95th percentile,
    /// widened to hold the value; with nothing open the value twice. `None` if no section counts,
    /// or without draws while something is open.
    pub plausible: Option<(f64, f64)>,
    /// For each path and rank, the share of draws in which the path can be recommended and has
    /// that rank, 0 to 1.
    pub rank_acceptability: [[f64; 4]; 4],
    /// For each path, the share of draws in which it cannot be recommended; the rest to 1.
    pub blocked_share: [f64; 4],
    /// For each path, the mean importance of each criterion that the stance's paths use, by id,
    /// in the draws that the path wins; they add up to 1. `None` for a path that never wins.
    pub central_weights: [Option<Vec<(CriterionIx, f64)>>; 4],
    /// The share of draws in which the recommended path comes first, or, where foundations come
    /// first, in which no path can be recommended. `None` where there are not enough answers.
    pub confidence: Option<f64>,
    /// The confidence in a word.
    pub level: Option<ConfidenceLevel>,
    /// The visible open questions with what their answers would tell about the path that comes
    /// first, in bits; the largest first, then by id. Empty if it was
    /// [left out](Simulation::without_asking).
    pub ask_next: Vec<(QuestionIx, f64)>,
}

impl Simulation {
    /// Prepares so many draws for a set of answers.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, answers: &Answers, draws: usize) -> Self {
        let scorer = Scorer::new(model, stance);
        let score = scorer.score(answers);
        Self::from_score(
            model,
            stance,
            &scorer.question_states(answers),
            &score,
            draws,
        )
    }

    /// Prepares so many draws for answers that were scored already: what each question
    /// contributes, and the score.
    #[must_use]
    pub fn from_score(
        model: &Model,
        stance: Stance,
        states: &[QuestionState],
        score: &Score,
        draws: usize,
    ) -> Self {
        let plan = Plan::new(model, stance, states);
        Self {
            draw: Draw::new(&plan, SEED),
            tally: DrawCounts::new(&plan, draws),
            plan,
            target: draws,
            value: score.ai_content.value(),
            recommendation: score.recommendation.clone(),
        }
    }

    /// Leaves out what to ask next, which takes a count for each open question in each draw.
    #[must_use]
    pub fn without_ask_next(mut self) -> Self {
        self.tally.cells.clear();
        self
    }

    /// Makes up to `n` more draws; says whether all are made.
    pub fn run(&mut self, n: usize) -> bool {
        let left = self.target.saturating_sub(self.tally.draws());
        for _ in 0..n.min(left) {
            self.draw.next(&self.plan);
            self.tally.count(&self.draw);
        }
        n >= left
    }

    /// How many draws are made.
    #[must_use]
    pub fn draw_count(&self) -> usize {
        self.tally.draws()
    }

    /// What the draws made so far say.
    #[must_use]
    pub fn finish(&self) -> Certainty {
        figures::certainty(&self.plan, &self.tally, self.value, &self.recommendation)
    }
}

/// Makes all draws at once.
#[must_use]
pub fn certainty(model: &Model, stance: Stance, answers: &Answers, draws: usize) -> Certainty {
    let mut simulation = Simulation::new(model, stance, answers, draws);
    simulation.run(draws);
    simulation.finish()
}

impl Certainty {
    /// What can be said without any draw, as a [`Simulation`] of none says it, at no cost.
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

    /// The paths with the share of draws in which each comes first, the largest first: where it
    /// is too close to call, the ones that it is between.
    #[must_use]
    pub fn first_place_shares(&self) -> [(PathId, f64); 4] {
        let mut places = PathId::ALL.map(|path| (path, self.first_place_share(path)));
        crate::sorting::sort_by(&mut places, |(_, a), (_, b)| b.total_cmp(a));
        places
    }

    /// The share of draws in which a path comes first.
    #[must_use]
    pub fn first_place_share(&self, path: PathId) -> f64 {
        let [first, ..] = path.select(&self.rank_acceptability);
        *first
    }

    /// How likely a path is not to be possible, 0 to 1.
    #[must_use]
    pub fn blocked_share(&self, path: PathId) -> f64 {
        *path.select(&self.blocked_share)
    }

    /// The priorities under which a path is right; `None` if it never wins.
    #[must_use]
    pub fn central_weights(&self, path: PathId) -> Option<&[(CriterionIx, f64)]> {
        path.select(&self.central_weights).as_deref()
    }
}
