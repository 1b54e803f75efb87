//! Properties of the simulation for every model and every set of answers, and three cases with
//! exact results.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test may fail"
)]

#[path = "common/generate.rs"]
mod generate;

use std::collections::BTreeMap;

use assay_core::{
    Answer, Answers, Certainty, DEFAULT_DRAWS, Evaluation, Level, Model, PathId, Simulation,
    Stance, Visibility,
};
use generate::{Spec, Writing, answer_codes, answers, specs, stances};
use proptest::prelude::*;

const NEAR: f64 = 1e-9;
const FEW: usize = 60;

prop_compose! {
    fn cases()(spec in specs(), codes in answer_codes(), stance in stances())
        -> (Spec, Vec<u8>, Stance) { (spec, codes, stance) }
}

/// Returns the figures by id, with all their bits, so that models can be compared.
fn by_name(model: &Model, certainty: &Certainty) -> impl PartialEq + std::fmt::Debug + use<> {
    let name = |ix| model.criterion(ix).id.clone();
    let central = certainty.central_weights.clone().map(|weights| {
        weights.map(|weights| {
            let named = weights.into_iter().map(|(ix, weight)| (name(ix), weight));
            named.collect::<BTreeMap<String, f64>>()
        })
    });
    let ask: Vec<(String, f64)> = certainty
        .ask_next
        .iter()
        .map(|(ix, bits)| (model.question(*ix).id.clone(), *bits))
        .collect();
    (
        certainty.plausible,
        certainty.rank_acceptability,
        certainty.blocked_share,
        certainty.confidence,
        central,
        ask,
    )
}

proptest! {
    #[test]
    fn without_draws_the_result_equals_that_of_a_simulation_of_none((spec, codes, stance) in cases()) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        let undrawn = Certainty::without_draws(&Evaluation::new(&model, stance, &answers).score());
        prop_assert_eq!(undrawn, Simulation::new(Evaluation::new(&model, stance, &answers), 0).finish());
    }

    #[test]
    fn the_plausible_range_lies_inside_the_possible_one_and_holds_the_value(
        (spec, codes, stance) in cases()
    ) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        let possible = Evaluation::new(&model, stance, &answers).score().ai_content.range;
        let plausible = Evaluation::new(&model, stance, &answers).certainty(FEW).plausible;
        if let (Some(possible), Some((low, high))) = (possible, plausible) {
            prop_assert!(possible.low - NEAR <= low && high <= possible.high + NEAR);
            if let Some(value) = possible.value {
                prop_assert!(low <= value && value <= high);
            }
        }
        prop_assert_eq!(possible.is_some(), plausible.is_some());
    }

    #[test]
    fn acceptabilities_and_blocked_share_add_up_to_one((spec, codes, stance) in cases()) {
        let model = spec.model();
        let found = Evaluation::new(&model, stance, &answers(&model, &codes)).certainty(FEW);
        for (ranks, blocked) in found.rank_acceptability.iter().zip(found.blocked_share) {
            prop_assert!((ranks.iter().sum::<f64>() + blocked - 1.0).abs() < NEAR);
            prop_assert!(ranks.iter().all(|share| (0.0..=1.0).contains(share)));
        }
        for weights in found.central_weights.iter().flatten() {
            let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
            prop_assert!((sum - 1.0).abs() < NEAR);
        }
    }

    #[test]
    fn order_in_the_file_changes_no_bit((spec, codes, stance) in cases()) {
        let forwards = spec.model();
        let backwards = spec.text(Writing { backwards: true, without: None });
        let backwards = Model::parse(&backwards).unwrap().value;
        let one = Evaluation::new(&forwards, stance, &answers(&forwards, &codes)).certainty(FEW);
        let other = Evaluation::new(&backwards, stance, &answers(&backwards, &codes)).certainty(FEW);
        prop_assert_eq!(by_name(&forwards, &one), by_name(&backwards, &other));
    }

    #[test]
    fn a_hidden_answer_changes_nothing((spec, codes, stance) in cases()) {
        let model = spec.model();
        let mut answers = answers(&model, &codes);
        let before = Evaluation::new(&model, stance, &answers).certainty(FEW);
        let visible = Visibility::new(Evaluation::new(&model, stance, &answers));
        for question in model.question_ixs().filter(|&ix| !visible.is_visible(ix)) {
            answers.set(question, Some(Answer::Level(Level::HIGHEST)));
        }
        prop_assert_eq!(before, Evaluation::new(&model, stance, &answers).certainty(FEW));
    }

    #[test]
    fn slices_of_any_size_give_the_same((spec, codes, stance) in cases(), slice in 1..40_usize) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        let mut sliced = Simulation::new(Evaluation::new(&model, stance, &answers), FEW);
        while !sliced.run(slice) {}
        prop_assert_eq!(sliced.draw_count(), FEW);
        prop_assert_eq!(sliced.finish(), Evaluation::new(&model, stance, &answers).certainty(FEW));
    }

    #[test]
    fn leaving_out_what_to_ask_changes_nothing_else((spec, codes, stance) in cases()) {
        let model = spec.model();
        let answers = answers(&model, &codes);
        let mut simulation = Simulation::new(Evaluation::new(&model, stance, &answers), FEW).without_ask_next();
        simulation.run(FEW);
        let mut whole = Evaluation::new(&model, stance, &answers).certainty(FEW);
        whole.ask_next.clear();
        prop_assert_eq!(simulation.finish(), whole);
    }

    #[test]
    fn a_draw_with_nothing_open_is_the_score((spec, codes, stance) in cases()) {
        let model = spec.model();
        let mut answers = answers(&model, &codes);
        for question in model.question_ixs() {
            if answers.level(question).is_none() && !model.question(question).not_applicable {
                answers.set(question, Some(Answer::Level(Level::LOWEST)));
            }
        }
        let score = Evaluation::new(&model, stance, &answers).score();
        prop_assume!(score.answered.open == 0);
        let found = Evaluation::new(&model, stance, &answers).certainty(FEW);
        for path in &score.paths {
            let possible = if path.status.is_recommendable() { 0.0 } else { 1.0 };
            prop_assert_eq!(found.blocked_share(path.id), possible);
        }
        let value = score.ai_content.value();
        prop_assert_eq!(found.plausible, value.map(|value| (value, value)));
    }
}

