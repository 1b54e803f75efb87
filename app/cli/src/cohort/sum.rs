//! Adds cohorts, from files or one per line. A sum with a missing part would be wrong, so any
//! problem fails the command.

use std::io::{BufRead, BufReader, Read};

use assay_core::cohort::{Cohort, CohortError, MAX_COHORT_SIZE};
use assay_core::{ProblemKind, Problems, decode_utf8};

use super::{cohort_failure, named_failure};
use crate::failure::Failure;
use crate::files::InputSource;
use crate::lines::utf16::Utf8Input;
use crate::wording::LocaleBundle;

/// The sum so far; `None` before the first cohort.
#[derive(Default)]
struct Sum(Option<Cohort>);

impl Sum {
    fn add(&mut self, text: &str) -> Result<(), CohortError> {
        let cohort = Cohort::parse(text)?;
        match &mut self.0 {
            Some(sum) => sum.add(&cohort),
            None => {
                self.0 = Some(cohort);
                Ok(())
            }
        }
    }
}

/// Adds files of one cohort each; `None` without a file.
///
/// # Errors
/// The problems of the first file that has any.
pub(crate) fn add_files(
    sources: &[InputSource],
    locale: &LocaleBundle,
) -> Result<Option<Cohort>, Failure> {
    let mut sum = Sum::default();
    for source in sources {
        let text = source.read_text_within(MAX_COHORT_SIZE, locale)?;
        sum.add(&text)
            .map_err(|error| cohort_failure(source, &text, error, locale))?;
    }
    Ok(sum.0)
}

/// Adds one cohort per line; holds one line and the sum at a time. `None` without a line.
///
/// # Errors
/// The problems of the first line that has any.
pub(crate) fn add_lines(
    sources: &[InputSource],
    locale: &LocaleBundle,
) -> Result<Option<Cohort>, Failure> {
    let mut sum = Sum::default();
    for source in sources {
        let mut input = BufReader::new(Utf8Input::new(source.open(locale)?));
        let mut line = Vec::new();
        let mut number = 0_u64;
        loop {
            line.clear();
            let limit = MAX_COHORT_SIZE as u64 + 2;
            let read = input.by_ref().take(limit).read_until(b'\n', &mut line);
            if read.map_err(|error| source.read_failure(&error, locale))? == 0 {
                break;
            }
            number = number.saturating_add(1);
            add_line(&mut sum, &line).map_err(|error| {
                let name = locale.line_name(&source.name(locale), number);
                named_failure(&name, &error, locale)
            })?;
        }
    }
    Ok(sum.0)
}

fn add_line(sum: &mut Sum, line: &[u8]) -> Result<(), CohortError> {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Ok(());
    }
    if line.len() > MAX_COHORT_SIZE {
        let (bytes, limit) = (line.len(), MAX_COHORT_SIZE);
        return Err(Problems::single(ProblemKind::TooLarge { bytes, limit }).into());
    }
    let text = decode_utf8(line).map_err(Problems::single)?;
    sum.add(text)
}
