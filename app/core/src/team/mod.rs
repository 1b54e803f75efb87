//! Several people's answers to one questionnaire: how far they agree, what to talk about first,
//! and the assessment that they agree on.
//!
//! [`merge_members`] looks at up to [`MAX_MEMBERS`] assessments of one model and says how the answers to each
//! question are spread; [`agreed`] makes an ordinary assessment of that and of what the group has
//! settled; [`join_members`] is the same for people who answered different questions. The order of the
//! members changes nothing. `docs/team.md` gives the formulas and their sources.

mod agreement;
mod consensus;
mod distribution;
mod existing_member;
mod importance;
mod member;
mod member_comparison;
mod merge;

pub use agreement::{Agreement, AgreementLevel, Metric, krippendorff_alpha};
pub use consensus::{
    AnswerConflict, ConsensusOptions, ConsensusProgress, GroupAnswers, JoinedAssessment,
    UnresolvedPolicy, build_consensus, join_members,
};
pub use distribution::{AnswerDistribution, LevelRange, Response};
pub use existing_member::{ExistingMember, compare_times, find_existing_member};
pub use member::{Member, MemberError};
pub use member_comparison::MemberComparison;
pub use merge::{
    DisputedQuestion, MergedAnswers, Outcome, TeamError, majority_stance, merge_members,
};

/// So many people can be brought together.
pub const MAX_MEMBERS: usize = 500;
