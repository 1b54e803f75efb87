//! Sentences about benchmarks.

use assay_core::Stance;
use assay_core::cohort::{CohortError, CohortGroup, Histogram, MIN_COMPANIES, Percentile};

use crate::{Messages, abbreviate, describe_problem, format_share, format_whole, sanitize_line};

/// Describes why a cohort is refused, one sentence for each problem.
#[must_use]
pub fn describe_cohort_error(messages: &Messages, error: &CohortError) -> Vec<String> {
    let sentence = match error {
        CohortError::File(problems) => {
            let problems = problems.0.iter();
            return problems
                .map(|one| describe_problem(messages, one))
                .collect();
        }
        CohortError::Inconsistent { place } => messages.cohort_error_inconsistent(place),
        CohortError::TooFewCompanies { companies } => {
            let count = usize::try_from(*companies).unwrap_or(usize::MAX);
            messages.cohort_error_few(count, &MIN_COMPANIES.to_string())
        }
        CohortError::TooFewOfStance { stance, companies } => {
            let group = group_name(messages, &CohortGroup::Stance(*stance), str::to_owned);
            let count = companies.to_string();
            messages.cohort_error_few_of_stance(&count, &group, &MIN_COMPANIES.to_string())
        }
        CohortError::Partial => messages.cohort_error_partial().to_owned(),
        CohortError::OtherModel { found, expected } => messages.cohort_error_model(
            &abbreviate(&found.id),
            &abbreviate(&found.version),
            &abbreviate(&expected.id),
            &abbreviate(&expected.version),
        ),
        CohortError::TooManyCompanies => messages.cohort_error_many().to_owned(),
    };
    vec![sentence]
}

/// Names a group within a sentence. `size_name` gives the label of a stored size.
#[must_use]
pub fn group_name(
    messages: &Messages,
    group: &CohortGroup,
    size_name: impl Fn(&str) -> String,
) -> String {
    match group {
        CohortGroup::Stance(Stance::Provide) => messages.cohort_group_provide().to_owned(),
        CohortGroup::Stance(Stance::Adopt) => messages.cohort_group_adopt().to_owned(),
        CohortGroup::All => messages.cohort_group_all().to_owned(),
        CohortGroup::Industry(name) => messages.cohort_group_industry(&sanitize_line(name)),
        CohortGroup::Size(stored) => messages.cohort_group_size(&sanitize_line(&size_name(stored))),
    }
}

/// States a percentile with its uncertainty.
#[must_use]
pub fn describe_percentile(messages: &Messages, group: &str, found: &Percentile) -> String {
    messages.cohort_standing(
        &format_share(found.share),
        &found.companies.to_string(),
        group,
        &format_share(found.range.low),
        &format_share(found.range.high),
    )
}

/// The quartiles of a figure in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// The value that a quarter of the companies do not reach.
    pub low: f64,
    /// The value that half of them do not reach.
    pub median: f64,
    /// The value that three quarters of them do not reach.
    pub high: f64,
}

impl Quartiles {
    /// Returns the quartiles of a histogram; `None` without values.
    #[must_use]
    pub fn of_histogram(figures: &Histogram) -> Option<Self> {
        Some(Self {
            low: figures.quantile(0.25)?,
            median: figures.quantile(0.5)?,
            high: figures.quantile(0.75)?,
        })
    }

    /// Describes the scale with the quartiles and the AI content, already formatted, for screen readers.
    #[must_use]
    pub fn describe_scale(&self, messages: &Messages, value: &str, group: &str) -> String {
        messages.cohort_scale(
            value,
            group,
            &format_whole(self.low),
            &format_whole(self.high),
            &format_whole(self.median),
        )
    }
}

#[cfg(test)]
mod tests {
    use assay_core::cohort::{Cohort, CohortError, CohortGroup, CohortMember, Histogram};
    use assay_core::{Answer, Assessment, Depth, ModelRef, ProblemKind, Problems, Stance};

    use super::{Quartiles, describe_cohort_error, describe_percentile, group_name};
    use crate::Language;
    use crate::test_files::messages;

    /// Ten companies by the standard questionnaire, two at each level.
    fn ten_companies() -> Histogram {
        let file = include_str!("../../core/models/standard.json");
        let model = assay_core::Model::parse(file).unwrap().value;
        let mut cohort = Cohort::empty(&model);
        for number in 0..10 {
            let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
            for question in model.question_ixs() {
                let level = assay_core::Level::new(number / 2);
                assessment.answers.set(question, level.map(Answer::Level));
            }
            let score = assessment.evaluation(&model).score();
            let member = CohortMember::from_score(&model, &assessment.profile, &score);
            cohort.add_member(&member).unwrap();
        }
        cohort.total().ai_content
    }

    #[test]
    fn a_percentile_is_a_sentence_with_its_uncertainty() {
        let found = ten_companies().percentile(60.0, None).unwrap();
        let english = messages(Language::English);
        let adopters = CohortGroup::Stance(Stance::Adopt);
        let group = group_name(&english, &adopters, str::to_owned);
        assert_eq!(
            describe_percentile(&english, &group, &found),
            "60 % of the 10 companies that use AI have a lower AI content than this one; the true share is probably between 35 % and 81 %."
        );
        let chinese = messages(Language::Chinese);
        let group = group_name(&chinese, &CohortGroup::Size("1-9".to_owned()), |_| {
            "微型".to_owned()
        });
        assert_eq!(
            describe_percentile(&chinese, &group, &found),
            "在 10 家规模为“微型”的企业中，60% 的含AI量比这个结果低；真实比例多半在 35% 到 81% 之间。"
        );
    }

    #[test]
    fn quartiles_describe_the_scale() {
        let quartiles = Quartiles::of_histogram(&ten_companies()).unwrap();
        let english = messages(Language::English);
        assert_eq!(
            quartiles.describe_scale(&english, "60 %", "companies that use AI"),
            "AI content 60 %. The middle half of the companies that use AI lies between 25 and 76, half of them below 51."
        );
        assert_eq!(Quartiles::of_histogram(&Histogram::default()), None);
    }

    #[test]
    fn every_reason_is_a_sentence_in_both_languages() {
        let model = |version: &str| ModelRef {
            id: "standard".to_owned(),
            version: version.to_owned(),
        };
        let errors = [
            CohortError::File(Problems::single(ProblemKind::MissingField {
                field: "stances",
            })),
            CohortError::Inconsistent {
                place: "stances.adopt".to_owned(),
            },
            CohortError::TooFewCompanies { companies: 1 },
            CohortError::TooFewCompanies { companies: 9 },
            CohortError::Partial,
            CohortError::OtherModel {
                found: model("9"),
                expected: model("1"),
            },
            CohortError::TooManyCompanies,
        ];
        for (language, end) in [(Language::English, '.'), (Language::Chinese, '。')] {
            let messages = messages(language);
            for error in &errors {
                let [sentence] = describe_cohort_error(&messages, error).try_into().unwrap();
                assert!(
                    sentence.ends_with(end) && !sentence.contains('{'),
                    "{sentence}"
                );
            }
        }
    }
}
