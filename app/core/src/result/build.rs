//! Builds the result file from the figures.

use super::entries::Entries;
use super::file::{
    AiContentPart, AnsweredPart, AskPart, ChangePart, Figure, LiftPart, ModelName, PathPart,
    RecommendationPart, ResultFile, SensitivityPart, WavePart,
};
use super::{FORMAT, MAX_ASK_NEXT};
use crate::{
    ActionIx, AiContent, AnswerCoverage, Certainty, CriterionIx, Evaluation, Level, Model, PathId,
    PathScore, QuestionIx, Range, Recommendation, Roadmap, Score, Sensitivity, SmallestChange,
    Stance,
};

impl<'m> ResultFile<'m> {
    /// Creates the file from a score and its certainty, without plans.
    #[must_use]
    pub fn new(model: &'m Model, stance: Stance, score: &Score, certainty: &Certainty) -> Self {
        let drawn = (certainty.draws > 0).then_some(certainty);
        let sections = model.sections().iter().zip(&score.sections);
        Self {
            format: FORMAT,
            reference: None,
            model: ModelName {
                id: model.id(),
                version: model.version(),
            },
            stance,
            draws: certainty.draws,
            answered: score.answered.into(),
            ai_content: ai_content(model, &score.ai_content, certainty),
            sections: sections
                .map(|(section, range)| (section.id.as_str(), range.map(Figure::from)))
                .collect(),
            faith: score.faith.range.map(Figure::from),
            all_in: score.all_in.range.map(Figure::from),
            paths: score
                .paths
                .iter()
                .map(|path| PathPart::new(model, path, drawn))
                .collect(),
            recommendation: recommendation(&score.recommendation, drawn),
            ask_next: None,
            sensitivity: None,
            roadmap: None,
            targets: None,
        }
    }

    /// Adds the fields of [`Extent::Full`](super::Extent::Full) but the roadmap.
    pub(super) fn add_plans(
        &mut self,
        model: &'m Model,
        evaluation: Evaluation<'_>,
        score: &Score,
        certainty: &Certainty,
    ) {
        for (part, path) in self.paths.iter_mut().zip(&score.paths) {
            let found = evaluation.smallest_change(path.id);
            part.smallest_change = Some(ChangePart::new(model, &found));
            part.lift = Some(lifts(model, evaluation, path));
        }
        self.ask_next = Some((certainty.draws > 0).then(|| ask_next(model, certainty)));
        let found = evaluation.sensitivity();
        let parts = found.iter().map(|one| SensitivityPart::new(model, one));
        self.sensitivity = Some(parts.collect());
    }

    /// Adds the roadmap, and what becomes of the targets with it.
    pub(super) fn add_roadmap(&mut self, model: &'m Model, roadmap: &Roadmap) {
        let has_targets = self.targets.is_some();
        let id = |&action: &ActionIx| model.action(action).id.as_str();
        let waves = roadmap.waves.iter().map(|wave| {
            let towards_targets = wave.actions.iter();
            let towards_targets = towards_targets
                .filter(|action| roadmap.towards_targets.contains(action))
                .map(id);
            WavePart {
                wave: wave.wave,
                actions: wave.actions.iter().map(id).collect(),
                ai_content_after: wave.ai_content_after,
                towards_targets: has_targets.then(|| towards_targets.collect()),
            }
        });
        self.roadmap = Some(waves.collect());
        if let Some(targets) = &mut self.targets {
            targets.add_outlooks(model, roadmap);
        }
    }
}

impl From<Range> for Figure {
    fn from(range: Range) -> Self {
        Self {
            low: range.low,
            value: range.value,
            high: range.high,
        }
    }
}

impl From<AnswerCoverage> for AnsweredPart {
    fn from(answered: AnswerCoverage) -> Self {
        Self {
            known: answered.known,
            open: answered.open,
            of: answered.visible,
            weight: answered.known_weight,
        }
    }
}

