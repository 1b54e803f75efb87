#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use assay_core::{Assessment, Model};

use super::{
    FigureSource, LoadedAssessment, RecordCount, StoredList, list_records, load_by_summaries,
};
use crate::browser::store::Entries;
use crate::state::assessment_records::to_records;
use crate::state::list_figures::ListFigures;
use crate::state::list_summary::{StoredFigures, write_summary};

const STANDARD: &str = include_str!("../../../../core/models/standard.json");

fn standard() -> Model {
    Model::parse(STANDARD).unwrap().value
}

fn records(key: &str) -> Entries {
    let file = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"2"},
        "profile":{"name":"Acme","stance":"adopt"},"answers":{"data.domain":3}}"#;
    let model = standard();
    to_records(key, &model, &Assessment::parse(&model, file).unwrap())
}

/// The entries that the list stores of these assessments.
fn summarize(loaded: &[LoadedAssessment], revision: &str) -> Entries {
    let model = standard();
    let mut entries = Entries::new();
    for one in loaded {
        let FigureSource::Records(records) = &one.source else {
            continue;
        };
        let figures = records.read(&model);
        let figures = figures.map(|stored| ListFigures::of_assessment(&model, stored));
        let figures = StoredFigures {
            digest: 7,
            figures: figures.map(Arc::new),
        };
        let key = &one.entry.key;
        entries.push((format!("list/{key}/rev"), revision.to_owned()));
        let text = write_summary(&one.entry, Some(&figures)).unwrap();
        entries.push((format!("list/{key}/summary"), text));
    }
    entries
}

/// The list after all records were read, one of which belongs to no assessment.
fn stored(mut entries: Entries) -> StoredList {
    entries.push(("list/unlisted".to_owned(), "1".to_owned()));
    StoredList::from_entries(entries)
}

/// Loads by summaries without reading anything else.
fn load(stored: StoredList) -> Option<(Vec<LoadedAssessment>, RecordCount)> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(load_by_summaries(stored)).poll(&mut context) {
        Poll::Ready(loaded) => loaded,
        Poll::Pending => panic!("it reads records"),
    }
}

/// Two assessments with the revision `r`, and what is stored of them.
fn two() -> (Vec<LoadedAssessment>, Entries) {
    let mut all = records("k2");
    all.extend(records("k1"));
    let revisions = ["k1", "k2"].map(|key| (format!("list/{key}/rev"), "r".to_owned()));
    let revisions = stored(revisions.to_vec());
    let loaded = list_records(all, Some(&revisions));
    let entries = summarize(&loaded, "r");
    (loaded, entries)
}

#[test]
fn a_list_from_summaries_is_the_list_from_records() {
    let (from_records, entries) = two();
    let (loaded, count) = load(stored(entries)).unwrap();
    assert_eq!(count, RecordCount(5), "two of each, and the one without");
    assert_eq!(loaded.len(), 2);
    for (one, other) in loaded.iter().zip(&from_records) {
        assert_eq!(one.entry, other.entry);
        let FigureSource::Summary(Some(figures)) = &one.source else {
            panic!("it has figures");
        };
        assert_eq!(figures.figures.as_ref().unwrap().progress.answered, 1);
    }
}

#[test]
fn summaries_do_not_tell_what_is_stored_until_all_records_were_read() {
    let (_, entries) = two();
    assert!(load(StoredList::from_entries(entries)).is_none());
    assert!(load(StoredList::from_entries(Entries::new())).is_none());
    let odd = vec![("list/unlisted".to_owned(), "many".to_owned())];
    assert!(load(StoredList::from_entries(odd)).is_none());
    let (none, count) = load(stored(Entries::new())).unwrap();
    assert!(none.is_empty());
    assert_eq!(count, RecordCount(1));
}

#[test]
fn a_summary_of_an_earlier_revision_is_not_used() {
    let (_, mut entries) = two();
    for (_, value) in entries.iter_mut().filter(|(key, _)| key == "list/k1/rev") {
        *value = "later".to_owned();
    }
    let list = stored(entries);
    let is_valid: Vec<bool> = list
        .summaries
        .iter()
        .map(|one| one.summary.is_some())
        .collect();
    assert_eq!(is_valid, [false, true]);
    assert_eq!(list.revision_of("k1"), "later");
    assert_eq!(list.revision_of("k3"), "");
}

#[test]
fn entries_that_are_not_of_the_list_change_nothing() {
    let odd = [
        "list/",
        "list",
        "list/k1",
        "list/k1/",
        "list/k1/other",
        "list//rev",
        "x",
    ];
    let odd = odd.map(|key| (key.to_owned(), "x".to_owned()));
    let list = stored(odd.to_vec());
    assert!(list.summaries.iter().all(|one| one.summary.is_none()));
}

#[test]
fn assessments_of_every_questionnaire_are_listed_and_records_without_a_head_are_not() {
    let model = standard();
    let mut all = records("k2");
    all.extend(records("k1"));
    let elsewhere = r#"{"model":{"id":"ours","version":"7"},"profile":{"stance":"both"}}"#;
    all.push(("a/k3/head".to_owned(), elsewhere.to_owned()));
    all.push(("a/k4/q/data.domain".to_owned(), "3".to_owned()));
    all.push(("a/k5/head".to_owned(), "{".to_owned()));
    let found = list_records(all, None);
    let keys: Vec<&str> = found.iter().map(|one| one.entry.key.as_str()).collect();
    assert_eq!(keys, ["k1", "k2", "k3"]);
    let read = |at: usize| match &found.get(at).unwrap().source {
        FigureSource::Records(records) => records.read(&model),
        FigureSource::Summary(_) => None,
    };
    assert_eq!(read(0).unwrap().assessment.answers.len(), 1);
    assert!(read(2).is_none());
    assert!(!found.get(2).unwrap().entry.belongs_to(&model));
}
