//! Members of a team.

use crate::Assessment;
use crate::link::{DecodedLink, SealedPayload};

/// A person with answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The display name; may be empty.
    pub name: String,
    /// The answers, to the model of the team.
    pub assessment: Assessment,
}

/// The reason why a link holds no member.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MemberError {
    /// A result without answers.
    #[error("this link holds scores without answers: ask its sender for one with answers")]
    ScoresOnly,
    /// An invitation.
    #[error("this is an invitation, which holds no answers: open it, answer, and send the result")]
    Invitation,
    /// A sealed payload, which may hold answers.
    #[error("this link is under a passphrase")]
    Sealed(SealedPayload),
}

impl Member {
    /// Creates a member with the name in the profile.
    #[must_use]
    pub fn new(assessment: Assessment) -> Self {
        Self {
            name: assessment.profile.name.trim().to_owned(),
            assessment,
        }
    }

    /// Creates a member from a decoded link. The caller checks the model of the link.
    ///
    /// # Errors
    /// [`MemberError`] if the link holds no answers.
    pub fn from_link(opened: DecodedLink) -> Result<Self, MemberError> {
        match opened {
            DecodedLink::Assessment { assessment, .. } => Ok(Self::new(*assessment)),
            DecodedLink::Scores { .. } => Err(MemberError::ScoresOnly),
            DecodedLink::Invitation { .. } => Err(MemberError::Invitation),
            DecodedLink::Sealed(sealed) => Err(MemberError::Sealed(sealed)),
        }
    }
}
