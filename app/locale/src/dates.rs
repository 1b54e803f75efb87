//! Dates as a reader writes them.

use chrono::{Datelike, NaiveDate};

use crate::Words;

/// The day of a moment (`2026-11-23T09:00:00Z`, or the day alone) in the reader's form, such as
/// "23 November 2026"; a word for "no date" where the moment is absent or unreadable.
#[must_use]
pub fn date(words: &Words, moment: Option<&str>) -> String {
    let Some(day) = moment.and_then(day) else {
        return words.date_unknown().to_owned();
    };
    let month = words
        .date_months()
        .split(' ')
        .nth(day.month0() as usize)
        .unwrap_or_default();
    words.date_long(&day.day().to_string(), month, &day.year().to_string())
}

/// The calendar day at the beginning of a moment. Read by hand: chrono's parser for arbitrary
/// formats would weigh more than this whole crate's sentences for a form that never varies.
fn day(moment: &str) -> Option<NaiveDate> {
    let mut parts = moment.get(..10)?.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::Words;

    #[test]
    fn a_day_is_written_in_each_language() {
        let english = Words::parse(include_str!("../texts/en.json")).unwrap();
        let chinese = Words::parse(include_str!("../texts/zh-CN.json")).unwrap();
        assert_eq!(
            date(&english, Some("2026-11-03T09:00:00Z")),
            "3 November 2026"
        );
        assert_eq!(
            date(&chinese, Some("2026-11-03T09:00:00Z")),
            "2026年11月3日"
        );
    }

    #[test]
    fn an_unreadable_moment_is_said_to_be_no_date() {
        let english = Words::parse(include_str!("../texts/en.json")).unwrap();
        assert_eq!(date(&english, Some("soon")), "no date");
        assert_eq!(date(&english, None), "no date");
    }
}
