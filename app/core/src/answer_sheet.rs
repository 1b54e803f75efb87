//! Answers with visibility and progress, updated incrementally.
//!
//! The cost of changing an answer grows with the number of questions that depend on it, not with
//! the size of the questionnaire.

use crate::{Answer, Answers, Depth, Evaluation, Model, QuestionIx, SectionIx, Stance, Visibility};

/// Answers with visibility and progress. All methods must be called with the model that it was
/// created for.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerSheet {
    stance: Stance,
    depth: Depth,
    answers: Answers,
    visible: Visibility,
    quick: Vec<bool>,
    /// For each question, whether its section is asked; empty if all sections are asked.
    wanted: Vec<bool>,
    sections: Vec<Progress>,
    total: Progress,
    unconditional: Progress,
}

/// Progress of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Asked questions that have an answer, including "don't know" and "not applicable".
    pub answered: usize,
    /// Questions that are asked.
    pub asked: usize,
}

/// Questions that became asked or stopped being asked after a change of an answer, in the order of
/// the model.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AskedChange {
    /// Questions that are asked now and were not before.
    pub appeared: Vec<QuestionIx>,
    /// Questions that were visible before and are hidden now. Their answers remain.
    pub disappeared: Vec<QuestionIx>,
}

impl AnswerSheet {
    /// Creates a sheet. Takes time in proportion to the size of the model.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, depth: Depth, answers: Answers) -> Self {
        let mut sheet = Self {
            stance,
            depth,
            visible: Visibility::new(Evaluation::new(model, stance, &answers)),
            quick: model.questions().iter().map(|q| q.quick).collect(),
            answers,
            wanted: Vec::new(),
            sections: Vec::new(),
            total: Progress::default(),
            unconditional: Progress::default(),
        };
        sheet.count_all(model);
        sheet
    }

    /// Returns the answer to a question, visible or not.
    #[must_use]
    pub fn answer(&self, question: QuestionIx) -> Option<Answer> {
        self.answers.get(question)
    }

    /// Returns all answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Returns the stance.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// Returns the depth.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Returns whether a question is visible for the stance and the answers.
    #[must_use]
    pub fn is_visible(&self, question: QuestionIx) -> bool {
        self.visible.is_visible(question)
    }

    /// Returns whether a question is asked: it is visible, included in the depth, and in a section
    /// that is asked.
    #[must_use]
    pub fn is_asked(&self, question: QuestionIx) -> bool {
        self.is_visible(question) && self.can_be_asked(question)
    }

    /// Returns the progress in a section.
    #[must_use]
    pub fn section_progress(&self, section: SectionIx) -> Progress {
        self.sections
            .get(section.index())
            .copied()
            .unwrap_or_default()
    }

    /// Returns the progress in all sections.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.total
    }

    /// Returns the progress in the questions without a condition. It does not depend on the content
    /// of any answer.
    #[must_use]
    pub fn unconditional_progress(&self) -> Progress {
        self.unconditional
    }

    /// Returns whether a section has an asked question without a condition.
    #[must_use]
    pub fn is_unconditional(&self, model: &Model, section: SectionIx) -> bool {
        model.question_ixs().any(|question| {
            let of = model.question(question);
            of.section == section && of.visible_if.is_none() && self.is_asked(question)
        })
    }

    /// Sets the answer to a question; `None` removes it. Returns the questions that are affected.
    pub fn set_answer(
        &mut self,
        model: &Model,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> AskedChange {
        if question.index() >= model.questions().len() {
            return AskedChange::default();
        }
        let before = self.answers.get(question).is_some();
        if self.is_asked(question) && before != answer.is_some() {
            self.recount(model, question, |count| {
                count.answered = step(count.answered, answer.is_some());
            });
        }
        self.answers.set(question, answer);
        self.update_dependents(model, question)
    }

    /// Sets the depth; answers are kept.
    pub fn set_depth(&mut self, model: &Model, depth: Depth) {
        self.depth = depth;
        self.count_all(model);
    }

    /// Limits the questions to these sections; an empty list means all.
    pub fn limit_to_sections(&mut self, model: &Model, sections: &[SectionIx]) {
        let questions = model.questions().iter();
        self.wanted = match sections {
            [] => Vec::new(),
            named => questions.map(|q| named.contains(&q.section)).collect(),
        };
        self.count_all(model);
    }

    /// Sets the stance; answers are kept.
    pub fn set_stance(&mut self, model: &Model, stance: Stance) {
        self.stance = stance;
        self.visible = Visibility::new(Evaluation::new(model, stance, &self.answers));
        self.count_all(model);
    }

    /// Updates the visibility of the questions that depend on a question, directly or indirectly.
    fn update_dependents(&mut self, model: &Model, question: QuestionIx) -> AskedChange {
        let mut change = AskedChange::default();
        let mut waiting = model.dependents(question).to_vec();
        while let Some(next) = waiting.pop() {
            let shown = self
                .visible
                .evaluate(Evaluation::new(model, self.stance, &self.answers), next);
            if !self.visible.set(next, shown) {
                continue;
            }
            waiting.extend_from_slice(model.dependents(next));
            if !self.can_be_asked(next) {
                continue;
            }
            let answered = self.answers.get(next).is_some();
            self.recount(model, next, |count| {
                count.asked = step(count.asked, shown);
                if answered {
                    count.answered = step(count.answered, shown);
                }
            });
            if shown {
                change.appeared.push(next);
            } else {
                change.disappeared.push(next);
            }
        }
        crate::sorting::sort(&mut change.appeared);
        crate::sorting::sort(&mut change.disappeared);
        change
    }

    /// Returns whether depth and sections include a question.
    fn can_be_asked(&self, question: QuestionIx) -> bool {
        let of = |table: &[bool]| table.get(question.index()).copied();
        let fits_depth = self.depth == Depth::Full || of(&self.quick) == Some(true);
        fits_depth && of(&self.wanted).unwrap_or(true)
    }

    fn recount(&mut self, model: &Model, question: QuestionIx, by: impl Fn(&mut Progress)) {
        let section = model.question(question).section;
        if let Some(count) = self.sections.get_mut(section.index()) {
            by(count);
        }
        by(&mut self.total);
        if model.question(question).visible_if.is_none() {
            by(&mut self.unconditional);
        }
    }

    fn count_all(&mut self, model: &Model) {
        self.sections = vec![Progress::default(); model.sections().len()];
        self.total = Progress::default();
        self.unconditional = Progress::default();
        for question in model.question_ixs() {
            if self.is_asked(question) {
                let answered = usize::from(self.answers.get(question).is_some());
                self.recount(model, question, |count| {
                    count.asked = count.asked.saturating_add(1);
                    count.answered = count.answered.saturating_add(answered);
                });
            }
        }
    }
}

fn step(count: usize, up: bool) -> usize {
    if up {
        count.saturating_add(1)
    } else {
        count.saturating_sub(1)
    }
}
