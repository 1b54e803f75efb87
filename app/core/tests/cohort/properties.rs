//! Properties of cohorts of any companies.

use assay_core::Extent;
use assay_core::cohort::{Cohort, CohortMember, Dimension, MIN_COMPANIES, PublishedCohort};
use assay_core::{Answer, Answers, Evaluation, Level, Model, ResultCalculator, Stance};
use proptest::prelude::*;

use crate::common::standard;

/// Stance, industry, size, and a level that the answers scatter about.
type Company = (Stance, &'static str, &'static str, u8, u64);

fn company() -> impl Strategy<Value = Company> {
    (
        prop::sample::select(Stance::ALL.to_vec()),
        prop::sample::select(vec!["", "Banks", "Pumps", "Schools"]),
        prop::sample::select(vec!["", "1-9", "10-49"]),
        0..=4_u8,
        any::<u64>(),
    )
}

fn companies() -> impl Strategy<Value = Vec<Company>> {
    prop::collection::vec(company(), 0..60)
}

/// Companies that may be published: no stance, or at least ten of it.
fn publishable() -> impl Strategy<Value = Vec<Company>> {
    let of_stance = |stance| {
        let companies = prop::collection::vec(company(), 10..40);
        let companies = prop_oneof![Just(Vec::new()), companies];
        companies.prop_map(move |mut all| {
            all.iter_mut().for_each(|one| one.0 = stance);
            all
        })
    };
    let both = (of_stance(Stance::Provide), of_stance(Stance::Adopt));
    both.prop_map(|(provide, adopt)| [provide, adopt].concat())
        .prop_filter("no company", |all| !all.is_empty())
}

fn answers(model: &Model, (_, _, _, level, seed): Company) -> Answers {
    let mut answers = Answers::empty(model);
    for (number, question) in model.question_ixs().enumerate() {
        let noise = (seed >> (number % 60)) & 3;
        if noise == 3 && number % 3 == 0 {
            continue;
        }
        let level = (u64::from(level) + noise).min(4) as u8;
        answers.set(question, Level::new(level).map(Answer::Level));
    }
    answers
}

fn count(model: &Model, companies: &[Company]) -> Cohort {
    let mut cohort = Cohort::empty(model);
    for &one in companies {
        let answers = answers(model, one);
        let score = Evaluation::new(model, one.0, &answers).score();
        let member = CohortMember::of_company(model, (one.0, one.1, one.2), &score);
        cohort.add_member(&member).unwrap();
    }
    cohort
}

