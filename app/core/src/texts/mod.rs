//! The texts of a model in one language.
//!
//! Texts are loaded separately from the model and are not needed for any computation. An id is used
//! where a text is missing.

mod fill;
mod markup;
mod outline;
mod parse;
mod reader;
mod write;

use crate::{ActionIx, CriterionIx, PathId, Problem, QuestionIx, SectionIx, VecMap};

/// All texts of a model in one language.
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
    /// Their language, if it differs from that of the page.
    foreign: Option<String>,
}

/// The texts of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionText {
    /// The heading.
    pub title: String,
    /// An introduction of one or two sentences; may be empty.
    pub intro: String,
}

/// The texts of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionText {
    /// The question.
    pub text: String,
    /// A help text of one sentence; may be empty.
    pub help: String,
    /// The meaning of each level from 0 to 4.
    pub levels: [String; 5],
}

/// The texts of a path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathText {
    /// The name.
    pub title: String,
    /// A summary of one sentence; may be empty.
    pub summary: String,
}

/// The texts of an action.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionText {
    /// The task.
    pub title: String,
    /// The benefit; may be empty.
    pub why: String,
    /// The completion criterion; may be empty.
    pub done: String,
}

impl Texts {
    /// Returns the title of the questionnaire.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Marks the texts as being in another language than the page.
    #[must_use]
    pub fn with_foreign_language(mut self, tag: &str) -> Self {
        self.foreign = Some(tag.to_owned());
        self
    }

    /// Returns the attribute `lang` for elements with these texts, if it is needed.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.foreign.as_deref()
    }

    /// Returns the attribute `dir` for elements with these texts, if it is needed.
    #[must_use]
    pub fn dir(&self) -> Option<&'static str> {
        self.foreign.as_ref().map(|_| "auto")
    }

    /// Returns the texts of a section.
    #[must_use]
    pub fn section(&self, section: SectionIx) -> &SectionText {
        static NONE: SectionText = SectionText {
            title: String::new(),
            intro: String::new(),
        };
        self.sections.get(section.index()).unwrap_or(&NONE)
    }

    /// Returns the heading of a topic, or its id if there is none.
    #[must_use]
    pub fn topic<'a>(&'a self, id: &'a str) -> &'a str {
        self.topics.get(id).map_or(id, String::as_str)
    }

    /// Returns the texts of a question.
    #[must_use]
    pub fn question(&self, question: QuestionIx) -> &QuestionText {
        static NONE: QuestionText = QuestionText {
            text: String::new(),
            help: String::new(),
            levels: [const { String::new() }; 5],
        };
        self.questions.get(question.index()).unwrap_or(&NONE)
    }

    /// Returns the name of a criterion.
    #[must_use]
    pub fn criterion(&self, criterion: CriterionIx) -> &str {
        self.criteria
            .get(criterion.index())
            .map_or("", String::as_str)
    }

    /// Returns the texts of a path.
    #[must_use]
    pub fn path(&self, path: PathId) -> &PathText {
        path.select(&self.paths)
    }

    /// Returns the texts of an action.
    #[must_use]
    pub fn action(&self, action: ActionIx) -> &ActionText {
        static NONE: ActionText = ActionText {
            title: String::new(),
            why: String::new(),
            done: String::new(),
        };
        self.actions.get(action.index()).unwrap_or(&NONE)
    }

    /// Returns the missing texts and the texts without an entry in the model.
    ///
    /// Incomplete texts are usable, so that a model can be tried while it is written.
    #[must_use]
    pub fn completeness_problems(&self) -> &[Problem] {
        &self.incomplete
    }
}
