//! Bringing members together.

use super::agreement::{Agreement, Metric, krippendorff_alpha};
use super::importance::question_importance;
use super::{
    AnswerDistribution, MAX_MEMBERS, Member, MemberComparison, Response, member_comparison,
};
use crate::score::QuestionState;
use crate::{Answer, Answers, Model, QuestionIx, Score, Scorer, SectionIx, Stance, sorting};

/// Why members cannot be brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TeamError {
    /// Nobody is there.
    #[error("there are no answers to bring together")]
    NoMembers,
    /// More than can be brought together.
    #[error("{given} results are more than can be brought together: {MAX_MEMBERS} at most")]
    TooMany {
        /// How many there are.
        given: usize,
    },
}

/// Several people's answers, side by side. Tables are indexed as the model's, or as the members.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedAnswers {
    /// The side whose questions are looked at.
    pub stance: Stance,
    /// By question.
    pub distributions: Vec<AnswerDistribution>,
    /// The questions that members contradict each other about, the most urgent first.
    pub disputed: Vec<DisputedQuestion>,
    /// Over all questions, by Krippendorff's alpha for ordinal answers.
    pub agreement: Agreement,
    /// The same by section.
    pub sections: Vec<Agreement>,
    /// What follows from the answers in the middle.
    pub outcome: Outcome,
    /// By member.
    pub members: Vec<MemberComparison>,
    said: Vec<Vec<Response>>,
}

/// A question to talk about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DisputedQuestion {
    /// Which one.
    pub question: QuestionIx,
    /// How far apart the answers are, 0 to 1.
    pub disagreement: f64,
    /// The greatest share that it has in the AI content or in the fit of a path, 0 to 1.
    pub importance: f64,
    /// What it is ranked by: the disagreement, which counts in full for the question that matters
    /// most, and by half for one that matters nothing.
    pub urgency: f64,
}

/// The result of the answers in the middle, and of those a quarter of the way from either end.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The middle answer to each question.
    pub answers: Answers,
    /// Their result.
    pub score: Score,
    /// The result of the lower quartiles.
    pub low: Score,
    /// The result of the upper quartiles.
    pub high: Score,
}

impl Outcome {
    /// The AI content that the disagreement leaves possible, in percent; the middle lies in it.
    ///
    /// Higher answers can make questions appear, and with those a lower score, so that either
    /// end is the least or the greatest of the three.
    #[must_use]
    pub fn ai_content(&self) -> Option<(f64, f64)> {
        self.range(|score| score.ai_content.value())
    }

    /// The same for a section.
    #[must_use]
    pub fn section(&self, section: SectionIx) -> Option<(f64, f64)> {
        self.range(|score| {
            score
                .sections
                .get(section.index())
                .copied()
                .flatten()?
                .value
        })
    }

    fn range(&self, of: impl Fn(&Score) -> Option<f64>) -> Option<(f64, f64)> {
        let middle = of(&self.score)?;
        let ends = [of(&self.low), of(&self.high)];
        let ends = ends.into_iter().flatten();
        Some(ends.fold((middle, middle), |(low, high), end| {
            (low.min(end), high.max(end))
        }))
    }
}

impl MergedAnswers {
    /// What a member said to a question.
    #[must_use]
    pub fn response(&self, member: usize, question: QuestionIx) -> Response {
        let said = self
            .said
            .get(member)
            .and_then(|said| said.get(question.index()));
        said.copied().unwrap_or(Response::NotAsked)
    }

    /// How the answers to a question are spread.
    #[must_use]
    pub fn distribution(&self, question: QuestionIx) -> AnswerDistribution {
        self.distributions
            .get(question.index())
            .copied()
            .unwrap_or_default()
    }

    /// Who gave which answer to a question: answers in their order, members in theirs.
    #[must_use]
    pub fn answers_with_members(&self, question: QuestionIx) -> Vec<(Answer, Vec<usize>)> {
        let mut given: Vec<(Answer, usize)> = (0..self.members.len())
            .filter_map(|member| match self.response(member, question) {
                Response::Answer(answer) => Some((answer, member)),
                Response::Unanswered | Response::NotAsked => None,
            })
            .collect();
        sorting::sort(&mut given);
        let mut groups: Vec<(Answer, Vec<usize>)> = Vec::new();
        for (answer, member) in given {
            match groups.last_mut().filter(|(last, _)| *last == answer) {
                Some((_, members)) => members.push(member),
                None => groups.push((answer, vec![member])),
            }
        }
        groups
    }

