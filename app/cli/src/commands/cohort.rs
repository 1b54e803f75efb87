//! `assay cohort`: counts companies for a benchmark, or adds such counts.

use assay_core::cohort::{Cohort as CompanyCounts, CohortError};
use assay_locale::cohort::describe_cohort_error;

use crate::args::Cohort;
use crate::cohort::{CountScope, add_files, add_lines, count_files, count_lines};
use crate::failure::{Failure, print};
use crate::files::{InputSource, STANDARD_INPUT};
use crate::wording::LocaleBundle;
use crate::{models, wording};

pub(super) fn run(arguments: &Cohort) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let mut sources: Vec<InputSource> = arguments
        .files
        .iter()
        .map(|file| InputSource::new(file))
        .collect();
    if sources.is_empty() {
        sources.push(InputSource::new(STANDARD_INPUT.as_ref()));
    }
    if arguments.add {
        let sum = match arguments.lines {
            true => add_lines(&sources, &locale)?,
            false => add_files(&sources, &locale)?,
        };
        return match sum {
            Some(sum) => write(&sum, arguments.partial, &locale),
            // A step of a map-reduce may have a partition without a record.
            None if arguments.partial => Ok(()),
            None => {
                let last = sources.last().map(|source| source.name(&locale));
                Err(Failure::input(
                    locale.cli_no_cohort(&last.unwrap_or_default()),
                ))
            }
        };
    }
    let model = models::load_model(arguments.model.as_deref(), &locale)?.model;
    let scope = CountScope {
        model: &model,
        stance: arguments.stance,
    };
    if !arguments.lines {
        let counted = count_files(scope, &sources, &locale)?;
        return write(&counted, arguments.partial, &locale);
    }
    let counted = count_lines(scope, &sources, arguments.threads, &locale)?;
    write(&counted.cohort, arguments.partial, &locale)?;
    counted.is_complete.then_some(()).ok_or(Failure::Reported)
}

/// Prints a cohort in the partial or the published form.
fn write(cohort: &CompanyCounts, partial: bool, locale: &LocaleBundle) -> Result<(), Failure> {
    if partial {
        return print(&cohort.to_partial_json());
    }
    match cohort.publish() {
        Ok(published) => print(&published.to_json()),
        Err(error) => {
            let mut sentences = describe_cohort_error(locale, &error);
            if matches!(error, CohortError::TooFewCompanies { .. }) {
                sentences.push(locale.cli_partial_remedy().to_owned());
            }
            Err(Failure::Input(sentences))
        }
    }
}
