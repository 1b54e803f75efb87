//! A person is counted once in a team.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod common;

use std::cmp::Ordering;

use assay_core::link::{LinkOptions, decode, encode};
use assay_core::team::{ExistingMember, Member, compare_times, find_existing_member};
use assay_core::{Answer, Assessment, Level, Model};
use common::{companies, standard};

fn ann() -> Assessment {
    let mut ann = companies().swap_remove(0).assessment;
    ann.profile.name = "Ann Lee".to_owned();
    ann.updated = Some("2026-11-23T09:30:00Z".to_owned());
    ann
}

fn by_link(model: &Model, assessment: &Assessment) -> Member {
    let link = encode(model, assessment, LinkOptions::default()).unwrap();
    Member::from_link(decode(&[model], &link).unwrap()).unwrap()
}

fn is_known(model: &Model, there: &[Member], new: &Member) -> Option<ExistingMember> {
    let there = there.iter().map(|m| (m.name.as_str(), &m.assessment));
    find_existing_member(model, there, new)
}

#[test]
fn a_link_and_a_file_of_one_person_are_the_same() {
    let model = standard();
    let (file, link) = (Member::new(ann()), by_link(&model, &ann()));
    assert_ne!(file.assessment, link.assessment);
    let there = [
        by_link(&model, &companies().swap_remove(3).assessment),
        file.clone(),
    ];
    assert_eq!(
        is_known(&model, &there, &link),
        Some(ExistingMember::SameAnswers(1))
    );
    assert_eq!(
        is_known(&model, &[link], &file),
        Some(ExistingMember::SameAnswers(0))
    );
    let mut shouted = ann();
    shouted.profile.name = " ANN  lee ".to_owned();
    assert_eq!(
        is_known(&model, &there, &Member::new(shouted)),
        Some(ExistingMember::SameAnswers(1))
    );
}

#[test]
fn a_later_state_is_another_of_the_same_person() {
    let model = standard();
    let mut later = ann();
    let first = model.question_ixs().next().unwrap();
    later
        .answers
        .set(first, Some(Answer::Level(Level::new(0).unwrap())));
    assert_ne!(later.answers, ann().answers);
    later.updated = Some("2026-11-25T09:30:00Z".to_owned());
    let there = [Member::new(ann())];
    let new = by_link(&model, &later);
    assert_eq!(
        is_known(&model, &there, &new),
        Some(ExistingMember::OtherAnswers(0))
    );
    assert_eq!(compare_times(&ann(), &new.assessment), Some(Ordering::Less));
    assert_eq!(
        compare_times(&new.assessment, &ann()),
        Some(Ordering::Greater)
    );
    // A link of the same date has no time.
    assert_eq!(
        compare_times(&ann(), &by_link(&model, &ann()).assessment),
        None
    );
    // A renamed member is still recognized by the original name.
    let renamed = Member {
        name: "Finance".to_owned(),
        assessment: ann(),
    };
    assert_eq!(
        is_known(&model, &[renamed], &new),
        Some(ExistingMember::OtherAnswers(0))
    );
}

#[test]
fn another_name_or_no_name_is_another_person() {
    let model = standard();
    let mut bo = ann();
    bo.profile.name = "Bo".to_owned();
    assert_eq!(
        is_known(&model, &[Member::new(ann())], &Member::new(bo)),
        None
    );
    let mut nameless = ann();
    nameless.profile.name.clear();
    let there = [Member::new(nameless.clone())];
    let again = by_link(&model, &nameless);
    assert_eq!(
        is_known(&model, &there, &again),
        Some(ExistingMember::SameAnswers(0))
    );
    nameless.updated = Some("2026-11-24".to_owned());
    assert_eq!(is_known(&model, &there, &Member::new(nameless)), None);
}
