//! Reading a model file.

use super::Model;
use crate::{Checked, Problems};

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// Everything that is wrong with it, with its place. What is odd but sound is a warning.
    pub fn parse(text: &str) -> Result<Checked<Self>, Problems> {
        let _ = text;
        Err(Problems(Vec::new()))
    }
}
