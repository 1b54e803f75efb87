#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use assay_core::{Maturity, ModelRef, PathId, Progress, Range, Stance};
use proptest::prelude::*;

use super::{StoredFigures, VERSION, read_summary, write_summary};
use crate::state::list_figures::{ListFigures, Recommended};
use crate::state::listed_assessment::{ListedAssessment, Revision};

fn range() -> impl Strategy<Value = Option<Range>> {
    let percent = || 0.0..=100.0_f64;
    proptest::option::of((percent(), proptest::option::of(percent()), percent()))
        .prop_map(|range| range.map(|(low, value, high)| Range { low, value, high }))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(any::<String>(), 0..3)
}

fn recommended() -> impl Strategy<Value = Recommended> {
    prop_oneof![
        Just(Recommended::NotEnoughAnswers),
        Just(Recommended::FoundationsFirst),
        proptest::sample::subsequence(PathId::ALL.to_vec(), 1..=4).prop_map(Recommended::Paths),
    ]
}

fn figures() -> impl Strategy<Value = ListFigures> {
    (
        any::<(usize, usize)>(),
        range(),
        proptest::option::of(proptest::sample::select(Maturity::ALL.to_vec())),
        proptest::collection::vec(range(), 0..5),
        recommended(),
        texts(),
    )
        .prop_map(
            |((answered, asked), content, level, sections, recommended, unreadable)| ListFigures {
                progress: Progress { answered, asked },
                content,
                level,
                sections,
                recommended,
                unreadable,
            },
        )
}

fn entry() -> impl Strategy<Value = ListedAssessment> {
    let stance = proptest::option::of(proptest::sample::select(Stance::ALL.to_vec()));
    (
        any::<(Option<(String, String)>, String, bool, Option<String>)>(),
        (stance, texts(), any::<Option<String>>()),
        any::<(usize, usize, usize, String)>(),
    )
        .prop_map(|(head, (stance, labels, changed), counts)| {
            let (model, name, is_archived, copied_to) = head;
            let (answers, notes, records, revision) = counts;
            ListedAssessment {
                key: "k1".to_owned(),
                model: model.map(|(id, version)| ModelRef { id, version }),
                name,
                stance,
                labels,
                is_archived,
                changed,
                answers,
                notes,
                copied_to,
                records,
                revision: Revision::Stored(revision),
            }
        })
}

fn stored() -> impl Strategy<Value = Option<StoredFigures>> {
    let figures = proptest::option::of(figures().prop_map(std::sync::Arc::new));
    let stored = (any::<u32>(), figures);
    proptest::option::of(stored.prop_map(|(digest, figures)| StoredFigures { digest, figures }))
}

fn revision(entry: &ListedAssessment) -> &str {
    match &entry.revision {
        Revision::Stored(revision) => revision,
        Revision::Contents(_) => "",
    }
}

proptest! {
    #[test]
    fn a_summary_is_read_as_it_was_written(entry in entry(), figures in stored()) {
        let text = write_summary(&entry, figures.as_ref()).unwrap();
        let read = read_summary("k1", revision(&entry), &text);
        prop_assert_eq!(read, Some((entry, figures)));
    }

    #[test]
    fn a_summary_of_another_revision_is_not_used(entry in entry(), other in any::<String>()) {
        prop_assume!(other != revision(&entry));
        let text = write_summary(&entry, None).unwrap();
        prop_assert_eq!(read_summary("k1", &other, &text), None);
    }

    #[test]
    fn after_an_update_of_the_app_only_the_figures_of_a_summary_are_not_used(
        entry in entry(), figures in figures(), digest in any::<u32>()
    ) {
        let figures = StoredFigures { digest, figures: Some(figures.into()) };
        let without = write_summary(&entry, None).unwrap();
        let text = write_summary(&entry, Some(&figures)).unwrap();
        let other = "x".repeat(VERSION.len());
        let later = text.strip_prefix(&without).unwrap().replacen(VERSION, &other, 1);
        let read = read_summary("k1", revision(&entry), &format!("{without}{later}"));
        prop_assert_eq!(read, Some((entry, None)));
    }

    #[test]
    fn a_damaged_summary_is_read_as_none_or_another_but_never_ends_the_app(
        entry in entry(), figures in stored(), at in any::<prop::sample::Index>(), text in any::<String>()
    ) {
        let whole = write_summary(&entry, figures.as_ref()).unwrap();
        let place = (0..=at.index(whole.len())).rev().find(|at| whole.is_char_boundary(*at));
        let (before, after) = whole.split_at(place.unwrap_or_default());
        drop(read_summary("k1", revision(&entry), &text));
        drop(read_summary("k1", revision(&entry), &format!("{before}{text}{after}")));
        if !after.is_empty() {
            // Only figures may be missing at the end.
            let cut = read_summary("k1", revision(&entry), before);
            prop_assert!(cut.is_none_or(|(read, _)| read == entry));
        }
    }
}

#[test]
fn without_a_revision_there_is_no_summary_and_a_long_list_that_is_not_there_is_not_awaited() {
    let entry = ListedAssessment {
        key: "k1".to_owned(),
        model: None,
        name: String::new(),
        stance: None,
        labels: Vec::new(),
        is_archived: false,
        changed: None,
        answers: 0,
        notes: 0,
        copied_to: None,
        records: 1,
        revision: Revision::Contents(7),
    };
    assert_eq!(write_summary(&entry, None), None);
    let entry = ListedAssessment {
        revision: Revision::Stored(String::new()),
        ..entry
    };
    let text = write_summary(&entry, None).unwrap();
    assert!(read_summary("k1", "", &text).is_some());
    let claimed = text.strip_suffix("1\n0").unwrap().to_owned() + "9\n999999999";
    assert_eq!(read_summary("k1", "", &claimed), None);
}
