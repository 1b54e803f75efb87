//! Several results beside each other.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;
#[path = "link/generate.rs"]
mod generate;

use assay_core::compare::{
    Compared, Counted, Move, Said, changes, content_spread, default_pair, history, widest_section,
};
use assay_core::link::{self, Detail, Include};
use assay_core::{Answer, Assessment, Depth, Invited, Model, SectionIx, Sheet, Stance};
use common::standard;
use generate::{answered, models};
use proptest::prelude::*;

fn company(model: &Model, name: &str, day: &str, answers: &[(&str, &str)]) -> Compared {
    let mut assessment = Assessment::new(model, Stance::Provide, Depth::Full);
    assessment.profile.name = name.to_owned();
    assessment.updated = Some(day.to_owned()).filter(|day| !day.is_empty());
    for (question, answer) in answers {
        let question = model.find_question(question).unwrap();
        assessment.answers.set(question, Answer::parse(answer));
    }
    Compared::assessment(model, &assessment)
}

/// One answer in each section, so that there is an AI content.
fn everywhere(level: &str) -> [(&str, &str); 4] {
    [
        ("data.inventory", level),
        ("algorithms.selection", level),
        ("compute.supply", level),
        ("strategy.conviction", level),
    ]
}

#[test]
fn each_way_in_which_an_answer_can_change_is_told_apart() {
    let model = standard();
    let before = [
        ("data.inventory", "1"),
        ("data.domain", "3"),
        ("data.access", "unknown"),
        ("data.labels", "2"),
        ("data.rights", "4"),
    ];
    let after = [
        ("data.inventory", "3"),
        ("data.domain", "0"),
        ("data.access", "2"),
        ("data.labels", "unknown"),
        ("data.rights", "4"),
        ("data.security", "unknown"),
    ];
    let (before, after) = (
        company(&model, "A", "", &before),
        company(&model, "A", "", &after),
    );
    let changes = changes(&model, &before, &after).unwrap();
    let ways = changes.sections[0]
        .questions
        .iter()
        .map(|change| (model.question(change.question).id.clone(), change.way()));
    let ways: Vec<(String, Move)> = ways.filter(|(_, way)| *way != Move::Same).collect();
    let expected = [
        ("data.inventory", Move::Up),
        ("data.domain", Move::Down),
        ("data.access", Move::Settled),
        ("data.labels", Move::Opened),
        ("data.security", Move::Other),
    ];
    let expected = expected.map(|(id, way)| (id.to_owned(), way));
    for expected in &expected {
        assert!(ways.contains(expected), "{expected:?} in {ways:?}");
    }
    assert_eq!(ways.len(), expected.len());
    let counted = changes.count();
    assert_eq!(
        (
            counted.up,
            counted.down,
            counted.settled,
            counted.opened,
            counted.other
        ),
        (1, 1, 1, 1, 1)
    );
    assert_eq!(counted.changed(), 5);
}

#[test]
fn results_of_different_sides_share_only_what_both_are_asked() {
    let model = standard();
    let provide = company(&model, "A", "", &everywhere("2"));
    let adopt = Compared {
        stance: Stance::Adopt,
        ..provide.clone()
    };
    let changes = changes(&model, &provide, &adopt).unwrap();
    for change in changes.sections.iter().flat_map(|s| &s.questions) {
        assert_eq!(model.question(change.question).stance, None);
    }
}

#[test]
fn a_result_of_scores_only_can_be_compared_but_not_question_by_question() {
    let model = standard();
    let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
    assessment.profile.name = "Acme".to_owned();
    for question in model.question_ixs() {
        assessment.answers.set(question, Answer::parse("3"));
    }
    let include = Include {
        answers: Detail::ScoresOnly,
        ..Include::default()
    };
    let payload = link::encode(&model, &assessment, include).unwrap();
    let opened = link::decode(&[&model], &payload).unwrap();
    let scores = Compared::opened(&model, &opened).unwrap();
    let whole = Compared::assessment(&model, &assessment);
    assert_eq!(scores.name, "Acme");
    let step = scores.score.sections[0].unwrap();
    assert_eq!((step.low, step.value, step.high), (60.0, Some(70.0), 80.0));
    assert_eq!(whole.score.sections[0].unwrap().value, Some(75.0));
    assert_eq!(changes(&model, &scores, &whole), None);
    assert_eq!(changes(&model, &whole, &scores), None);
    assert_eq!(default_pair(&[whole, scores]), None);
}

