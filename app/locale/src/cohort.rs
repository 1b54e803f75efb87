//! Sentences about benchmarks.

use assay_core::cohort::{CohortError, MIN_COMPANIES};

use crate::{Messages, abbreviate, describe_problem};

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

#[cfg(test)]
mod tests {
    use assay_core::cohort::CohortError;
    use assay_core::{ModelRef, ProblemKind, Problems};

    use super::describe_cohort_error;
    use crate::{Language, Messages};

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
            let messages = Messages::parse(match language {
                Language::English => include_str!("../texts/en.json"),
                Language::Chinese => include_str!("../texts/zh-CN.json"),
            })
            .unwrap();
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
