//! Tests of evidence.

use proptest::prelude::*;

use super::{Evidence, EvidenceSource, MAX_PERSON_LENGTH, Person};
use crate::Day;

#[test]
fn only_addresses_of_web_pages_are_links() {
    for address in [
        "https://example.org/a?b#c",
        "HTTP://example.org",
        "https://[::1]/",
        "https://例子.cn/表",
    ] {
        let source = EvidenceSource::new(address);
        assert_eq!(source.web_address(), Some(address));
    }
    for text in [
        "",
        "register.xlsx",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "file:///etc",
        "https://",
        "https:///path",
        "https://a b",
        "see https://example.org",
        "java\nscript:alert(1)",
    ] {
        assert_eq!(EvidenceSource::new(text).web_address(), None, "{text}");
    }
}

#[test]
fn the_line_holds_the_parts_that_are_present() {
    let evidence = |source, date, person| {
        Evidence::new(EvidenceSource::new(source), date, Person::new(person))
    };
    let day = Day::parse("2026-11-23");
    let line = |evidence: Option<Evidence>| evidence.map(|it| it.to_line());
    let full = line(evidence("a.pdf", day, "Li Na"));
    assert_eq!(full.as_deref(), Some("a.pdf · 2026-11-23 · Li Na"));
    assert_eq!(line(evidence("", None, " Li ")).as_deref(), Some("Li"));
    assert_eq!(evidence(" ", None, "\n"), None);
}

#[test]
fn unknown_fields_of_a_record_stay() {
    let record = r#"{"page":7,"source":"a.pdf","person":"Bo"}"#;
    let evidence = Evidence::from_record(record).unwrap();
    let changed = Evidence::new(EvidenceSource::new("b.pdf"), None, Person::default()).unwrap();
    assert_eq!(evidence.person().as_str(), "Bo");
    assert_eq!(
        changed.to_record(Some(record)),
        r#"{"source":"b.pdf","page":7}"#
    );
}

proptest! {
    #[test]
    fn a_record_is_read_as_it_was_written(
        source in "\\PC{0,20}", days in prop::option::of(0..100_000_u32), person in "(\\PC|\n){0,20}",
    ) {
        let (source, person) = (EvidenceSource::new(&source), Person::new(&person));
        let evidence = Evidence::new(source, days.and_then(Day::new), person);
        if let Some(evidence) = evidence {
            prop_assert_eq!(Evidence::from_record(&evidence.to_record(None)), Some(evidence));
        }
    }

    #[test]
    fn any_text_is_cut_to_a_valid_name(text in "(\\PC|\\s){0,250}") {
        let person = Person::new(&text);
        prop_assert!(person.as_str().chars().count() <= MAX_PERSON_LENGTH);
        prop_assert_eq!(Person::new(person.as_str()), person);
    }

    #[test]
    fn no_text_is_too_odd_for_a_record(text in "(\\PC|[{}\":,0-9a-z]){0,60}") {
        let is_evidence = Evidence::from_record(&text).is_some();
        let is_object = text.trim().starts_with('{');
        prop_assert!(is_object || !is_evidence);
    }
}
