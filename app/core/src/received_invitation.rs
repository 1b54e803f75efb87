//! What somebody was asked to answer, as it is remembered beside the assessment.

use crate::link::Invitation;
use crate::{Assessment, Json, Model, SectionIx};

/// What an invitation leaves behind once somebody answers it. Stance and depth are the
/// assessment's own from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedInvitation {
    /// The sections to answer, in the order of the model; empty for all.
    pub sections: Vec<SectionIx>,
    /// A mail address to send the result link to; empty for none.
    pub mail: String,
    /// The part of the invitation's address after `#/i/`, by which it is known again.
    pub payload: String,
}

impl ReceivedInvitation {
    /// By an invitation that came in this payload.
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

    /// `None` for anything else, and where it names a section that is not there.
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

/// The field of an assessment file. The format does not know it, and so keeps it as it is.
const FIELD: &str = "invited";

impl Assessment {
    /// The invitation that it answers, if there is one.
    #[must_use]
    pub fn received_invitation(&self, model: &Model) -> Option<ReceivedInvitation> {
        ReceivedInvitation::from_json(model, self.unknown_field(FIELD)?)
    }

    /// Forgets the sections that an invitation names and the model does not have. Where none is left,
    /// all are asked.
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

    /// Remembers the invitation that it answers, or forgets it.
    pub fn set_received_invitation(&mut self, model: &Model, invited: Option<&ReceivedInvitation>) {
        self.unknown.top.retain(|(field, _)| field != FIELD);
        let entry = invited.map(|invited| (FIELD.to_owned(), invited.to_json(model)));
        self.unknown.top.extend(entry);
    }
}
