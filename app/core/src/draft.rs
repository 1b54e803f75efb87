//! An assessment that is being filled in: all that a file holds, with the answers on a [`AnswerSheet`]
//! that keeps count.
//!
//! Nothing of the assessment is anywhere else, so what a draft gives back is what it was made from,
//! but for what was changed through it. Changing an answer costs as much as a sheet does.

use crate::{
    Answer, AnswerAuthors, AnswerSheet, Answers, AskedChange, Assessment, Depth, Model, Notes,
    Profile, QuestionIx, ReceivedInvitation, Stance,
};

/// An assessment that is being filled in. Always used with the model it was made for.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Everything but the answers, whose place in it stays empty.
    rest: Assessment,
    sheet: AnswerSheet,
    /// What `rest` says of an invitation.
    invited: Option<ReceivedInvitation>,
}

impl Draft {
    /// A draft of this assessment. Looks at the whole model once.
    #[must_use]
    pub fn new(model: &Model, assessment: Assessment) -> Self {
        let mut rest = assessment;
        let answers = std::mem::replace(&mut rest.answers, Answers::empty(model));
        let invited = rest.received_invitation(model);
        let mut sheet = AnswerSheet::new(model, rest.profile.stance, rest.depth, answers);
        if let Some(invited) = &invited {
            sheet.limit_to_sections(model, &invited.sections);
        }
        Self {
            rest,
            sheet,
            invited,
        }
    }

    /// The whole assessment.
    #[must_use]
    pub fn assessment(&self) -> Assessment {
        let mut assessment = self.rest.clone();
        assessment.answers = self.sheet.answers().clone();
        assessment
    }

    /// The assessment without what belongs to single questions: answers, notes, who gave them.
    #[must_use]
    pub fn head(&self) -> Assessment {
        let mut head = self.rest.clone();
        head.notes = Notes::new();
        head.given_by = AnswerAuthors::new();
        head
    }

    /// The answers, with what is asked and how far that is.
    #[must_use]
    pub fn sheet(&self) -> &AnswerSheet {
        &self.sheet
    }

    /// Who is assessed.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.rest.profile
    }

    /// Whether few questions are asked or all.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.rest.depth
    }

    /// The language it was begun in.
    #[must_use]
    pub fn locale(&self) -> Option<&str> {
        self.rest.locale.as_deref()
    }

    /// When it was changed last.
    #[must_use]
    pub fn updated(&self) -> Option<&str> {
        self.rest.updated.as_deref()
    }

    /// The note beside a question.
    #[must_use]
    pub fn note(&self, question: QuestionIx) -> Option<&str> {
        self.rest.notes.get(&question).map(String::as_str)
    }

    /// The invitation that is answered, if there is one.
    #[must_use]
    pub fn received_invitation(&self) -> Option<&ReceivedInvitation> {
        self.invited.as_ref()
    }

    /// Gives or (with `None`) takes back an answer. Who changes an answer has given it, so nobody
    /// else is named for it any more.
    pub fn set_answer(
        &mut self,
        model: &Model,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> AnswerChange {
        AnswerChange {
            author_removed: self.rest.given_by.remove(&question).is_some(),
            change: self.sheet.set_answer(model, question, answer),
        }
    }

    /// Writes a note; one that says nothing is removed.
    pub fn set_note(&mut self, question: QuestionIx, note: &str) {
        if note.trim().is_empty() {
            self.rest.notes.remove(&question);
        } else {
            self.rest.notes.insert(question, note.to_owned());
        }
    }

    /// Changes the profile. Another stance asks other questions; answers are kept.
    pub fn set_profile(&mut self, model: &Model, profile: Profile) {
        let stance: Stance = profile.stance;
        self.rest.profile = profile;
        self.sheet.set_stance(model, stance);
    }

    /// Asks quickly or in full; answers are kept.
    pub fn set_depth(&mut self, model: &Model, depth: Depth) {
        self.rest.depth = depth;
        self.sheet.set_depth(model, depth);
    }

    /// Asks all sections, whatever the invitation names.
    pub fn ask_all_sections(&mut self, model: &Model) {
        if let Some(invited) = &mut self.invited {
            invited.sections.clear();
        }
        self.rest
            .set_received_invitation(model, self.invited.as_ref());
        self.sheet.limit_to_sections(model, &[]);
    }

    /// Says in which language it was begun.
    pub fn set_locale(&mut self, locale: &str) {
        self.rest.locale = Some(locale.to_owned());
    }

    /// Says when it was changed last.
    pub fn set_updated(&mut self, time: &str) {
        self.rest.updated = Some(time.to_owned());
    }
}

/// What came of a change of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerChange {
    /// Questions that came and went.
    pub change: AskedChange,
    /// Whether somebody had been named for the answer.
    pub author_removed: bool,
}