#[test]
fn what_changed_is_asked_first_of_the_last_two_results_of_the_same_name() {
    let model = standard();
    let at = |name: &str, day: &str| company(&model, name, day, &[]);
    let results = [
        at("Acme", "2026-11-01"),
        at("Other", "2026-12-01"),
        at("Acme", "2026-05-01"),
        at("Acme", "2026-08-01"),
    ];
    assert_eq!(default_pair(&results), Some((3, 0)));
    let strangers = [at("A", "2026-11-01"), at("B", ""), at("C", "2026-01-01")];
    assert_eq!(default_pair(&strangers), Some((2, 0)));
    assert_eq!(default_pair(&strangers[..1]), None);
}

#[test]
fn history_joins_results_of_one_name_and_needs_two_days() {
    let model = standard();
    let at = |name: &str, day: &str| company(&model, name, day, &everywhere("2"));
    let same_day = [at("A", "2026-01-01"), at("B", "2026-01-01"), at("C", "")];
    assert_eq!(history(&same_day), Vec::new());
    let nothing = company(&model, "A", "2026-03-01", &[]);
    let results = [
        at("A", "2026-02-01"),
        at("B", "2026-01-01"),
        at(" A ", "2025-02-01"),
        nothing,
    ];
    let lines = history(&results);
    let places =
        |line: usize| -> Vec<usize> { lines[line].moments.iter().map(|m| m.result).collect() };
    assert_eq!(lines.len(), 2);
    assert_eq!((places(0), places(1)), (vec![2, 0], vec![1]));
}

#[test]
fn the_widest_section_and_the_extremes_are_found() {
    let model = standard();
    let low = company(&model, "low", "", &everywhere("1"));
    let mut answers = everywhere("2").to_vec();
    answers[2].1 = "4";
    let high = company(&model, "high", "", &answers);
    let results = [high, low];
    let content = content_spread(&results).unwrap();
    assert_eq!((content.low.result, content.high.result), (1, 0));
    let (section, spread) = widest_section(&results).unwrap();
    assert_eq!(model.section(section).id, "compute");
    assert_eq!((spread.low.result, spread.high.result), (1, 0));
    assert!((spread.width() - 75.0).abs() < 1e-6);
    assert_eq!(widest_section(&results[..1]), None);
    assert_eq!(
        widest_section(&[results[0].clone(), results[0].clone()]),
        None
    );
}

#[test]
fn a_sheet_that_is_limited_to_sections_asks_and_counts_only_them() {
    let model = standard();
    let answers = assay_core::Answers::empty(&model);
    let mut sheet = Sheet::new(&model, Stance::Provide, Depth::Full, answers);
    let whole = sheet.count();
    let compute = model.find_section("compute").unwrap();
    sheet.limit_to(&model, &[compute]);
    assert_eq!(sheet.count(), sheet.section_count(compute));
    for section in (0..model.sections().len()).map(SectionIx::new) {
        let asked = sheet.section_count(section).asked;
        assert_eq!(asked > 0, section == compute);
    }
    let elsewhere = model.find_question("data.inventory").unwrap();
    sheet.set(&model, elsewhere, Answer::parse("4"));
    assert_eq!(sheet.count().answered, 0);
    assert!(sheet.is_visible(elsewhere) && !sheet.is_asked(elsewhere));
    sheet.limit_to(&model, &[]);
    assert_eq!(sheet.count().asked, whole.asked);
    assert_eq!(sheet.count().answered, 1);
}

