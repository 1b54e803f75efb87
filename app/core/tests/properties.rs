//! Properties of the method for every model and every set of answers, as far as they concern
//! figures without draws.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;
#[path = "properties/files.rs"]
mod files;
#[path = "common/generate.rs"]
mod generate;

use assay_core::{
    Answer, AnswerSheet, Answers, Assessment, CriterionIx, Depth, Evaluation, Level, Model, PathId,
    QuestionIx, Range, Score, Stance, Visibility,
};
use generate::{Spec, Writing, answer_codes, answers, specs, stances};
use proptest::prelude::*;

/// Returns every range of a result, including those of the criteria.
fn ranges(score: &Score) -> Vec<Option<Range>> {
    let mut ranges = vec![
        score.ai_content.range,
        score.faith.range,
        score.all_in.range,
    ];
    ranges.extend(&score.sections);
    ranges.extend(&score.criteria);
    ranges.extend(score.paths.iter().map(|path| path.fit));
    ranges
}

fn visible(model: &Model, stance: Stance, answers: &Answers) -> Visibility {
    Visibility::new(Evaluation::new(model, stance, answers))
}

const NEAR: f64 = 1e-9;

prop_compose! {
    fn cases()(spec in specs(), codes in answer_codes(), stance in stances())
        -> (Spec, Vec<u8>, Stance) { (spec, codes, stance) }
}

