//! A model prepared for one stance, so that scoring it again costs little.

use super::aggregate::{Counting, ai_content};
use super::order::conclude;
use super::sections::{Group, Mean, State};
use super::{AiContent, Answered, PathScore, Precision, Recommendation, Score, Tagged};
use crate::model::{Aggregation, Term};
use crate::{Answer, Answers, Level, Model, PathId, QuestionIx, SectionIx, Stance, Tag};

/// A model prepared for one stance, to score many sets of answers.
///
/// Everything in it goes by id, so that the order of the file changes no bit of a result.
#[derive(Debug, Clone)]
pub struct Scorer {
    /// Questions that this stance can be asked, each after the one it depends on.
    pub(super) gates: Vec<Gate>,
    pub(super) questions: usize,
    pub(super) sections: Vec<(SectionIx, f64, Group)>,
    pub(super) criteria: Vec<Group>,
    faith: Tally,
    all_in: Tally,
    pub(super) paths: [Vec<Term>; 4],
    pub(super) aggregation: Aggregation,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Gate {
    pub(super) question: QuestionIx,
    pub(super) condition: Option<(QuestionIx, Level)>,
}

/// The questions with one tag.
#[derive(Debug, Clone)]
struct Tally {
    questions: Vec<QuestionIx>,
    group: Group,
}

/// Space that one scoring after the other can use.
#[derive(Debug, Clone, Default)]
pub struct Work {
    pub(super) states: Vec<State>,
    pub(super) sections: Vec<Counting>,
    pub(super) criteria: Vec<Option<Mean>>,
}

impl Scorer {
    /// Prepares a model.
    #[must_use]
    pub fn new(model: &Model, stance: Stance) -> Self {
        let exists = model.exists_for(stance);
        let exists = |ix: QuestionIx| exists.get(ix.index()).copied() == Some(true);
        Self {
            gates: gates(model, exists),
            questions: model.questions().len(),
            sections: section_groups(model),
            criteria: model
                .criteria()
                .iter()
                .map(|criterion| Group::new(by_id(model, &criterion.terms).into_iter()))
                .collect(),
            faith: Tally::of(model, Tag::Faith),
            all_in: Tally::of(model, Tag::AllIn),
            paths: PathId::ALL.map(|path| {
                let mut terms = model.path(stance, path).to_vec();
                crate::sorting::sort_by(&mut terms, |a, b| {
                    let id = |term: &Term| model.criterion(term.criterion).id.as_str();
                    id(a).cmp(id(b))
                });
                terms
            }),
            aggregation: model.aggregation(),
        }
    }

    /// Scores one set of answers.
    #[must_use]
    pub fn score(&self, answers: &Answers) -> Score {
        let mut score = Score::blank();
        self.score_into(answers, &mut Work::default(), &mut score);
        score
    }

    /// Scores one set of answers, without allocating once `work` and `score` have been used.
    pub fn score_into(&self, answers: &Answers, work: &mut Work, score: &mut Score) {
        self.look(answers, work);
        score.sections.clear();
        score.sections.resize(self.sections.len(), None);
        for &(section, _, mean) in &work.sections {
            if let Some(slot) = score.sections.get_mut(section.index()) {
                *slot = Some(mean.range());
            }
        }
        score.criteria.clear();
        score
            .criteria
            .extend(work.criteria.iter().map(|mean| mean.map(|m| m.range())));
        score.answered = answered(work);
        score.ai_content = ai_content(self.aggregation, &work.sections, score.answered);
        score.faith = self.faith.tagged(&work.states);
        score.all_in = self.all_in.tagged(&work.states);
        for (path, terms) in score.paths.iter_mut().zip(&self.paths) {
            path.fill(terms, &work.criteria);
        }
        let has_value = score.ai_content.value().is_some();
        score.recommendation = conclude(&mut score.paths, has_value);
    }

    /// What each question contributes, indexed as the model's questions.
    #[must_use]
    pub fn states(&self, answers: &Answers) -> Vec<State> {
        let mut states = Vec::new();
        self.fill_states(answers, &mut states);
        states
    }

