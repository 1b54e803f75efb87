//! Smallest changes, sensitivities and roadmaps agree with exhaustive search.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test may fail"
)]

#[path = "common/generate.rs"]
mod generate;

use assay_core::change::MAX_EXACT_STEPS;
use assay_core::{
    Answer, Answers, ChangeSearch, Evaluation, Level, Model, PathId, QuestionIx, Recommendation,
    Scorer, Stance, Visibility,
};
use generate::{Spec, Writing, answer_codes, answers, specs, stances};
use proptest::prelude::*;

prop_compose! {
    fn cases()(spec in specs(), codes in answer_codes(), stance in stances())
        -> (Spec, Vec<u8>, Stance) { (spec, codes, stance) }
}

fn known(model: &Model, stance: Stance, answers: &Answers) -> Vec<QuestionIx> {
    let visible = Visibility::new(Evaluation::new(model, stance, answers));
    model
        .question_ixs()
        .filter(|&ix| visible.is_visible(ix) && answers.level(ix).is_some())
        .collect()
}

/// Returns the fewest steps on visible, known answers, up to four.
fn brute_force(model: &Model, stance: Stance, answers: &Answers, path: PathId) -> Option<u32> {
    let scorer = Scorer::new(model, stance);
    let known = known(model, stance, answers);
    (0..=MAX_EXACT_STEPS as u32)
        .find(|&steps| tries(&scorer, &mut answers.clone(), &known, path, steps))
}

fn tries(
    scorer: &Scorer,
    answers: &mut Answers,
    known: &[QuestionIx],
    path: PathId,
    steps: u32,
) -> bool {
    if steps == 0 {
        return scorer.score(answers).recommendation.path() == Some(path);
    }
    let Some((&question, rest)) = known.split_first() else {
        return false;
    };
    let before = answers.level(question).unwrap();
    let mut level = Some(before);
    let mut left = steps;
    let found = loop {
        let Some(now) = level else { break false };
        answers.set(question, Some(Answer::Level(now)));
        if tries(scorer, answers, rest, path, left) {
            break true;
        }
        if left == 0 {
            break false;
        }
        level = now.next_higher();
        left -= 1;
    };
    answers.set(question, Some(Answer::Level(before)));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_smallest_change_is_that_of_brute_force_up_to_four_steps(
        (spec, codes, stance) in cases()
    ) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        for path in PathId::ALL {
            let found = Evaluation::new(&model, stance, &answers).smallest_change(path);
            match brute_force(&model, stance, &answers, path) {
                Some(steps) => prop_assert_eq!((found.steps, found.exact), (Some(steps), true)),
                None => {
                    prop_assert!(!found.exact && found.steps.is_none_or(|steps| steps > 4));
                    prop_assert_eq!(found.ruled_out, 4);
                }
            }
        }
    }

    #[test]
    fn what_is_to_be_raised_makes_the_path_recommended((spec, codes, stance) in cases()) {
        let model = spec.model();
        let before = answers(&model, &codes);
        for path in PathId::ALL {
            let found = Evaluation::new(&model, stance, &before).smallest_change(path);
            let Some(steps) = found.steps else { continue };
            let mut after = before.clone();
            let mut total = 0;
            for (question, level) in found.raise {
                total += u32::from(level.get() - before.level(question).unwrap().get());
                after.set(question, Some(Answer::Level(level)));
            }
            prop_assert_eq!(total, steps);
            prop_assert_eq!(Evaluation::new(&model, stance, &after).score().recommendation.path(), Some(path));
        }
    }

    #[test]
    fn sensitivities_are_those_of_scores_made_anew((spec, codes, stance) in cases()) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        let base = Evaluation::new(&model, stance, &answers).score();
        let pair = match &base.recommendation {
            Recommendation::Path { path, runner_up: Some(second), .. } => Some((*path, *second)),
            _ => None,
        };
        let margin = |score: &assay_core::Score| {
            let (first, second) = pair?;
            Some(score.path(first).fit_value()? - score.path(second).fit_value()?)
        };
        let found = Evaluation::new(&model, stance, &answers).sensitivity();
        prop_assert_eq!(found.len(), known(&model, stance, &answers).len());
        for one in found {
            let level = answers.level(one.question).unwrap();
            for (side, level) in [level.next_lower(), level.next_higher()].into_iter().enumerate() {
                let mut changed = answers.clone();
                if let Some(level) = level {
                    changed.set(one.question, Some(Answer::Level(level)));
                }
                let then = Evaluation::new(&model, stance, &changed).score();
                let change = |a: Option<f64>, b: Option<f64>| Some(a? - b?);
                // Equal in every bit, because a trial sums in the same order as a score.
                prop_assert_eq!(
                    one.ai_content[side],
                    change(then.ai_content.value(), base.ai_content.value())
                );
                prop_assert_eq!(one.margin[side], change(margin(&then), margin(&base)));
                prop_assert_eq!(one.path[side], then.recommendation.path());
            }
        }
    }

    #[test]
    fn order_in_the_file_changes_no_plan((spec, codes, stance) in cases()) {
        let one = spec.model();
        let other = spec.text(Writing { backwards: true, without: None });
        let other = Model::parse(&other).unwrap().value;
        let plans = |model: &Model| {
            let answers = answers(model, &codes);
            let name = |ix: QuestionIx| model.question(ix).id.clone();
            let changes = PathId::ALL.map(|path| {
                let found = Evaluation::new(model, stance, &answers).smallest_change(path);
                let raise: Vec<_> = found.raise.iter().map(|&(q, l)| (name(q), l)).collect();
                (found.steps, found.exact, raise)
            });
            let found = Evaluation::new(model, stance, &answers).sensitivity();
            let found: Vec<_> = found.iter().map(|s| (name(s.question), s.ai_content)).collect();
            (changes, found)
        };
        prop_assert_eq!(plans(&one), plans(&other));
    }
}

