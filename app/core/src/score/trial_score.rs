//! Trying changes: a score that follows one changed answer after the other, and back again.
//!
//! A change computes anew only the sections and criteria that it touches, by the same sums in
//! the same order as [`Scorer`], so that the figures agree in every bit.

use super::mean::{QuestionGroup, QuestionState};
use super::{PathStatus, Scorer, rank_paths};
use crate::model::Term;
use crate::{Answer, Answers, Level, Model, PathId, QuestionIx, Stance, near};

/// Answers that can be changed, with what follows from them.
#[derive(Debug, Clone)]
pub(crate) struct TrialScore {
    scorer: Scorer,
    /// For each question, those whose condition names it, with the level it must reach.
    dependents: Vec<Vec<(QuestionIx, Level)>>,
    /// For each question, the groups that it is averaged in: sections, then criteria.
    groups: Vec<Vec<usize>>,
    answers: Answers,
    states: Vec<QuestionState>,
    means: Vec<GroupMean>,
    journal: Vec<Undo>,
    /// Groups to be computed anew.
    stale: Vec<usize>,
    /// Questions to be given a state.
    waiting: Vec<(QuestionIx, QuestionState)>,
}

/// What a group of questions comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum GroupMean {
    /// Nothing in it counts.
    Out,
    /// Nothing in it is known.
    Open,
    /// The value over the known answers, 0 to 1.
    Known(f64),
}

#[derive(Debug, Clone, Copy)]
enum Undo {
    Answer(QuestionIx, Option<Answer>),
    State(QuestionIx, QuestionState),
    Mean(usize, GroupMean),
}

/// How a path stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PathState {
    pub(crate) standing: PathStatus,
    /// In percent, where it has a value.
    pub(crate) fit: Option<f64>,
    pub(crate) shortfall: f64,
}

impl TrialScore {
    pub(crate) fn new(model: &Model, stance: Stance, answers: &Answers) -> Self {
        let scorer = Scorer::new(model, stance);
        let questions = model.questions().len();
        let mut dependents = vec![Vec::new(); questions];
        for gate in &scorer.gates {
            if let Some((on, at_least)) = gate.condition
                && let Some(list) = dependents.get_mut(on.index())
            {
                list.push((gate.question, at_least));
            }
        }
        let states = scorer.question_states(answers);
        let mut groups = vec![Vec::new(); questions];
        let mut means = Vec::new();
        for (at, group) in all_groups(&scorer).enumerate() {
            for (question, _) in &group.terms {
                if let Some(list) = groups.get_mut(question.index()) {
                    list.push(at);
                }
            }
            means.push(GroupMean::of(group, &states));
        }
        Self {
            dependents,
            groups,
            answers: answers.clone(),
            states,
            means,
            journal: Vec::new(),
            stale: Vec::new(),
            waiting: Vec::new(),
            scorer,
        }
    }

    /// What a question contributes now.
    pub(crate) fn state(&self, question: QuestionIx) -> QuestionState {
        self.states
            .get(question.index())
            .copied()
            .unwrap_or(QuestionState::Hidden)
    }

    /// The level of a visible, known answer.
    pub(crate) fn level(&self, question: QuestionIx) -> Option<Level> {
        match self.state(question) {
            QuestionState::Known(level) => Some(level),
            QuestionState::Open | QuestionState::NotApplicable | QuestionState::Hidden => None,
        }
    }

    /// A point to come back to.
    pub(crate) fn checkpoint(&self) -> usize {
        self.journal.len()
    }

    /// Takes back every change since a mark.
    pub(crate) fn roll_back_to(&mut self, mark: usize) {
        while self.journal.len() > mark {
            match self.journal.pop() {
                Some(Undo::Answer(question, answer)) => self.answers.set(question, answer),
                Some(Undo::State(question, state)) => {
                    put(&mut self.states, question.index(), state)
                }
                Some(Undo::Mean(group, mean)) => put(&mut self.means, group, mean),
                None => break,
            }
        }
    }

    /// Changes an answer.
    pub(crate) fn set_level(&mut self, question: QuestionIx, level: Level) {
        let before = self.answers.get(question);
        self.journal.push(Undo::Answer(question, before));
        self.answers.set(question, Some(Answer::Level(level)));
        if self.state(question) != QuestionState::Hidden {
            self.turn(question, QuestionState::Known(level));
        }
        self.stale.sort_unstable();
        self.stale.dedup();
        while let Some(at) = self.stale.pop() {
            let group = match at.checked_sub(self.scorer.sections.len()) {
                Some(criterion) => self.scorer.criteria.get(criterion),
                None => self.scorer.sections.get(at).map(|(_, _, group)| group),
            };
            let Some((group, mean)) = group.zip(self.means.get_mut(at)) else {
                continue;
            };
            self.journal.push(Undo::Mean(at, *mean));
            *mean = GroupMean::of(group, &self.states);
        }
    }

