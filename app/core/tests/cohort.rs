//! Cohorts add exactly, show nobody alone, and are refused when they are damaged.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;
#[path = "cohort/properties.rs"]
mod properties;

use assay_core::cohort::{
    Cohort, CohortError, CohortGroup, CohortMember, Dimension, MAX_COMPANIES, MAX_GROUPS,
    PublishedCohort,
};
use assay_core::{Model, Stance};
use common::{STANDARD, standard};

/// Adds a company with all questions at one level.
fn add(cohort: &mut Cohort, model: &Model, level: u8, industry: &str) {
    let mut assessment = assay_core::Assessment::new(model, Stance::Adopt, assay_core::Depth::Full);
    industry.clone_into(&mut assessment.profile.industry);
    assessment.profile.name = "Secret Pumps".to_owned();
    for question in model.question_ixs() {
        let level = assay_core::Level::new(level);
        (assessment.answers).set(question, level.map(assay_core::Answer::Level));
    }
    let score = assessment.evaluation(model).score();
    let member = CohortMember::from_score(model, &assessment.profile, &score);
    cohort.add_member(&member).unwrap();
}

/// Companies with levels 0 to 4 in turn; industries with their numbers of companies.
fn cohort(model: &Model, industries: &[(&str, usize)]) -> Cohort {
    let mut cohort = Cohort::empty(model);
    for (industry, count) in industries {
        for number in 0..*count {
            add(&mut cohort, model, (number % 5) as u8, industry);
        }
    }
    cohort
}

fn listed(cohort: &Cohort) -> Vec<(String, u64)> {
    let groups = cohort.breakdown(Dimension::Industry).groups();
    groups
        .map(|(name, counts)| (name.to_owned(), counts.companies()))
        .collect()
}

fn refusal(text: &str) -> CohortError {
    PublishedCohort::open(&standard(), text).unwrap_err()
}

#[test]
fn a_company_counts_in_each_figure_that_it_has() {
    let model = standard();
    let mut cohort = Cohort::empty(&model);
    add(&mut cohort, &model, 2, "Pumps");
    let counts = cohort.stance(Stance::Adopt);
    assert_eq!(counts.ai_content.below_and_same(50.0), (0, 1));
    assert_eq!(counts.sections.len(), 4);
    assert!(
        counts
            .sections
            .iter()
            .all(|scores| scores.below_and_same(50.0) == (0, 1))
    );
    assert_eq!(counts.levels, [0, 0, 1, 0, 0]);
    assert_eq!(cohort.stance(Stance::Provide).companies(), 0);
    assert_eq!(
        cohort
            .breakdown(Dimension::Industry)
            .group(" Pumps ")
            .unwrap(),
        counts
    );
    let nothing = assay_core::Assessment::new(&model, Stance::Provide, assay_core::Depth::Quick);
    let score = nothing.evaluation(&model).score();
    cohort
        .add_member(&CohortMember::from_score(&model, &nothing.profile, &score))
        .unwrap();
    let counts = cohort.stance(Stance::Provide);
    assert_eq!((counts.companies(), counts.ai_content.total()), (1, 0));
    assert_eq!(counts.outcomes, [0, 0, 0, 0, 0, 1]);
}

#[test]
fn fewer_than_ten_companies_are_not_published() {
    let model = standard();
    let nine = cohort(&model, &[("Pumps", 9)]);
    assert_eq!(
        nine.publish().unwrap_err(),
        CohortError::TooFewCompanies { companies: 9 }
    );
    assert!(cohort(&model, &[("Pumps", 10)]).publish().is_ok());
    let renamed = nine.to_partial_json().replace("\"partial\":true,", "");
    assert_eq!(
        refusal(&renamed),
        CohortError::TooFewCompanies { companies: 9 }
    );
    assert_eq!(refusal(&nine.to_partial_json()), CohortError::Partial);
}

#[test]
fn a_published_cohort_names_no_company_and_no_small_group() {
    let model = standard();
    let cohort = cohort(
        &model,
        &[("Banks", 30), ("Pumps", 12), ("Rare", 9), ("Sole", 1)],
    );
    let published = cohort.publish().unwrap();
    assert_eq!(
        listed(published.cohort()),
        [("Banks".to_owned(), 30), ("Pumps".to_owned(), 12)]
    );
    assert!(
        published
            .cohort()
            .breakdown(Dimension::Industry)
            .is_incomplete()
    );
    assert!(
        !published
            .cohort()
            .breakdown(Dimension::Size)
            .is_incomplete()
    );
    let file = published.to_json();
    for hidden in ["Secret", "Rare", "Sole"] {
        assert!(!file.contains(hidden), "{file}");
    }
}

