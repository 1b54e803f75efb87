//! Merging teams: properties of every team, and some worked examples.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test may fail"
)]

mod common;
#[path = "common/generate.rs"]
mod generate;
#[path = "team/properties.rs"]
mod properties;

use assay_core::link::{LinkOptions, decode_bytes, encode, find_links};
use assay_core::team::{
    AnswerDistribution, ConsensusOptions, GroupAnswers, MAX_MEMBERS, Member, MergedAnswers,
    Response, TeamError, UnresolvedPolicy, build_consensus, join_members, majority_stance,
    merge_members,
};
use assay_core::{
    Answer, Answers, Assessment, Depth, Evaluation, Level, Model, QuestionIx, Stance, Visibility,
};
use common::standard;
use generate::{Spec, answer_codes, answers, specs, stances};
use proptest::prelude::*;

fn member(model: &Model, stance: Stance, name: &str, answers: Answers) -> Member {
    let mut assessment = Assessment::new(model, stance, Depth::Full);
    assessment.answers = answers;
    Member {
        name: name.to_owned(),
        assessment,
    }
}

fn members(model: &Model, stance: Stance, codes: &[Vec<u8>]) -> Vec<Member> {
    let named = codes.iter().enumerate();
    named
        .map(|(n, codes)| member(model, stance, &format!("M{n}"), answers(model, codes)))
        .collect()
}

fn spread(levels: [u32; 5]) -> AnswerDistribution {
    AnswerDistribution {
        levels,
        ..AnswerDistribution::default()
    }
}

fn between(low: u8, high: u8) -> Option<(u8, u8)> {
    Some((low, high))
}

#[test]
fn of_an_even_number_the_median_is_two_levels() {
    let median = |levels| spread(levels).median().map(|m| (m.low.get(), m.high.get()));
    assert_eq!(median([0; 5]), None);
    assert_eq!(median([0, 1, 0, 1, 0]), between(1, 3));
    assert_eq!(median([0, 1, 1, 1, 0]), between(2, 2));
    assert_eq!(median([2, 0, 0, 0, 2]), between(0, 4));
    let quartiles = |levels| {
        let quartiles = spread(levels).quartiles();
        quartiles.map(|q| (q.low.get(), q.high.get()))
    };
    assert_eq!(quartiles([0, 0, 1, 0, 0]), between(2, 2));
    assert_eq!(quartiles([0, 1, 0, 1, 0]), between(1, 3));
    assert_eq!(quartiles([1, 1, 1, 1, 1]), between(1, 3));
}

#[test]
fn disagreement_is_nothing_among_equals_and_all_between_the_ends() {
    assert_eq!(spread([0, 0, 5, 0, 0]).disagreement(), 0.0);
    assert_eq!(spread([3, 0, 0, 0, 3]).disagreement(), 1.0);
    assert_eq!(spread([0, 1, 1, 0, 0]).disagreement(), 0.25);
    assert_eq!(spread([1, 0, 0, 0, 1]).mean_difference(), Some(4.0));
    // Neighbouring levels agree better than distant ones.
    let (near, far) = (spread([0, 2, 2, 0, 0]), spread([2, 0, 0, 0, 2]));
    assert!(near.disagreement() < far.disagreement());
    let whether = AnswerDistribution {
        not_applicable: 2,
        ..spread([0, 0, 2, 0, 0])
    };
    assert_eq!(whether.disagreement(), 1.0);
}

fn question(model: &Model, id: &str) -> QuestionIx {
    model.find_question(id).unwrap()
}

fn standard_team(model: &Model, levels: &[u8]) -> Vec<Member> {
    let named = levels.iter().enumerate();
    named
        .map(|(n, &level)| {
            let mut answers = Answers::empty(model);
            for ix in model.question_ixs() {
                // One level more at every third question, so that answers differ.
                let level = Level::new((level + u8::from(ix.index() % 3 == 0)).min(4));
                answers.set(ix, level.map(Answer::Level));
            }
            member(model, Stance::Provide, &format!("M{n}"), answers)
        })
        .collect()
}

