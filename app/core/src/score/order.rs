//! Ranks the four paths and derives the recommendation.

use super::{PathScore, PathStatus, Recommendation};
use crate::{PathId, near};

/// Ranks four paths, given in the order of [`PathId::ALL`] with their fits in percent: by status,
/// then by fit, ties in the order of the method. All unknown paths are tied.
#[must_use]
pub fn rank_paths(paths: [(PathStatus, f64); 4]) -> [PathId; 4] {
    let mut order = PathId::ALL;
    // Equality within a tolerance is not transitive, so a sort would be incorrect. The best
    // remaining path is selected four times.
    for place in 0..order.len() {
        let Some(rest) = order.get_mut(place..) else {
            break;
        };
        let best = first(rest, &paths);
        if let Some(until) = rest.get_mut(..=best) {
            until.rotate_right(1);
        }
    }
    order
}

/// Returns the position of the best path in `rest`.
fn first(rest: &[PathId], paths: &[(PathStatus, f64); 4]) -> usize {
    let of = |path: &PathId| {
        paths
            .get(path.index())
            .copied()
            .unwrap_or((PathStatus::Unknown, 0.0))
    };
    let status = rest.iter().map(|path| of(path).0).min();
    let alike = |path: &&PathId| Some(of(path).0) == status;
    let fit = rest
        .iter()
        .filter(alike)
        .map(|path| of(path).1)
        .fold(f64::MIN, f64::max);
    rest.iter()
        .position(|path| {
            alike(&path) && (status == Some(PathStatus::Unknown) || near::at_least(of(path).1, fit))
        })
        .unwrap_or_default()
}

/// Sets the rank of each path and returns the recommendation. `has_value` states whether the AI
/// content has a value.
pub(super) fn rank_and_recommend(paths: &mut [PathScore; 4], has_value: bool) -> Recommendation {
    let order = rank_paths(
        paths
            .each_ref()
            .map(|path| (path.status, path.fit_value().unwrap_or_default())),
    );
    for path in paths.iter_mut() {
        let place = order.iter().position(|&id| id == path.id);
        path.rank = place
            .and_then(|place| u8::try_from(place).ok())
            .map_or(4, |place| place.saturating_add(1));
    }
    if !has_value {
        return Recommendation::NotEnoughAnswers;
    }
    let [first, second, ..] = order;
    recommend(paths, first, second)
        .or_else(|| foundations(paths))
        .unwrap_or(Recommendation::NotEnoughAnswers)
}

fn recommend(paths: &[PathScore; 4], first: PathId, second: PathId) -> Option<Recommendation> {
    let of = |id: PathId| paths.iter().find(|path| path.id == id);
    let best = of(first).filter(|path| path.status.is_recommendable())?;
    let tied = paths
        .iter()
        .filter(|path| path.id != first && path.status == best.status)
        .filter(|path| match (path.fit_value(), best.fit_value()) {
            (Some(fit), Some(best)) => near::equal(fit, best),
            _ => false,
        })
        .map(|path| path.id)
        .collect();
    Some(Recommendation::Path {
        path: first,
        tied,
        runner_up: of(second)
            .filter(|path| path.status.is_recommendable())
            .map(|path| path.id),
    })
}

/// Returns the blocked path with the smallest shortfall if all paths are blocked.
fn foundations(paths: &[PathScore; 4]) -> Option<Recommendation> {
    if paths.iter().any(|path| path.status != PathStatus::Blocked) {
        return None;
    }
    let least = paths.iter().map(|path| path.shortfall).reduce(f64::min)?;
    let nearest = paths
        .iter()
        .find(|path| near::equal(path.shortfall, least))?;
    Some(Recommendation::FoundationsFirst {
        nearest: nearest.id,
    })
}

#[cfg(test)]
mod tests {
    use super::{PathId, PathStatus, rank_paths};

    use PathId::{Agent, Industry, Maas, OpenSource};
    use PathStatus::{Blocked, Open, Unknown, Unverified};

    #[test]
    fn status_comes_before_fit() {
        let paths = [
            (Blocked, 90.0),
            (Unverified, 80.0),
            (Open, 10.0),
            (Unknown, 99.0),
        ];
        assert_eq!(rank_paths(paths), [OpenSource, Industry, Maas, Agent]);
    }

    #[test]
    fn equal_fits_keep_the_order_of_the_method() {
        let paths = [
            (Open, 50.0),
            (Open, 50.0 + 5e-10),
            (Open, 60.0),
            (Open, 50.0),
        ];
        assert_eq!(rank_paths(paths), [OpenSource, Maas, Industry, Agent]);
    }

    #[test]
    fn unknown_paths_are_equal_whatever_their_fit() {
        let paths = [
            (Unknown, 1.0),
            (Unknown, 2.0),
            (Unknown, 3.0),
            (Unknown, 4.0),
        ];
        assert_eq!(rank_paths(paths), PathId::ALL);
    }

    #[test]
    fn fits_that_differ_step_by_step_still_have_one_order() {
        let paths = [
            (Open, 1.0),
            (Open, 1.0 + 8e-10),
            (Open, 1.0 + 16e-10),
            (Open, 0.0),
        ];
        assert_eq!(rank_paths(paths), [Industry, OpenSource, Maas, Agent]);
    }
}
