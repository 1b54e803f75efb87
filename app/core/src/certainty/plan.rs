//! The data shared by all draws, in flat arrays.
//!
//! Known answers are summed once; a draw only adds the open ones. Everything is in the order of
//! ids, so that the order of the file does not affect any bit.

use std::ops::Range;

use super::known_answers::{SectionAnswers, VisibleQuestions, per_level};
use crate::model::{Aggregation, Term};
use crate::score::{Mean, QuestionState};
use crate::{CriterionIx, Model, PathId, QuestionIx, Stance, near};

/// A model, a stance and answers, prepared for drawing.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The number of all criteria.
    pub(super) criteria: usize,
    /// The criteria used by the paths of the stance, in the order of their ids. A slot is an index
    /// into this list.
    pub(super) slots: Vec<CriterionIx>,
    /// For each slot, the position of its criterion among all criteria by id.
    pub(super) places: Vec<usize>,
    /// For each slot, the share contributed by known answers, from 0 to 1.
    pub(super) shares: Vec<f64>,
    /// The visible open questions, in the order of their ids.
    pub(super) open: Vec<OpenQuestion>,
    /// The amounts that open questions add to slots, per level.
    pub(super) adds: Vec<(usize, f64)>,
    /// The sections with a visible open question, in the order of their ids.
    pub(super) urns: Vec<Urn>,
    /// For each urn, the levels of its visible known answers, followed by room for drawn ones.
    pub(super) levels: Vec<u8>,
    /// The sum over the counting sections without open answers: their part of the transformed mean.
    pub(super) fixed: f64,
    /// The sum of the weights of all counting sections.
    pub(super) weights: f64,
    pub(super) aggregation: Aggregation,
    pub(super) paths: [Path; 4],
}

/// A visible open question.
#[derive(Debug, Clone)]
pub(super) struct OpenQuestion {
    pub(super) question: QuestionIx,
    pub(super) urn: usize,
    /// The part of [`Plan::levels`] that is in the urn for this question, followed by the place of
    /// the drawn level.
    pub(super) levels: Range<usize>,
    /// The number of places to draw from: one per level in the urn, and one for "any level from 0
    /// to 4".
    pub(super) places: u32,
    /// The amount that a level adds to the score of the section.
    pub(super) add: f64,
    /// The number of entries in [`Plan::adds`] that belong to this question; they follow those of
    /// the previous one.
    pub(super) adds: usize,
}

/// A section from which levels are drawn.
#[derive(Debug, Clone)]
pub(super) struct Urn {
    /// The share contributed by known answers, from 0 to 1.
    pub(super) share: f64,
    /// The weight; 0 if the section does not count.
    pub(super) weight: f64,
}

/// The data of a section that its open questions need.
#[derive(Debug, Clone, Default)]
struct Section {
    urn: usize,
    /// The range of the urn in [`Plan::levels`].
    levels: Range<usize>,
    /// The total weight of the visible questions.
    total: f64,
}

/// The data of a path that a draw needs.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    /// Slots and weights of the counting criteria.
    pub(super) terms: Vec<(usize, f64)>,
    /// Slots with open answers, and their thresholds.
    pub(super) floors: Vec<(usize, f64)>,
    /// Whether the path is blocked in every draw.
    pub(super) impossible: bool,
}

impl Plan {
    pub(super) fn new(model: &Model, stance: Stance, states: &[QuestionState]) -> Self {
        let paths = PathId::ALL.map(|path| model.path(stance, path));
        let (places, slots) = used_criteria(model, &paths);
        let questions = VisibleQuestions::new(model, states);
        let mut plan = Self {
            criteria: model.criteria().len(),
            shares: Vec::with_capacity(slots.len()),
            slots,
            places,
            open: Vec::new(),
            adds: Vec::new(),
            urns: Vec::new(),
            levels: Vec::new(),
            fixed: 0.0,
            weights: 0.0,
            aggregation: model.aggregation(),
            paths: Default::default(),
        };
        let sections = plan.add_sections(model, &questions);
        plan.add_open_questions(model, &questions, sections);
        let means = plan.add_criteria(model, &questions);
        let slot_of = plan.slots_by_criterion(model);
        plan.paths = paths.map(|terms| path(terms, &slot_of, &means));
        plan
    }

    fn slots_by_criterion(&self, model: &Model) -> Vec<usize> {
        let mut slot_of = vec![usize::MAX; model.criteria().len()];
        for (slot, ix) in self.slots.iter().enumerate() {
            if let Some(place) = slot_of.get_mut(ix.index()) {
                *place = slot;
            }
        }
        slot_of
    }

