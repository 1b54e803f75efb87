//! The shape of a model file.
#![allow(dead_code, reason = "only the shape of these types is of use")]

use std::collections::BTreeMap;

use assay_core::{Effort, Stance, Tag};
use schemars::JsonSchema;

use super::parts::{Level, ModelFormat};

/// A questionnaire with its weights, paths and actions, assay.model/1.
#[derive(JsonSchema)]
#[schemars(title = "Model")]
pub(super) struct ModelFile {
    /// The format.
    format: ModelFormat,
    /// The name that assessments refer to.
    #[schemars(length(min = 1))]
    id: String,
    /// The version that assessments refer to.
    #[schemars(length(min = 1))]
    version: String,
    /// The parts of the questionnaire.
    #[schemars(length(min = 1, max = 12))]
    sections: Vec<Section>,
    /// How section scores make an AI content.
    aggregation: Aggregation,
    /// The questions.
    #[schemars(length(min = 1, max = 5000))]
    questions: Vec<Question>,
    /// Criteria by id: the weight of each question in it.
    criteria: BTreeMap<String, Criterion>,
    /// What the paths weigh for each stance.
    paths: Paths,
    /// What can be done to raise answers.
    #[schemars(length(max = 5000))]
    actions: Option<Vec<Action>>,
    /// What questions of other versions are called now, by old id.
    renamed: Option<BTreeMap<String, String>>,
    /// What each old level from 0 to 4 is now, by question; as a list, a note for authors.
    levels: Option<Levels>,
    /// The same for one version, in place of the other two, by version.
    from_version: Option<BTreeMap<String, Earlier>>,
    /// The wording by language: here, or the name of a file beside this one.
    texts: Option<BTreeMap<String, Wording>>,
}

/// Levels that were cut anew, or a note.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Levels {
    /// By question, what each old level from 0 to 4 is now.
    Now(BTreeMap<String, [Level; 5]>),
    /// A note for authors.
    Note(Vec<serde_json::Value>),
}

/// What became of the questions of a version.
#[derive(JsonSchema)]
struct Earlier {
    /// What its questions are called now, by old id.
    renamed: Option<BTreeMap<String, String>>,
    /// What each of its levels is now, by question.
    levels: Option<Levels>,
}

/// Only ratios of weights count.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Weight(#[schemars(range(min = 0))] f64);

/// The weights of the questions that are averaged, by id.
#[derive(JsonSchema)]
#[schemars(transparent, extend("minProperties" = 1))]
struct Criterion(BTreeMap<String, Weight>);

/// A part with a score of its own.
#[derive(JsonSchema)]
struct Section {
    /// Its id.
    #[schemars(length(min = 1))]
    id: String,
    /// Its share in the AI content.
    #[schemars(extend("exclusiveMinimum" = 0))]
    weight: f64,
}

/// A weighted power mean of shifted section scores.
#[derive(JsonSchema)]
struct Aggregation {
    /// The exponent: 0 for the geometric mean, 1 for the arithmetic one; not nearer to 0 than
    /// 0.01 without being 0.
    #[schemars(range(min = -4, max = 4))]
    power: f64,
    /// What keeps a section at nought from wiping out the rest.
    #[schemars(range(min = 0.0001, max = 1))]
    shift: f64,
}

/// A question with five levels.
#[derive(JsonSchema)]
struct Question {
    /// Its id.
    #[schemars(length(min = 1))]
    id: String,
    /// The id of its section.
    section: String,
    /// The heading it stands under within its section.
    topic: Option<String>,
    /// Its share in the section's score; with 0 it decides paths only.
    weight: Weight,
    /// Whether it is asked in quick depth too.
    quick: Option<bool>,
    /// What else it measures.
    tag: Option<Tag>,
    /// What must be answered before it exists.
    visible_if: Option<Condition>,
    /// The stance it exists for; both if absent.
    stance: Option<Stance>,
    /// Whether "not applicable" is an answer to it.
    not_applicable: Option<bool>,
}

/// Another question and the level that it must reach.
#[derive(JsonSchema)]
struct Condition {
    /// The other question's id.
    question: String,
    /// The level.
    at_least: Level,
}

/// The four paths of each stance.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Paths {
    /// For companies that sell model-based products.
    provide: FourPaths,
    /// For companies that use them.
    adopt: FourPaths,
}

/// What each path weighs, by criterion.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FourPaths {
    /// Models called by interface.
    #[schemars(extend("minProperties" = 1))]
    maas: BTreeMap<String, Term>,
    /// Whole solutions for one industry.
    #[schemars(extend("minProperties" = 1))]
    industry: BTreeMap<String, Term>,
    /// A community and the business around it.
    #[schemars(extend("minProperties" = 1))]
    open_source: BTreeMap<String, Term>,
    /// Systems that act on expert knowledge.
    #[schemars(extend("minProperties" = 1))]
    agent: BTreeMap<String, Term>,
}

/// A criterion's part in a path.
#[derive(JsonSchema)]
struct Term {
    /// Its share in the fit.
    weight: Weight,
    /// What the criterion must reach, whatever else is strong.
    #[schemars(range(min = 0, max = 1))]
    veto_below: Option<f64>,
}

/// Something to do that raises answers.
#[derive(JsonSchema)]
struct Action {
    /// Its id.
    #[schemars(length(min = 1))]
    id: String,
    /// Questions with the level needed and the higher one reached.
    #[schemars(extend("minProperties" = 1))]
    raises: BTreeMap<String, [Level; 2]>,
    /// How much work it is: small, medium, large.
    effort: Effort,
    /// The ids of what must be done before.
    after: Option<Vec<String>>,
}

/// The wording of a questionnaire in one language, or the name of the file that holds it.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Wording {
    /// A file beside this one.
    File(String),
    /// Here.
    Here(Box<Texts>),
}

/// The wording; an id stands where a text is missing.
#[derive(JsonSchema)]
struct Texts {
    /// The title of the questionnaire.
    title: Option<String>,
    /// By section.
    sections: Option<BTreeMap<String, SectionText>>,
    /// By topic.
    topics: Option<BTreeMap<String, String>>,
    /// By question.
    questions: Option<BTreeMap<String, QuestionText>>,
    /// By criterion.
    criteria: Option<BTreeMap<String, String>>,
    /// By path.
    paths: Option<BTreeMap<String, PathText>>,
    /// By action.
    actions: Option<BTreeMap<String, ActionText>>,
}

/// The wording of a section.
#[derive(JsonSchema)]
struct SectionText {
    /// Its heading.
    title: Option<String>,
    /// A sentence or two under it.
    intro: Option<String>,
}

/// The wording of a question.
#[derive(JsonSchema)]
struct QuestionText {
    /// The question.
    text: Option<String>,
    /// A sentence of help.
    help: Option<String>,
    /// What each level means, the lowest first.
    levels: Option<[String; 5]>,
}

/// The wording of a path.
#[derive(JsonSchema)]
struct PathText {
    /// Its name.
    title: Option<String>,
    /// What it is.
    summary: Option<String>,
}

/// The wording of an action.
#[derive(JsonSchema)]
struct ActionText {
    /// What to do.
    title: Option<String>,
    /// Why it pays.
    why: Option<String>,
    /// How one knows that it is done.
    done: Option<String>,
}
