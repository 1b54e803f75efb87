//! Finds oddities of valid models.

use super::Model;
use crate::problem::Log;
use crate::syntax::Place;
use crate::{PathId, Problem, ProblemKind, QuestionIx, Stance, near};

/// Returns all warnings about a model.
pub(super) fn find_warnings(model: &Model) -> Vec<Problem> {
    let mut log = Log::default();
    questions(model, &mut log);
    for stance in Stance::ALL {
        thresholds(model, stance, &mut log);
    }
    log.into_problems()
}

fn questions(model: &Model, log: &mut Log) {
    let mut in_criteria = vec![false; model.questions().len()];
    for &(question, weight) in model.criteria().iter().flat_map(|c| &c.terms) {
        if let Some(slot) = in_criteria.get_mut(question.index()) {
            *slot |= weight > 0.0;
        }
    }
    let list = Place::Top.key("questions");
    for ((ix, question), in_criterion) in
        model.question_ixs().zip(model.questions()).zip(in_criteria)
    {
        let counts = question.weight > 0.0
            || question.tag.is_some()
            || in_criterion
            || !model.dependents(ix).is_empty();
        let place = list.index(ix.index());
        if !counts {
            let question = question.id.clone();
            log.report(&place, ProblemKind::CountsNowhere { question });
        }
        if let Some(condition) = question.visible_if {
            let on = model.question(condition.question);
            if question.quick && !on.quick {
                let kind = ProblemKind::QuickConditionNotQuick {
                    question: question.id.clone(),
                    condition: on.id.clone(),
                };
                log.report(&place.key("visible_if").key("question"), kind);
            }
        }
    }
}

/// Reports thresholds of 0, and thresholds of criteria that can have no value for the stance.
fn thresholds(model: &Model, stance: Stance, log: &mut Log) {
    let exists = model.existing_questions(stance);
    let counts = |&(question, weight): &(QuestionIx, f64)| {
        weight > 0.0 && exists.get(question.index()).copied() == Some(true)
    };
    let paths = Place::Top.key("paths");
    let paths = paths.key(stance.as_str());
    for path in PathId::ALL {
        let place = paths.key(path.as_str());
        for term in model.path(stance, path) {
            let Some(threshold) = term.veto_below else {
                continue;
            };
            let criterion = model.criterion(term.criterion);
            if !near::less_than(0.0, threshold) || !criterion.terms.iter().any(counts) {
                let kind = ProblemKind::IdleThreshold {
                    criterion: criterion.id.clone(),
                };
                log.report(&place.key(&criterion.id).key("veto_below"), kind);
            }
        }
    }
}
