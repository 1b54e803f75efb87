//! Reads assessment files.

use super::entries::{read_answers, read_authors, read_notes};
use super::head::read_head;
use super::{Assessment, FORMAT, LostEntry};
use crate::evidence::{self, read_evidence};
use crate::json::{Json, Node, read_tree, report_repeated_keys};
use crate::problem::Log;
use crate::{Depth, Model, ModelRef, Problem, ProblemKind, Problems, Stance};

impl Assessment {
    /// Parses an assessment of this model.
    ///
    /// # Errors
    /// Only [`OtherModel`](ProblemKind::OtherModel) if it belongs to another model (see
    /// [`Assessment::adapt`]); otherwise every problem with its place.
    ///
    /// ```
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = assay_core::Model::parse(file)?.value;
    /// use assay_core::Assessment;
    ///
    /// let file = r#"{
    ///     "format": "assay.assessment/1",
    ///     "profile": { "stance": "provide" },
    ///     "answers": { "data.domain": 3 }
    /// }"#;
    /// let assessment = Assessment::parse(&model, file)?;
    /// assert_eq!(assessment.answers.len(), 1);
    ///
    /// let broken = Assessment::parse(&model, &file.replace('3', "7")).unwrap_err();
    /// let position = broken.locate(file).0[0].position.expect("a place in the text");
    /// assert_eq!((position.line, position.column), (4, 33));
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    pub fn parse(model: &Model, text: &str) -> Result<Self, Problems> {
        let json = read_tree(text).map_err(Problems::single)?;
        Self::from_json(model, &json)
    }

    /// Reads an assessment of this model from a JSON tree.
    ///
    /// # Errors
    /// As [`Assessment::parse`].
    pub fn from_json(model: &Model, json: &Json) -> Result<Self, Problems> {
        read_assessment(model, json, None)
    }
}

/// Reads an assessment. Entries without a question in the model are added to `lost`, or reported if
/// it is `None`. Without `lost`, a file of another model is refused for that reason alone.
pub(super) fn read_assessment(
    model: &Model,
    json: &Json,
    lost: Option<&mut Vec<LostEntry>>,
) -> Result<Assessment, Problems> {
    let mut lost = lost;
    let mut log = Log::default();
    report_repeated_keys(json, &mut log);
    let top = Node::top(json);
    let mut assessment = Assessment::new(model, Stance::Provide, Depth::Full);
    if let Some(fields) = top.fields(&mut log) {
        fields.check_format(FORMAT, "answers", &mut log)?;
        read_head(&mut assessment, &fields, &mut log);
        if lost.is_none() {
            is_of(model, &assessment)?;
        }
        if let Some(node) = fields.optional("given_by") {
            assessment.given_by = read_authors(model, &node, lost.is_some(), &mut log);
        }
        if let Some(node) = fields.required("answers", &mut log) {
            assessment.answers = read_answers(model, &node, lost.as_deref_mut(), &mut log);
        }
        if let Some(node) = fields.optional("notes") {
            assessment.notes = read_notes(model, &node, lost.as_deref_mut(), &mut log);
        }
        if let Some(node) = fields.optional(evidence::FIELD) {
            assessment.evidence_records = read_evidence(model, &node, lost, &mut log);
            assessment.set_unknown_field(evidence::FIELD, None);
        }
    }
    log.into_result().map(|()| assessment)
}

/// Checks that the assessment names this model or none.
fn is_of(model: &Model, assessment: &Assessment) -> Result<(), Problems> {
    let at_hand = ModelRef::of_model(model);
    match &assessment.model {
        Some(found) if *found != at_hand => Err(Problems(vec![Problem {
            place: "model".to_owned(),
            position: None,
            kind: ProblemKind::OtherModel {
                found: found.clone(),
                at_hand,
            },
        }])),
        _ => Ok(()),
    }
}
