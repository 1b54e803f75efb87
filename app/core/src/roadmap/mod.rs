//! What to do next: actions in the order of what they add to the result per effort, in waves.

mod plan;

pub use plan::RoadmapRun;

use crate::{ActionIx, Answers, Model, PathId, Stance, Wave};

/// The effort that a roadmap holds in all.
pub const MAX_EFFORT: u32 = 60;

/// A plan towards the recommended path, or the nearest one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roadmap {
    /// The path that it aims at; `None` if there is none, and then no roadmap.
    pub target: Option<PathId>,
    /// Its waves; those without actions are left out.
    pub waves: Vec<RoadmapWave>,
}

/// The actions of one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct RoadmapWave {
    /// Which wave.
    pub wave: Wave,
    /// Its actions, in the order in which they are best done.
    pub actions: Vec<ActionIx>,
    /// The AI content after them, in percent.
    pub ai_content_after: f64,
    /// The effort up to here.
    pub effort: u32,
}

/// Plans to the end.
#[must_use]
pub fn roadmap(model: &Model, stance: Stance, answers: &Answers) -> Roadmap {
    RoadmapRun::new(model, stance, answers).finish(model)
}
