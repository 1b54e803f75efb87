//! The importance of questions, independent of answers.

use crate::{Model, PathId, QuestionIx, Stance};

/// Returns for each question its largest share in the AI content and in the fits of the four paths,
/// from 0 to 1, if all questions are answered.
pub(super) fn question_importance(model: &Model, stance: Stance) -> Vec<f64> {
    let exists = model.existing_questions(stance);
    let exists = |ix: QuestionIx| exists.get(ix.index()).copied() == Some(true);
    let mut greatest = vec![0.0; model.questions().len()];
    let mut figures = vec![content(model, &exists)];
    figures.extend(PathId::ALL.map(|path| fit(model, stance, path, &exists)));
    for shares in figures {
        for (greatest, share) in greatest.iter_mut().zip(shares) {
            *greatest = share.max(*greatest);
        }
    }
    greatest
}

/// Returns the shares in the AI content: share of the section times share of the question in it.
fn content(model: &Model, exists: &impl Fn(QuestionIx) -> bool) -> Vec<f64> {
    let groups = model.sections_by_id().iter().map(|&section| {
        let questions = model.section_questions(section).iter();
        let weights = questions.map(|&ix| (ix, model.question(ix).weight));
        (model.section(section).weight, weights.collect())
    });
    shares(model, groups.collect(), exists)
}

/// Returns the shares in the fit of a path: share of the criterion times share of the question in
/// it.
fn fit(
    model: &Model,
    stance: Stance,
    path: PathId,
    exists: &impl Fn(QuestionIx) -> bool,
) -> Vec<f64> {
    let groups = model.path(stance, path).iter().map(|term| {
        let questions = model.criterion(term.criterion).terms.clone();
        (term.weight, questions)
    });
    shares(model, groups.collect(), exists)
}

/// The weight of a group and its weighted questions.
type Group = (f64, Vec<(QuestionIx, f64)>);

fn shares(model: &Model, mut groups: Vec<Group>, exists: &impl Fn(QuestionIx) -> bool) -> Vec<f64> {
    let mut shares = vec![0.0; model.questions().len()];
    for (_, questions) in &mut groups {
        questions.retain(|&(ix, weight)| weight > 0.0 && exists(ix));
    }
    groups.retain(|(_, questions)| !questions.is_empty());
    let whole: f64 = groups.iter().map(|(weight, _)| weight).sum();
    for (weight, questions) in groups.iter().filter(|_| whole > 0.0) {
        let group: f64 = questions.iter().map(|(_, weight)| weight).sum();
        for (ix, part) in questions {
            if let Some(share) = shares.get_mut(ix.index()) {
                *share += weight / whole * part / group;
            }
        }
    }
    shares
}
