//! The invitation that an assessment answers, stored with the assessment.

use crate::link::Invitation;
use crate::{Assessment, Json, Model, SectionIx};

/// The part of an invitation that is kept while it is answered. Stance and depth are fields of the
/// assessment itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedInvitation {
    /// The sections to answer, in the order of the model; empty for all.
    pub sections: Vec<SectionIx>,
    /// The mail address to send the result link to; empty for none.
    pub mail: String,
    /// The payload of the invitation link (the part after `#/i/`), which identifies the invitation.
    pub payload: String,
}

impl ReceivedInvitation {
    /// Creates it from a decoded invitation and the payload of its link.
    #[must_use]
    pub fn from_link(invitation: &Invitation, payload: &str) -> Self {
        Self {
            sections: invitation.sections.clone(),
            mail: invitation.mail.clone(),
            payload: payload.to_owned(),
        }
    }

    fn to_json(&self, model: &Model) -> Json {
        let sections = self.sections.iter();
        let ids = sections.map(|section| Json::text(model.section(*section).id.as_str()));
        Json::object([
            ("sections", Json::List(ids.collect())),
            ("mail", Json::text(self.mail.as_str())),
            ("link", Json::text(self.payload.as_str())),
        ])
    }

    /// Returns `None` for any other value and for an unknown section.
    fn from_json(model: &Model, json: &Json) -> Option<Self> {
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

/// The field of the assessment file. It is not part of the format, so other readers keep it
/// unchanged.
const FIELD: &str = "invited";

impl Assessment {
    /// Returns the invitation that the assessment answers, if there is one.
    #[must_use]
    pub fn received_invitation(&self, model: &Model) -> Option<ReceivedInvitation> {
        ReceivedInvitation::from_json(model, self.unknown_field(FIELD)?)
    }

    /// Removes the sections that the model does not have from the stored invitation. With no
    /// section left, all sections are asked.
    pub(crate) fn remove_unknown_sections(&mut self, model: &Model) {
        let entry = self
            .unknown
            .top
            .iter_mut()
            .find(|(field, _)| field == FIELD);
        if let Some((_, Json::Object(fields))) = entry {
            let sections = fields.iter_mut().find(|(field, _)| field == "sections");
            if let Some((_, Json::List(ids))) = sections {
                ids.retain(|id| {
                    id.as_str()
                        .is_some_and(|id| model.find_section(id).is_some())
                });
            }
        }
    }

    /// Stores the invitation that the assessment answers; `None` removes it.
    pub fn set_received_invitation(&mut self, model: &Model, invited: Option<&ReceivedInvitation>) {
        self.set_unknown_field(FIELD, invited.map(|invited| invited.to_json(model)));
    }
}
