//! The columns of evidence in a table.

use assay_core::{Day, Evidence, EvidenceSource, MAX_PERSON_LENGTH, MAX_SOURCE_LENGTH, Person};

use super::fault::ImportFaultKind;
use super::table::TableRow;
use crate::shorten::shorten;

/// Headings as reports write them, in every language.
const SOURCE_HEADINGS: &[&str] = &["evidence", "依据", "beleg", "根拠"];
const DATE_HEADINGS: &[&str] = &["evidence date", "依据日期", "belegdatum", "根拠の日付"];
const PERSON_HEADINGS: &[&str] = &["evidence from", "依据提供人", "beleg von", "根拠の提供者"];

/// 2020-01-01 in the day numbers of spreadsheets.
const FIRST_DAY_NUMBER: u32 = 43_831;

/// The columns that a table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct EvidenceColumns {
    source: Option<usize>,
    date: Option<usize>,
    person: Option<usize>,
}

/// The evidence of a row. A part is `None` if the table has no column of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedEvidence {
    source: Option<EvidenceSource>,
    date: Option<Option<Day>>,
    person: Option<Person>,
}

impl EvidenceColumns {
    /// Finds the columns in a row of headings.
    pub(super) fn find(find_column: impl Fn(&[&str]) -> Option<usize>) -> Self {
        Self {
            source: find_column(SOURCE_HEADINGS),
            date: find_column(DATE_HEADINGS),
            person: find_column(PERSON_HEADINGS),
        }
    }

    pub(super) fn columns(self) -> [Option<usize>; 3] {
        [self.source, self.date, self.person]
    }

    /// The evidence of a row; `None` if the table has none of the columns. `to_text` restores what a
    /// table escapes; `report` receives what is wrong.
    pub(super) fn read(
        self,
        row: &TableRow,
        to_text: impl Fn(&str) -> &str,
        mut report: impl FnMut(ImportFaultKind),
    ) -> Option<ImportedEvidence> {
        if self == Self::default() {
            return None;
        }
        let cell = |column: Option<usize>| Some(to_text(row.cell(column?)).trim());
        let mut within = |text: &str, limit| {
            let length = text.chars().count();
            if length > limit {
                report(ImportFaultKind::EvidenceTooLong { length, limit });
            }
        };
        let source = cell(self.source).inspect(|text| within(text, MAX_SOURCE_LENGTH));
        let person = cell(self.person).inspect(|text| within(text, MAX_PERSON_LENGTH));
        let date = cell(self.date).map(|text| match text {
            "" => None,
            text => read_date(text).or_else(|| {
                report(ImportFaultKind::NotADate {
                    found: shorten(text),
                });
                None
            }),
        });
        Some(ImportedEvidence {
            source: source.map(EvidenceSource::new),
            date,
            person: person.map(Person::new),
        })
    }
}

impl ImportedEvidence {
    /// The present evidence with the parts of the row; `None` if no part is present.
    pub(super) fn replace(&self, present: Option<&Evidence>) -> Option<Evidence> {
        let present = present.cloned();
        let (source, date, person) = match &present {
            Some(one) => (one.source().clone(), one.date(), one.person().clone()),
            None => Default::default(),
        };
        Evidence::new(
            self.source.clone().unwrap_or(source),
            self.date.unwrap_or(date),
            self.person.clone().unwrap_or(person),
        )
    }
}

/// A date from 2020 on as spreadsheets write it: `2026-11-23`, `2026/11/5`, `5.11.2026`,
/// `2026年11月5日`, or its day number. Dates such as `5/11/2026` have two meanings and are refused.
fn read_date(text: &str) -> Option<Day> {
    let text = text.trim_end_matches('日');
    let whole = text.strip_suffix(".0").unwrap_or(text).parse::<u32>();
    if let Ok(number) = whole {
        return Day::new(number.checked_sub(FIRST_DAY_NUMBER)?);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 && text.contains('.') => (year, month, day),
        _ => return Day::parse(text),
    };
    Day::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::read_date;

    #[test]
    fn dates_are_read_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("2026-11-23", "2026-11-23"),
            ("2026-11-23T00:00:00", "2026-11-23"),
            ("2026/11/5", "2026-11-05"),
            ("5.11.2026", "2026-11-05"),
            ("2026年11月5日", "2026-11-05"),
            ("43831", "2020-01-01"),
            ("46349.0", "2026-11-23"),
        ] {
            let day = read_date(text).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "7",
            "2019-12-31",
            "soon",
            "2026-02-30",
            "11/23/2026",
            "5.11.26",
            "--",
            "2026-+1-01",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
