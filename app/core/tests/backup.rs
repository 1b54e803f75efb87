//! Backups are read as written, add missing records, and overwrite only on request.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use assay_core::backup::{Backup, BackupWithOmissions, RecordKind, Records, RestorePlan};
use assay_core::{JsonType, ProblemKind};
use proptest::prelude::*;

const HEAD: &str = r#"{"format": "assay.assessment/1", "model": {"id": "ours", "version": "3"},
    "profile": {"name": "Acme", "stance": "adopt"}, "answers": {}, "updated": "2026-11-01T10:00:00Z"}"#;

fn records(entries: &[(&str, &str)]) -> Records {
    let own = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
    entries.iter().map(own).collect()
}

fn stored() -> Records {
    records(&[
        ("a/k1/head", HEAD),
        ("a/k1/n/data.domain", "a note"),
        ("a/k1/q/data.domain", "3"),
        ("a/k1/updated", "2026-11-20T10:00:00Z"),
        ("compare/standard@1", "own:k1\nexample:x"),
        ("current/standard@1", "k1"),
        (
            "model/m1",
            include_str!("../../../fuzz/seeds/model/small.json"),
        ),
        ("team/standard@1/m/t1", HEAD),
        ("team/standard@1/n/t1", "Ann"),
        ("team/standard@1/q/data.domain", "2"),
    ])
}

fn backup(records: Records) -> Backup {
    make(records).backup
}

fn make(records: Records) -> BackupWithOmissions {
    let settings = vec![("language".to_owned(), "zh-CN".to_owned())];
    Backup::of_records("2026-11-28T08:00:00Z".to_owned(), records, settings)
}

fn without(mut records: Records, prefix: &str) -> Records {
    records.retain(|(key, _)| !key.starts_with(prefix));
    records
}

fn with(records: Records, key: &str, text: &str) -> Records {
    let mut records = records;
    records.retain(|(known, _)| known != key);
    records.push((key.to_owned(), text.to_owned()));
    records
}

fn problems(text: &str) -> Vec<(String, ProblemKind)> {
    let problems = Backup::parse(text).unwrap_err().0;
    problems.into_iter().map(|p| (p.place, p.kind)).collect()
}

#[test]
fn a_backup_is_read_as_it_was_written() {
    let backup = backup(stored());
    let read = Backup::parse(&backup.to_json()).unwrap();
    assert_eq!((read.backup, read.omitted), (backup, Vec::new()));
}

#[test]
fn an_empty_browser_gets_everything() {
    let merge = backup(stored()).plan_restore(&Records::new());
    assert_eq!((merge.assessments, merge.others), (1, 3));
    assert_eq!(merge.additions, stored());
    assert_eq!(merge.conflicts, []);
}

#[test]
fn what_is_there_already_is_not_touched() {
    assert_eq!(
        backup(stored()).plan_restore(&stored()),
        RestorePlan::default()
    );
}

#[test]
fn newer_work_under_the_same_key_is_named_with_both_dates_and_kept() {
    let newer = with(stored(), "a/k1/q/data.domain", "4");
    let newer = with(newer, "a/k1/q/data.labels", "1");
    let newer = with(newer, "a/k1/updated", "2026-11-27T10:00:00Z");
    let merge = backup(stored()).plan_restore(&newer);
    assert_eq!(merge.additions, Records::new());
    let conflict = &merge.conflicts[0];
    assert_eq!(
        (conflict.kind, conflict.name.as_str()),
        (RecordKind::Assessment, "Acme")
    );
    assert_eq!(conflict.group, "a/k1/");
    assert_eq!(
        conflict.stored_time.as_deref(),
        Some("2026-11-27T10:00:00Z")
    );
    assert_eq!(
        conflict.backup_time.as_deref(),
        Some("2026-11-20T10:00:00Z")
    );
    // The state of the backup replaces the newer one completely.
    let mut after = newer;
    for (key, text) in &conflict.replacement {
        after.retain(|(known, _)| known != key);
        after.extend(text.clone().map(|text| (key.clone(), text)));
    }
    after.sort();
    assert_eq!(after, stored());
}

#[test]
fn a_team_gets_the_members_that_it_lacks_and_keeps_what_was_changed() {
    let here = without(stored(), "team/standard@1/q/");
    let here = with(here, "team/standard@1/n/t1", "Anne");
    let here = with(here, "team/standard@1/m/t2", HEAD);
    let merge = backup(stored()).plan_restore(&here);
    assert_eq!(
        merge.additions,
        records(&[("team/standard@1/q/data.domain", "2")])
    );
    assert_eq!(merge.conflicts.len(), 1);
    assert_eq!(merge.conflicts[0].kind, RecordKind::Team);
    assert_eq!(
        merge.conflicts[0].replacement,
        [("team/standard@1/n/t1".to_owned(), Some("Ann".to_owned()))]
    );
}