/// Creates a model with questions of equal weight, half of them for one path, half for the other
/// three.
fn wide(questions: usize) -> Model {
    let list = |from: usize, to: usize| {
        let ids = (from..to).map(|n| format!(r#""q{n:03}":1"#));
        ids.collect::<Vec<_>>().join(",")
    };
    let ids = (0..questions).map(|n| {
        format!(r#"{{"id":"q{n:03}","section":"s","topic":"t","weight":1,"quick":true}}"#)
    });
    let (one, two) = (r#"{"one":{"weight":1}}"#, r#"{"two":{"weight":1}}"#);
    let side = format!(r#"{{"maas":{one},"industry":{two},"open_source":{two},"agent":{two}}}"#);
    let text = format!(
        r#"{{"format":"assay.model/1","id":"wide","version":"1","sections":[{{"id":"s","weight":1}}],
        "aggregation":{{"power":0,"shift":0.01}},"questions":[{}],
        "criteria":{{"one":{{{}}},"two":{{{}}}}},"paths":{{"provide":{side},"adopt":{side}}}}}"#,
        ids.collect::<Vec<_>>().join(","),
        list(0, questions / 2),
        list(questions / 2, questions),
    );
    Model::parse(&text).unwrap().value
}

/// Creates answers at level 2 for one path; of the questions of the others, `ahead` are one level
/// higher.
fn lead(model: &Model, ahead: usize) -> Answers {
    let mut answers = Answers::empty(model);
    let half = model.questions().len() / 2;
    for (number, question) in model.question_ixs().enumerate() {
        let level = if (half..half + ahead).contains(&number) {
            3
        } else {
            2
        };
        answers.set(question, Level::new(level).map(Answer::Level));
    }
    answers
}

#[test]
fn beyond_four_steps_the_search_is_greedy_and_marked_as_such() {
    let model = wide(40);
    let found =
        Evaluation::new(&model, Stance::Provide, &lead(&model, 7)).smallest_change(PathId::Maas);
    // Equal fits go to the first path in the order, so seven steps suffice.
    assert_eq!((found.steps, found.exact), (Some(7), false));
    assert_eq!((found.ruled_out, found.is_smallest()), (4, false));
    let five =
        Evaluation::new(&model, Stance::Provide, &lead(&model, 5)).smallest_change(PathId::Maas);
    assert_eq!((five.steps, five.exact), (Some(5), false));
    assert!(five.is_smallest(), "four cannot do");
}

#[test]
fn with_more_than_sixty_questions_that_matter_no_answer_is_called_exact() {
    let model = wide(122);
    let found =
        Evaluation::new(&model, Stance::Provide, &lead(&model, 2)).smallest_change(PathId::Maas);
    assert_eq!((found.steps, found.exact), (Some(2), false));
    assert_eq!((found.ruled_out, found.is_smallest()), (0, false));
    let model = wide(120);
    let found =
        Evaluation::new(&model, Stance::Provide, &lead(&model, 2)).smallest_change(PathId::Maas);
    assert_eq!((found.steps, found.exact), (Some(2), true));
}

#[test]
fn a_search_in_steps_ends_as_one_at_once() {
    let model = wide(40);
    let answers = lead(&model, 7);
    let mut search = ChangeSearch::new(
        Evaluation::new(&model, Stance::Provide, &answers),
        PathId::Maas,
    );
    let mut steps = 0;
    while !search.step() {
        steps += 1;
    }
    assert!(steps > 1);
    let at_once = Evaluation::new(&model, Stance::Provide, &answers).smallest_change(PathId::Maas);
    assert_eq!(search.finish(), at_once);
}

/// Two paths depend on one criterion, and a path that precedes them in the order is ahead.
#[test]
fn a_path_that_rises_together_with_another_one_still_overtakes_the_leader() {
    let model = wide(40);
    let mut answers = lead(&model, 0);
    for question in model.question_ixs().take(7) {
        answers.set(question, Level::new(3).map(Answer::Level));
    }
    // Seven steps make the fits equal, and MaaS precedes: the eighth step decides.
    let found =
        Evaluation::new(&model, Stance::Provide, &answers).smallest_change(PathId::Industry);
    assert_eq!((found.steps, found.exact), (Some(8), false));
    let behind = Evaluation::new(&model, Stance::Provide, &answers).smallest_change(PathId::Agent);
    assert_eq!(behind.steps, None, "its equals come before it for ever");
}
