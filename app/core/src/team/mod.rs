//! The answers of several people to one questionnaire: their agreement, the questions to discuss,
//! and their consensus.
//!
//! [`merge_members`] computes the distribution of the answers to each question for up to
//! [`MAX_MEMBERS`] assessments of one model. [`build_consensus`] turns it, with the answers that
//! the group decided, into an ordinary assessment. [`join_members`] does the same for people who
//! answered different questions. The order of the members does not affect any result.
//! `docs/team.md` contains the formulas and their sources.

mod agreement;
mod consensus;
mod distribution;
mod existing_member;
mod importance;
mod member;
mod member_comparison;
mod merge;
mod outcome;

pub use crate::Response;
pub use agreement::{Agreement, AgreementLevel, Metric, krippendorff_alpha};
pub use consensus::{
    AnswerConflict, ConsensusOptions, ConsensusProgress, GroupAnswers, JoinedAssessment,
    UnresolvedPolicy, build_consensus, join_members,
};
pub use distribution::{AnswerDistribution, LevelRange};
pub use existing_member::{ExistingMember, compare_times, find_existing_member};
pub use member::{Member, MemberError};
pub use member_comparison::MemberComparison;
pub use merge::{DisputedQuestion, MergedAnswers, TeamError, majority_stance, merge_members};
pub use outcome::Outcome;

/// The maximum number of members.
pub const MAX_MEMBERS: usize = 500;
