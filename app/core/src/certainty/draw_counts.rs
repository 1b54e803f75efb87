//! Counts over the draws.

use super::draw::Draw;
use super::plan::Plan;
use crate::near;

/// The unit of rank counts is a twelfth, so that a place can be split among one to four paths.
pub(super) const RANK_UNITS: u32 = 12;

/// The index of the outcome "no path", after those of the four paths.
pub(super) const NO_PATH: usize = 4;

/// For one open question: the number of draws by drawn level and outcome.
pub(crate) type Cells = [[u32; 5]; 5];

/// The accumulated counts.
#[derive(Debug, Clone)]
pub(super) struct DrawCounts {
    /// The transformed mean of each draw, from which
    /// [`Aggregation::inverse_transform`](crate::Aggregation::inverse_transform) computes the AI
    /// content.
    pub(super) means: Vec<f64>,
    /// By path and rank, in twelfths.
    pub(super) ranks: [[u64; 4]; 4],
    /// The number of draws without a possible path.
    pub(super) none: u64,
    /// By path: the normalized importance of each slot, summed over the draws in which the path
    /// ranks first, in twelfths.
    pub(super) priorities: [Vec<f64>; 4],
    /// By open question; empty if open questions are not ranked.
    pub(super) cells: Vec<Cells>,
}

impl DrawCounts {
    pub(super) fn new(plan: &Plan, draws: usize) -> Self {
        Self {
            means: Vec::with_capacity(draws.min(super::DEFAULT_DRAWS)),
            ranks: [[0; 4]; 4],
            none: 0,
            priorities: std::array::from_fn(|_| vec![0.0; plan.slots.len()]),
            cells: vec![Cells::default(); plan.open.len()],
        }
    }

    pub(super) fn draws(&self) -> usize {
        self.means.len()
    }

    pub(super) fn count(&mut self, draw: &Draw) {
        self.means.push(draw.mean);
        let first = self.count_ranks(draw);
        for (cells, &level) in self.cells.iter_mut().zip(&draw.levels) {
            let cell = cells
                .get_mut(usize::from(level))
                .and_then(|outcomes| outcomes.get_mut(first));
            if let Some(cell) = cell {
                *cell = cell.saturating_add(1);
            }
        }
    }

    /// Counts the ranks of a draw and returns the index of the first path.
    fn count_ranks(&mut self, draw: &Draw) -> usize {
        // NaN compares false with everything, so blocked paths affect no rank.
        let fits = draw.fits.map(|fit| fit.unwrap_or(f64::NAN));
        let better = fits.map(|fit| {
            fits.iter()
                .filter(|&&other| near::less_than(fit, other))
                .count()
        });
        let possible = draw.fits.iter().flatten().count();
        // Of each pair of unequal paths, one is better.
        let pairs = possible.saturating_mul(possible.saturating_sub(1)) / 2;
        if possible == 0 || better.iter().sum::<usize>() < pairs {
            return self.count_shared_ranks(draw);
        }
        let mut first = NO_PATH;
        let tables = self.ranks.iter_mut().zip(&draw.fits).zip(better);
        for (path, ((ranks, _), rank)) in tables
            .enumerate()
            .filter(|(_, ((_, fit), _))| fit.is_some())
        {
            if let Some(slot) = ranks.get_mut(rank) {
                *slot = slot.saturating_add(RANK_UNITS.into());
            }
            if rank == 0 {
                first = path;
            }
        }
        self.count_priorities(first, RANK_UNITS.into(), &draw.factors);
        first
    }

    /// Counts the ranks of a draw with ties; tied paths share their places.
    fn count_shared_ranks(&mut self, draw: &Draw) -> usize {
        let mut left = draw.fits;
        let mut rank = 0;
        let mut first = NO_PATH;
        while let Some(best) = left.iter().flatten().copied().reduce(f64::max) {
            let alike = left.map(|fit| fit.is_some_and(|fit| near::at_least(fit, best)));
            let count = alike.iter().filter(|&&alike| alike).count();
            let sharing = u32::try_from(count).unwrap_or(RANK_UNITS);
            let share = RANK_UNITS.checked_div(sharing).unwrap_or(RANK_UNITS);
            let group = alike.iter().enumerate().filter(|(_, alike)| **alike);
            for (path, _) in group {
                let ranks = self.ranks.get_mut(path).into_iter().flatten();
                for slot in ranks.skip(rank).take(count) {
                    *slot = slot.saturating_add(share.into());
                }
                if let Some(fit) = left.get_mut(path) {
                    *fit = None;
                }
                if rank == 0 {
                    first = first.min(path);
                    self.count_priorities(path, share.into(), &draw.factors);
                }
            }
            rank = rank.saturating_add(count);
        }
        if first == NO_PATH {
            self.none = self.none.saturating_add(1);
        }
        first
    }

    fn count_priorities(&mut self, path: usize, share: f64, factors: &[f64]) {
        let scale = share / factors.iter().sum::<f64>();
        if let Some(sums) = self.priorities.get_mut(path) {
            for (sum, factor) in sums.iter_mut().zip(factors) {
                *sum += scale * factor;
            }
        }
    }
}