    /// Builds the urns. Returns for each section the data that its open questions need.
    fn add_sections(&mut self, model: &Model, questions: &VisibleQuestions) -> Vec<Section> {
        let mut tallies = vec![SectionAnswers::default(); model.sections().len()];
        for &(ix, state) in &questions.visible {
            let question = model.question(ix);
            if let Some(tally) = tallies.get_mut(question.section.index()) {
                tally.add(question.weight, state);
            }
        }
        let mut sections = vec![Section::default(); tallies.len()];
        for &ix in model.sections_by_id() {
            let Some(tally) = tallies.get(ix.index()) else {
                continue;
            };
            let counts = tally.mean.total() > 0.0;
            let weight = if counts {
                model.section(ix).weight
            } else {
                0.0
            };
            self.weights += weight;
            if tally.open > 0 {
                let section = self.add_urn(tally, weight);
                if let Some(slot) = sections.get_mut(ix.index()) {
                    *slot = section;
                }
            } else if counts {
                self.fixed += weight * self.aggregation.transform(tally.mean.low());
            }
        }
        sections
    }

    /// Adds the urn of a section with open questions.
    fn add_urn(&mut self, tally: &SectionAnswers, weight: f64) -> Section {
        let start = self.levels.len();
        let section = Section {
            urn: self.urns.len(),
            levels: start..start.saturating_add(tally.levels.len()),
            total: tally.mean.total(),
        };
        self.levels.extend(&tally.levels);
        self.levels.extend((0..tally.open).map(|_| 0));
        self.urns.push(Urn {
            share: tally.mean.low(),
            weight,
        });
        section
    }

    fn add_open_questions(
        &mut self,
        model: &Model,
        questions: &VisibleQuestions,
        mut sections: Vec<Section>,
    ) {
        for &(ix, state) in &questions.visible {
            let question = model.question(ix);
            let (QuestionState::Open, Some(section)) =
                (state, sections.get_mut(question.section.index()))
            else {
                continue;
            };
            section.levels.end = section.levels.end.saturating_add(1);
            self.open.push(OpenQuestion {
                question: ix,
                urn: section.urn,
                places: u32::try_from(section.levels.len()).unwrap_or(u32::MAX),
                levels: section.levels.clone(),
                add: per_level(question.weight, section.total),
                adds: 0,
            });
        }
    }

    /// Computes the base shares of the slots and the amounts that open questions add to them.
    fn add_criteria(&mut self, model: &Model, questions: &VisibleQuestions) -> Vec<Mean> {
        let mut means = Vec::with_capacity(self.slots.len());
        let mut adds: Vec<(usize, usize, f64)> = Vec::new();
        for (slot, &ix) in self.slots.iter().enumerate() {
            let mut terms: Vec<(usize, QuestionState, f64)> = model
                .criterion(ix)
                .terms
                .iter()
                .filter_map(|&(question, weight)| {
                    let (place, state) = questions.of(question)?;
                    Some((place, state, weight))
                })
                .collect();
            crate::sorting::sort_by_key(&mut terms, |&(place, ..)| place);
            let mut mean = Mean::default();
            for &(_, state, weight) in &terms {
                mean.add(weight, state);
            }
            for &(place, state, weight) in &terms {
                if state == QuestionState::Open && weight > 0.0 {
                    adds.push((place, slot, per_level(weight, mean.total())));
                }
            }
            self.shares.push(mean.low());
            means.push(mean);
        }
        crate::sorting::sort_by_key(&mut adds, |&(place, slot, _)| (place, slot));
        let mut rest = adds.as_slice();
        for open in &mut self.open {
            let place = questions.place(open.question);
            open.adds = rest.iter().take_while(|(p, ..)| *p == place).count();
            rest = rest.get(open.adds..).unwrap_or_default();
        }
        self.adds = adds.into_iter().map(|(_, slot, add)| (slot, add)).collect();
        means
    }
}

/// Returns the criteria of the paths in the order of ids, with their positions among all criteria.
fn used_criteria(model: &Model, paths: &[&[Term]; 4]) -> (Vec<usize>, Vec<CriterionIx>) {
    let mut used = vec![false; model.criteria().len()];
    for term in paths.iter().copied().flatten() {
        if let Some(slot) = used.get_mut(term.criterion.index()) {
            *slot = true;
        }
    }
    let is_used = |ix: CriterionIx| used.get(ix.index()).copied() == Some(true);
    let by_id = model.criteria_by_id().iter().copied().enumerate();
    by_id.filter(|&(_, ix)| is_used(ix)).unzip()
}

fn path(terms: &[Term], slot_of: &[usize], means: &[Mean]) -> Path {
    let mut path = Path::default();
    for term in terms {
        let slot = slot_of.get(term.criterion.index()).copied();
        let Some((slot, mean)) = slot.and_then(|slot| Some((slot, means.get(slot)?))) else {
            continue;
        };
        if mean.total() <= 0.0 {
            continue;
        }
        path.terms.push((slot, term.weight));
        let Some(threshold) = term.veto_below else {
            continue;
        };
        if !mean.is_certain() {
            path.floors.push((slot, threshold));
        } else if near::less_than(mean.low(), threshold) {
            path.impossible = true;
        }
    }
    crate::sorting::sort_by_key(&mut path.terms, |&(slot, _)| slot);
    // No criterion counts, so the coverage is 0 in every draw.
    path.impossible |= path.terms.iter().all(|&(_, weight)| weight <= 0.0);
    path
}
