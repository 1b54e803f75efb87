//! What changed from one result to another, question by question.

use super::ComparedResult;
use crate::{Answer, Model, QuestionIx, Range, SectionIx, Visibility};

/// What a result says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// The question does not exist there: an answer above it hides it.
    NotAsked,
    /// No answer.
    Unanswered,
    /// An answer.
    Answer(Answer),
}

impl Response {
    const fn is_open(self) -> bool {
        matches!(self, Self::Unanswered | Self::Answer(Answer::Unknown))
    }

    fn level(self) -> Option<u8> {
        match self {
            Self::Answer(answer) => answer.level().map(crate::Level::get),
            Self::NotAsked | Self::Unanswered => None,
        }
    }
}

/// In which way an answer changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// Not at all.
    Same,
    /// To a higher level.
    Up,
    /// To a lower level.
    Down,
    /// Open before, a level now.
    Answered,
    /// A level before, open now.
    Reopened,
    /// Anything else: not applicable, or asked in one of the two only.
    Other,
}

/// A question with what the two results say to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionChange {
    /// The question.
    pub question: QuestionIx,
    /// What the first result says.
    pub before: Response,
    /// What the second result says.
    pub after: Response,
}

impl QuestionChange {
    /// In which way the answer changed.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        let (before, after) = (self.before, self.after);
        match (before.level(), after.level()) {
            _ if before == after => ChangeKind::Same,
            (Some(from), Some(to)) if to > from => ChangeKind::Up,
            (Some(_), Some(_)) => ChangeKind::Down,
            (None, Some(_)) if before.is_open() => ChangeKind::Answered,
            (Some(_), None) if after.is_open() => ChangeKind::Reopened,
            _ => ChangeKind::Other,
        }
    }
}

/// A section with its questions.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionChanges {
    /// The section.
    pub section: SectionIx,
    /// Its score in the first result.
    pub before: Option<Range>,
    /// Its score in the second result.
    pub after: Option<Range>,
    /// The questions that both share, in the order of the model.
    pub questions: Vec<QuestionChange>,
}

/// What changed, by section. Sections without a shared question are left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// In the order of the model.
    pub sections: Vec<SectionChanges>,
}

/// How many answers changed in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChangeCounts {
    /// Not at all.
    pub same: usize,
    /// To a higher level.
    pub up: usize,
    /// To a lower level.
    pub down: usize,
    /// From open to a level.
    pub answered: usize,
    /// From a level to open.
    pub reopened: usize,
    /// In any other way.
    pub other: usize,
}

impl ChangeCounts {
    /// How many changed at all.
    #[must_use]
    pub fn changed(&self) -> usize {
        [self.up, self.down, self.answered, self.reopened, self.other]
            .into_iter()
            .sum()
    }
}

impl Changes {
    /// How many answers changed in which way.
    #[must_use]
    pub fn count(&self) -> ChangeCounts {
        let mut counted = ChangeCounts::default();
        for change in self.sections.iter().flat_map(|section| &section.questions) {
            let slot = match change.kind() {
                ChangeKind::Same => &mut counted.same,
                ChangeKind::Up => &mut counted.up,
                ChangeKind::Down => &mut counted.down,
                ChangeKind::Answered => &mut counted.answered,
                ChangeKind::Reopened => &mut counted.reopened,
                ChangeKind::Other => &mut counted.other,
            };
            *slot = slot.saturating_add(1);
        }
        counted
    }
}

/// What changed from one result to another; `None` where one of them has no answers.
///
/// Two results share a question if it is asked in both, or answered in one and hidden in the other
/// by an answer there. Questions that only one side of the business is asked are not shared by
/// results of different sides.
#[must_use]
pub fn compare_answers(
    model: &Model,
    before: &ComparedResult,
    after: &ComparedResult,
) -> Option<Changes> {
    let [from, to] = [before, after].map(|result| Reading::of(model, result));
    let (from, to) = (from?, to?);
    let sections = (0..model.sections().len()).map(SectionIx::new);
    let sections = sections.map(|section| {
        let questions = model.section_questions(section).iter();
        let shared = questions.filter_map(|&question| {
            let (before, after) = (from.says(question), to.says(question));
            let change = QuestionChange {
                question,
                before,
                after,
            };
            let exists = from.exists(question) && to.exists(question);
            (exists && is_shared(before, after)).then_some(change)
        });
        let range = |result: &ComparedResult| result.score.sections.get(section.index()).copied();
        SectionChanges {
            section,
            before: range(before).flatten(),
            after: range(after).flatten(),
            questions: shared.collect(),
        }
    });
    Some(Changes {
        sections: sections
            .filter(|section| !section.questions.is_empty())
            .collect(),
    })
}

fn is_shared(before: Response, after: Response) -> bool {
    match (before, after) {
        (Response::NotAsked, other) | (other, Response::NotAsked) => {
            matches!(other, Response::Answer(_))
        }
        _ => true,
    }
}

/// A result's answers as far as its questions exist.
struct Reading<'a> {
    answers: &'a crate::Answers,
    visible: Visibility,
    possible: Vec<bool>,
}

impl<'a> Reading<'a> {
    fn of(model: &Model, result: &'a ComparedResult) -> Option<Self> {
        let answers = result.answers.as_ref()?;
        Some(Self {
            visible: Visibility::new(model, result.stance, answers),
            possible: model.existing_questions(result.stance),
            answers,
        })
    }

    fn exists(&self, question: QuestionIx) -> bool {
        self.possible.get(question.index()).copied() == Some(true)
    }

    fn says(&self, question: QuestionIx) -> Response {
        if !self.visible.is_visible(question) {
            return Response::NotAsked;
        }
        match self.answers.get(question) {
            Some(answer) => Response::Answer(answer),
            None => Response::Unanswered,
        }
    }
}

/// The two results whose changes are of most interest, the earlier first: the last two of the same
/// name and side, or else the last two that have answers. `None` with fewer than two of them.
#[must_use]
pub fn default_pair(results: &[ComparedResult]) -> Option<(usize, usize)> {
    let mut order: Vec<(usize, &ComparedResult)> = results
        .iter()
        .enumerate()
        .filter(|(_, result)| result.answers.is_some())
        .collect();
    // Undated ones come first: nothing says that they are later than another.
    crate::sorting::sort_by_key(&mut order, |(_, result)| result.day);
    let same = |a: &ComparedResult, b: &ComparedResult| {
        a.name.trim() == b.name.trim() && a.stance == b.stance
    };
    let mut left = order.as_slice();
    while let [earlier @ .., (last, later)] = left {
        if let Some((first, _)) = earlier.iter().rev().find(|(_, other)| same(other, later)) {
            return Some((*first, *last));
        }
        left = earlier;
    }
    match order.as_slice() {
        [.., (first, _), (last, _)] => Some((*first, *last)),
        _ => None,
    }
}
