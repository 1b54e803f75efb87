//! Damaged and hostile cohort files are refused.

use super::*;

/// Returns a file that opens.
fn sound_file() -> String {
    let model = standard();
    let cohort = cohort(&model, &[("Banks", 20), ("Pumps", 10)]);
    let file = cohort.publish().unwrap().to_json();
    assert!(PublishedCohort::open(&model, &file).is_ok());
    file
}

/// Replaces the first occurrence of a part of a file and returns why the file is refused.
fn refusal_of_altered(file: &str, part: &str, replacement: &str) -> CohortError {
    assert!(file.contains(part), "{part} in {file}");
    refusal(&file.replacen(part, replacement, 1))
}

#[test]
fn a_cohort_of_another_model_is_refused() {
    let version = format!("\"version\": \"{}\"", standard().version());
    let other = STANDARD.replacen(&version, "\"version\": \"9\"", 1);
    let other = Model::parse(&other).unwrap().value;
    let foreign = cohort(&other, &[("Pumps", 10)]);
    let refused = refusal(&foreign.publish().unwrap().to_json());
    assert!(matches!(&refused, CohortError::OtherModel { found, .. } if found.version == "9"));
    let mut own = cohort(&standard(), &[("Pumps", 10)]);
    let before = own.clone();
    assert_eq!(
        own.add(&foreign).unwrap_err(),
        foreign.check_model(&standard()).unwrap_err()
    );
    assert_eq!(own, before);
}

#[test]
fn counts_that_do_not_fit_are_refused_with_their_place() {
    let file = sound_file();
    for (from, to, place) in [
        (
            "\"companies\":30,\"bin",
            "\"companies\":31,\"bin",
            "companies",
        ),
        (
            "\"companies\":30,\"bin",
            "\"companies\":30.5,\"bin",
            "companies",
        ),
        (
            "\"companies\":30,\"bin",
            "\"companies\":-1,\"bin",
            "companies",
        ),
        ("\"bin_width\":2", "\"bin_width\":5", "bin_width"),
        ("[0,6]", "[0,0]", "stances.adopt.ai_content[0]"),
        ("[0,6]", "[50,6]", "stances.adopt.ai_content[0]"),
        ("[0,6],", "[12,6],[0,6],", "stances.adopt.ai_content[1]"),
        ("[0,6]", "[0]", "stances.adopt.ai_content[0]"),
        ("[0,6]", "[0,60]", "stances.adopt"),
        ("\"Banks\"", "\" Banks\"", "industries.groups[\" Banks\"]"),
        ("\"spectator\":6", "\"spectator\":7", "stances.adopt"),
        ("\"data\":", "\"date\":", "stances.adopt.sections"),
    ] {
        let place = place.to_owned();
        let refused = refusal_of_altered(&file, from, to);
        assert_eq!(refused, CohortError::Inconsistent { place }, "{from} {to}");
    }
}

#[test]
fn a_text_that_is_no_cohort_file_is_refused_as_such() {
    let file = sound_file();
    for (from, to) in [
        ("\"assay.cohort/1\"", "\"assay.result/1\""),
        ("\"stances\"", "\"stance\""),
        ("[0,6]", "[\"0\",6]"),
        ("{\"id\"", "{\"id\":\"standard\",\"id\""),
        ("}}\n", "}"),
    ] {
        assert!(
            matches!(refusal_of_altered(&file, from, to), CohortError::File(_)),
            "{from} {to}"
        );
    }
}

#[test]
fn a_count_beyond_what_readers_represent_is_refused() {
    let model = standard();
    let mut one = Cohort::empty(&model);
    add(&mut one, &model, 2, "");
    // One company with a value in each figure, as often as a file may hold.
    let most = |count: u64| {
        let text = one.to_partial_json().replace(",1]", &format!(",{count}]"));
        text.replace(":1,", &format!(":{count},"))
            .replace(":1}", &format!(":{count}}}"))
    };
    let mut full = Cohort::parse(&most(MAX_COMPANIES)).unwrap();
    assert_eq!(full.companies(), MAX_COMPANIES);
    assert!(matches!(
        Cohort::parse(&most(MAX_COMPANIES + 1)).unwrap_err(),
        CohortError::Inconsistent { .. }
    ));
    assert_eq!(full.add(&one).unwrap_err(), CohortError::TooManyCompanies);
}

#[test]
fn a_file_with_very_many_sections_is_refused_at_once() {
    let text = cohort(&standard(), &[("", 10)])
        .publish()
        .unwrap()
        .to_json();
    let sections: String = (0..100_000).map(|n| format!("\"s{n}\":[],")).collect();
    let many = text.replace("\"sections\":{", &format!("\"sections\":{{{sections}"));
    let CohortError::Inconsistent { place } = refusal(&many) else {
        panic!("another refusal");
    };
    assert_eq!(place, "stances.provide.sections");
}