fn ai_content<'m>(
    model: &'m Model,
    content: &AiContent,
    certainty: &Certainty,
) -> AiContentPart<'m> {
    AiContentPart {
        low: content.range.map(|range| range.low),
        value: content.value(),
        high: content.range.map(|range| range.high),
        plausible: certainty.plausible.map(|(low, high)| [low, high]),
        arithmetic: content.arithmetic,
        lost_to_imbalance: content.lost_to_imbalance,
        costs_most: content
            .most_limiting_section
            .map(|section| model.section(section).id.as_str()),
        level: content.level,
    }
}

fn recommendation(found: &Recommendation, drawn: Option<&Certainty>) -> RecommendationPart {
    let (tied, runner_up) = match found {
        Recommendation::Path {
            tied, runner_up, ..
        } => (tied.clone(), *runner_up),
        _ => (Vec::new(), None),
    };
    let nearest = match found {
        Recommendation::FoundationsFirst { nearest } => Some(*nearest),
        _ => None,
    };
    RecommendationPart {
        path: found.path(),
        tied,
        runner_up,
        nearest,
        foundations_first: nearest.is_some(),
        confidence: drawn.and_then(|drawn| drawn.confidence),
        words: drawn.and_then(|drawn| drawn.level),
    }
}

impl<'m> PathPart<'m> {
    fn new(model: &'m Model, path: &PathScore, drawn: Option<&Certainty>) -> Self {
        let ids = |criteria: &[CriterionIx]| {
            let id = |&ix: &CriterionIx| model.criterion(ix).id.as_str();
            criteria.iter().map(id).collect()
        };
        let id = path.id;
        Self {
            id,
            rank: path.rank,
            standing: path.status,
            fit: path.fit.map(Figure::from),
            coverage: path.coverage,
            blocked_by: ids(&path.blocked_by),
            unverified: ids(&path.unverified),
            shortfall: path.shortfall,
            rank_acceptability: drawn.and_then(|c| c.rank_acceptability.get(id.index()).copied()),
            blocked_share: drawn.map(|certainty| certainty.blocked_share(id)),
            central_weights: drawn.and_then(|certainty| central(model, certainty, id)),
            smallest_change: None,
            lift: None,
        }
    }
}

fn central<'m>(model: &'m Model, certainty: &Certainty, path: PathId) -> Option<Entries<'m, f64>> {
    let weights = certainty.central_weights(path)?.iter();
    Some(
        weights
            .map(|&(criterion, weight)| (model.criterion(criterion).id.as_str(), weight))
            .collect(),
    )
}

fn raised<'m>(model: &'m Model, raise: &[(QuestionIx, Level)]) -> Entries<'m, u8> {
    raise
        .iter()
        .map(|&(question, level)| (model.question(question).id.as_str(), level.get()))
        .collect()
}

impl<'m> ChangePart<'m> {
    fn new(model: &'m Model, change: &SmallestChange) -> Self {
        Self {
            steps: change.steps,
            exact: change.exact,
            raise: raised(model, &change.raise),
        }
    }
}

fn lifts<'m>(
    model: &'m Model,
    evaluation: Evaluation<'_>,
    path: &PathScore,
) -> Entries<'m, Option<LiftPart<'m>>> {
    let threshold = |criterion: CriterionIx| {
        let mut terms = model.path(evaluation.stance, path.id).iter();
        terms.find(|term| term.criterion == criterion)?.veto_below
    };
    path.blocked_by
        .iter()
        .map(|&criterion| {
            let found =
                threshold(criterion).and_then(|threshold| evaluation.lift(criterion, threshold));
            let part = found.map(|lift| LiftPart {
                steps: lift.steps,
                raise: raised(model, &lift.raise),
            });
            (model.criterion(criterion).id.as_str(), part)
        })
        .collect()
}

fn ask_next<'m>(model: &'m Model, certainty: &Certainty) -> Vec<AskPart<'m>> {
    let first = certainty.ask_next.iter().take(MAX_ASK_NEXT);
    first
        .map(|&(question, bits)| AskPart {
            question: model.question(question).id.as_str(),
            bits,
        })
        .collect()
}

impl<'m> SensitivityPart<'m> {
    fn new(model: &'m Model, found: &Sensitivity) -> Self {
        Self {
            question: model.question(found.question).id.as_str(),
            ai_content: found.ai_content,
            margin: found.margin,
            path: found.path,
        }
    }
}
