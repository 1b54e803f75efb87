//! Taking an assessment over to another model, or another version of it.

use super::{Assessment, ModelRef, read};
use crate::json::read_tree;
use crate::{Json, Model, Problems};

/// An assessment copied by equal ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Adapted {
    /// The copy, belonging to the model at hand.
    pub assessment: Assessment,
    /// What has no place in that model, in the order of the file.
    pub lost: Vec<Lost>,
}

/// An answer or note that could not be taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    /// The question's id in the file.
    pub question: String,
    /// The answer as it stands in the file.
    pub answer: Option<Json>,
    /// The note.
    pub note: Option<String>,
}

impl Assessment {
    /// Reads an assessment of any model, keeping what the model at hand has a question for.
    ///
    /// # Errors
    /// Everything else that [`Assessment::parse`] refuses.
    pub fn adapt(model: &Model, text: &str) -> Result<Adapted, Problems> {
        let json = read_tree(text).map_err(Problems::one)?;
        let mut lost = Vec::new();
        let mut assessment = read::read(model, &json, Some(&mut lost))?;
        assessment.model = Some(ModelRef::to(model));
        Ok(Adapted { assessment, lost })
    }
}