#[test]
fn which_assessment_is_being_filled_in_stays_as_it_is() {
    let here = with(stored(), "current/standard@1", "k9");
    assert_eq!(backup(stored()).plan_restore(&here), RestorePlan::default());
}

#[test]
fn answers_without_a_head_are_not_backed_up() {
    let lost = with(stored(), "a/k2/q/data.domain", "1");
    let made = make(lost);
    assert_eq!(made.backup, backup(stored()));
    let [omitted] = made.omitted.as_slice() else {
        panic!("{:?}", made.omitted);
    };
    assert_eq!((omitted.group.as_str(), omitted.records), ("a/k2/", 1));
    assert_eq!(omitted.problems.0[0].place, r#"records["a/k2/"]"#);
}

/// The backup file of everything in `stored`, with another text of a record.
fn file_with(key: &str, text: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(&backup(stored()).to_json()).unwrap();
    file["records"][key] = text.into();
    file.to_string()
}

#[test]
fn a_damaged_group_is_omitted_and_named_and_everything_else_is_restored() {
    let head = HEAD
        .replace("Acme", "Orion")
        .replace("\"assay.assessment/1\"", "7");
    for (key, text, group, name) in [
        ("a/k2/head", head.as_str(), "a/k2/", Some("Orion")),
        ("a/k2/head", "{", "a/k2/", None),
        ("a/k2/q/data.domain", "4", "a/k2/", None),
        ("model/m2", "{}", "model/m2", Some("m2")),
        ("elsewhere", "x", "elsewhere", None),
    ] {
        let read = Backup::parse(&file_with(key, text)).unwrap();
        assert_eq!(read.backup, backup(stored()), "{key}");
        assert_eq!(read.omitted.len(), 1, "{key}");
        let omitted = &read.omitted[0];
        assert_eq!(
            (omitted.group.as_str(), omitted.name.as_deref()),
            (group, name)
        );
        assert!(!omitted.problems.0.is_empty());
    }
}

#[test]
fn an_assessment_with_a_damaged_answer_is_not_restored_in_part() {
    let read = Backup::parse(&file_with("a/k1/q/data.labels", "9")).unwrap();
    assert_eq!(read.backup, backup(without(stored(), "a/k1/")));
    assert_eq!(read.omitted[0].name.as_deref(), Some("Acme"));
    assert_eq!(read.omitted[0].records, 5);
}

#[test]
fn a_foreign_file_is_refused_for_its_format_alone() {
    let kind = ProblemKind::WrongFormat {
        found: "assay.assessment/1".to_owned(),
        expected: "assay.backup/1",
    };
    assert_eq!(problems(HEAD), [("format".to_owned(), kind)]);
    let kind = ProblemKind::WrongType {
        expected: JsonType::Object,
        found: JsonType::List,
    };
    assert_eq!(problems("[]"), [(String::new(), kind)]);
    assert!(matches!(problems("{")[0].1, ProblemKind::NotJson { .. }));
}

#[test]
fn every_bad_record_is_named_with_its_place() {
    let file = r#"{"format": "assay.backup/1", "records": {
        "a/k/head": "{\"format\": \"assay.result/1\", \"profile\": 1}",
        "a/k/q/x": "5", "a/l/q/x": "3", "b/k": "?", "a/k": "?", "model/m": "{}", "current/x": 1}}"#;
    let found = problems(file);
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    for place in [
        r#"records["a/k/head"] › format"#,
        r#"records["a/k/head"] › profile"#,
        r#"records["a/k/q/x"]"#,
        r#"records["a/l/"]"#,
        r#"records["b/k"]"#,
        r#"records["a/k"]"#,
        r#"records["model/m"]"#,
        r#"records["current/x"]"#,
    ] {
        let named = places.iter().any(|found| found.starts_with(place));
        assert!(named, "{place} of {places:?}");
    }
}

proptest! {
    #[test]
    fn merging_twice_changes_nothing_the_second_time(
        there in some_records(), here in some_records()
    ) {
        let backup = backup(there);
        let merge = backup.plan_restore(&here);
        let mut after = here.clone();
        after.extend(merge.additions.clone());
        for (key, text) in &here {
            prop_assert!(after.contains(&(key.clone(), text.clone())), "{key} is kept");
        }
        let again = backup.plan_restore(&after);
        prop_assert_eq!(again.additions, Records::new());
        prop_assert_eq!(again.conflicts, merge.conflicts);
    }
}

fn some_records() -> impl Strategy<Value = Records> {
    let key = prop::sample::select(vec![
        "a/k/head",
        "a/k/q/x",
        "a/k/updated",
        "a/l/head",
        "a/l/q/x",
        "team/m@1/m/k",
        "team/m@1/n/k",
        "compare/m@1",
        "current/m@1",
        "model/m",
    ]);
    let entries = prop::collection::btree_map(key, prop::sample::select(vec!["1", "2"]), 0..8);
    entries.prop_map(|map| {
        map.into_iter()
            .map(|(key, text)| (key.to_owned(), text.to_owned()))
            .collect()
    })
}