proptest! {
    #[test]
    fn every_interval_is_in_order_and_within_bounds((spec, codes, stance) in cases()) {
        let model = spec.model();
        let score = Evaluation::new(&model, stance, &answers(&model, &codes)).score();
        for range in ranges(&score).into_iter().flatten() {
            prop_assert!(0.0 <= range.low && range.low <= range.high && range.high <= 100.0);
            if let Some(value) = range.value {
                prop_assert!(range.low <= value && value <= range.high);
            }
        }
        for path in &score.paths {
            prop_assert!((0.0..=1.0).contains(&path.coverage));
            prop_assert!(path.shortfall >= 0.0);
        }
        let mut ranks = score.paths.each_ref().map(|path| path.rank);
        ranks.sort_unstable();
        prop_assert_eq!(ranks, [1, 2, 3, 4]);
    }

    #[test]
    fn raising_a_level_lowers_nothing(
        (spec, codes, stance) in cases(),
        which in any::<prop::sample::Index>(),
    ) {
        let model = spec.model();
        let before = answers(&model, &codes);
        let question = QuestionIx::new(which.index(model.questions().len()));
        let higher = before.level(question).and_then(Level::next_higher);
        prop_assume!(higher.is_some());
        let mut after = before.clone();
        after.set(question, higher.map(Answer::Level));
        prop_assume!(visible(&model, stance, &before) == visible(&model, stance, &after));
        let (before, after) = (Evaluation::new(&model, stance, &before).score(), Evaluation::new(&model, stance, &after).score());
        for (before, after) in ranges(&before).into_iter().zip(ranges(&after)) {
            let (Some(before), Some(after)) = (before, after) else {
                prop_assert_eq!(before, after);
                continue;
            };
            prop_assert!(after.low >= before.low - NEAR);
            prop_assert!(after.high >= before.high - NEAR);
            prop_assert_eq!(after.value.is_some(), before.value.is_some());
            if let (Some(before), Some(after)) = (before.value, after.value) {
                prop_assert!(after >= before - NEAR);
            }
        }
    }

    #[test]
    fn answering_an_open_question_stays_inside_the_interval(
        (spec, codes, stance) in cases(),
        which in any::<prop::sample::Index>(),
        level in 0..=4_u8,
    ) {
        let model = spec.model();
        let before = answers(&model, &codes);
        let question = QuestionIx::new(which.index(model.questions().len()));
        prop_assume!(matches!(before.get(question), None | Some(Answer::Unknown)));
        let mut after = before.clone();
        after.set(question, Level::new(level).map(Answer::Level));
        prop_assume!(visible(&model, stance, &before) == visible(&model, stance, &after));
        let (before, after) = (Evaluation::new(&model, stance, &before).score(), Evaluation::new(&model, stance, &after).score());
        for (before, after) in ranges(&before).into_iter().zip(ranges(&after)) {
            let (Some(before), Some(after)) = (before, after) else {
                prop_assert_eq!(before, after);
                continue;
            };
            prop_assert!(after.low >= before.low - NEAR && after.high <= before.high + NEAR);
            if let Some(value) = after.value {
                prop_assert!(value >= before.low - NEAR && value <= before.high + NEAR);
            }
        }
    }

    #[test]
    fn all_at_one_level_have_that_ai_content(
        spec in specs(), level in 0..=4_u8, stance in stances(),
    ) {
        let model = spec.model();
        let answers = answers(&model, &[level; 12]);
        let ai = Evaluation::new(&model, stance, &answers).score().ai_content;
        let expected = f64::from(level) * 25.0;
        prop_assert!((ai.value().unwrap() - expected).abs() < 1e-7);
        prop_assert!(ai.lost_to_imbalance.unwrap().abs() < 1e-7);
        prop_assert_eq!(ai.most_limiting_section, None);
    }

    #[test]
    fn order_in_the_file_changes_no_bit((spec, codes, stance) in cases()) {
        let model = spec.model();
        let backwards = Writing { backwards: true, ..Writing::default() };
        let other = Model::parse(&spec.text(backwards)).unwrap().value;
        let a = Evaluation::new(&model, stance, &answers(&model, &codes)).score();
        let b = Evaluation::new(&other, stance, &answers(&other, &codes)).score();
        prop_assert_eq!(a.ai_content.range, b.ai_content.range);
        prop_assert_eq!(a.answered, b.answered);
        prop_assert_eq!((a.faith, a.all_in), (b.faith, b.all_in));
        prop_assert_eq!(&a.recommendation, &b.recommendation);
        let name = |model: &Model, list: &[CriterionIx]| -> Vec<String> {
            list.iter().map(|&ix| model.criterion(ix).id.clone()).collect()
        };
        for (a, b) in a.paths.iter().zip(&b.paths) {
            prop_assert_eq!((a.fit, a.coverage, a.rank), (b.fit, b.coverage, b.rank));
            prop_assert_eq!(name(&model, &a.blocked_by), name(&other, &b.blocked_by));
            prop_assert_eq!(name(&model, &a.unverified), name(&other, &b.unverified));
        }
    }

    #[test]
    fn a_hidden_answer_changes_nothing((spec, codes, stance) in cases()) {
        let model = spec.model();
        let given = answers(&model, &codes);
        let shown = visible(&model, stance, &given);
        let mut bare = given.clone();
        for question in model.question_ixs().filter(|&ix| !shown.is_visible(ix)) {
            bare.set(question, None);
        }
        prop_assert_eq!(Evaluation::new(&model, stance, &given).score(), Evaluation::new(&model, stance, &bare).score());
    }

    #[test]
    fn not_applicable_is_like_a_model_without_the_question(
        (spec, codes, stance) in cases(),
        which in any::<prop::sample::Index>(),
    ) {
        let model = spec.model();
        let number = which.index(model.questions().len());
        let without = Writing { without: Some(number), ..Writing::default() };
        // Some models need the question: it may be in a condition, or the only one.
        let Ok(smaller) = Model::parse(&spec.text(without)) else { return Err(TestCaseError::reject("needed")) };
        let mut given = answers(&model, &codes);
        given.set(QuestionIx::new(number), Some(Answer::NotApplicable));
        let a = Evaluation::new(&model, stance, &given).score();
        let b = Evaluation::new(&smaller.value, stance, &answers(&smaller.value, &codes)).score();
        prop_assert_eq!(ranges(&a), ranges(&b));
        prop_assert_eq!(a.recommendation, b.recommendation);
    }

    #[test]
    fn imbalance_costs_nothing_or_more_for_an_exponent_up_to_one((spec, codes, stance) in cases()) {
        let model = spec.model();
        let ai = Evaluation::new(&model, stance, &answers(&model, &codes)).score().ai_content;
        if let (Some(lost), true) = (ai.lost_to_imbalance, spec.power() <= 1.0) {
            prop_assert!(lost >= 0.0);
            prop_assert!(ai.arithmetic.unwrap() >= ai.value().unwrap() - 1e-7);
        }
    }

    #[test]
    fn the_sheet_is_at_any_time_what_it_would_be_made_anew(
        (spec, codes, stance) in cases(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 1..20),
        quick in any::<bool>(),
    ) {
        let model = spec.model();
        let depth = if quick { Depth::Quick } else { Depth::Full };
        let mut sheet = AnswerSheet::new(&model, stance, depth, answers(&model, &codes));
        let unconditional = sheet.unconditional_progress().asked;
        for (which, code) in changes {
            let question = QuestionIx::new(which.index(model.questions().len()));
            let keywords = ["0", "1", "2", "3", "4", "unknown", "not_applicable"];
            let answer = keywords.get(usize::from(code)).copied().and_then(Answer::parse);
            let asked = |sheet: &AnswerSheet| -> Vec<QuestionIx> {
                model.question_ixs().filter(|&ix| sheet.is_asked(ix)).collect()
            };
            let before = asked(&sheet);
            let change = sheet.set_answer(&model, question, answer);
            let after = asked(&sheet);
            let missing = |from: &[QuestionIx], list: &[QuestionIx]| -> Vec<QuestionIx> {
                list.iter().copied().filter(|ix| !from.contains(ix)).collect()
            };
            prop_assert_eq!(change.appeared, missing(&before, &after));
            prop_assert_eq!(change.disappeared, missing(&after, &before));
            prop_assert_eq!(sheet.unconditional_progress().asked, unconditional, "tells an answer");
            prop_assert_eq!(&sheet, &AnswerSheet::new(&model, stance, depth, sheet.answers().clone()));
        }
        for (stance, depth) in [(Stance::Adopt, Depth::Full), (Stance::Provide, Depth::Quick)] {
            sheet.set_stance(&model, stance);
            sheet.set_depth(&model, depth);
            prop_assert_eq!(&sheet, &AnswerSheet::new(&model, stance, depth, sheet.answers().clone()));
        }
    }

    #[test]
    fn a_lift_reaches_the_threshold_and_no_shorter_one_does(
        (spec, codes, stance) in cases(),
        which in any::<prop::sample::Index>(),
        threshold in 0..=100_u32,
    ) {
        let model = spec.model();
        let given = answers(&model, &codes);
        let criterion = CriterionIx::new(which.index(model.criteria().len()));
        let threshold = f64::from(threshold) / 100.0;
        let shown = visible(&model, stance, &given);
        let known: Vec<(f64, u8)> = model.criterion(criterion).terms.iter()
            .filter(|(q, weight)| shown.is_visible(*q) && *weight > 0.0)
            .filter_map(|(q, weight)| Some((*weight, given.level(*q)?.get())))
            .collect();
        let found = Evaluation::new(&model, stance, &given).lift(criterion, threshold).map(|lift| lift.steps);
        prop_assert_eq!(found, shortest(&known, threshold));
    }
}

/// Returns the fewest steps by exhaustive search.
fn shortest(known: &[(f64, u8)], threshold: f64) -> Option<u32> {
    let weights: f64 = known.iter().map(|(weight, _)| weight).sum();
    if known.is_empty() {
        return None;
    }
    let mut best = None;
    let mut levels: Vec<u8> = known.iter().map(|(_, level)| *level).collect();
    loop {
        let points = known
            .iter()
            .zip(&levels)
            .map(|((w, _), l)| w * f64::from(*l) / 4.0);
        if points.sum::<f64>() / weights >= threshold - NEAR {
            let steps = known
                .iter()
                .zip(&levels)
                .map(|((_, from), to)| u32::from(to - from))
                .sum();
            best = Some(best.map_or(steps, |best: u32| best.min(steps)));
        }
        let Some(next) = levels.iter().position(|level| *level < 4) else {
            return best;
        };
        levels[next] += 1;
        for (level, (_, from)) in levels.iter_mut().zip(known).take(next) {
            *level = *from;
        }
    }
}
