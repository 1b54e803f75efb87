//! Size limits of models.

/// The maximum number of sections; at least one is required.
pub const MAX_SECTIONS: usize = 12;

/// The maximum number of questions; at least one is required.
pub const MAX_QUESTIONS: usize = 5_000;

/// The maximum number of criteria, and of actions.
pub const MAX_ENTRIES: usize = 5_000;
