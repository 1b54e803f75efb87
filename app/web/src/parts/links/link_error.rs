//! Why a link cannot be opened or created.

use assay_core::link::{EncodeError, LinkError};
use assay_locale::Messages;

use crate::state::App;

/// Returns why a link cannot be opened, and what to do.
pub(crate) fn link_error_message(app: &App, error: &LinkError) -> String {
    let messages = app.messages();
    match error {
        LinkError::NewerVersion => messages.shared_link_newer().to_owned(),
        LinkError::OtherModel {
            id,
            version,
            changed: true,
        } => messages.shared_link_model_changed(id, version),
        LinkError::OtherModel { id, version, .. } if id == app.questionnaire.model.id() => {
            messages.versions_link(version, app.questionnaire.model.version())
        }
        LinkError::OtherModel { id, version, .. } => messages.shared_link_model(id, version),
        LinkError::TooLong { .. } => messages.shared_link_too_long().to_owned(),
        LinkError::Incomplete => messages.shared_link_incomplete().to_owned(),
        LinkError::Altered => messages.shared_link_altered().to_owned(),
        LinkError::Damaged => messages.shared_link_damaged().to_owned(),
    }
}

/// Returns why no link can be created, and what to do.
pub(crate) fn encode_error_message(messages: &Messages, error: &EncodeError) -> String {
    match error {
        EncodeError::TooLong { length, limit } => {
            messages.share_too_long(&length.to_string(), &limit.to_string())
        }
        // Only invitations contain a mail address.
        EncodeError::NotAMailAddress { .. } => error.to_string(),
    }
}
