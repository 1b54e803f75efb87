//! Cohorts add exactly, show nobody alone, and are refused when they are damaged.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;
#[path = "cohort/damaged.rs"]
mod damaged;
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

/// Adds a company of the other stance, without answers.
fn add_provider(cohort: &mut Cohort, model: &Model, industry: &str) {
    let mut other = assay_core::Assessment::new(model, Stance::Provide, assay_core::Depth::Full);
    industry.clone_into(&mut other.profile.industry);
    let score = other.evaluation(model).score();
    let member = CohortMember::from_score(model, &other.profile, &score);
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

fn industries(cohort: &Cohort) -> Vec<(String, u64)> {
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
        industries(published.cohort()),
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
    assert_eq!(industries(published.cohort()), [("Banks".to_owned(), 30)]);
    let unstated = cohort(&model, &[("Banks", 30), ("", 20), ("Rare", 3)])
        .publish()
        .unwrap();
    assert_eq!(industries(unstated.cohort()), [("Banks".to_owned(), 30)]);
    // One company that states no industry.
    let one = cohort(&model, &[("Banks", 30), ("", 1)]).publish().unwrap();
    assert_eq!(industries(one.cohort()), []);
    assert!(one.cohort().breakdown(Dimension::Industry).is_incomplete());
}

#[test]
fn a_stance_of_fewer_than_ten_companies_is_not_published() {
    let model = standard();
    let mut cohort = cohort(&model, &[("Banks", 30)]);
    for provided in 1..=10 {
        add_provider(&mut cohort, &model, "");
        let refused = CohortError::TooFewOfStance {
            stance: Stance::Provide,
            companies: provided,
        };
        match cohort.publish() {
            Ok(_) => assert_eq!(provided, 10),
            Err(error) => {
                assert_eq!(error, refused);
                let file = cohort.to_partial_json().replace("\"partial\":true,", "");
                assert_eq!(refusal(&file), refused);
            }
        }
    }
}

#[test]
fn a_sum_with_a_published_cohort_lists_only_what_is_known_from_both() {
    let model = standard();
    let first = cohort(&model, &[("Banks", 12), ("Pumps", 6), ("Rare", 4)]);
    let second = cohort(&model, &[("Banks", 15), ("Pumps", 11)]);
    let mut sum = first.publish().unwrap().cohort().clone();
    sum.add(second.publish().unwrap().cohort()).unwrap();
    assert_eq!(sum.companies(), 48);
    assert_eq!(industries(&sum), [("Banks".to_owned(), 27)]);
    let mut exact = first;
    exact.add(&second).unwrap();
    assert_eq!(industries(&exact)[1], ("Pumps".to_owned(), 17));
    assert_eq!(sum.total(), exact.total());
}

#[test]
fn more_industries_than_the_limit_are_left_out() {
    let model = standard();
    let names: Vec<String> = (0..=MAX_GROUPS).map(|n| format!("industry {n}")).collect();
    let many: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let (mut half, rest) = (cohort(&model, &many[..600]), cohort(&model, &many[600..]));
    assert_eq!(industries(&half).len(), 600);
    half.add(&rest).unwrap();
    assert_eq!(half, cohort(&model, &many));
    assert_eq!(industries(&half), []);
    assert_eq!(half.companies(), 1_001);
    assert!(half.breakdown(Dimension::Industry).is_incomplete());
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
    for _ in 0..10 {
        add_provider(&mut all, &model, "Pumps");
    }
    let other = assay_core::Profile {
        stance: Stance::Provide,
        industry: "Pumps".to_owned(),
        ..profile.clone()
    };
    profile.industry = " Pumps".to_owned();
    profile.size = "1-9".to_owned();
    let (adopters, everybody) = (CohortGroup::Stance(Stance::Adopt), CohortGroup::All);
    let pumps = CohortGroup::Industry("Pumps".to_owned());
    assert_eq!(
        groups(&all, &profile),
        [(adopters, 42), (everybody.clone(), 52), (pumps.clone(), 22)]
    );
    // Providers without an AI content are no group.
    assert_eq!(groups(&all, &other), [(everybody, 52), (pumps, 22)]);
}
