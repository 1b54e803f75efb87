//! The domain of Assay: questionnaire models, answers, and all figures that are computed from them.
//!
//! The crate has no I/O: no browser, clock, randomness, file or network access. It does not panic on
//! any input, and computes the same bits on every platform.
//!
//! # Example
//!
//! ```
//! use assay_core::{Assessment, Extent, Model};
//!
//! # let model_file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
//! let model = Model::parse(model_file)?.value;
//! let file = r#"{
//!     "format": "assay.assessment/1",
//!     "profile": { "name": "Acme", "stance": "adopt" },
//!     "answers": { "data.domain": 3, "data.labels": "unknown" }
//! }"#;
//! let assessment = Assessment::parse(&model, file)?;
//!
//! let evaluation = assessment.evaluation(&model);
//! let score = evaluation.score();
//! assert_eq!(score.answered.known, 1);
//! assert_eq!(score.ai_content.value(), None, "most sections are open");
//! println!("{}", evaluation.result(1_000, Extent::Full).to_json());
//! # Ok::<(), assay_core::Problems>(())
//! ```
//!
//! # Structure
//!
//! | module or type | content |
//! | --- | --- |
//! | [`Model`], [`Texts`] | questionnaires and their texts |
//! | [`Assessment`], [`Draft`], [`LineReader`] | the answers of a company: in files, while they are given, and many at a time |
//! | [`Evaluation`] | all computations: [`score`](Evaluation::score), [`certainty`](Evaluation::certainty), [`sensitivity`](Evaluation::sensitivity), [`smallest_change`](Evaluation::smallest_change), [`lift`](Evaluation::lift), [`roadmap`](Evaluation::roadmap), [`result`](Evaluation::result) |
//! | [`link`] | results and invitations in URLs |
//! | [`cohort`] | the distribution of the figures of many companies, without names |
//! | [`compare`], [`team`] | several results, and several people's answers to one questionnaire |
//! | [`backup`], [`examples`], [`passphrase`] | backups of the app, example companies, passphrases for links |
//! | [`Problems`] | everything that is wrong with a file, each problem with its place |

#![forbid(unsafe_code)]
// Only here: other crates do arithmetic on values that they chose themselves.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod answer;
mod answer_sheet;
mod answers;
mod ask_next;
mod assessment;
pub mod backup;
pub mod certainty;
pub mod change;
pub mod cohort;
pub mod compare;
mod day;
mod draft;
mod encoding;
mod evaluation;
mod evidence;
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
// For the other crates of the workspace, which share its single instance of a sort.
#[doc(hidden)]
pub mod sorting;
mod syntax;
mod targets;
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
    ActionPlan, AdaptedAssessment, AnswerAuthors, Assessment, LineReader, LostEntry,
    MAX_OWNER_LENGTH, Notes, ParsedLine, PlannedAction, Profile, RecodedAnswer,
};
pub use certainty::{Certainty, DEFAULT_DRAWS, Simulation};
pub use change::{ChangeSearch, SmallestChange};
pub use day::Day;
pub use draft::{AnswerChange, Draft};
pub use encoding::{decode_text, decode_utf8};
pub use evaluation::Evaluation;
pub use evidence::{
    Evidence, EvidenceRecords, EvidenceSource, MAX_PERSON_LENGTH, MAX_SOURCE_LENGTH, Person,
};
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
pub use roadmap::{ActionProgress, Roadmap, RoadmapRun, RoadmapWave};
pub use score::{
    AiContent, AnswerCoverage, Conviction, Lift, PathScore, PathStatus, Precision, Recommendation,
    Resolution, Score, Scorer, TagScore,
};
pub use sensitivity::{Sensitivity, SensitivityRun};
pub use targets::{
    Aim, QuestionTarget, SectionTarget, TargetDistance, TargetOutcome, TargetOutlook,
    TargetProgress, TargetScore, TargetState, Targets,
};
pub use texts::{ActionText, PathText, QuestionText, SectionText, Texts};
pub use vec_map::VecMap;
pub use visibility::Visibility;
pub use vocabulary::{
    ConfidenceLevel, Depth, Effort, Maturity, PathId, Stance, Tag, UnknownWord, Wave,
};
