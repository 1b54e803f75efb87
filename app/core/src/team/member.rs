//! One of those who are brought together.

use crate::Assessment;
use crate::link::{DecodedLink, SealedPayload};

/// Somebody with answers of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// What to call them; may be empty.
    pub name: String,
    /// Their answers, to the model that all are brought together for.
    pub assessment: Assessment,
}

/// Why an opened link holds nobody's answers.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MemberError {
    /// Only a result, and answers cannot be computed back from it.
    #[error("this link holds scores without answers: ask its sender for one with answers")]
    ScoresOnly,
    /// An invitation to answer.
    #[error("this is an invitation, which holds no answers: open it, answer, and send the result")]
    Invitation,
    /// Under a passphrase; what it hides may be somebody's answers.
    #[error("this link is under a passphrase")]
    Sealed(SealedPayload),
}

impl Member {
    /// A member who is called as the assessment's profile says.
    #[must_use]
    pub fn new(assessment: Assessment) -> Self {
        Self {
            name: assessment.profile.name.trim().to_owned(),
            assessment,
        }
    }

    /// The member whose answers an opened link holds. Which of the models it was opened with it
    /// belongs to is for the caller to look at.
    ///
    /// # Errors
    /// [`MemberError`], where there are no answers in it.
    pub fn from_link(opened: DecodedLink) -> Result<Self, MemberError> {
        match opened {
            DecodedLink::Assessment { assessment, .. } => Ok(Self::new(*assessment)),
            DecodedLink::Scores { .. } => Err(MemberError::ScoresOnly),
            DecodedLink::Invitation { .. } => Err(MemberError::Invitation),
            DecodedLink::Sealed(sealed) => Err(MemberError::Sealed(sealed)),
        }
    }
}
