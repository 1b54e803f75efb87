//! Reads assessment files.

use super::{AnswerAuthors, Assessment, FORMAT, LostEntry, Notes, Profile, UnknownFields};
use crate::json::{Fields, Json, Node, read_tree, report_repeated_keys};
use crate::problem::Log;
use crate::{
    Answer, Answers, Depth, EntryKind, Model, ModelRef, Problem, ProblemKind, Problems, QuestionIx,
    Stance, VecMap,
};

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

    /// Parses an assessment file of this model without its entries by question: answers, notes and
    /// authors, which are ignored, and so is the name of the format. Returns `None` for a file of
    /// another model and for faulty fields.
    #[must_use]
    pub fn parse_head(model: &Model, text: &str) -> Option<Self> {
        let json = read_tree(text).ok()?;
        let mut log = Log::default();
        let mut assessment = Self::new(model, Stance::Provide, Depth::Full);
        head(
            &mut assessment,
            &Node::top(&json).fields(&mut log)?,
            &mut log,
        );
        let is_of = |of: &ModelRef| of.id == model.id() && of.version == model.version();
        let is_own = assessment.model.as_ref().is_none_or(is_of);
        (is_own && log.is_empty()).then_some(assessment)
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
        head(&mut assessment, &fields, &mut log);
        if lost.is_none() {
            is_of(model, &assessment)?;
        }
        if let Some(node) = fields.optional("given_by") {
            assessment.given_by = given_by(model, &node, lost.is_some(), &mut log);
        }
        if let Some(node) = fields.required("answers", &mut log) {
            assessment.answers = read_answers(model, &node, lost.as_deref_mut(), &mut log);
        }
        if let Some(node) = fields.optional("notes") {
            assessment.notes = notes(model, &node, lost, &mut log);
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

const KNOWN: [&str; 10] = [
    "format", "model", "locale", "depth", "profile", "answers", "notes", "given_by", "created",
    "updated",
];

/// Reads all fields except answers and notes.
fn head(assessment: &mut Assessment, fields: &Fields<'_, '_>, log: &mut Log) {
    let mut unknown = UnknownFields {
        top: fields.unknown_fields(&KNOWN),
        ..UnknownFields::default()
    };
    assessment.model = fields
        .optional("model")
        .and_then(|node| model_ref(&node, &mut unknown, log));
    let text = |field, log: &mut Log| Some(fields.optional(field)?.text(log)?.to_owned());
    assessment.locale = text("locale", log);
    assessment.created = text("created", log);
    assessment.updated = text("updated", log);
    assessment.depth = fields
        .optional("depth")
        .and_then(|node| node.word(Depth::parse, &Depth::WORDS, log))
        .unwrap_or_default();
    if let Some(node) = fields.required("profile", log) {
        profile(&mut assessment.profile, &node, &mut unknown, log);
    }
    assessment.unknown = unknown;
}

fn model_ref(node: &Node<'_, '_>, unknown: &mut UnknownFields, log: &mut Log) -> Option<ModelRef> {
    let fields = node.fields(log)?;
    unknown.model = fields.unknown_fields(&["id", "version"]);
    let text = |field, log: &mut Log| Some(fields.required(field, log)?.text(log)?.to_owned());
    let (id, version) = (text("id", log), text("version", log));
    Some(ModelRef {
        id: id?,
        version: version?,
    })
}

fn profile(profile: &mut Profile, node: &Node<'_, '_>, unknown: &mut UnknownFields, log: &mut Log) {
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

/// Reads answers. Entries without a question in the model are added to `lost`, or reported if it is
/// `None`.
pub(crate) fn read_answers(
    model: &Model,
    node: &Node<'_, '_>,
    mut lost: Option<&mut Vec<LostEntry>>,
    log: &mut Log,
) -> Answers {
    let mut answers = Answers::empty(model);
    let Some(fields) = node.fields(log) else {
        return answers;
    };
    for (id, node) in fields.nodes() {
        let question = model.find_question(id);
        // Data frames write open answers as `null`. An unknown question is reported nevertheless.
        if *node.json == Json::Null && (question.is_some() || lost.is_some()) {
            continue;
        }
        let answer = match node.json {
            Json::Null => None,
            _ => answer(&node, log),
        };
        let Some(kind) = refusal(model, id, question, answer) else {
            if let Some(question) = question.filter(|_| answer.is_some()) {
                answers.set(question, answer);
            }
            continue;
        };
        match &mut lost {
            Some(lost) => lost.push(LostEntry {
                question: id.to_owned(),
                answer: Some(node.json.clone()),
                note: None,
            }),
            None => log.report(&node.place, kind),
        }
    }
    answers
}

/// Returns why an answer has no place in the model.
fn refusal(
    model: &Model,
    id: &str,
    question: Option<QuestionIx>,
    answer: Option<Answer>,
) -> Option<ProblemKind> {
    let Some(question) = question else {
        return Some(unknown_question(id));
    };
    let refused = answer == Some(Answer::NotApplicable) && !model.question(question).not_applicable;
    refused.then(|| ProblemKind::NotApplicableNotAllowed {
        question: id.to_owned(),
    })
}

fn answer(node: &Node<'_, '_>, log: &mut Log) -> Option<Answer> {
    let answer = match node.json {
        Json::Text(word) if word == "unknown" => Some(Answer::Unknown),
        Json::Text(word) if word == "not_applicable" => Some(Answer::NotApplicable),
        other => other.as_level().map(Answer::Level),
    };
    if answer.is_none() {
        let (found, fault) = (node.json.quote(), node.json.level_fault());
        log.report(&node.place, ProblemKind::NotAnAnswer { found, fault });
    }
    answer
}

fn notes(
    model: &Model,
    node: &Node<'_, '_>,
    lost: Option<&mut Vec<LostEntry>>,
    log: &mut Log,
) -> Notes {
    let mut notes = Notes::new();
    let mut orphans = Vec::new();
    let Some(fields) = node.fields(log) else {
        return notes;
    };
    for (id, node) in fields.nodes() {
        let text = node.text(log).unwrap_or_default();
        if let Some(question) = model.find_question(id) {
            notes.insert(question, text.to_owned());
        } else if lost.is_none() {
            log.report(&node.place, unknown_question(id));
        } else {
            orphans.push((id, text));
        }
    }
    if let Some(lost) = lost {
        lose_notes(lost, &orphans);
    }
    notes
}

/// Reads the authors of answers. While adapting, entries without a question are skipped: the answer
/// itself is reported as lost.
fn given_by(model: &Model, node: &Node<'_, '_>, adapting: bool, log: &mut Log) -> AnswerAuthors {
    let mut givers = AnswerAuthors::new();
    let Some(fields) = node.fields(log) else {
        return givers;
    };
    for (id, node) in fields.nodes() {
        let name = node.text(log).unwrap_or_default();
        match model.find_question(id) {
            Some(question) => drop(givers.insert(question, name.to_owned())),
            None if adapting => {}
            None => log.report(&node.place, unknown_question(id)),
        }
    }
    givers
}

fn unknown_question(id: &str) -> ProblemKind {
    ProblemKind::UnknownId {
        of: EntryKind::Question,
        id: id.to_owned(),
    }
}

/// Adds notes to the lost answers of the same questions.
fn lose_notes(lost: &mut Vec<LostEntry>, orphans: &[(&str, &str)]) {
    let mut notes: VecMap<&str, &str> = VecMap::new();
    for &(id, note) in orphans {
        notes.insert(id, note);
    }
    for entry in lost.iter_mut() {
        entry.note = notes.remove(entry.question.as_str()).map(str::to_owned);
    }
    let alone = orphans.iter().filter(|(id, _)| notes.contains_key(id));
    lost.extend(alone.map(|&(id, note)| LostEntry {
        question: id.to_owned(),
        answer: None,
        note: Some(note.to_owned()),
    }));
}
