//! How large a model may be.

/// Sections: from 1 to so many.
pub const SECTIONS: usize = 12;

/// Questions: from 1 to so many.
pub const QUESTIONS: usize = 5_000;

/// Criteria, and likewise actions: up to so many.
pub const ENTRIES: usize = 5_000;
