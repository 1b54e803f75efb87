//! The four paths, their order, and what is recommended.

use super::super::number::Digits;
use super::figures::{Figures, push_range, push_share, push_sum};
use crate::{CriterionIx, Model, PathId, PathScore, Recommendation, Score, Stance, Standing};

const STANDINGS: [Standing; 4] = [
    Standing::Open,
    Standing::Unverified,
    Standing::Blocked,
    Standing::Unknown,
];

/// For each path: how it stands, its place, fit, coverage and shortfall, and a digit for each of
/// its thresholds: 0 reached (or not counted), 1 not reached, 2 not known.
pub(super) fn push(digits: &mut Digits, model: &Model, score: &Score, stance: Stance) {
    for path in &score.paths {
        let terms = model.path(stance, path.id);
        digits.push(4, path.standing as u32);
        digits.push(4, u32::from(path.rank.saturating_sub(1)));
        push_range(digits, path.fit);
        push_share(digits, path.coverage);
        push_sum(digits, terms.len(), path.shortfall);
        for criterion in thresholds(model, stance, path.id) {
            let blocked = path.blocked_by.contains(&criterion);
            let unverified = path.unverified.contains(&criterion);
            let state = match (blocked, unverified) {
                (true, _) => 1,
                (false, true) => 2,
                (false, false) => 0,
            };
            digits.push(3, state);
        }
    }
}

/// The criteria with a threshold, in the order of the file.
fn thresholds(model: &Model, stance: Stance, path: PathId) -> impl Iterator<Item = CriterionIx> {
    model
        .path(stance, path)
        .iter()
        .filter(|term| term.veto_below.is_some())
        .map(|term| term.criterion)
}

pub(super) fn read(figures: &mut Figures, model: &Model, stance: Stance) -> Option<[PathScore; 4]> {
    let paths = PathId::ALL.map(|id| path(figures, model, stance, id));
    let [maas, industry, open_source, agent] = paths;
    let paths = [maas?, industry?, open_source?, agent?];
    let each_rank_once = (1..=4).all(|rank| paths.iter().any(|path| path.rank == rank));
    each_rank_once.then_some(paths)
}

fn path(figures: &mut Figures, model: &Model, stance: Stance, id: PathId) -> Option<PathScore> {
    let mut path = PathScore {
        id,
        standing: *STANDINGS.get(figures.0.take(4) as usize)?,
        rank: u8::try_from(figures.0.take(4)).ok()?.saturating_add(1),
        fit: figures.range()?,
        coverage: figures.share(),
        shortfall: figures.sum(model.path(stance, id).len()),
        blocked_by: Vec::new(),
        unverified: Vec::new(),
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

/// 0: not enough answers. 1: a path, which of the others are tied with it, the runner-up.
/// 2: foundations first, the nearest path.
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

pub(super) fn recommendation(figures: &mut Figures) -> Option<Recommendation> {
    let form = figures.0.take(3);
    if form == 0 {
        return Some(Recommendation::NotEnoughAnswers);
    }
    let path = *PathId::ALL.get(figures.0.take(4) as usize)?;
    if form == 2 {
        return Some(Recommendation::FoundationsFirst { nearest: path });
    }
    let tied = others(path).filter(|_| figures.is_there()).collect();
    let runner_up = match figures.0.take(5) {
        0 => None,
        place => Some(*PathId::ALL.get((place as usize).saturating_sub(1))?),
    };
    (runner_up != Some(path)).then_some(Recommendation::Path {
        path,
        tied,
        runner_up,
    })
}
