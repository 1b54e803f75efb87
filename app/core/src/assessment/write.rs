//! Writing an assessment file.

use super::Assessment;
use crate::Model;

impl Assessment {
    /// The file, with every field that was in it when it was read.
    #[must_use]
    pub fn to_json(&self, model: &Model) -> String {
        let _ = model;
        String::new()
    }
}
