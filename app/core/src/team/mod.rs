//! Several people's answers to one questionnaire: how far they agree, what to talk about first,
//! and the assessment that they agree on.
//!
//! [`merge`] looks at up to [`MEMBERS`] assessments of one model and says how the answers to each
//! question are spread; [`agreed`] makes an ordinary assessment of that and of what the group has
//! settled; [`join`] is the same for people who answered different questions. The order of the
//! members changes nothing. `docs/team.md` gives the formulas and their sources.

mod again;
mod agreed;
mod agreement;
mod importance;
mod member;
mod merge;
mod spread;
mod standpoint;

pub use again::{Known, known, order};
pub use agreed::{Conflict, Joined, Progress, Rest, Settled, Settling, agreed, join};
pub use agreement::{Accord, Agreement, Metric, alpha};
pub use member::{Member, NotAMember};
pub use merge::{Disputed, Merged, Outcome, TeamError, merge, stance_of};
pub use spread::{Between, Said, Spread};
pub use standpoint::Standpoint;

/// So many people can be brought together.
pub const MEMBERS: usize = 500;
