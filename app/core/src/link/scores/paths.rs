//! Encodes the four paths, their ranks and the recommendation.

use super::super::number::{Digits, Number};
use super::figures::Figures;
use crate::{CriterionIx, Model, PathId, PathScore, PathStatus, Recommendation, Score, Stance};

const STANDINGS: [PathStatus; 4] = [
    PathStatus::Open,
    PathStatus::Unverified,
    PathStatus::Blocked,
    PathStatus::Unknown,
];

/// Writes status and rank of each path.
pub(super) fn push(digits: &mut Digits, score: &Score) {
    for path in &score.paths {
        digits.push(4, path.status as u32);
        digits.push(4, u32::from(path.rank.saturating_sub(1)));
    }
}

/// Reads status and rank of each path.
pub(super) fn read(number: &mut Number) -> Option<[PathScore; 4]> {
    in_order(PathId::ALL.map(|id| status(number, id)))
}

fn status(number: &mut Number, id: PathId) -> Option<PathScore> {
    Some(PathScore {
        status: *STANDINGS.get(number.take(4) as usize)?,
        rank: u8::try_from(number.take(4)).ok()?.saturating_add(1),
        ..PathScore::empty(id)
    })
}

/// Returns the paths if their ranks are unique.
fn in_order(paths: [Option<PathScore>; 4]) -> Option<[PathScore; 4]> {
    let [maas, industry, open_source, agent] = paths;
    let paths = [maas?, industry?, open_source?, agent?];
    let each_rank_once = (1..=4).all(|rank| paths.iter().any(|path| path.rank == rank));
    each_rank_once.then_some(paths)
}

/// Iterates over the criteria with a threshold, in file order.
fn thresholds(model: &Model, stance: Stance, path: PathId) -> impl Iterator<Item = CriterionIx> {
    model
        .path(stance, path)
        .iter()
        .filter(|term| term.veto_below.is_some())
        .map(|term| term.criterion)
}

/// Reads the paths of an earlier link with their figures.
pub(super) fn read_exact(
    figures: &mut Figures,
    model: &Model,
    stance: Stance,
) -> Option<[PathScore; 4]> {
    in_order(PathId::ALL.map(|id| path(figures, model, stance, id)))
}

fn path(figures: &mut Figures, model: &Model, stance: Stance, id: PathId) -> Option<PathScore> {
    let status = status(&mut figures.0, id)?;
    let mut path = PathScore {
        fit: figures.range()?,
        coverage: figures.share(),
        shortfall: figures.sum(model.path(stance, id).len()),
        ..status
    };
    for criterion in thresholds(model, stance, id) {
        match figures.0.take(3) {
            1 => path.blocked_by.push(criterion),
            2 => path.unverified.push(criterion),
            _ => {}
        }
    }
    let name = |&criterion: &CriterionIx| &model.criterion(criterion).id;
    crate::sorting::sort_by(&mut path.blocked_by, |a, b| name(a).cmp(name(b)));
    crate::sorting::sort_by(&mut path.unverified, |a, b| name(a).cmp(name(b)));
    Some(path)
}

/// Writes the recommendation. 0: not enough answers. 1: a path, flags for the tied ones, the
/// runner-up. 2: foundations first, the nearest path.
pub(super) fn push_recommendation(digits: &mut Digits, recommendation: &Recommendation) {
    match recommendation {
        Recommendation::NotEnoughAnswers => digits.push(3, 0),
        Recommendation::Path {
            path,
            tied,
            runner_up,
        } => {
            digits.push(3, 1);
            digits.push(4, *path as u32);
            for other in others(*path) {
                digits.push(2, u32::from(tied.contains(&other)));
            }
            digits.push(
                5,
                runner_up.map_or(0, |path| (path as u32).saturating_add(1)),
            );
        }
        Recommendation::FoundationsFirst { nearest } => {
            digits.push(3, 2);
            digits.push(4, *nearest as u32);
        }
    }
}

fn others(path: PathId) -> impl Iterator<Item = PathId> {
    PathId::ALL.into_iter().filter(move |&other| other != path)
}

pub(super) fn recommendation(number: &mut Number) -> Option<Recommendation> {
    let form = number.take(3);
    if form == 0 {
        return Some(Recommendation::NotEnoughAnswers);
    }
    let path = *PathId::ALL.get(number.take(4) as usize)?;
    if form == 2 {
        return Some(Recommendation::FoundationsFirst { nearest: path });
    }
    let tied = others(path).filter(|_| number.take(2) == 1).collect();
    let runner_up = match number.take(5) {
        0 => None,
        place => Some(*PathId::ALL.get((place as usize).saturating_sub(1))?),
    };
    (runner_up != Some(path)).then_some(Recommendation::Path {
        path,
        tied,
        runner_up,
    })
}

/// Writes the recommended path only. 0: not enough answers. From 1: the recommended path. From 5:
/// foundations first, the nearest path.
pub(super) fn push_first(digits: &mut Digits, recommendation: &Recommendation) {
    let digit = match recommendation {
        Recommendation::NotEnoughAnswers => 0,
        Recommendation::Path { path, .. } => (*path as u32).saturating_add(1),
        Recommendation::FoundationsFirst { nearest } => (*nearest as u32).saturating_add(5),
    };
    digits.push(9, digit);
}

pub(super) fn first(number: &mut Number) -> Option<Recommendation> {
    let path = |place: u32| PathId::ALL.get(place as usize).copied();
    Some(match number.take(9) {
        0 => Recommendation::NotEnoughAnswers,
        place @ 1..=4 => Recommendation::Path {
            path: path(place.saturating_sub(1))?,
            tied: Vec::new(),
            runner_up: None,
        },
        place => Recommendation::FoundationsFirst {
            nearest: path(place.saturating_sub(5))?,
        },
    })
}
