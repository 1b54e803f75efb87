//! Reading an assessment file.

use super::Assessment;
use crate::{Model, Problems};

impl Assessment {
    /// Reads an assessment of this model.
    ///
    /// # Errors
    /// [`OtherModel`](crate::ProblemKind::OtherModel) alone, if it belongs to another one (see
    /// [`Assessment::adapt`]); otherwise everything that is wrong with it, with its place.
    pub fn parse(model: &Model, text: &str) -> Result<Self, Problems> {
        let _ = (model, text);
        Err(Problems(Vec::new()))
    }
}