    /// The questions that somebody is asked, in the order of the model.
    pub fn asked_questions(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        let asked = self.distributions.iter().enumerate();
        asked
            .filter(|(_, spread)| spread.asked() > 0)
            .map(|(index, _)| QuestionIx::new(index))
    }
}

/// The side that most members answer for; the first one if both have as many.
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

/// Brings members together. All answer the same model.
///
/// A question counts for a member if it exists given the member's own answers and, where the
/// member gave none, the middle of the others': somebody who was asked for one section only is
/// not told that its questions do not exist because another section is empty.
///
/// # Errors
/// [`TeamError`]: nobody, or more than [`MAX_MEMBERS`].
pub fn merge_members(
    model: &Model,
    stance: Stance,
    members: &[Member],
) -> Result<MergedAnswers, TeamError> {
    match members.len() {
        0 => return Err(TeamError::NoMembers),
        given if given > MAX_MEMBERS => return Err(TeamError::TooMany { given }),
        _ => {}
    }
    let scorer = Scorer::new(model, stance);
    let said = said(model, &scorer, members);
    let spreads = spreads(model, &said);
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
        outcome: outcome(model, &scorer, &spreads),
        members: standpoints(model, members, &said, &spreads),
        distributions: spreads,
        said,
    })
}

/// Spreads by id, so that the order of the file changes no bit of a sum.
fn by_id<'a>(
    model: &'a Model,
    spreads: &'a [AnswerDistribution],
) -> impl Iterator<Item = &'a AnswerDistribution> {
    let by_id = model.questions_by_id().iter();
    by_id.filter_map(|ix| spreads.get(ix.index()))
}

/// What each member said to each question.
fn said(model: &Model, scorer: &Scorer, members: &[Member]) -> Vec<Vec<Response>> {
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
        let said = model.question_ixs().zip(states);
        said.map(|(question, state)| match (state, own.get(question)) {
            (QuestionState::Hidden, _) => Response::NotAsked,
            (_, None) => Response::Unanswered,
            (_, Some(answer)) => Response::Answer(answer),
        })
        .collect()
    };
    members.iter().map(of_one).collect()
}

fn spreads(model: &Model, said: &[Vec<Response>]) -> Vec<AnswerDistribution> {
    let mut spreads = vec![AnswerDistribution::default(); model.questions().len()];
    for said in said {
        for (spread, &said) in spreads.iter_mut().zip(said) {
            spread.add(said);
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

fn outcome(model: &Model, scorer: &Scorer, spreads: &[AnswerDistribution]) -> Outcome {
    let answers = |of: fn(&AnswerDistribution) -> Option<Answer>| {
        let mut answers = Answers::empty(model);
        for (question, spread) in model.question_ixs().zip(spreads) {
            answers.set(question, of(spread));
        }
        answers
    };
    let middle = answers(AnswerDistribution::median_answer);
    Outcome {
        score: scorer.score(&middle),
        low: scorer.score(&answers(AnswerDistribution::lower_quartile_answer)),
        high: scorer.score(&answers(AnswerDistribution::upper_quartile_answer)),
        answers: middle,
    }
}

fn standpoints(
    model: &Model,
    members: &[Member],
    said: &[Vec<Response>],
    spreads: &[AnswerDistribution],
) -> Vec<MemberComparison> {
    let scorers = Stance::ALL.map(|stance| Scorer::new(model, stance));
    let [provide, adopt] = &scorers;
    let mut standpoints: Vec<MemberComparison> = members
        .iter()
        .zip(said)
        .map(|(member, said)| {
            let scorer = match member.assessment.profile.stance {
                Stance::Provide => provide,
                Stance::Adopt => adopt,
            };
            let score = scorer.score(&member.assessment.answers);
            MemberComparison {
                ai_content: score.ai_content.value(),
                path: score.recommendation.path(),
                ..member_comparison::compare_with_others(said, spreads)
            }
        })
        .collect();
    member_comparison::mark_outliers(&mut standpoints);
    standpoints
}
