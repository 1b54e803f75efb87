//! The domain of Assay: questionnaire models, answers, and everything that is computed from them.
//!
//! Pure and total: no browser, clock, randomness, files or network, and no input makes it panic.
//! The way through it: [`Model::parse`] reads a questionnaire, [`Assessment::parse`] a company's
//! answers (a page keeps them live in a [`Draft`]), [`score`] computes the result.

#![forbid(unsafe_code)]
// Not in the table of the workspace: elsewhere sums are of what a program made up itself.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod answer;
mod answer_sheet;
mod answers;
mod ask_next;
mod assessment;
pub mod backup;
pub mod certainty;
pub mod change;
pub mod compare;
mod day;
mod draft;
mod encoding;
mod evaluation;
pub mod examples;
mod ids;
pub mod json;
pub mod link;
mod logarithm;
mod model;
mod model_ref;
pub mod near;
pub mod passphrase;
mod problem;
pub mod random;
mod range;
mod received_invitation;
mod response;
pub mod result;
pub mod roadmap;
pub mod score;
pub mod sensitivity;
pub mod sorting;
mod syntax;
pub mod team;
mod texts;
pub mod timestamp;
mod vec_map;
mod visibility;
mod vocabulary;

pub use answer::{Answer, Level};
pub use answer_sheet::{AnswerSheet, AskedChange, Progress};
pub use answers::Answers;
pub use assessment::{
    AdaptedAssessment, AnswerAuthors, Assessment, LineReader, LostEntry, Notes, ParsedLine,
    Profile, RecodedAnswer,
};
pub use certainty::{Certainty, DEFAULT_DRAWS, Simulation};
pub use change::{ChangeSearch, SmallestChange};
pub use day::Day;
pub use draft::{AnswerChange, Draft};
pub use encoding::{decode_text, decode_utf8};
pub use evaluation::Evaluation;
pub use examples::Example;
pub use ids::{ActionIx, CriterionIx, QuestionIx, SectionIx};
pub use json::Json;
pub use model::{
    Action, Aggregation, Condition, Criterion, Model, Question, Raise, Section, Term, TextSource,
    limits,
};
pub use model_ref::ModelRef;
pub use problem::{EntryKind, JsonType, LevelFault, Problem, ProblemKind, Problems, WithWarnings};
pub use range::Range;
pub use received_invitation::ReceivedInvitation;
pub use response::Response;
pub use result::{Extent, ResultCalculator, ResultFile};
pub use roadmap::{Roadmap, RoadmapRun, RoadmapWave};
pub use score::{
    AiContent, AnswerCoverage, Conviction, Lift, PathScore, PathStatus, Precision, Recommendation,
    Resolution, Score, Scorer, TagScore,
};
pub use sensitivity::{Sensitivity, SensitivityRun};
pub use texts::{ActionText, PathText, QuestionText, SectionText, Texts};
pub use vec_map::VecMap;
pub use visibility::Visibility;
pub use vocabulary::{
    ConfidenceLevel, Depth, Effort, Maturity, PathId, Stance, Tag, UnknownWord, Wave,
};
