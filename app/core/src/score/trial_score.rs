//! An incremental score for trying changes of answers, with undo.
//!
//! A change recomputes only the affected sections and criteria, with the same sums in the same
//! order as [`Scorer`], so that the figures agree in every bit.

use super::mean::{GroupMean, QuestionGroup, QuestionState};
use super::path_state::{PathState, path_state};
use super::{Scorer, rank_paths};
use crate::{Answer, Answers, Evaluation, Level, PathId, QuestionIx, SectionIx};

/// Changeable answers with the derived states and means.
#[derive(Debug, Clone)]
pub(crate) struct TrialScore {
    scorer: Scorer,
    /// For each question, the questions whose condition refers to it, with the minimum level.
    dependents: Vec<Vec<(QuestionIx, Level)>>,
    /// For each question, the indices of its groups: sections, then criteria.
    groups: Vec<Vec<usize>>,
    answers: Answers,
    states: Vec<QuestionState>,
    means: Vec<GroupMean>,
    journal: Vec<Undo>,
    /// Groups to recompute.
    stale: Vec<usize>,
    /// Questions whose state changes.
    waiting: Vec<(QuestionIx, QuestionState)>,
}

#[derive(Debug, Clone, Copy)]
enum Undo {
    Answer(QuestionIx, Option<Answer>),
    State(QuestionIx, QuestionState),
    Mean(usize, GroupMean),
}

impl TrialScore {
    pub(crate) fn new(evaluation: Evaluation<'_>) -> Self {
        let Evaluation {
            model,
            stance,
            answers,
        } = evaluation;
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

    /// Returns the state of a question.
    pub(crate) fn state(&self, question: QuestionIx) -> QuestionState {
        self.states
            .get(question.index())
            .copied()
            .unwrap_or(QuestionState::Hidden)
    }

    /// Returns the level of a visible, known answer.
    pub(crate) fn level(&self, question: QuestionIx) -> Option<Level> {
        match self.state(question) {
            QuestionState::Known(level) => Some(level),
            QuestionState::Open | QuestionState::NotApplicable | QuestionState::Hidden => None,
        }
    }

    /// Returns a checkpoint for [`roll_back_to`](Self::roll_back_to).
    pub(crate) fn checkpoint(&self) -> usize {
        self.journal.len()
    }

    /// Undoes all changes since a checkpoint.
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

    /// Changes an answer to a level.
    pub(crate) fn set_level(&mut self, question: QuestionIx, level: Level) {
        let before = self.answers.get(question);
        self.journal.push(Undo::Answer(question, before));
        self.answers.set(question, Some(Answer::Level(level)));
        if self.state(question) != QuestionState::Hidden {
            self.change_state(question, QuestionState::Known(level));
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

    /// Changes the state of a question and of its dependents.
    fn change_state(&mut self, question: QuestionIx, state: QuestionState) {
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

    /// Returns the score of a section in percent; `None` if it has no value.
    pub(crate) fn section(&self, section: SectionIx) -> Option<f64> {
        let mut sections = self.scorer.sections.iter().zip(&self.means);
        let (_, mean) = sections.find(|((known, ..), _)| *known == section)?;
        Some((mean.value()? * 100.0).clamp(0.0, 100.0))
    }

    /// Returns the AI content in percent.
    pub(crate) fn ai_content(&self) -> Option<f64> {
        self.has_value().then(|| {
            let sections = self.scorer.sections.iter().zip(&self.means);
            let scores =
                sections.filter_map(|((_, weight, _), mean)| Some((mean.value()?, *weight)));
            (self.scorer.aggregation.mean(scores) * 100.0).clamp(0.0, 100.0)
        })
    }

    /// Returns whether the AI content has a value: at least one section counts, and each counting
    /// section has a value.
    fn has_value(&self) -> bool {
        let mut sections = self.means.iter().take(self.scorer.sections.len());
        let mut some = false;
        sections.all(|mean| {
            some |= *mean != GroupMean::Empty;
            *mean != GroupMean::Open
        }) && some
    }

    /// Returns the states of the four paths.
    pub(crate) fn path_states(&self) -> [PathState; 4] {
        let criteria = self.criteria();
        self.scorer
            .paths
            .each_ref()
            .map(|terms| path_state(terms, criteria))
    }

    fn criteria(&self) -> &[GroupMean] {
        let sections = self.scorer.sections.len();
        self.means.get(sections..).unwrap_or_default()
    }

    /// Returns the state of a path.
    pub(crate) fn path_state(&self, path: PathId) -> PathState {
        let terms = path.select(&self.scorer.paths);
        path_state(terms, self.criteria())
    }

    /// Returns the recommended path.
    pub(crate) fn recommended(&self) -> Option<PathId> {
        if !self.has_value() {
            return None;
        }
        let states = self.path_states();
        let [first, ..] = rank_paths(states.map(PathState::ranking_key));
        first
            .select(&states)
            .status
            .is_recommendable()
            .then_some(first)
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
