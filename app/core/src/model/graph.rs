//! Cycle detection in dependency graphs.

/// Returns the cycles of a graph given by the dependencies of each entry, each cycle in dependency
/// order and beginning with its smallest entry. Every entry that cannot be ordered after its
/// dependencies is in one of the cycles or depends on one.
pub(super) fn find_cycles(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut peel = Peel::new(needs);
    let mut found = Vec::new();
    peel.run();
    for start in 0..needs.len() {
        if peel.is_done(start) {
            continue;
        }
        let circle = peel.walk(start);
        for &entry in &circle {
            peel.finish(entry);
        }
        found.push(circle);
        peel.run();
    }
    found
}

/// Repeatedly removes the entries without remaining dependencies (Kahn 1962).
struct Peel<'a> {
    needs: &'a [Vec<usize>],
    needed_by: Vec<Vec<usize>>,
    waits_for: Vec<usize>,
    done: Vec<bool>,
    ready: Vec<usize>,
    /// For each entry, the number of leading dependencies known to be removed.
    passed: Vec<usize>,
}

impl<'a> Peel<'a> {
    fn new(needs: &'a [Vec<usize>]) -> Self {
        let mut needed_by = vec![Vec::new(); needs.len()];
        for (entry, list) in needs.iter().enumerate() {
            for &need in list {
                if let Some(back) = needed_by.get_mut(need) {
                    back.push(entry);
                }
            }
        }
        Self {
            needs,
            needed_by,
            waits_for: needs.iter().map(Vec::len).collect(),
            done: vec![false; needs.len()],
            passed: vec![0; needs.len()],
            ready: (0..needs.len())
                .filter(|&entry| needs.get(entry).is_some_and(Vec::is_empty))
                .collect(),
        }
    }

    fn is_done(&self, entry: usize) -> bool {
        self.done.get(entry).copied() != Some(false)
    }

    fn finish(&mut self, entry: usize) {
        self.ready.push(entry);
    }

    fn run(&mut self) {
        while let Some(entry) = self.ready.pop() {
            match self.done.get_mut(entry) {
                Some(done) if !*done => *done = true,
                _ => continue,
            }
            for &next in self.needed_by.get(entry).into_iter().flatten() {
                if let Some(count) = self.waits_for.get_mut(next) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        self.ready.push(next);
                    }
                }
            }
        }
    }

    /// Returns the cycle reached by following remaining dependencies from `start`.
    fn walk(&mut self, start: usize) -> Vec<usize> {
        let mut way = Vec::new();
        let mut step_at = vec![None; self.needs.len()];
        let mut here = start;
        loop {
            let Some(slot) = step_at.get_mut(here) else {
                return way;
            };
            if let Some(first) = *slot {
                way.drain(..first);
                break;
            }
            *slot = Some(way.len());
            way.push(here);
            match self.first_need_left(here) {
                Some(next) => here = next,
                None => return way,
            }
        }
        let smallest = way.iter().min().copied();
        if let Some(turn) = way.iter().position(|&entry| Some(entry) == smallest) {
            way.rotate_left(turn);
        }
        way
    }

    fn first_need_left(&mut self, entry: usize) -> Option<usize> {
        let passed = self.passed.get(entry).copied().unwrap_or_default();
        let list = self.needs.get(entry)?.get(passed..)?;
        let more = list.iter().position(|&need| !self.is_done(need))?;
        if let Some(slot) = self.passed.get_mut(entry) {
            *slot = passed.saturating_add(more);
        }
        list.get(more).copied()
    }
}