    fn look(&self, answers: &Answers, work: &mut Work) {
        self.fill_states(answers, &mut work.states);
        let states = &work.states;
        work.sections.clear();
        work.sections.extend(
            self.sections
                .iter()
                .filter_map(|(ix, weight, group)| Some((*ix, *weight, group.mean(states)?))),
        );
        work.criteria.clear();
        work.criteria
            .extend(self.criteria.iter().map(|group| group.mean(states)));
    }

    fn fill_states(&self, answers: &Answers, states: &mut Vec<State>) {
        states.clear();
        states.resize(self.questions, State::Out);
        for gate in &self.gates {
            let shown = gate.condition.is_none_or(|(on, at_least)| {
                matches!(
                    states.get(on.index()),
                    Some(State::Known(level)) if *level >= at_least
                )
            });
            if let Some(state) = states.get_mut(gate.question.index()).filter(|_| shown) {
                *state = match answers.get(gate.question) {
                    Some(Answer::Level(level)) => State::Known(level),
                    Some(Answer::NotApplicable) => State::NotApplicable,
                    Some(Answer::Unknown) | None => State::Open,
                };
            }
        }
    }
}

fn gates(model: &Model, exists: impl Fn(QuestionIx) -> bool) -> Vec<Gate> {
    model
        .conditions_first()
        .iter()
        .filter(|&&question| exists(question))
        .map(|&question| Gate {
            question,
            condition: model
                .question(question)
                .visible_if
                .map(|condition| (condition.question, condition.at_least)),
        })
        .collect()
}

fn section_groups(model: &Model) -> Vec<(SectionIx, f64, Group)> {
    let mut terms = vec![Vec::new(); model.sections().len()];
    for &ix in model.questions_by_id() {
        let question = model.question(ix);
        if let Some(list) = terms.get_mut(question.section.index()) {
            list.push((ix, question.weight));
        }
    }
    model
        .sections_by_id()
        .iter()
        .map(|&ix| {
            let terms = terms.get_mut(ix.index()).map(std::mem::take);
            let group = Group::new(terms.unwrap_or_default().into_iter());
            (ix, model.section(ix).weight, group)
        })
        .collect()
}

fn by_id(model: &Model, terms: &[(QuestionIx, f64)]) -> Vec<(QuestionIx, f64)> {
    let mut terms = terms.to_vec();
    crate::sorting::sort_by(&mut terms, |(a, _), (b, _)| {
        model.question(*a).id.cmp(&model.question(*b).id)
    });
    terms
}

fn answered(work: &Work) -> Answered {
    let mut answered = Answered::default();
    for state in &work.states {
        let (known, open) = match state {
            State::Out => continue,
            State::Known(_) => (1, 0),
            State::Open => (0, 1),
            State::NotApplicable => (0, 0),
        };
        answered.known = answered.known.saturating_add(known);
        answered.open = answered.open.saturating_add(open);
        answered.of = answered.of.saturating_add(1);
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (_, weight, mean) in &work.sections {
        sum += weight * mean.share_known();
        weights += weight;
    }
    if weights > 0.0 {
        answered.weight = (sum / weights).clamp(0.0, 1.0);
    }
    answered
}

impl Tally {
    fn of(model: &Model, tag: Tag) -> Self {
        let questions: Vec<QuestionIx> = model
            .questions_by_id()
            .iter()
            .copied()
            .filter(|&ix| model.question(ix).tag == Some(tag))
            .collect();
        let terms = questions.iter().map(|&ix| (ix, model.question(ix).weight));
        let group = Group::new(terms);
        Self { questions, group }
    }

    fn tagged(&self, states: &[State]) -> Tagged {
        let known = |ix: &&QuestionIx| matches!(states.get(ix.index()), Some(State::Known(_)));
        Tagged {
            range: self.group.mean(states).map(|mean| mean.range()),
            known: self.questions.iter().filter(known).count(),
        }
    }
}

impl Score {
    /// A score of nothing, to be filled by [`Scorer::score_into`].
    #[must_use]
    pub fn blank() -> Self {
        Self {
            precision: Precision::Exact,
            answered: Answered::default(),
            ai_content: AiContent::default(),
            sections: Vec::new(),
            faith: Tagged::default(),
            all_in: Tagged::default(),
            criteria: Vec::new(),
            paths: PathId::ALL.map(PathScore::blank),
            recommendation: Recommendation::NotEnoughAnswers,
        }
    }
}
