//! What changed from one result to another, question by question.

use super::Compared;
use crate::{Answer, Model, QuestionIx, Range, SectionIx, Visibility};

/// What a result says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The question does not exist there: an answer above it hides it.
    NotAsked,
    /// No answer.
    Nothing,
    /// An answer.
    Answer(Answer),
}

impl Said {
    const fn is_open(self) -> bool {
        matches!(self, Self::Nothing | Self::Answer(Answer::Unknown))
    }

    fn level(self) -> Option<u8> {
        match self {
            Self::Answer(answer) => answer.level().map(crate::Level::get),
            Self::NotAsked | Self::Nothing => None,
        }
    }
}

/// In which way an answer changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Not at all.
    Same,
    /// To a higher level.
    Up,
    /// To a lower level.
    Down,
    /// Open before, a level now.
    Settled,
    /// A level before, open now.
    Opened,
    /// Anything else: not applicable, or asked in one of the two only.
    Other,
}

/// A question with what the two results say to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionChange {
    /// The question.
    pub question: QuestionIx,
    /// What the first result says.
    pub before: Said,
    /// What the second result says.
    pub after: Said,
}

impl QuestionChange {
    /// In which way the answer changed.
    #[must_use]
    pub fn way(&self) -> Move {
        let (before, after) = (self.before, self.after);
        match (before.level(), after.level()) {
            _ if before == after => Move::Same,
            (Some(from), Some(to)) if to > from => Move::Up,
            (Some(_), Some(_)) => Move::Down,
            (None, Some(_)) if before.is_open() => Move::Settled,
            (Some(_), None) if after.is_open() => Move::Opened,
            _ => Move::Other,
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
pub struct Counted {
    /// Not at all.
    pub same: usize,
    /// To a higher level.
    pub up: usize,
    /// To a lower level.
    pub down: usize,
    /// From open to a level.
    pub settled: usize,
    /// From a level to open.
    pub opened: usize,
    /// In any other way.
    pub other: usize,
}

impl Counted {
    /// How many changed at all.
    #[must_use]
    pub fn changed(&self) -> usize {
        [self.up, self.down, self.settled, self.opened, self.other]
            .into_iter()
            .sum()
    }
}

impl Changes {
    /// How many answers changed in which way.
    #[must_use]
    pub fn count(&self) -> Counted {
        let mut counted = Counted::default();
        for change in self.sections.iter().flat_map(|section| &section.questions) {
            let slot = match change.way() {
                Move::Same => &mut counted.same,
                Move::Up => &mut counted.up,
                Move::Down => &mut counted.down,
                Move::Settled => &mut counted.settled,
                Move::Opened => &mut counted.opened,
                Move::Other => &mut counted.other,
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
pub fn changes(model: &Model, before: &Compared, after: &Compared) -> Option<Changes> {
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
        let range = |result: &Compared| result.score.sections.get(section.index()).copied();
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

fn is_shared(before: Said, after: Said) -> bool {
    match (before, after) {
        (Said::NotAsked, other) | (other, Said::NotAsked) => matches!(other, Said::Answer(_)),
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
    fn of(model: &Model, result: &'a Compared) -> Option<Self> {
        let answers = result.answers.as_ref()?;
        Some(Self {
            visible: Visibility::of(model, result.stance, answers),
            possible: model.exists_for(result.stance),
            answers,
        })
    }

    fn exists(&self, question: QuestionIx) -> bool {
        self.possible.get(question.index()).copied() == Some(true)
    }

    fn says(&self, question: QuestionIx) -> Said {
        if !self.visible.get(question) {
            return Said::NotAsked;
        }
        match self.answers.get(question) {
            Some(answer) => Said::Answer(answer),
            None => Said::Nothing,
        }
    }
}

/// The two results whose changes are of most interest, the earlier first: the last two of the same
/// name and side, or else the last two that have answers. `None` with fewer than two of them.
#[must_use]
pub fn default_pair(results: &[Compared]) -> Option<(usize, usize)> {
    let mut order: Vec<(usize, &Compared)> = results
        .iter()
        .enumerate()
        .filter(|(_, result)| result.answers.is_some())
        .collect();
    // Undated ones come first: nothing says that they are later than another.
    crate::sorting::sort_by_key(&mut order, |(_, result)| result.day);
    let same = |a: &Compared, b: &Compared| a.name.trim() == b.name.trim() && a.stance == b.stance;
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
