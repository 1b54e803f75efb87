//! Counts companies for a benchmark: from [files], from [lines] on all cores, and by
//! [adding](sum) such counts.

mod counter;
mod files;
mod lines;
mod sum;

pub(crate) use counter::CountScope;
pub(crate) use files::count_files;
pub(crate) use lines::count_lines;
pub(crate) use sum::{add_files, add_lines};

use assay_core::cohort::CohortError;
use assay_locale::cohort::describe_cohort_error;

use crate::failure::Failure;
use crate::files::InputSource;
use crate::wording::LocaleBundle;

/// The failure for a cohort error of `text`, prefixed with the name of the source.
pub(crate) fn cohort_failure(
    source: &InputSource,
    text: &str,
    error: CohortError,
    locale: &LocaleBundle,
) -> Failure {
    match error {
        CohortError::File(problems) => source.invalid_input(text, problems, locale),
        error => named_failure(&source.name(locale), &error, locale),
    }
}

/// The failure for a cohort error, prefixed with a name.
fn named_failure(name: &str, error: &CohortError, locale: &LocaleBundle) -> Failure {
    let sentences = describe_cohort_error(locale, error).into_iter();
    Failure::Input(sentences.map(|one| format!("{name}: {one}")).collect())
}
