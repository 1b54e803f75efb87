//! The roadmap: actions in descending order of their gain per effort, in waves.

mod plan;

pub use plan::RoadmapRun;

use crate::{ActionIx, Answers, Model, PathId, Stance, Wave};

/// The maximum total effort of a roadmap.
pub const MAX_EFFORT: u32 = 60;

/// A plan towards the recommended path, or else the nearest one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roadmap {
    /// The path at which it aims; `None` if there is none, and then no waves.
    pub target: Option<PathId>,
    /// The waves that have actions.
    pub waves: Vec<RoadmapWave>,
}

/// The actions of one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct RoadmapWave {
    /// The wave.
    pub wave: Wave,
    /// The actions, in the recommended order.
    pub actions: Vec<ActionIx>,
    /// The AI content after the wave, in percent.
    pub ai_content_after: f64,
    /// The cumulative effort.
    pub effort: u32,
}

/// Runs the planning to its end.
#[must_use]
pub fn roadmap(model: &Model, stance: Stance, answers: &Answers) -> Roadmap {
    RoadmapRun::new(model, stance, answers).finish(model)
}
