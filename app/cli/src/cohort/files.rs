//! Counts files with one company each.

use assay_core::cohort::Cohort;

use super::cohort_failure;
use super::counter::{CountScope, Counter};
use crate::failure::Failure;
use crate::files::InputSource;
use crate::wording::LocaleBundle;

/// Counts the company of every file.
///
/// # Errors
/// The problems of all files, if any file has one.
pub(crate) fn count_files(
    scope: CountScope<'_>,
    sources: &[InputSource],
    locale: &LocaleBundle,
) -> Result<Cohort, Failure> {
    let mut counter = Counter::new(scope);
    let mut wrong = Vec::new();
    for source in sources {
        match count_file(&mut counter, source, locale) {
            Ok(()) => {}
            Err(Failure::Input(lines)) => wrong.extend(lines),
            Err(other) => return Err(other),
        }
    }
    match wrong.is_empty() {
        true => Ok(counter.into_cohort()),
        false => Err(Failure::Input(wrong)),
    }
}

fn count_file(
    counter: &mut Counter<'_>,
    source: &InputSource,
    locale: &LocaleBundle,
) -> Result<(), Failure> {
    let text = source.read_text(locale)?;
    let counted = counter.count(&text);
    counted.map_err(|error| cohort_failure(source, &text, error, locale))
}
