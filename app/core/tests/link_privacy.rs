//! A link without answers reveals hardly any answer.
//!
//! Over simulated companies, less than half an answer on average is certain to a reader who knows
//! the questionnaire, beyond those certain from the maturity level alone. For the standard
//! questionnaire the latter are not subtracted, which is stricter.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

#[path = "attack/mod.rs"]
mod attack;
mod common;
#[path = "simulated/mod.rs"]
mod simulated;

use assay_core::random::Generator;
use assay_core::{Depth, Model, Stance};
use attack::{Attack, Everyone, Levels};
use serde_json::{Map, Value, json};
use simulated::Companies;

/// The number of companies per case; half of them are realistic, half have uniformly distributed
/// levels.
const COMPANIES: usize = 200;

/// The maximum mean number of certain answers.
const MOST: f64 = 0.5;

fn companies(model: &Model, attack: &Attack<'_>, stance: Stance) -> Vec<Levels> {
    let mut random = Generator::from_seed(7);
    let mut alike = Companies::new(model, stance, simulated::EVEN, 11, 0);
    (0..COMPANIES)
        .map(|number| {
            if number % 2 == 0 {
                return attack.levels(&alike.company().full);
            }
            let level = |_| random.next_index(5, 1).0 as u8;
            (0..attack.count()).map(level).collect()
        })
        .collect()
}

fn certain_in_standard(stance: Stance, depth: Depth) {
    let model = common::standard();
    let attack = Attack::new(&model, stance, depth);
    let mut random = Generator::from_seed(13);
    let companies = companies(&model, &attack, stance);
    // With few answers there are few other companies, which take longer to find.
    let walks = if depth == Depth::Quick { 160 } else { 16 };
    let certain = companies
        .iter()
        .map(|company| attack.certain(company, walks, &mut random));
    let mean = certain.sum::<usize>() as f64 / COMPANIES as f64;
    println!(
        "{stance} {depth:?}: {mean} of {} answers are certain",
        attack.count()
    );
    assert!(mean < MOST, "{mean}");
}

#[test]
fn a_link_of_a_quick_provider_gives_hardly_an_answer_away() {
    certain_in_standard(Stance::Provide, Depth::Quick);
}

#[test]
fn a_link_of_a_quick_adopter_gives_hardly_an_answer_away() {
    certain_in_standard(Stance::Adopt, Depth::Quick);
}

#[test]
fn a_link_of_a_full_provider_gives_hardly_an_answer_away() {
    certain_in_standard(Stance::Provide, Depth::Full);
}

#[test]
fn a_link_of_a_full_adopter_gives_hardly_an_answer_away() {
    certain_in_standard(Stance::Adopt, Depth::Full);
}

/// Checks a questionnaire with two questions in each of four sections.
fn certain_in_pairs(model: &str, stance: Stance) {
    let model = Model::parse(model).unwrap().value;
    let attack = Attack::new(&model, stance, Depth::Full);
    let everyone = Everyone::new(&attack);
    let mut random = Generator::from_seed(13);
    let (mut by_link, mut by_level) = (0, 0);
    for company in companies(&model, &attack, stance) {
        let (link, level) = everyone.certain(&company, &mut random);
        by_link += link;
        by_level += level;
    }
    let beyond = (by_link as f64 - by_level as f64) / COMPANIES as f64;
    println!(
        "{stance}: {beyond} of {} answers are certain beyond the level word",
        attack.count()
    );
    assert!(beyond < MOST, "{beyond}");
}

#[test]
fn two_questions_a_section_are_not_given_away_to_providers() {
    certain_in_pairs(include_str!("fixtures/pairs.json"), Stance::Provide);
}

#[test]
fn two_questions_a_section_are_not_given_away_to_adopters() {
    certain_in_pairs(include_str!("fixtures/pairs.json"), Stance::Adopt);
}

#[test]
fn two_questions_in_each_of_few_sections_are_not_given_away() {
    for sections in 1..=3 {
        certain_in_pairs(&unlike(sections), Stance::Adopt);
    }
}

#[test]
fn two_questions_in_each_of_twelve_sections_are_not_given_away() {
    let model = Model::parse(&unlike(12)).unwrap().value;
    let attack = Attack::new(&model, Stance::Adopt, Depth::Full);
    let mut random = Generator::from_seed(13);
    let companies = companies(&model, &attack, Stance::Adopt);
    let certain = companies
        .iter()
        .map(|company| attack.certain(company, 16, &mut random));
    let mean = certain.sum::<usize>() as f64 / COMPANIES as f64;
    println!("twelve sections: {mean} of 24 answers are certain");
    assert!(mean < MOST, "{mean}");
}

#[test]
fn two_questions_of_unlike_weight_are_not_given_away() {
    certain_in_pairs(include_str!("fixtures/pairs-unlike.json"), Stance::Provide);
}

/// Creates a questionnaire whose sections have two questions each, each a criterion of its own.
fn unlike(sections: usize) -> String {
    let names: Vec<String> = (0..sections).map(|at| format!("s{at}")).collect();
    let ids: Vec<String> = (0..2 * sections).map(|at| format!("q{at}")).collect();
    let questions = ids.iter().enumerate().map(|(at, id)| {
        let weight = [1.0, 1.5, 1.0, 2.0][at % 4];
        let section = &names[at / 2];
        json!({ "id": id, "section": section, "topic": "", "weight": weight, "quick": true })
    });
    let criteria: Map<String, Value> = ids
        .iter()
        .map(|id| (id.clone(), json!({ id: 1 })))
        .collect();
    let path = |path: usize| -> Value {
        let terms = ids
            .iter()
            .enumerate()
            .filter(|(at, _)| sections < 2 || at % 4 != path);
        let term = |(at, id): (usize, &String)| {
            let weight = 1 + (at * 7 + path * 3) % 5;
            let term = match (at + path) % 3 {
                0 => json!({ "weight": weight, "veto_below": 0.3 }),
                _ => json!({ "weight": weight }),
            };
            (id.clone(), term)
        };
        terms.map(term).collect::<Map<_, _>>().into()
    };
    let side =
        json!({ "maas": path(0), "industry": path(1), "open_source": path(2), "agent": path(3) });
    json!({
        "format": "assay.model/1", "id": "unlike", "version": "1",
        "sections": names.iter().map(|id| json!({ "id": id, "weight": 1 })).collect::<Vec<_>>(),
        "aggregation": { "power": 0, "shift": 0.01 }, "questions": questions.collect::<Vec<_>>(),
        "criteria": criteria, "paths": { "provide": side, "adopt": side },
    })
    .to_string()
}