    /// Gives a question another state, and looks anew at those that depend on it.
    fn turn(&mut self, question: QuestionIx, state: QuestionState) {
        self.waiting.push((question, state));
        while let Some((question, state)) = self.waiting.pop() {
            let before = self.state(question);
            if before == state {
                continue;
            }
            self.journal.push(Undo::State(question, before));
            put(&mut self.states, question.index(), state);
            if let Some(groups) = self.groups.get(question.index()) {
                self.stale.extend_from_slice(groups);
            }
            let dependents = self.dependents.get(question.index());
            for &(dependent, at_least) in dependents.into_iter().flatten() {
                let shown = matches!(state, QuestionState::Known(level) if level >= at_least);
                let next = if shown {
                    answered(self.answers.get(dependent))
                } else {
                    QuestionState::Hidden
                };
                self.waiting.push((dependent, next));
            }
        }
    }

    /// The AI content in percent, where it has a value.
    pub(crate) fn ai_content(&self) -> Option<f64> {
        self.has_value().then(|| {
            let sections = self.scorer.sections.iter().zip(&self.means);
            let scores =
                sections.filter_map(|((_, weight, _), mean)| Some((mean.value()?, *weight)));
            (self.scorer.aggregation.mean(scores) * 100.0).clamp(0.0, 100.0)
        })
    }

    /// Whether the AI content has a value: some section counts, and each that does has one.
    fn has_value(&self) -> bool {
        let mut sections = self.means.iter().take(self.scorer.sections.len());
        let mut some = false;
        sections.all(|mean| {
            some |= *mean != GroupMean::Out;
            *mean != GroupMean::Open
        }) && some
    }

    /// How the four paths stand.
    pub(crate) fn path_states(&self) -> [PathState; 4] {
        let criteria = self.criteria();
        self.scorer
            .paths
            .each_ref()
            .map(|terms| stand(terms, criteria))
    }

    fn criteria(&self) -> &[GroupMean] {
        let sections = self.scorer.sections.len();
        self.means.get(sections..).unwrap_or_default()
    }

    /// How one path stands.
    pub(crate) fn path_state(&self, path: PathId) -> PathState {
        let terms = path.select(&self.scorer.paths);
        stand(terms, self.criteria())
    }

    /// The path that is recommended, if one is.
    pub(crate) fn recommended(&self) -> Option<PathId> {
        if !self.has_value() {
            return None;
        }
        let stands = self.path_states();
        let [first, ..] = rank_paths(stands.map(PathState::ranking_key));
        first
            .select(&stands)
            .standing
            .is_recommendable()
            .then_some(first)
    }
}

impl PathState {
    /// What its place in the order depends on.
    pub(crate) fn ranking_key(self) -> (PathStatus, f64) {
        (self.standing, self.fit.unwrap_or_default())
    }
}

impl GroupMean {
    fn of(group: &QuestionGroup, states: &[QuestionState]) -> Self {
        match group.mean(states).map(|mean| mean.value()) {
            None => Self::Out,
            Some(None) => Self::Open,
            Some(Some(value)) => Self::Known(value),
        }
    }

    fn value(self) -> Option<f64> {
        match self {
            Self::Known(value) => Some(value),
            Self::Out | Self::Open => None,
        }
    }
}

fn all_groups(scorer: &Scorer) -> impl Iterator<Item = &QuestionGroup> {
    let sections = scorer.sections.iter().map(|(_, _, group)| group);
    sections.chain(&scorer.criteria)
}

fn answered(answer: Option<Answer>) -> QuestionState {
    match answer {
        Some(Answer::Level(level)) => QuestionState::Known(level),
        Some(Answer::NotApplicable) => QuestionState::NotApplicable,
        Some(Answer::Unknown) | None => QuestionState::Open,
    }
}

fn put<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

fn stand(terms: &[Term], criteria: &[GroupMean]) -> PathState {
    let (mut weight, mut known, mut points) = (0.0, 0.0, 0.0);
    let (mut blocked, mut unverified, mut shortfall) = (false, false, 0.0);
    for term in terms {
        match criteria.get(term.criterion.index()) {
            Some(GroupMean::Known(value)) => {
                weight += term.weight;
                known += term.weight;
                points += term.weight * value;
                if let Some(threshold) = term.veto_below.filter(|&t| near::less_than(*value, t)) {
                    blocked = true;
                    shortfall += threshold - value;
                }
            }
            Some(GroupMean::Open) => {
                weight += term.weight;
                unverified |= term.veto_below.is_some();
            }
            Some(GroupMean::Out) | None => {}
        }
    }
    let coverage = if weight > 0.0 { known / weight } else { 0.0 };
    PathState {
        standing: PathStatus::determine(coverage, blocked, unverified),
        fit: (known > 0.0).then(|| (points / known * 100.0).clamp(0.0, 100.0)),
        shortfall,
    }
}
