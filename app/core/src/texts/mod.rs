//! A model's wording in one language.
//!
//! Wording is data and comes after the model: without it everything can be computed, and an id
//! stands where a text is missing.

mod fill;
mod markup;
mod outline;
mod parse;

use crate::{ActionIx, CriterionIx, PathId, Problem, QuestionIx, SectionIx, VecMap};

/// All texts of one model in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts {
    title: String,
    sections: Vec<SectionText>,
    topics: VecMap<String, String>,
    questions: Vec<QuestionText>,
    criteria: Vec<String>,
    paths: [PathText; 4],
    actions: Vec<ActionText>,
    incomplete: Vec<Problem>,
    /// Their language, where it is another than that of the page around them.
    foreign: Option<String>,
}

/// The wording of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionText {
    /// Its heading.
    pub title: String,
    /// A sentence or two under it; may be empty.
    pub intro: String,
}

/// The wording of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionText {
    /// The question itself.
    pub text: String,
    /// A sentence of help; may be empty.
    pub help: String,
    /// What each level means, 0 to 4.
    pub levels: [String; 5],
}

/// The wording of a path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathText {
    /// Its name.
    pub title: String,
    /// What it is, in a sentence; may be empty.
    pub summary: String,
}

/// The wording of an action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionText {
    /// What to do.
    pub title: String,
    /// Why it pays; may be empty.
    pub why: String,
    /// How one knows that it is done; may be empty.
    pub done: String,
}

impl Texts {
    /// The title of the questionnaire.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The same texts, to be marked as being in another language than what is around them.
    #[must_use]
    pub fn with_foreign_language(mut self, tag: &str) -> Self {
        self.foreign = Some(tag.to_owned());
        self
    }

    /// The value of `lang` for an element with one of these texts, where it needs one.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.foreign.as_deref()
    }

    /// The value of `dir` for such an element.
    #[must_use]
    pub fn dir(&self) -> Option<&'static str> {
        self.foreign.as_ref().map(|_| "auto")
    }

    /// The wording of a section.
    #[must_use]
    pub fn section(&self, section: SectionIx) -> &SectionText {
        static NONE: SectionText = SectionText {
            title: String::new(),
            intro: String::new(),
        };
        self.sections.get(section.index()).unwrap_or(&NONE)
    }

    /// The heading of a topic; its id where it has none.
    #[must_use]
    pub fn topic<'a>(&'a self, id: &'a str) -> &'a str {
        self.topics.get(id).map_or(id, String::as_str)
    }

    /// The wording of a question.
    #[must_use]
    pub fn question(&self, question: QuestionIx) -> &QuestionText {
        static NONE: QuestionText = QuestionText {
            text: String::new(),
            help: String::new(),
            levels: [const { String::new() }; 5],
        };
        self.questions.get(question.index()).unwrap_or(&NONE)
    }

    /// The name of a criterion.
    #[must_use]
    pub fn criterion(&self, criterion: CriterionIx) -> &str {
        self.criteria
            .get(criterion.index())
            .map_or("", String::as_str)
    }

    /// The wording of a path.
    #[must_use]
    pub fn path(&self, path: PathId) -> &PathText {
        path.select(&self.paths)
    }

    /// The wording of an action.
    #[must_use]
    pub fn action(&self, action: ActionIx) -> &ActionText {
        static NONE: ActionText = ActionText {
            title: String::new(),
            why: String::new(),
            done: String::new(),
        };
        self.actions.get(action.index()).unwrap_or(&NONE)
    }

    /// Every text that is missing, and every one for something that the model does not have.
    ///
    /// Such texts are usable, so that a model can be tried while it is being written; what ships
    /// has none of these problems.
    #[must_use]
    pub fn completeness_problems(&self) -> &[Problem] {
        &self.incomplete
    }
}
