//! The answer sheet that a page keeps: answers, what is visible, and progress, kept up to date.
//!
//! Changing an answer costs as much as there are questions depending on it, however long the
//! questionnaire is.

use crate::{Answer, Answers, Depth, Model, QuestionIx, SectionIx, Stance, Visibility};

/// Answers with what follows from them for the page. Always used with the model it was made for.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerSheet {
    stance: Stance,
    depth: Depth,
    answers: Answers,
    visible: Visibility,
    quick: Vec<bool>,
    /// By question, whether its section is asked at all; empty for all.
    wanted: Vec<bool>,
    sections: Vec<Progress>,
    total: Progress,
    unconditional: Progress,
}

/// How far somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Asked questions with any answer, "don't know" and "not applicable" too.
    pub answered: usize,
    /// Questions asked now.
    pub asked: usize,
}

/// The questions that a change of an answer brought or took away, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedChange {
    /// Asked now, and not before.
    pub appeared: Vec<QuestionIx>,
    /// Asked before, and not now; their answers are kept.
    pub disappeared: Vec<QuestionIx>,
}

impl AnswerSheet {
    /// A sheet with these answers. Looks at the whole model once.
    #[must_use]
    pub fn new(model: &Model, stance: Stance, depth: Depth, answers: Answers) -> Self {
        let mut sheet = Self {
            stance,
            depth,
            visible: Visibility::new(model, stance, &answers),
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

    /// The answer to a question, visible or not.
    #[must_use]
    pub fn answer(&self, question: QuestionIx) -> Option<Answer> {
        self.answers.get(question)
    }

    /// All answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The side that is asked.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// How much is asked.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Whether a question exists, given stance and answers.
    #[must_use]
    pub fn is_visible(&self, question: QuestionIx) -> bool {
        self.visible.is_visible(question)
    }

    /// Whether a question is asked: it exists, is quick unless the depth is full, and belongs to a
    /// section that is asked.
    #[must_use]
    pub fn is_asked(&self, question: QuestionIx) -> bool {
        self.is_visible(question) && self.can_be_asked(question)
    }

    /// Progress in a section.
    #[must_use]
    pub fn section_progress(&self, section: SectionIx) -> Progress {
        self.sections
            .get(section.index())
            .copied()
            .unwrap_or_default()
    }

    /// Progress in all.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.total
    }

    /// Progress in the questions that no other answer brings. It says nothing of what was answered.
    #[must_use]
    pub fn unconditional_progress(&self) -> Progress {
        self.unconditional
    }

    /// Whether a section is there whatever is answered.
    #[must_use]
    pub fn is_unconditional(&self, model: &Model, section: SectionIx) -> bool {
        model.question_ixs().any(|question| {
            let of = model.question(question);
            of.section == section && of.visible_if.is_none() && self.is_asked(question)
        })
    }

    /// Gives or (with `None`) takes back an answer, and says which questions came and went.
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

    /// Asks more or fewer questions.
    pub fn set_depth(&mut self, model: &Model, depth: Depth) {
        self.depth = depth;
        self.count_all(model);
    }

    /// Asks these sections only; none stands for all.
    pub fn limit_to_sections(&mut self, model: &Model, sections: &[SectionIx]) {
        let questions = model.questions().iter();
        self.wanted = match sections {
            [] => Vec::new(),
            named => questions.map(|q| named.contains(&q.section)).collect(),
        };
        self.count_all(model);
    }

    /// Asks the other side's questions; answers are kept.
    pub fn set_stance(&mut self, model: &Model, stance: Stance) {
        self.stance = stance;
        self.visible = Visibility::new(model, stance, &self.answers);
        self.count_all(model);
    }

    /// Looks anew at what depends on a question.
    fn update_dependents(&mut self, model: &Model, question: QuestionIx) -> AskedChange {
        let mut change = AskedChange::default();
        let mut waiting = model.dependents(question).to_vec();
        while let Some(next) = waiting.pop() {
            let shown = self
                .visible
                .evaluate(model, self.stance, &self.answers, next);
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

    /// Whether depth and sections allow a question.
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