fn sum(parts: &[Cohort]) -> Cohort {
    let mut sum = Cohort::empty(&standard());
    for part in parts {
        sum.add(part).unwrap();
    }
    sum
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_split_in_any_order_gives_the_same_bytes(
        all in companies(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4), turn in any::<prop::sample::Index>(),
    ) {
        let model = standard();
        let whole = count(&model, &all);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(all.len() + 1)).collect();
        cuts.extend([0, all.len()]);
        cuts.sort_unstable();
        let mut parts: Vec<Cohort> = cuts.windows(2).map(|cut| count(&model, &all[cut[0]..cut[1]])).collect();
        let count = parts.len();
        parts.rotate_left(turn.index(count));
        // Through files, as a map-reduce does.
        let read: Vec<Cohort> = parts.iter().map(|part| Cohort::parse(&part.to_partial_json()).unwrap()).collect();
        prop_assert_eq!(&read, &parts);
        prop_assert_eq!(sum(&read).to_partial_json(), whole.to_partial_json());
        let (left, right) = read.split_at(turn.index(count));
        prop_assert_eq!(sum(&[sum(right), sum(left)]), whole.clone());
        match (sum(&read).publish(), whole.publish()) {
            (Ok(one), Ok(other)) => prop_assert_eq!(one.to_json(), other.to_json()),
            (one, other) => prop_assert_eq!(one.is_err(), other.is_err()),
        }
    }

    #[test]
    fn sums_of_published_cohorts_are_exact_in_what_they_list_and_associative(
        sets in prop::collection::vec(publishable(), 3),
    ) {
        let model = standard();
        let raw: Vec<Cohort> = sets.iter().map(|set| count(&model, set)).collect();
        let published: Vec<Cohort> = raw.iter().map(|one| one.publish().unwrap().cohort().clone()).collect();
        let [a, b, c] = [&published[0], &published[1], &published[2]];
        let forward = sum(&[sum(&[a.clone(), b.clone()]), c.clone()]);
        let backward = sum(&[c.clone(), sum(&[b.clone(), a.clone()])]);
        prop_assert_eq!(&forward, &backward);
        let exact = sum(&raw);
        prop_assert_eq!(forward.total(), exact.total());
        for dimension in Dimension::ALL {
            for (name, counts) in forward.breakdown(dimension).groups() {
                prop_assert_eq!(Some(counts), exact.breakdown(dimension).group(name));
            }
        }
    }

    #[test]
    fn a_published_cohort_has_no_group_below_ten_and_can_be_opened(all in publishable()) {
        let model = standard();
        let published = count(&model, &all).publish().unwrap();
        prop_assert_eq!(&PublishedCohort::open(&model, &published.to_json()).unwrap(), &published);
        for dimension in Dimension::ALL {
            let breakdown = published.cohort().breakdown(dimension);
            let sizes: Vec<u64> = breakdown.groups().map(|(_, counts)| counts.companies()).collect();
            prop_assert!(sizes.iter().all(|size| *size >= MIN_COMPANIES));
            let outside = published.cohort().companies() - sizes.iter().sum::<u64>();
            prop_assert!(outside == 0 || outside >= MIN_COMPANIES);
        }
    }

    #[test]
    fn a_result_counts_as_its_assessment_without_industry_and_size(one in company()) {
        let model = standard();
        let one = (one.0, "", "", one.3, one.4);
        let calculator = ResultCalculator::new(&model);
        let result = calculator.result(one.0, &answers(&model, one), 0, Extent::Plain);
        let mut cohort = Cohort::empty(&model);
        cohort.add_member(&CohortMember::from_result(&model, &result.to_line()).unwrap()).unwrap();
        prop_assert_eq!(cohort, count(&model, &[one]));
    }

    #[test]
    fn a_percentile_lies_in_its_interval_and_rises_with_the_figure(
        all in prop::collection::vec(company(), 10..80), figure in 0.0..=100.0_f64, more in 0.0..50.0_f64, width in 0.0..30.0_f64,
    ) {
        let model = standard();
        let histogram = count(&model, &all).total().ai_content;
        let Some(low) = histogram.percentile(figure, None) else {
            prop_assert!(histogram.total() < MIN_COMPANIES);
            return Ok(());
        };
        prop_assert!(0.0 <= low.range.low && low.range.low <= low.share);
        prop_assert!(low.share <= low.range.high && low.range.high <= 1.0);
        let high = histogram.percentile((figure + more).min(100.0), None).unwrap();
        prop_assert!(low.share <= high.share);
        prop_assert!(low.range.low <= high.range.low && low.range.high <= high.range.high);
        let wide = histogram.percentile(figure, Some((figure - width, figure + width))).unwrap();
        prop_assert!(wide.range.low <= low.range.low && low.range.high <= wide.range.high);
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_as_what_it_says(
        all in publishable(), is_partial in any::<bool>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"0123456789,:[]{}\"-.e x".to_vec())), 1..4),
    ) {
        let cohort = count(&standard(), &all);
        let text = match is_partial {
            true => cohort.to_partial_json(),
            false => cohort.publish().unwrap().to_json(),
        };
        let mut bytes = text.into_bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let text = String::from_utf8(bytes).unwrap();
        match Cohort::parse(&text) {
            Ok(read) => prop_assert_eq!(Cohort::parse(&read.to_partial_json()).unwrap(), read),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