#[test]
fn a_member_who_sees_much_more_than_the_others_is_an_outlier() {
    let model = standard();
    let team = standard_team(&model, &[1, 1, 1, 2, 1, 4]);
    let merged = merge_members(&model, Stance::Provide, &team).unwrap();
    let apart: Vec<bool> = merged.members.iter().map(|m| m.is_outlier).collect();
    assert_eq!(apart, [false, false, false, true, false, true]);
    assert!(merged.members[5].lean.unwrap() > 2.0);
    // Three members are too few for outliers.
    let few = merge_members(&model, Stance::Provide, &team[3..]).unwrap();
    assert!(few.members.iter().all(|m| !m.is_outlier));
}

#[test]
fn members_who_answered_different_sections_are_joined_and_recorded() {
    let model = standard();
    let all = standard_team(&model, &[2]).remove(0).assessment.answers;
    let of_section = |name: &str, section: &str| {
        let mut own = Answers::empty(&model);
        for &ix in model.section_questions(model.find_section(section).unwrap()) {
            own.set(ix, all.get(ix));
        }
        member(&model, Stance::Provide, name, own)
    };
    let mut team = vec![of_section("CTO", "compute"), of_section("CFO", "strategy")];
    let elasticity = question(&model, "compute.elasticity");
    let other = all
        .level(elasticity)
        .unwrap()
        .next_higher()
        .map(Answer::Level);
    team[1].assessment.answers.set(elasticity, other);
    team[0]
        .assessment
        .notes
        .insert(elasticity, "by contract".to_owned());
    team[1]
        .assessment
        .notes
        .insert(elasticity, "I guess".to_owned());

    let joined = join_members(&model, &team).unwrap();
    let conflicts: Vec<QuestionIx> = joined.conflicts.iter().map(|c| c.question).collect();
    assert_eq!(conflicts, [elasticity]);
    assert_eq!(joined.conflicts[0].answers.len(), 2);
    let given = |id: &str| joined.assessment.given_by.get(&question(&model, id));
    assert_eq!(
        given("strategy.conviction").map(String::as_str),
        Some("CFO")
    );
    assert_eq!(given("compute.elasticity"), None);
    assert_eq!(
        joined.assessment.notes.get(&elasticity).map(String::as_str),
        Some("CFO: I guess\nCTO: by contract")
    );
    let read = Assessment::parse(&model, &joined.assessment.to_json(&model)).unwrap();
    assert_eq!(read, joined.assessment);
}

#[test]
fn many_who_gave_an_answer_are_named_in_part() {
    let model = standard();
    let team = standard_team(&model, &[2; 8]);
    let joined = join_members(&model, &team).unwrap();
    let domain = question(&model, "data.domain");
    let named = joined.assessment.given_by.get(&domain).unwrap();
    assert_eq!(named, "M0, M1, M2, M3, M4 +3");
}

#[test]
fn nobody_and_too_many_are_refused() {
    let model = standard();
    let none = merge_members(&model, Stance::Provide, &[]);
    assert_eq!(none.unwrap_err(), TeamError::NoMembers);
    let crowd = vec![standard_team(&model, &[1]).remove(0); MAX_MEMBERS + 1];
    let count = MAX_MEMBERS + 1;
    let refused = merge_members(&model, Stance::Provide, &crowd).unwrap_err();
    assert_eq!(refused, TeamError::TooMany { count });
    assert!(merge_members(&model, Stance::Provide, &crowd[1..]).is_ok());
}

#[test]
fn the_links_in_a_mail_become_members() {
    let model = standard();
    let team = standard_team(&model, &[1, 3]);
    let links: Vec<String> = team
        .iter()
        .map(|m| encode(&model, &m.assessment, LinkOptions::default()).unwrap())
        .collect();
    let mail = format!(
        "Ann: https://example.org/#/r/{}\nBo: {}",
        links[0], links[1]
    );
    let opened: Vec<Member> = find_links(&[&model], &mail)
        .into_iter()
        .map(|link| decode_bytes(&[&model], &link.bytes.unwrap()).unwrap())
        .map(|opened| Member::from_link(opened).unwrap())
        .collect();
    assert_eq!(opened.len(), 2);
    assert_eq!(opened[1].assessment.answers, {
        let scored = &team[1].assessment.answers;
        let exists = model.existing_questions(Stance::Provide);
        let mut own = Answers::empty(&model);
        for (ix, answer) in scored.iter().filter(|(ix, _)| exists[ix.index()]) {
            own.set(ix, Some(answer));
        }
        own
    });
    assert_eq!(majority_stance(&opened), Stance::Provide);
}
