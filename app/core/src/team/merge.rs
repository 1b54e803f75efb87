//! Merges the answers of several members.

use super::agreement::{Agreement, Metric, krippendorff_alpha};
use super::importance::question_importance;
use super::outcome::Outcome;
use super::{
    AnswerDistribution, MAX_MEMBERS, Member, MemberComparison, Response, member_comparison,
};
use crate::score::QuestionState;
use crate::{Answer, Model, QuestionIx, Scorer, SectionIx, Stance, sorting};

/// The reason why members cannot be merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TeamError {
    /// There are no members.
    #[error("there are no answers to bring together")]
    NoMembers,
    /// There are too many members.
    #[error("{count} results are more than can be brought together: {MAX_MEMBERS} at most")]
    TooMany {
        /// The number of members.
        count: usize,
    },
}

/// The answers of several people, side by side. Tables are indexed like the questions or sections
/// of the model, or like the members.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MergedAnswers {
    /// The stance whose questions are compared.
    pub stance: Stance,
    /// The distribution of answers, by question.
    pub distributions: Vec<AnswerDistribution>,
    /// The disputed questions, in descending order of urgency.
    pub disputed: Vec<DisputedQuestion>,
    /// Krippendorff's alpha for ordinal answers over all questions.
    pub agreement: Agreement,
    /// The same for each section.
    pub sections: Vec<Agreement>,
    /// The result of the median answers.
    pub outcome: Outcome,
    /// The comparison of each member with the others.
    pub members: Vec<MemberComparison>,
    responses: Vec<Vec<Response>>,
}

/// A question for discussion.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct DisputedQuestion {
    /// The question.
    pub question: QuestionIx,
    /// The disagreement, from 0 to 1.
    pub disagreement: f64,
    /// The largest share of the question in the AI content or in the fit of a path, from 0 to 1.
    pub importance: f64,
    /// The ranking key: the disagreement, multiplied by a factor between 0.5 for an unimportant
    /// question and 1 for the most important one.
    pub urgency: f64,
}

impl MergedAnswers {
    /// Returns the response of a member to a question.
    #[must_use]
    pub fn response(&self, member: usize, question: QuestionIx) -> Response {
        let response = self
            .responses
            .get(member)
            .and_then(|responses| responses.get(question.index()));
        response.copied().unwrap_or(Response::NotAsked)
    }

    /// Returns the distribution of the answers to a question.
    #[must_use]
    pub fn distribution(&self, question: QuestionIx) -> AnswerDistribution {
        self.distributions
            .get(question.index())
            .copied()
            .unwrap_or_default()
    }

    /// Returns each answer to a question with the members who gave it, both in ascending order.
    #[must_use]
    pub fn answers_with_members(&self, question: QuestionIx) -> Vec<(Answer, Vec<usize>)> {
        let mut answers: Vec<(Answer, usize)> = (0..self.members.len())
            .filter_map(|member| match self.response(member, question) {
                Response::Answer(answer) => Some((answer, member)),
                Response::Unanswered | Response::NotAsked => None,
            })
            .collect();
        sorting::sort(&mut answers);
        let mut groups: Vec<(Answer, Vec<usize>)> = Vec::new();
        for (answer, member) in answers {
            match groups.last_mut().filter(|(last, _)| *last == answer) {
                Some((_, members)) => members.push(member),
                None => groups.push((answer, vec![member])),
            }
        }
        groups
    }

    /// Iterates over the questions that at least one member is asked, in the order of the model.
    pub fn asked_questions(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        let asked = self.distributions.iter().enumerate();
        asked
            .filter(|(_, spread)| spread.asked() > 0)
            .map(|(index, _)| QuestionIx::new(index))
    }
}

/// Returns the stance of the majority of the members; the first one in case of a tie.
#[must_use]
pub fn majority_stance(members: &[Member]) -> Stance {
    let count = |stance| {
        let same = |member: &&Member| member.assessment.profile.stance == stance;
        members.iter().filter(same).count()
    };
    match count(Stance::Adopt) > count(Stance::Provide) {
        true => Stance::Adopt,
        false => Stance::Provide,
    }
}

