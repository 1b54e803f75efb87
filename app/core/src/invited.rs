//! What somebody was asked to answer, as it is remembered beside the assessment.

use crate::link::Invitation;
use crate::{Json, Model, SectionIx};

/// What an invitation leaves behind once somebody answers it. Stance and depth are the
/// assessment's own from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The sections to answer, in the order of the model; empty for all.
    pub sections: Vec<SectionIx>,
    /// A mail address to send the result link to; empty for none.
    pub mail: String,
    /// The part of the invitation's address after `#/i/`, by which it is known again.
    pub payload: String,
}

impl Invited {
    /// By an invitation that came in this payload.
    #[must_use]
    pub fn by(invitation: &Invitation, payload: &str) -> Self {
        Self {
            sections: invitation.sections.clone(),
            mail: invitation.mail.clone(),
            payload: payload.to_owned(),
        }
    }

    /// As a text to be kept.
    #[must_use]
    pub fn to_text(&self, model: &Model) -> String {
        let sections = self.sections.iter();
        let ids = sections.map(|section| Json::text(model.section(*section).id.as_str()));
        Json::object([
            ("sections", Json::List(ids.collect())),
            ("mail", Json::text(self.mail.as_str())),
            ("link", Json::text(self.payload.as_str())),
        ])
        .to_string()
    }

    /// Reads such a text; `None` for anything else, and where it names a section that is not there.
    #[must_use]
    pub fn parse(model: &Model, text: &str) -> Option<Self> {
        let json = Json::parse(text).ok()?;
        let text = |field| Some(json.get(field)?.as_str()?.to_owned());
        let Json::List(ids) = json.get("sections")? else {
            return None;
        };
        let sections = ids.iter().map(|id| model.find_section(id.as_str()?));
        Some(Self {
            sections: sections.collect::<Option<_>>()?,
            mail: text("mail")?,
            payload: text("link")?,
        })
    }
}
