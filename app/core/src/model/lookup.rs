//! Lookup of entries by index, by id, by section and along conditions.

use super::{Action, Criterion, Model, Question, Section, Term};
use crate::{ActionIx, CriterionIx, Effort, PathId, QuestionIx, SectionIx, Stance};

/// Precomputed lookup tables of a model.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct LookupTables {
    questions_by_id: Vec<QuestionIx>,
    sections_by_id: Vec<SectionIx>,
    criteria_by_id: Vec<CriterionIx>,
    actions_by_id: Vec<ActionIx>,
    section_questions: Vec<Vec<QuestionIx>>,
    dependents: Vec<Vec<QuestionIx>>,
    /// Every question after the one in its condition.
    pub(super) conditions_first: Vec<QuestionIx>,
}

impl LookupTables {
    /// Builds the tables of a model whose conditions have no cycle.
    pub(super) fn build(
        sections: &[Section],
        questions: &[Question],
        criteria: &[Criterion],
        actions: &[Action],
    ) -> Self {
        let mut section_questions = vec![Vec::new(); sections.len()];
        let mut dependents = vec![Vec::new(); questions.len()];
        for (index, question) in questions.iter().enumerate() {
            let here = QuestionIx::new(index);
            if let Some(list) = section_questions.get_mut(question.section.index()) {
                list.push(here);
            }
            if let Some(list) = question
                .visible_if
                .and_then(|condition| dependents.get_mut(condition.question.index()))
            {
                list.push(here);
            }
        }
        Self {
            questions_by_id: by_id(questions, |q| &q.id, QuestionIx::new),
            sections_by_id: by_id(sections, |s| &s.id, SectionIx::new),
            criteria_by_id: by_id(criteria, |c| &c.id, CriterionIx::new),
            actions_by_id: by_id(actions, |a| &a.id, ActionIx::new),
            conditions_first: conditions_first(questions, &dependents),
            section_questions,
            dependents,
        }
    }
}

fn by_id<T, Ix>(entries: &[T], id: impl Fn(&T) -> &str, ix: impl Fn(usize) -> Ix) -> Vec<Ix> {
    let mut order: Vec<(&str, usize)> = entries.iter().map(id).zip(0..).collect();
    crate::sorting::sort(&mut order);
    order.into_iter().map(|(_, index)| ix(index)).collect()
}

fn conditions_first(questions: &[Question], dependents: &[Vec<QuestionIx>]) -> Vec<QuestionIx> {
    let mut order: Vec<QuestionIx> = questions
        .iter()
        .zip(0..)
        .filter(|(question, _)| question.visible_if.is_none())
        .map(|(_, index)| QuestionIx::new(index))
        .collect();
    let mut next = 0;
    while let Some(question) = order.get(next) {
        if let Some(list) = dependents.get(question.index()) {
            order.extend_from_slice(list);
        }
        next = next.saturating_add(1);
    }
    order
}

/// Returned for the index of another model; such a question is never visible.
static NO_QUESTION: Question = Question {
    id: String::new(),
    section: SectionIx::NOWHERE,
    topic: String::new(),
    weight: 0.0,
    quick: false,
    tag: None,
    visible_if: None,
    stance: None,
    not_applicable: false,
};
static NO_SECTION: Section = Section {
    id: String::new(),
    weight: 0.0,
};
static NO_CRITERION: Criterion = Criterion {
    id: String::new(),
    terms: Vec::new(),
};
static NO_ACTION: Action = Action {
    id: String::new(),
    raises: Vec::new(),
    effort: Effort::S,
    after: Vec::new(),
};

impl Model {
    /// Returns a question.
    #[must_use]
    pub fn question(&self, question: QuestionIx) -> &Question {
        self.questions.get(question.index()).unwrap_or(&NO_QUESTION)
    }

    /// Returns a section.
    #[must_use]
    pub fn section(&self, section: SectionIx) -> &Section {
        self.sections.get(section.index()).unwrap_or(&NO_SECTION)
    }

    /// Returns a criterion.
    #[must_use]
    pub fn criterion(&self, criterion: CriterionIx) -> &Criterion {
        self.criteria
            .get(criterion.index())
            .unwrap_or(&NO_CRITERION)
    }

    /// Returns an action.
    #[must_use]
    pub fn action(&self, action: ActionIx) -> &Action {
        self.actions.get(action.index()).unwrap_or(&NO_ACTION)
    }

    /// Returns the weighted criteria of a path for a stance, in file order; not empty.
    #[must_use]
    pub fn path(&self, stance: Stance, path: PathId) -> &[Term] {
        let [provide, adopt] = &self.paths;
        let paths = match stance {
            Stance::Provide => provide,
            Stance::Adopt => adopt,
        };
        let terms: &Vec<Term> = path.select(paths);
        terms
    }