/// Merges members who answered the same model.
///
/// A question exists for a member if it is visible given the member's own answers and, where the
/// member gave none, the median of the others. A person who was invited to answer one section only
/// is thus not excluded from its questions because another section is empty.
///
/// # Errors
/// [`TeamError`] for no members, or more than [`MAX_MEMBERS`].
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::team::{ConsensusOptions, Member, build_consensus, merge_members};
/// use assay_core::{Answer, Assessment, Depth, Level, Stance};
///
/// let question = model.find_question("data.domain").expect("in the standard model");
/// let members = [Level::LOWEST, Level::HIGHEST].map(|level| {
///     let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
///     assessment.answers.set(question, Some(Answer::Level(level)));
///     Member::new(assessment)
/// });
/// let merged = merge_members(&model, Stance::Adopt, &members)?;
/// assert_eq!(merged.disputed[0].question, question);
/// let consensus = build_consensus(&model, &members, &merged, &ConsensusOptions::default());
/// assert_eq!(consensus.answers.get(question), None, "disputed answers stay open");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn merge_members(
    model: &Model,
    stance: Stance,
    members: &[Member],
) -> Result<MergedAnswers, TeamError> {
    match members.len() {
        0 => return Err(TeamError::NoMembers),
        count if count > MAX_MEMBERS => return Err(TeamError::TooMany { count }),
        _ => {}
    }
    let scorer = Scorer::new(model, stance);
    let responses = read_responses(model, &scorer, members);
    let spreads = spreads(model, &responses);
    let sections = (0..model.sections().len()).map(SectionIx::new);
    Ok(MergedAnswers {
        stance,
        disputed: disputed(model, stance, &spreads),
        agreement: krippendorff_alpha(by_id(model, &spreads), Metric::Ordinal),
        sections: sections
            .map(|section| {
                let within = model.section_questions(section).iter();
                let within = within.filter_map(|ix| spreads.get(ix.index()));
                krippendorff_alpha(within, Metric::Ordinal)
            })
            .collect(),
        outcome: Outcome::new(model, &scorer, &spreads),
        members: standpoints(model, members, &responses, &spreads),
        distributions: spreads,
        responses,
    })
}

/// Iterates in the order of ids, so that the order of the file does not affect any bit of a sum.
fn by_id<'a>(
    model: &'a Model,
    spreads: &'a [AnswerDistribution],
) -> impl Iterator<Item = &'a AnswerDistribution> {
    let by_id = model.questions_by_id().iter();
    by_id.filter_map(|ix| spreads.get(ix.index()))
}

/// Returns the response of each member to each question.
fn read_responses(model: &Model, scorer: &Scorer, members: &[Member]) -> Vec<Vec<Response>> {
    let mut all = vec![AnswerDistribution::default(); model.questions().len()];
    for member in members {
        for (question, answer) in member.assessment.answers.iter() {
            if let Some(spread) = all.get_mut(question.index()) {
                spread.add(Response::Answer(answer));
            }
        }
    }
    let middle: Vec<Option<Answer>> = all.iter().map(AnswerDistribution::median_answer).collect();
    let of_one = |member: &Member| {
        let own = &member.assessment.answers;
        let mut completed = own.clone();
        for (question, &answer) in model.question_ixs().zip(&middle) {
            if own.get(question).is_none() {
                completed.set(question, answer);
            }
        }
        let states = scorer.question_states(&completed);
        let questions = model.question_ixs().zip(states);
        questions
            .map(|(question, state)| match (state, own.get(question)) {
                (QuestionState::Hidden, _) => Response::NotAsked,
                (_, None) => Response::Unanswered,
                (_, Some(answer)) => Response::Answer(answer),
            })
            .collect()
    };
    members.iter().map(of_one).collect()
}

fn spreads(model: &Model, responses: &[Vec<Response>]) -> Vec<AnswerDistribution> {
    let mut spreads = vec![AnswerDistribution::default(); model.questions().len()];
    for of_member in responses {
        for (spread, &response) in spreads.iter_mut().zip(of_member) {
            spread.add(response);
        }
    }
    spreads
}

fn disputed(
    model: &Model,
    stance: Stance,
    spreads: &[AnswerDistribution],
) -> Vec<DisputedQuestion> {
    let importance = question_importance(model, stance);
    let greatest = importance
        .iter()
        .fold(0.0_f64, |max, &share| max.max(share));
    let of = |ix: QuestionIx| importance.get(ix.index()).copied().unwrap_or(0.0);
    let mut disputed: Vec<DisputedQuestion> = model
        .questions_by_id()
        .iter()
        .filter_map(|&question| {
            let spread = spreads.get(question.index())?;
            let share = if greatest > 0.0 {
                of(question) / greatest
            } else {
                0.0
            };
            spread.is_disputed().then(|| DisputedQuestion {
                question,
                disagreement: spread.disagreement(),
                importance: of(question),
                urgency: spread.disagreement() * f64::midpoint(1.0, share),
            })
        })
        .collect();
    sorting::sort_by(&mut disputed, |a, b| b.urgency.total_cmp(&a.urgency));
    disputed
}

fn standpoints(
    model: &Model,
    members: &[Member],
    responses: &[Vec<Response>],
    spreads: &[AnswerDistribution],
) -> Vec<MemberComparison> {
    let scorers = Stance::ALL.map(|stance| Scorer::new(model, stance));
    let [provide, adopt] = &scorers;
    let mut standpoints: Vec<MemberComparison> = members
        .iter()
        .zip(responses)
        .map(|(member, responses)| {
            let scorer = match member.assessment.profile.stance {
                Stance::Provide => provide,
                Stance::Adopt => adopt,
            };
            let score = scorer.score(&member.assessment.answers);
            MemberComparison {
                ai_content: score.ai_content.value(),
                path: score.recommendation.path(),
                ..member_comparison::compare_with_others(responses, spreads)
            }
        })
        .collect();
    member_comparison::mark_outliers(&mut standpoints);
    standpoints
}
