//! The domain of Assay: questionnaire models, answers, and everything that is computed from them.
//!
//! Pure and total: no browser, clock, randomness, files or network, and no input makes it panic.
//! The way through it: [`Model::parse`] reads a questionnaire, [`Assessment::parse`] a company's
//! answers (a page keeps them live in a [`Draft`]), [`score`] computes the result.

#![forbid(unsafe_code)]
// Not in the table of the workspace: elsewhere sums are of what a program made up itself.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod answer;
mod ask_next;
mod assessment;
pub mod backup;
pub mod certainty;
pub mod change;
pub mod compare;
mod draft;
mod encoding;
pub mod examples;
mod ids;
mod invited;
pub mod json;
pub mod link;
mod logarithm;
mod model;
pub mod moment;
pub mod near;
mod ordered;
pub mod passphrase;
mod problem;
pub mod random;
mod range;
pub mod result;
pub mod roadmap;
pub mod score;
pub mod sensitivity;
mod sheet;
pub mod sorting;
pub mod team;
mod texts;
mod visibility;
mod vocabulary;

pub use answer::{Answer, Answers, Level};
pub use assessment::{
    Adapted, Assessment, Given, GivenBy, LineReader, Lost, ModelRef, Moved, Notes, Profile,
};
pub use certainty::{Certainty, DRAWS, Simulation, certainty};
pub use change::{ChangeSearch, SmallestChange, smallest_change};
pub use draft::{AnswerChange, Draft};
pub use encoding::{decode_text, decode_utf8};
pub use examples::Example;
pub use ids::{ActionIx, CriterionIx, QuestionIx, SectionIx};
pub use invited::Invited;
pub use json::Json;
pub use model::{
    Action, Aggregation, Condition, Criterion, Model, Question, Raise, Section, Term, TextSource,
    limits,
};
pub use ordered::Ordered;
pub use problem::{Checked, LevelFault, Problem, ProblemKind, Problems, Shape, Thing};
pub use range::Range;
pub use result::{Calculator, Extent, ResultFile, result};
pub use roadmap::{Roadmap, RoadmapRun, RoadmapWave, roadmap};
pub use score::{
    AiContent, Answered, Conviction, Lift, PathScore, Precision, Recommendation, Resolution, Score,
    Scorer, Standing, Tagged, lift, score,
};
pub use sensitivity::{Sensitivity, SensitivityRun, sensitivity};
pub use sheet::{Change, Count, Sheet};
pub use texts::{ActionText, PathText, QuestionText, SectionText, Texts};
pub use visibility::Visibility;
pub use vocabulary::{Depth, Effort, Maturity, PathId, Stance, Tag, UnknownWord, Wave, Words};