#[test]
fn a_small_group_cannot_be_found_by_subtraction() {
    let model = standard();
    let published = cohort(&model, &[("Banks", 30), ("Pumps", 12), ("Rare", 3)])
        .publish()
        .unwrap();
    assert_eq!(listed(published.cohort()), [("Banks".to_owned(), 30)]);
    let unstated = cohort(&model, &[("Banks", 30), ("", 20), ("Rare", 3)])
        .publish()
        .unwrap();
    assert_eq!(listed(unstated.cohort()), [("Banks".to_owned(), 30)]);
}

#[test]
fn a_sum_with_a_published_cohort_lists_only_what_is_known_from_both() {
    let model = standard();
    let first = cohort(&model, &[("Banks", 12), ("Pumps", 6), ("Rare", 4)]);
    let second = cohort(&model, &[("Banks", 15), ("Pumps", 11)]);
    let mut sum = first.publish().unwrap().cohort().clone();
    sum.add(second.publish().unwrap().cohort()).unwrap();
    assert_eq!(sum.companies(), 48);
    assert_eq!(listed(&sum), [("Banks".to_owned(), 27)]);
    let mut exact = first;
    exact.add(&second).unwrap();
    assert_eq!(listed(&exact)[1], ("Pumps".to_owned(), 17));
    assert_eq!(sum.total(), exact.total());
}

#[test]
fn more_industries_than_the_limit_are_left_out() {
    let model = standard();
    let names: Vec<String> = (0..=MAX_GROUPS).map(|n| format!("industry {n}")).collect();
    let many: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let (mut half, rest) = (cohort(&model, &many[..600]), cohort(&model, &many[600..]));
    assert_eq!(listed(&half).len(), 600);
    half.add(&rest).unwrap();
    assert_eq!(half, cohort(&model, &many));
    assert_eq!(listed(&half), []);
    assert_eq!(half.companies(), 1_001);
    assert!(half.breakdown(Dimension::Industry).is_incomplete());
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
    let model = standard();
    let file = cohort(&model, &[("Banks", 20), ("Pumps", 10)])
        .publish()
        .unwrap()
        .to_json();
    assert!(PublishedCohort::open(&model, &file).is_ok());
    let replaced = |from: &str, to: &str| {
        assert!(file.contains(from), "{from} in {file}");
        refusal(&file.replacen(from, to, 1))
    };
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
        let CohortError::Inconsistent { place: found } = replaced(from, to) else {
            panic!("{from} {to}: {:?}", replaced(from, to));
        };
        assert_eq!(found, place, "{from} {to}");
    }
    for (from, to) in [
        ("\"assay.cohort/1\"", "\"assay.result/1\""),
        ("\"stances\"", "\"stance\""),
        ("[0,6]", "[\"0\",6]"),
        ("{\"id\"", "{\"id\":\"standard\",\"id\""),
        ("}}\n", "}"),
    ] {
        assert!(
            matches!(replaced(from, to), CohortError::File(_)),
            "{from} {to}"
        );
    }
}

#[test]
fn a_count_beyond_what_readers_represent_is_refused() {
    let model = standard();
    let text = cohort(&model, &[("", 10)]).publish().unwrap().to_json();
    let huge = text.replace(":10,", &format!(":{MAX_COMPANIES},"));
    assert!(matches!(refusal(&huge), CohortError::Inconsistent { .. }));
    let none = text.replacen("\"foundations\":", "\"foundations\":90", 1);
    assert!(matches!(refusal(&none), CohortError::Inconsistent { .. }));
}

#[test]
fn a_company_is_compared_with_the_groups_that_it_belongs_to() {
    let model = standard();
    let mut all = cohort(&model, &[("Banks", 30), ("Pumps", 12)]);
    let mut profile =
        assay_core::Assessment::new(&model, Stance::Adopt, assay_core::Depth::Full).profile;
    let groups = |cohort: &Cohort, profile: &assay_core::Profile| {
        let groups = cohort.publish().unwrap().groups_of(profile).into_iter();
        groups
            .map(|(group, counts)| (group, counts.companies()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        groups(&all, &profile),
        [(CohortGroup::Stance(Stance::Adopt), 42)]
    );
    let mut other = assay_core::Assessment::new(&model, Stance::Provide, assay_core::Depth::Full);
    other.profile.industry = "Pumps".to_owned();
    let score = other.evaluation(&model).score();
    all.add_member(&CohortMember::from_score(&model, &other.profile, &score))
        .unwrap();
    profile.industry = " Pumps".to_owned();
    profile.size = "1-9".to_owned();
    let (adopters, everybody) = (CohortGroup::Stance(Stance::Adopt), CohortGroup::All);
    let pumps = CohortGroup::Industry("Pumps".to_owned());
    assert_eq!(
        groups(&all, &profile),
        [(adopters, 42), (everybody.clone(), 43), (pumps.clone(), 13)]
    );
    // One provider without an AI content is no group.
    assert_eq!(groups(&all, &other.profile), [(everybody, 43), (pumps, 13)]);
}
