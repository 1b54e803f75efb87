//! Evidence for answers in assessment files: faults, migration, teams.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use assay_core::team::{ConsensusOptions, Member, build_consensus, merge_members};
use assay_core::{
    Assessment, Day, Evidence, EvidenceSource, LineReader, Model, Person, ProblemKind, Stance,
};
use common::standard;
use proptest::prelude::*;

fn file(evidence: &str) -> String {
    format!(
        r#"{{"format":"assay.assessment/1","model":{{"id":"standard","version":"2"}},
        "profile":{{"stance":"adopt"}},"answers":{{"data.domain":3}},"evidence":{evidence}}}"#
    )
}

/// The problems of a file with this evidence, each with its place.
fn problems(evidence: &str) -> Vec<(String, ProblemKind)> {
    let model = standard();
    let text = file(evidence);
    let problems = Assessment::parse(&model, &text).unwrap_err();
    let short = LineReader::new(&model).read(&text).unwrap_err();
    assert_eq!(short, problems, "the fast reader reports the same");
    let problems = problems.0.into_iter();
    problems.map(|it| (it.place, it.kind)).collect()
}

fn evidence(source: &str, date: &str, person: &str) -> Evidence {
    let date = Day::parse(date);
    Evidence::new(EvidenceSource::new(source), date, Person::new(person)).unwrap()
}

#[test]
fn evidence_is_read_and_written_unchanged() {
    let model = standard();
    let entry = r#"{"person":"Li Na","page":[7,null],"source":"a.pdf","date":"2026-11-20"}"#;
    let text = file(&format!(r#"{{"data.domain":{entry}}}"#));
    let read = Assessment::parse(&model, &text).unwrap();
    let question = model.find_question("data.domain").unwrap();
    let expected = evidence("a.pdf", "2026-11-20", "Li Na");
    assert_eq!(read.evidence(question), Some(expected));
    let tree = read.to_tree(&model);
    let written = tree.get("evidence").and_then(|it| it.get("data.domain"));
    assert_eq!(written.unwrap().to_string(), entry);
    assert_eq!(Assessment::parse(&model, &tree.to_pretty()), Ok(read));
}

#[test]
fn each_fault_is_reported_at_its_place() {
    for (entry, place, is_expected) in [
        (
            r#"{"data.gone":{"source":"a"}}"#,
            "evidence[\"data.gone\"]",
            (|kind| matches!(kind, ProblemKind::UnknownId { .. })) as fn(&ProblemKind) -> bool,
        ),
        (
            r#"{"data.domain":{"date":"2026-11-20"}}"#,
            "evidence[\"data.domain\"]",
            |kind| matches!(kind, ProblemKind::MissingField { field: "source" }),
        ),
        (
            r#"{"data.domain":{"source":"a","date":"20.11.2026"}}"#,
            "evidence[\"data.domain\"].date",
            |kind| matches!(kind, ProblemKind::NotADate { .. }),
        ),
        (
            r#"{"data.domain":{"source":"a","person":7}}"#,
            "evidence[\"data.domain\"].person",
            |kind| matches!(kind, ProblemKind::WrongType { .. }),
        ),
        (
            r#"{"data.domain":"a"}"#,
            "evidence[\"data.domain\"]",
            |kind| matches!(kind, ProblemKind::WrongType { .. }),
        ),
        ("[]", "evidence", |kind| {
            matches!(kind, ProblemKind::WrongType { .. })
        }),
    ] {
        let found = problems(entry);
        let [(at, kind)] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(at, place);
        assert!(is_expected(kind), "{kind:?}");
    }
    let long = format!(r#"{{"data.domain":{{"source":"{}"}}}}"#, "a".repeat(2001));
    let too_long = ProblemKind::TextTooLong {
        length: 2001,
        limit: 2000,
    };
    assert_eq!(problems(&long)[0].1, too_long);
}

#[test]
fn a_copy_for_another_questionnaire_names_the_evidence_that_it_loses() {
    let model = standard();
    let text = file(r#"{"data.gone":{"source":"a.pdf"},"data.domain":{"source":"b.pdf"}}"#);
    let text = text.replace(r#""version":"2""#, r#""version":"0""#);
    let adapted = Assessment::adapt(&model, &text).unwrap();
    let question = model.find_question("data.domain").unwrap();
    assert!(adapted.assessment.evidence(question).is_some());
    assert_eq!(adapted.lost.len(), 1);
    assert_eq!(adapted.lost[0].question, "data.gone");
    let lost = adapted.lost[0].evidence.as_ref();
    assert_eq!(lost.map(Evidence::to_line).as_deref(), Some("a.pdf"));
}

fn member(model: &Model, name: &str, of: Evidence) -> Member {
    let text = file("{}");
    let mut assessment = Assessment::parse(model, &text).unwrap();
    let question = model.find_question("data.domain").unwrap();
    assessment.set_evidence(question, Some(&of));
    Member {
        name: name.to_owned(),
        assessment,
    }
}

#[test]
fn a_group_keeps_the_latest_evidence_and_notes_the_others() {
    let model = standard();
    let members = [
        member(&model, "Ann", evidence("old.pdf", "2026-01-02", "Li Na")),
        member(&model, "Bo", evidence("new.pdf", "2026-11-20", "Li Na")),
        member(&model, "Cy", evidence("new.pdf", "2026-11-20", "Li Na")),
    ];
    let merged = merge_members(&model, Stance::Adopt, &members).unwrap();
    let question = model.find_question("data.domain").unwrap();
    let consensus = |with_names| {
        let options = ConsensusOptions {
            with_names,
            ..ConsensusOptions::default()
        };
        let agreed = build_consensus(&model, &members, &merged, &options);
        let line = agreed.evidence(question).map(|it| it.to_line());
        (line, agreed.notes.get(&question).cloned())
    };
    let named = |text: &str| Some(text.to_owned());
    assert_eq!(
        consensus(true),
        (
            named("new.pdf · 2026-11-20 · Li Na"),
            named("old.pdf · 2026-01-02 · Li Na")
        )
    );
    assert_eq!(
        consensus(false),
        (named("new.pdf · 2026-11-20"), named("old.pdf · 2026-01-02"))
    );
}

#[test]
fn a_link_holds_no_evidence() {
    let model = standard();
    let with = member(&model, "Ann", evidence("a.pdf", "2026-01-02", "Li Na")).assessment;
    let mut without = with.clone();
    let question = model.find_question("data.domain").unwrap();
    without.set_evidence(question, None);
    let options = assay_core::link::LinkOptions {
        notes: true,
        ..Default::default()
    };
    assert_eq!(
        assay_core::link::encode(&model, &with, options),
        assay_core::link::encode(&model, &without, options)
    );
}

proptest! {
    #[test]
    fn any_entry_is_read_and_kept_or_refused(entry in "(\\{\"source\":\"\\PC{0,9}\"(,\"(date|person|x)\":(\"\\PC{0,9}\"|null|7|\"2026-01-0[0-9]\")){0,2}\\}|\\PC{0,20})") {
        let model = standard();
        let text = file(&format!(r#"{{"data.domain":{entry}}}"#));
        let short = LineReader::new(&model).read(&text).map(|line| line.answers.clone());
        match Assessment::parse(&model, &text) {
            Ok(read) => {
                prop_assert_eq!(short.as_ref(), Ok(&read.answers));
                let written = read.to_json(&model);
                prop_assert_eq!(Assessment::parse(&model, &written), Ok(read));
            }
            Err(problems) => prop_assert_eq!(short, Err(problems)),
        }
    }
}