/// Creates a model with criteria of one question each and the given paths.
fn model(paths: &str) -> Model {
    let text = format!(
        r#"{{"format":"assay.model/1","id":"check","version":"1",
        "sections":[{{"id":"s","weight":1}}],"aggregation":{{"power":0,"shift":0.01}},
        "questions":[
          {{"id":"x","section":"s","topic":"t","weight":1,"quick":true}},
          {{"id":"y","section":"s","topic":"t","weight":1,"quick":true}},
          {{"id":"z","section":"s","topic":"t","weight":1,"quick":true}},
          {{"id":"n","section":"s","topic":"t","weight":1,"quick":true}}],
        "criteria":{{"x":{{"x":1}},"y":{{"y":1}},"z":{{"z":1}},"n":{{"n":1}}}},
        "paths":{{"provide":{paths},"adopt":{paths}}}}}"#
    );
    match Model::parse(&text) {
        Ok(checked) => checked.value,
        Err(problems) => panic!("{problems}"),
    }
}

fn levels(model: &Model, levels: [(&str, u8); 4]) -> Answers {
    let mut answers = Answers::empty(model);
    for (id, level) in levels {
        let question = model.find_question(id).unwrap();
        answers.set(question, Level::new(level).map(Answer::Level));
    }
    answers
}

const NEVER: &str = r#"{"n":{"weight":1,"veto_below":1}}"#;

#[test]
fn one_criterion_against_two_wins_with_the_length_of_the_weights_that_favour_it() {
    let paths = format!(
        r#"{{"maas":{{"z":{{"weight":1}}}},"industry":{{"x":{{"weight":1}},"y":{{"weight":1}}}},
        "open_source":{NEVER},"agent":{NEVER}}}"#
    );
    let model = model(&paths);
    for (x, y, z) in [
        (4, 0, 3),
        (4, 0, 1),
        (3, 1, 2),
        (0, 4, 3),
        (4, 1, 2),
        (1, 2, 3),
        (2, 3, 1),
    ] {
        let answers = levels(&model, [("x", x), ("y", y), ("z", z), ("n", 0)]);
        let found = Evaluation::new(&model, Stance::Provide, &answers).certainty(DEFAULT_DRAWS);
        // The share of u in 0 to 1 for which u x + (1 - u) y < z.
        let (x, y, z) = (f64::from(x), f64::from(y), f64::from(z));
        let bound = ((z - y) / (x - y)).clamp(0.0, 1.0);
        let wanted = if x > y { bound } else { 1.0 - bound };
        let share = found.first_place_share(PathId::Maas);
        assert!(
            (share - wanted).abs() < 0.02,
            "{x} {y} {z}: {share} {wanted}"
        );
    }
}

#[test]
fn four_equal_paths_have_a_quarter_each() {
    let same = r#"{"x":{"weight":1},"y":{"weight":2}}"#;
    let paths =
        format!(r#"{{"maas":{same},"industry":{same},"open_source":{same},"agent":{same}}}"#);
    let model = model(&paths);
    let answers = levels(&model, [("x", 4), ("y", 1), ("z", 2), ("n", 0)]);
    let found = Evaluation::new(&model, Stance::Provide, &answers).certainty(DEFAULT_DRAWS);
    assert_eq!(found.rank_acceptability, [[0.25; 4]; 4]);
    assert_eq!(found.confidence, Some(0.25));
}

#[test]
fn a_path_whose_worst_criterion_beats_every_best_one_always_wins() {
    let paths = r#"{"maas":{"x":{"weight":1}},"industry":{"y":{"weight":1},"x":{"weight":3}},
        "open_source":{"z":{"weight":1},"n":{"weight":1}},"agent":{"x":{"weight":1},"y":{"weight":1}}}"#;
    let model = model(paths);
    let answers = levels(&model, [("x", 1), ("y", 2), ("z", 3), ("n", 4)]);
    let found = Evaluation::new(&model, Stance::Provide, &answers).certainty(DEFAULT_DRAWS);
    assert_eq!(found.first_place_share(PathId::OpenSource), 1.0);
    assert_eq!(found.confidence, Some(1.0));
}