    /// Returns the question with this id.
    #[must_use]
    pub fn find_question(&self, id: &str) -> Option<QuestionIx> {
        find(&self.tables.questions_by_id, id, |ix| &self.question(ix).id)
    }

    /// Returns the section with this id.
    #[must_use]
    pub fn find_section(&self, id: &str) -> Option<SectionIx> {
        find(&self.tables.sections_by_id, id, |ix| &self.section(ix).id)
    }

    /// Returns the criterion with this id.
    #[must_use]
    pub fn find_criterion(&self, id: &str) -> Option<CriterionIx> {
        find(&self.tables.criteria_by_id, id, |ix| &self.criterion(ix).id)
    }

    /// Returns the action with this id.
    #[must_use]
    pub fn find_action(&self, id: &str) -> Option<ActionIx> {
        find(&self.tables.actions_by_id, id, |ix| &self.action(ix).id)
    }

    /// Returns all questions in ascending byte order of their ids, which is the order of draws and
    /// ties.
    #[must_use]
    pub fn questions_by_id(&self) -> &[QuestionIx] {
        &self.tables.questions_by_id
    }

    /// Returns all sections in ascending byte order of their ids.
    #[must_use]
    pub fn sections_by_id(&self) -> &[SectionIx] {
        &self.tables.sections_by_id
    }

    /// Returns all criteria in ascending byte order of their ids.
    #[must_use]
    pub fn criteria_by_id(&self) -> &[CriterionIx] {
        &self.tables.criteria_by_id
    }

    /// Returns all actions in ascending byte order of their ids.
    #[must_use]
    pub fn actions_by_id(&self) -> &[ActionIx] {
        &self.tables.actions_by_id
    }

    /// Returns the questions of a section, in file order.
    #[must_use]
    pub fn section_questions(&self, section: SectionIx) -> &[QuestionIx] {
        self.tables
            .section_questions
            .get(section.index())
            .map_or(&[], Vec::as_slice)
    }

    /// Returns the questions whose condition refers to this one, in file order.
    #[must_use]
    pub fn dependents(&self, question: QuestionIx) -> &[QuestionIx] {
        self.tables
            .dependents
            .get(question.index())
            .map_or(&[], Vec::as_slice)
    }

    /// Returns all questions, each after the one in its condition.
    #[must_use]
    pub fn questions_after_conditions(&self) -> &[QuestionIx] {
        &self.tables.conditions_first
    }

    /// Returns for each question whether it can be visible for a stance: its own stance and those
    /// of all questions that it depends on allow it.
    #[must_use]
    pub fn existing_questions(&self, stance: Stance) -> Vec<bool> {
        let mut exists = vec![false; self.questions.len()];
        for &ix in self.questions_after_conditions() {
            let question = self.question(ix);
            let here = question.stance.is_none_or(|only| only == stance)
                && question.visible_if.is_none_or(|condition| {
                    exists.get(condition.question.index()).copied() == Some(true)
                });
            if let Some(slot) = exists.get_mut(ix.index()) {
                *slot = here;
            }
        }
        exists
    }

    /// Returns whether the quick depth is offered to a stance. Each section and each criterion with
    /// a threshold that has questions for the stance must have a quick one, and no quick question
    /// may depend on one that is not quick.
    #[must_use]
    pub fn offers_quick(&self, stance: Stance) -> bool {
        let exists = self.existing_questions(stance);
        let there = |ix: QuestionIx| exists.get(ix.index()).copied() == Some(true);
        let quick = |ix: QuestionIx| there(ix) && self.question(ix).quick;
        let covered = |questions: &mut dyn Iterator<Item = QuestionIx>| {
            let mut asked = questions.filter(|&ix| there(ix)).peekable();
            asked.peek().is_none() || asked.any(quick)
        };
        let sections = self
            .tables
            .section_questions
            .iter()
            .all(|list| covered(&mut list.iter().copied()));
        let thresholds = PathId::ALL
            .into_iter()
            .flat_map(|path| self.path(stance, path))
            .filter(|term| term.veto_below.is_some())
            .all(|term| {
                let questions = &self.criterion(term.criterion).terms;
                covered(&mut questions.iter().map(|&(ix, _)| ix))
            });
        let conditions = self.question_ixs().filter(|&ix| quick(ix)).all(|ix| {
            self.question(ix)
                .visible_if
                .is_none_or(|condition| quick(condition.question))
        });
        sections && thresholds && conditions
    }
}

fn find<'a, Ix: Copy>(sorted: &[Ix], id: &str, name: impl Fn(Ix) -> &'a String) -> Option<Ix> {
    let at = sorted
        .binary_search_by(|&ix| name(ix).as_str().cmp(id))
        .ok()?;
    sorted.get(at).copied()
}
