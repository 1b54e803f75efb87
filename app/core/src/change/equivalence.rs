//! Groups equivalent answers: a level step on one changes every path by the same amount as on the
//! other.

use crate::{Level, Model, QuestionIx, sorting};

/// Returns for each candidate the position of the first equivalent one. Questions in conditions are
/// equivalent to none, because a step can make other questions visible.
pub(super) fn group_equivalent(model: &Model, candidates: &[(QuestionIx, Level)]) -> Vec<usize> {
    let effects = effects(model);
    let of = |at: usize| {
        let (question, _) = candidates.get(at)?;
        effects.get(question.index())
    };
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    sorting::sort_by(&mut order, |&a, &b| of(a).cmp(&of(b)));
    let mut first_of: Vec<usize> = (0..candidates.len()).collect();
    for pair in order.windows(2) {
        if let [before, this] = *pair
            && of(before) == of(this)
            && let Some(first) = first_of.get(before).copied()
            && let Some(slot) = first_of.get_mut(this)
        {
            *slot = first;
        }
    }
    first_of
}

/// Returns the effect of a step on each question: its criteria with the bits of its weight in each,
/// and its own index if it is in a condition.
fn effects(model: &Model) -> Vec<Vec<(usize, u64)>> {
    let mut effects = vec![Vec::new(); model.questions().len()];
    let mut add = |question: QuestionIx, effect| {
        if let Some(list) = effects.get_mut(question.index()) {
            list.push(effect);
        }
    };
    for (at, criterion) in model.criteria().iter().enumerate() {
        for &(question, weight) in &criterion.terms {
            add(question, (at, weight.to_bits()));
        }
    }
    for condition in model.questions().iter().filter_map(|q| q.visible_if) {
        let at = condition.question.index();
        add(condition.question, (usize::MAX, at as u64));
    }
    effects
}
