//! References to versions of models.

use std::fmt;

/// A reference to a version of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelRef {
    /// The id of the model.
    pub id: String,
    /// The version of the model.
    pub version: String,
}

impl fmt::Display for ModelRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} version {:?}", self.id, self.version)
    }
}
