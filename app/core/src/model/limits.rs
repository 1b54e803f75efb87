//! How large a model may be.

/// Sections: from 1 to so many.
pub const MAX_SECTIONS: usize = 12;

/// Questions: from 1 to so many.
pub const MAX_QUESTIONS: usize = 5_000;

/// Criteria, and likewise actions: up to so many.
pub const MAX_ENTRIES: usize = 5_000;
