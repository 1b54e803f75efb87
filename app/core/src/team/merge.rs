//! Bringing members together.

use super::agreement::{Agreement, Metric, alpha};
use super::importance::importance;
use super::{MEMBERS, Member, Said, Spread, Standpoint, standpoint};
use crate::score::State;
use crate::{Answer, Answers, Model, QuestionIx, Score, Scorer, SectionIx, Stance, sorting};

/// Why members cannot be brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TeamError {
    /// Nobody is there.
    #[error("there are no answers to bring together")]
    Nobody,
    /// More than can be brought together.
    #[error("{given} results are more than can be brought together: {MEMBERS} at most")]
    TooMany {
        /// How many there are.
        given: usize,
    },
}

/// Several people's answers, side by side. Tables are indexed as the model's, or as the members.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The side whose questions are looked at.
    pub stance: Stance,
    /// By question.
    pub spreads: Vec<Spread>,
    /// The questions that members contradict each other about, the most urgent first.
    pub disputed: Vec<Disputed>,
    /// Over all questions, by Krippendorff's alpha for ordinal answers.
    pub agreement: Agreement,
    /// The same by section.
    pub sections: Vec<Agreement>,
    /// What follows from the answers in the middle.
    pub outcome: Outcome,
    /// By member.
    pub members: Vec<Standpoint>,
    said: Vec<Vec<Said>>,
}

/// A question to talk about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disputed {
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

impl Merged {
    /// What a member said to a question.
    #[must_use]
    pub fn said(&self, member: usize, question: QuestionIx) -> Said {
        let said = self
            .said
            .get(member)
            .and_then(|said| said.get(question.index()));
        said.copied().unwrap_or(Said::NotAsked)
    }

    /// How the answers to a question are spread.
    #[must_use]
    pub fn spread(&self, question: QuestionIx) -> Spread {
        self.spreads
            .get(question.index())
            .copied()
            .unwrap_or_default()
    }

    /// Who gave which answer to a question: answers in their order, members in theirs.
    #[must_use]
    pub fn who(&self, question: QuestionIx) -> Vec<(Answer, Vec<usize>)> {
        let mut given: Vec<(Answer, usize)> = (0..self.members.len())
            .filter_map(|member| match self.said(member, question) {
                Said::Answer(answer) => Some((answer, member)),
                Said::Nothing | Said::NotAsked => None,
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
    pub fn asked(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        let asked = self.spreads.iter().enumerate();
        asked
            .filter(|(_, spread)| spread.asked() > 0)
            .map(|(index, _)| QuestionIx::new(index))
    }
}

/// The side that most members answer for; the first one if both have as many.
#[must_use]
pub fn stance_of(members: &[Member]) -> Stance {
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
/// [`TeamError`]: nobody, or more than [`MEMBERS`].
pub fn merge(model: &Model, stance: Stance, members: &[Member]) -> Result<Merged, TeamError> {
    match members.len() {
        0 => return Err(TeamError::Nobody),
        given if given > MEMBERS => return Err(TeamError::TooMany { given }),
        _ => {}
    }
    let scorer = Scorer::new(model, stance);
    let said = said(model, &scorer, members);
    let spreads = spreads(model, &said);
    let sections = (0..model.sections().len()).map(SectionIx::new);
    Ok(Merged {
        stance,
        disputed: disputed(model, stance, &spreads),
        agreement: alpha(by_id(model, &spreads), Metric::Ordinal),
        sections: sections
            .map(|section| {
                let within = model.section_questions(section).iter();
                let within = within.filter_map(|ix| spreads.get(ix.index()));
                alpha(within, Metric::Ordinal)
            })
            .collect(),
        outcome: outcome(model, &scorer, &spreads),
        members: standpoints(model, members, &said, &spreads),
        spreads,
        said,
    })
}

/// Spreads by id, so that the order of the file changes no bit of a sum.
fn by_id<'a>(model: &'a Model, spreads: &'a [Spread]) -> impl Iterator<Item = &'a Spread> {
    let by_id = model.questions_by_id().iter();
    by_id.filter_map(|ix| spreads.get(ix.index()))
}

/// What each member said to each question.
fn said(model: &Model, scorer: &Scorer, members: &[Member]) -> Vec<Vec<Said>> {
    let mut all = vec![Spread::default(); model.questions().len()];
    for member in members {
        for (question, answer) in member.assessment.answers.iter() {
            if let Some(spread) = all.get_mut(question.index()) {
                spread.add(Said::Answer(answer));
            }
        }
    }
    let middle: Vec<Option<Answer>> = all.iter().map(Spread::middle).collect();
    let of_one = |member: &Member| {
        let own = &member.assessment.answers;
        let mut completed = own.clone();
        for (question, &answer) in model.question_ixs().zip(&middle) {
            if own.get(question).is_none() {
                completed.set(question, answer);
            }
        }
        let states = scorer.states(&completed);
        let said = model.question_ixs().zip(states);
        said.map(|(question, state)| match (state, own.get(question)) {
            (State::Out, _) => Said::NotAsked,
            (_, None) => Said::Nothing,
            (_, Some(answer)) => Said::Answer(answer),
        })
        .collect()
    };
    members.iter().map(of_one).collect()
}

fn spreads(model: &Model, said: &[Vec<Said>]) -> Vec<Spread> {
    let mut spreads = vec![Spread::default(); model.questions().len()];
    for said in said {
        for (spread, &said) in spreads.iter_mut().zip(said) {
            spread.add(said);
        }
    }
    spreads
}

fn disputed(model: &Model, stance: Stance, spreads: &[Spread]) -> Vec<Disputed> {
    let importance = importance(model, stance);
    let greatest = importance
        .iter()
        .fold(0.0_f64, |max, &share| max.max(share));
    let of = |ix: QuestionIx| importance.get(ix.index()).copied().unwrap_or(0.0);
    let mut disputed: Vec<Disputed> = model
        .questions_by_id()
        .iter()
        .filter_map(|&question| {
            let spread = spreads.get(question.index())?;
            let share = if greatest > 0.0 {
                of(question) / greatest
            } else {
                0.0
            };
            spread.is_disputed().then(|| Disputed {
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

fn outcome(model: &Model, scorer: &Scorer, spreads: &[Spread]) -> Outcome {
    let answers = |of: fn(&Spread) -> Option<Answer>| {
        let mut answers = Answers::empty(model);
        for (question, spread) in model.question_ixs().zip(spreads) {
            answers.set(question, of(spread));
        }
        answers
    };
    let middle = answers(Spread::middle);
    Outcome {
        score: scorer.score(&middle),
        low: scorer.score(&answers(Spread::lower)),
        high: scorer.score(&answers(Spread::upper)),
        answers: middle,
    }
}

fn standpoints(
    model: &Model,
    members: &[Member],
    said: &[Vec<Said>],
    spreads: &[Spread],
) -> Vec<Standpoint> {
    let scorers = Stance::ALL.map(|stance| Scorer::new(model, stance));
    let [provide, adopt] = &scorers;
    let mut standpoints: Vec<Standpoint> = members
        .iter()
        .zip(said)
        .map(|(member, said)| {
            let scorer = match member.assessment.profile.stance {
                Stance::Provide => provide,
                Stance::Adopt => adopt,
            };
            let score = scorer.score(&member.assessment.answers);
            Standpoint {
                ai_content: score.ai_content.value(),
                path: score.recommendation.path(),
                ..standpoint::compare(said, spreads)
            }
        })
        .collect();
    standpoint::mark(&mut standpoints);
    standpoints
}
