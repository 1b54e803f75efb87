//! Counts over the draws.

use super::draw::Draw;
use super::plan::Plan;
use crate::near;

/// Shares of a rank are counted in twelfths: a place shared by one to four paths is whole.
pub(super) const RANK_UNITS: u32 = 12;

/// Which path came first: its place among the four, or this.
pub(super) const NO_PATH: usize = 4;

/// For one open question: how often each level met each outcome.
pub(crate) type Cells = [[u32; 5]; 5];

/// What is kept of the draws.
#[derive(Debug, Clone)]
pub(super) struct DrawCounts {
    /// Of each draw, what [`Aggregation::unbend`](crate::Aggregation::unbend) makes the AI content of.
    pub(super) means: Vec<f64>,
    /// By path and rank, in twelfths.
    pub(super) ranks: [[u64; 4]; 4],
    /// Draws in which no path is possible.
    pub(super) none: u64,
    /// By path: the normalised importance of each slot, summed over the draws it wins, in twelfths.
    pub(super) priorities: [Vec<f64>; 4],
    /// By open question; empty if nobody asks what to ask next.
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

    /// Gives out the ranks; says which path comes first.
    fn count_ranks(&mut self, draw: &Draw) -> usize {
        // What is impossible is neither better nor worse than anything.
        let fits = draw.fits.map(|fit| fit.unwrap_or(f64::NAN));
        let better = fits.map(|fit| {
            fits.iter()
                .filter(|&&other| near::less_than(fit, other))
                .count()
        });
        let possible = draw.fits.iter().flatten().count();
        // Of each two paths that are not equal, one is better.
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

    /// Likewise, equal paths sharing theirs.
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
