//! A model prepared for repeated scoring.

use super::aggregate::{SectionMean, ai_content};
use super::mean::{Mean, QuestionGroup, QuestionState};
use super::order::rank_and_recommend;
use super::{AiContent, AnswerCoverage, PathScore, Precision, Recommendation, Score, TagScore};
use crate::model::{Aggregation, Term};
use crate::{Answer, Answers, Level, Model, PathId, QuestionIx, SectionIx, Stance, Tag};

/// A model prepared for one stance, to score many sets of answers.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::{Answers, Scorer, Stance};
///
/// let scorer = Scorer::new(&model, Stance::Adopt);
/// assert_eq!(scorer.score(&Answers::empty(&model)).answered.known, 0);
/// # Ok::<(), assay_core::Problems>(())
/// ```
///
/// Sums run in the order of ids, so that the order of the file does not affect any bit of the
/// result.
#[derive(Debug, Clone)]
pub struct Scorer {
    /// The questions that exist for the stance, each after the one in its condition.
    pub(super) gates: Vec<QuestionGate>,
    pub(super) questions: usize,
    pub(super) sections: Vec<(SectionIx, f64, QuestionGroup)>,
    pub(super) criteria: Vec<QuestionGroup>,
    faith: TagGroup,
    all_in: TagGroup,
    pub(super) paths: [Vec<Term>; 4],
    pub(super) aggregation: Aggregation,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct QuestionGate {
    pub(super) question: QuestionIx,
    pub(super) condition: Option<(QuestionIx, Level)>,
}

/// The questions with one tag.
#[derive(Debug, Clone)]
struct TagGroup {
    questions: Vec<QuestionIx>,
    group: QuestionGroup,
}

/// Reusable buffers for [`Scorer::score_into`].
#[derive(Debug, Clone, Default)]
pub struct ScoreBuffers {
    pub(super) states: Vec<QuestionState>,
    pub(super) sections: Vec<SectionMean>,
    pub(super) criteria: Vec<Option<Mean>>,
}

impl Scorer {
    /// Prepares a model.
    #[must_use]
    pub fn new(model: &Model, stance: Stance) -> Self {
        let exists = model.existing_questions(stance);
        let exists = |ix: QuestionIx| exists.get(ix.index()).copied() == Some(true);
        Self {
            gates: gates(model, exists),
            questions: model.questions().len(),
            sections: section_groups(model),
            criteria: model
                .criteria()
                .iter()
                .map(|criterion| QuestionGroup::new(by_id(model, &criterion.terms).into_iter()))
                .collect(),
            faith: TagGroup::of(model, Tag::Faith),
            all_in: TagGroup::of(model, Tag::AllIn),
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

    /// Scores a set of answers.
    #[must_use]
    pub fn score(&self, answers: &Answers) -> Score {
        let mut score = Score::empty();
        self.score_into(answers, &mut ScoreBuffers::default(), &mut score);
        score
    }

    /// Scores a set of answers without allocating once `work` and `score` have been used.
    pub fn score_into(&self, answers: &Answers, work: &mut ScoreBuffers, score: &mut Score) {
        self.compute_means(answers, work);
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
        score.recommendation = rank_and_recommend(&mut score.paths, has_value);
    }

    /// Returns the state of each question, indexed like the questions of the model.
    #[must_use]
    pub fn question_states(&self, answers: &Answers) -> Vec<QuestionState> {
        let mut states = Vec::new();
        self.fill_states(answers, &mut states);
        states
    }

    fn compute_means(&self, answers: &Answers, work: &mut ScoreBuffers) {
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

    fn fill_states(&self, answers: &Answers, states: &mut Vec<QuestionState>) {
        states.clear();
        states.resize(self.questions, QuestionState::Hidden);
        for gate in &self.gates {
            let shown = gate.condition.is_none_or(|(on, at_least)| {
                matches!(
                    states.get(on.index()),
                    Some(QuestionState::Known(level)) if *level >= at_least
                )
            });
            if let Some(state) = states.get_mut(gate.question.index()).filter(|_| shown) {
                *state = match answers.get(gate.question) {
                    Some(Answer::Level(level)) => QuestionState::Known(level),
                    Some(Answer::NotApplicable) => QuestionState::NotApplicable,
                    Some(Answer::Unknown) | None => QuestionState::Open,
                };
            }
        }
    }
}

fn gates(model: &Model, exists: impl Fn(QuestionIx) -> bool) -> Vec<QuestionGate> {
    model
        .questions_after_conditions()
        .iter()
        .filter(|&&question| exists(question))
        .map(|&question| QuestionGate {
            question,
            condition: model
                .question(question)
                .visible_if
                .map(|condition| (condition.question, condition.at_least)),
        })
        .collect()
}

fn section_groups(model: &Model) -> Vec<(SectionIx, f64, QuestionGroup)> {
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
            let group = QuestionGroup::new(terms.unwrap_or_default().into_iter());
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

fn answered(work: &ScoreBuffers) -> AnswerCoverage {
    let mut answered = AnswerCoverage::default();
    for state in &work.states {
        let (known, open) = match state {
            QuestionState::Hidden => continue,
            QuestionState::Known(_) => (1, 0),
            QuestionState::Open => (0, 1),
            QuestionState::NotApplicable => (0, 0),
        };
        answered.known = answered.known.saturating_add(known);
        answered.open = answered.open.saturating_add(open);
        answered.visible = answered.visible.saturating_add(1);
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (_, weight, mean) in &work.sections {
        sum += weight * mean.known_share();
        weights += weight;
    }
    if weights > 0.0 {
        answered.known_weight = (sum / weights).clamp(0.0, 1.0);
    }
    answered
}

impl TagGroup {
    fn of(model: &Model, tag: Tag) -> Self {
        let questions: Vec<QuestionIx> = model
            .questions_by_id()
            .iter()
            .copied()
            .filter(|&ix| model.question(ix).tag == Some(tag))
            .collect();
        let terms = questions.iter().map(|&ix| (ix, model.question(ix).weight));
        let group = QuestionGroup::new(terms);
        Self { questions, group }
    }

    fn tagged(&self, states: &[QuestionState]) -> TagScore {
        let known =
            |ix: &&QuestionIx| matches!(states.get(ix.index()), Some(QuestionState::Known(_)));
        TagScore {
            range: self.group.mean(states).map(|mean| mean.range()),
            known: self.questions.iter().filter(known).count(),
        }
    }
}

impl Score {
    /// Creates an empty score, to be filled by [`Scorer::score_into`].
    #[must_use]
    pub fn empty() -> Self {
        Self {
            precision: Precision::Exact,
            answered: AnswerCoverage::default(),
            ai_content: AiContent::default(),
            sections: Vec::new(),
            faith: TagScore::default(),
            all_in: TagScore::default(),
            criteria: Vec::new(),
            paths: PathId::ALL.map(PathScore::empty),
            recommendation: Recommendation::NotEnoughAnswers,
        }
    }
}