#[test]
fn what_an_invitation_leaves_behind_comes_back() {
    let model = standard();
    let invited = Invited {
        sections: vec![model.find_section("compute").unwrap()],
        mail: "a\"b@example.org".to_owned(),
        payload: "AQID".to_owned(),
    };
    let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Quick);
    assessment.set_invited(&model, Some(&invited));
    assessment.set_invited(&model, Some(&invited));
    let file = assessment.to_json(&model);
    let again = Assessment::parse(&model, &file).unwrap();
    assert_eq!(again, assessment);
    assert_eq!(again.invited(&model), Some(invited));
    let odd = file.replace("compute", "elsewhere");
    assert_eq!(
        Assessment::parse(&model, &odd).unwrap().invited(&model),
        None
    );
    assessment.set_invited(&model, None);
    assert_eq!(assessment.invited(&model), None);
    assert_eq!(
        assessment,
        Assessment::new(&model, Stance::Adopt, Depth::Quick)
    );
}

fn pairs() -> impl Strategy<Value = (Model, Assessment, Assessment)> {
    models().prop_flat_map(|model| {
        (answered(model.clone()), answered(model))
            .prop_map(|((model, first), (_, second))| (model, first, second))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_changes_from_a_result_to_itself((model, first, _) in pairs()) {
        let result = Compared::assessment(&model, &first);
        let counted = changes(&model, &result, &result).unwrap().count();
        prop_assert_eq!(Counted { same: counted.same, ..Counted::default() }, counted);
    }

    #[test]
    fn changes_back_are_the_same_the_other_way_round((model, first, second) in pairs()) {
        let (first, second) = (Compared::assessment(&model, &first), Compared::assessment(&model, &second));
        let there = changes(&model, &first, &second).unwrap();
        let back = changes(&model, &second, &first).unwrap();
        let (counted, turned) = (there.count(), back.count());
        prop_assert_eq!((counted.up, counted.settled), (turned.down, turned.opened));
        prop_assert_eq!((counted.down, counted.opened), (turned.up, turned.settled));
        prop_assert_eq!((counted.same, counted.other), (turned.same, turned.other));
        for (one, other) in there.sections.iter().zip(&back.sections) {
            prop_assert_eq!((one.section, one.before, one.after), (other.section, other.after, other.before));
        }
    }

    #[test]
    fn every_question_that_both_answer_is_compared((model, first, second) in pairs()) {
        let mut second = second;
        second.profile = first.profile.clone();
        let (one, other) = (Compared::assessment(&model, &first), Compared::assessment(&model, &second));
        let changes = changes(&model, &one, &other).unwrap();
        let shared: Vec<_> = changes.sections.iter().flat_map(|s| &s.questions).collect();
        let [seen, seen_too] = [&one, &other].map(|result| {
            assay_core::Visibility::of(&model, result.stance, result.answers.as_ref().unwrap())
        });
        for question in model.question_ixs() {
            let found = shared.iter().find(|change| change.question == question);
            if seen.get(question) && seen_too.get(question) {
                let change = found.unwrap();
                let said = |answers: Option<Answer>| answers.map_or(Said::Nothing, Said::Answer);
                prop_assert_eq!(change.before, said(first.answers.get(question)));
                prop_assert_eq!(change.after, said(second.answers.get(question)));
            } else if !seen.get(question) && !seen_too.get(question) {
                prop_assert!(found.is_none());
            }
        }
    }

    #[test]
    fn a_history_is_in_the_order_of_days_and_holds_each_result_once((model, first, second) in pairs()) {
        let results: Vec<Compared> = [&first, &second, &first].map(|a| Compared::assessment(&model, a)).to_vec();
        let lines = history(&results);
        let mut seen = Vec::new();
        for line in &lines {
            let days: Vec<_> = line.moments.iter().map(|moment| moment.day).collect();
            prop_assert!(days.is_sorted());
            seen.extend(line.moments.iter().map(|moment| moment.result));
        }
        seen.sort_unstable();
        let before = seen.len();
        seen.dedup();
        prop_assert_eq!(before, seen.len());
    }
}
