//! Reads the head of an assessment file: all fields except the entries by question.

use super::{Assessment, Profile, UnknownFields};
use crate::json::{Fields, Node, read_tree};
use crate::problem::Log;
use crate::{Depth, Model, ModelRef, Stance};

impl Assessment {
    /// Parses an assessment file of this model without its entries by question: answers, notes, evidence
    /// and authors, which are ignored, and so is the name of the format. Returns `None` for a file of
    /// another model and for faulty fields.
    #[must_use]
    pub fn parse_head(model: &Model, text: &str) -> Option<Self> {
        let json = read_tree(text).ok()?;
        let mut log = Log::default();
        let mut assessment = Self::new(model, Stance::Provide, Depth::Full);
        let top = Node::top(&json);
        let fields = top.fields(&mut log)?;
        read_head(&mut assessment, &fields, &mut log);
        let is_of = |of: &ModelRef| of.id == model.id() && of.version == model.version();
        let is_own = assessment.model.as_ref().is_none_or(is_of);
        (is_own && log.is_empty()).then_some(assessment)
    }
}

/// The fields of an assessment file.
const KNOWN: [&str; 10] = [
    "format", "model", "locale", "depth", "profile", "answers", "notes", "given_by", "created",
    "updated",
];

/// Reads all fields except the entries by question.
pub(super) fn read_head(assessment: &mut Assessment, fields: &Fields<'_, '_>, log: &mut Log) {
    let mut unknown = UnknownFields {
        top: fields.unknown_fields(&KNOWN),
        ..UnknownFields::default()
    };
    assessment.model = fields
        .optional("model")
        .and_then(|node| read_model_ref(&node, &mut unknown, log));
    let text = |field, log: &mut Log| Some(fields.optional(field)?.text(log)?.to_owned());
    assessment.locale = text("locale", log);
    assessment.created = text("created", log);
    assessment.updated = text("updated", log);
    assessment.depth = fields
        .optional("depth")
        .and_then(|node| node.word(Depth::parse, &Depth::WORDS, log))
        .unwrap_or_default();
    if let Some(node) = fields.required("profile", log) {
        read_profile(&mut assessment.profile, &node, &mut unknown, log);
    }
    assessment.unknown = unknown;
}

fn read_model_ref(
    node: &Node<'_, '_>,
    unknown: &mut UnknownFields,
    log: &mut Log,
) -> Option<ModelRef> {
    let fields = node.fields(log)?;
    unknown.model = fields.unknown_fields(&["id", "version"]);
    let text = |field, log: &mut Log| Some(fields.required(field, log)?.text(log)?.to_owned());
    let (id, version) = (text("id", log), text("version", log));
    Some(ModelRef {
        id: id?,
        version: version?,
    })
}

fn read_profile(
    profile: &mut Profile,
    node: &Node<'_, '_>,
    unknown: &mut UnknownFields,
    log: &mut Log,
) {
    let Some(fields) = node.fields(log) else {
        return;
    };
    unknown.profile = fields.unknown_fields(&["name", "industry", "size", "stance"]);
    let text = |field, log: &mut Log| {
        let text = fields.optional(field).and_then(|node| node.text(log));
        text.unwrap_or_default().to_owned()
    };
    profile.name = text("name", log);
    profile.industry = text("industry", log);
    profile.size = text("size", log);
    if let Some(stance) = fields
        .required("stance", log)
        .and_then(|node| node.word(Stance::parse, &Stance::WORDS, log))
    {
        profile.stance = stance;
    }
}
