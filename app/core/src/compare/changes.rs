//! Changes between two results, by question.

use super::ComparedResult;
use crate::{Evaluation, Model, QuestionIx, Range, Response, SectionIx, Visibility};

/// The kind of change of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// No change.
    Same,
    /// Raised to a higher level.
    Up,
    /// Lowered to a lower level.
    Down,
    /// From open to a level.
    Answered,
    /// From a level to open.
    Reopened,
    /// Any other change: not applicable, or visible in one result only.
    Other,
}

/// The responses to a question in two results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuestionChange {
    /// The question.
    pub question: QuestionIx,
    /// The response in the first result.
    pub before: Response,
    /// The response in the second result.
    pub after: Response,
}

impl QuestionChange {
    /// Returns the kind of change.
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

/// A section with its changes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SectionChanges {
    /// The section.
    pub section: SectionIx,
    /// The score in the first result.
    pub before: Option<Range>,
    /// The score in the second result.
    pub after: Option<Range>,
    /// The shared questions, in the order of the model.
    pub questions: Vec<QuestionChange>,
}

/// Changes by section. Sections without a shared question are left out.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Changes {
    /// The sections, in the order of the model.
    pub sections: Vec<SectionChanges>,
}

/// The number of answers by kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChangeCounts {
    /// No change.
    pub same: usize,
    /// Raised to a higher level.
    pub up: usize,
    /// Lowered to a lower level.
    pub down: usize,
    /// From open to a level.
    pub answered: usize,
    /// From a level to open.
    pub reopened: usize,
    /// Any other change.
    pub other: usize,
}

impl ChangeCounts {
    /// Returns the number of changed answers.
    #[must_use]
    pub fn changed(&self) -> usize {
        [self.up, self.down, self.answered, self.reopened, self.other]
            .into_iter()
            .sum()
    }
}

impl Changes {
    /// Counts the answers by kind of change.
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

/// Compares the answers of two results; `None` if one of them has no answers.
///
/// A question is shared if it is visible in both results, or answered in one and hidden in the
/// other by an answer there. Questions that exist for one stance only are not shared by results of
/// different stances.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::compare::{ComparedResult, compare_answers};
/// use assay_core::{Answer, Assessment, Depth, Level, Stance};
///
/// let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
/// let before = ComparedResult::from_assessment(&model, &assessment);
/// let question = model.find_question("data.domain").expect("in the standard model");
/// assessment.answers.set(question, Some(Answer::Level(Level::HIGHEST)));
/// let after = ComparedResult::from_assessment(&model, &assessment);
/// let changes = compare_answers(&model, &before, &after).expect("both have answers");
/// assert_eq!(changes.count().answered, 1);
/// # Ok::<(), assay_core::Problems>(())
/// ```
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
            let (before, after) = (from.response(question), to.response(question));
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

/// The answers of a result with their visibility.
struct Reading<'a> {
    answers: &'a crate::Answers,
    visible: Visibility,
    possible: Vec<bool>,
}

impl<'a> Reading<'a> {
    fn of(model: &Model, result: &'a ComparedResult) -> Option<Self> {
        let answers = result.answers.as_ref()?;
        Some(Self {
            visible: Visibility::new(Evaluation::new(model, result.stance, answers)),
            possible: model.existing_questions(result.stance),
            answers,
        })
    }

    fn exists(&self, question: QuestionIx) -> bool {
        self.possible.get(question.index()).copied() == Some(true)
    }

    fn response(&self, question: QuestionIx) -> Response {
        if !self.visible.is_visible(question) {
            return Response::NotAsked;
        }
        match self.answers.get(question) {
            Some(answer) => Response::Answer(answer),
            None => Response::Unanswered,
        }
    }
}

/// Returns the indices of the two results to compare by default, the earlier one first: the last
/// two with the same name and stance, or else the last two with answers. `None` if fewer than two
/// results have answers.
#[must_use]
pub fn default_pair(results: &[ComparedResult]) -> Option<(usize, usize)> {
    let mut order: Vec<(usize, &ComparedResult)> = results
        .iter()
        .enumerate()
        .filter(|(_, result)| result.answers.is_some())
        .collect();
    // Results without a date come first.
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
