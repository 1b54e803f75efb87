//! The team of the reader: several people's assessments and what they agree on.

mod membership;
mod storage;
mod team_state;

pub(crate) use membership::{DuplicateChoice, NotAdded};
pub(crate) use team_state::{DuplicateMember, Team};
