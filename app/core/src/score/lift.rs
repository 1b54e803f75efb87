//! The fewest level steps that lift a veto.

use crate::{CriterionIx, Evaluation, Level, QuestionIx, Visibility, near};

/// The fewest level steps that raise a criterion to a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lift {
    /// The number of level steps.
    pub steps: u32,
    /// The questions to raise with their new levels, in descending order of weight.
    pub raise: Vec<(QuestionIx, Level)>,
}

impl Evaluation<'_> {
    /// Computes the fewest level steps on the visible, known answers of a criterion that raise its
    /// value to a threshold from 0 to 1. Visibility is kept as it is. Steps are taken on the
    /// question with the largest weight first, ties by id; a step on a heavier question always
    /// gains more, so the greedy choice is optimal.
    ///
    /// Returns `None` if the criterion has no value, or if level 4 everywhere does not reach the
    /// threshold.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// let criterion = model.find_criterion("base_model").expect("in the standard model");
    /// let lift = assessment.evaluation(&model).lift(criterion, 0.6).expect("can be reached");
    /// assert!(lift.steps > 0 && !lift.raise.is_empty());
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn lift(self, criterion: CriterionIx, threshold: f64) -> Option<Lift> {
        let known = known_terms(self, criterion);
        let weights: f64 = known.iter().map(|&(_, weight, _)| weight).sum();
        let mut points: f64 = known
            .iter()
            .map(|&(_, weight, level)| weight * level.fraction())
            .sum();
        if weights <= 0.0 {
            return None;
        }
        let mut lift = Lift {
            steps: 0,
            raise: Vec::new(),
        };
        for (question, weight, mut level) in known {
            let start = level;
            while near::less_than(points / weights, threshold) {
                let Some(next) = level.next_higher() else {
                    break;
                };
                points += weight * (next.fraction() - level.fraction());
                level = next;
                lift.steps = lift.steps.saturating_add(1);
            }
            if level > start {
                lift.raise.push((question, level));
            }
        }
        near::at_least(points / weights, threshold).then_some(lift)
    }
}

/// Returns the visible, known answers of a criterion with a positive weight, in descending order of
/// weight, ties by id.
fn known_terms(
    evaluation: Evaluation<'_>,
    criterion: CriterionIx,
) -> Vec<(QuestionIx, f64, Level)> {
    let Evaluation { model, answers, .. } = evaluation;
    let visible = Visibility::new(evaluation);
    let mut known: Vec<(QuestionIx, f64, Level)> = model
        .criterion(criterion)
        .terms
        .iter()
        .filter(|&&(question, weight)| weight > 0.0 && visible.is_visible(question))
        .filter_map(|&(question, weight)| Some((question, weight, answers.level(question)?)))
        .collect();
    crate::sorting::sort_by(&mut known, |(a, heavy, _), (b, light, _)| {
        let id = |ix: QuestionIx| model.question(ix).id.as_str();
        light.total_cmp(heavy).then_with(|| id(*a).cmp(id(*b)))
    });
    known
}
