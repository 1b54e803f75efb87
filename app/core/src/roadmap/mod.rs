//! The roadmap: actions in descending order of their gain per effort, in waves.

mod plan;
mod progress;

pub use plan::RoadmapRun;
pub use progress::ActionProgress;

use crate::{ActionIx, Evaluation, PathId, TargetOutlook, Targets, Wave};

/// The maximum total effort of a roadmap.
pub const MAX_EFFORT: u32 = 60;

/// A plan towards the recommended path, or else the nearest one.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Roadmap {
    /// The path at which it aims; `None` if there is none, and then no waves.
    pub target: Option<PathId>,
    /// The waves that have actions.
    pub waves: Vec<RoadmapWave>,
    /// The actions that were selected because they bring a target nearer, in the recommended order.
    pub towards_targets: Vec<ActionIx>,
    /// The targets with what becomes of them, sections first, in the order of the model.
    pub outlooks: Vec<TargetOutlook>,
}

/// The actions of one wave.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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

impl Evaluation<'_> {
    /// Plans the roadmap without targets.
    ///
    /// ```
    /// # use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
    /// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
    /// # let model = Model::parse(file)?.value;
    /// # let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
    /// # for question in model.question_ixs() {
    /// #     assessment.answers.set(question, Level::new(2).map(Answer::Level));
    /// # }
    /// let roadmap = assessment.evaluation(&model).roadmap();
    /// assert!(roadmap.target.is_some() && !roadmap.waves.is_empty());
    /// # Ok::<(), assay_core::Problems>(())
    /// ```
    #[must_use]
    pub fn roadmap(self) -> Roadmap {
        RoadmapRun::new(self).finish(self.model)
    }

    /// Plans the roadmap that aims at targets.
    #[must_use]
    pub fn roadmap_towards(self, targets: &Targets) -> Roadmap {
        RoadmapRun::towards(self, targets).finish(self.model)
    }
}
