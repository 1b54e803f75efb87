//! Dates without a time, as a number of days.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A date of the Gregorian calendar from 2020-01-01 to 9999-12-31.
///
/// Formatted and parsed as `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

/// 2020-01-01 in the day numbers of chrono.
const FIRST: i32 = 737_425;
/// 9999-12-31.
const LAST: u32 = 2_914_634;

impl Day {
    /// Creates the date `days` after 2020-01-01; `None` after the year 9999.
    #[must_use]
    pub fn new(days: u32) -> Option<Self> {
        (days <= LAST).then_some(Self(days))
    }

    /// Returns the days since 2020-01-01.
    #[must_use]
    pub fn days(self) -> u32 {
        self.0
    }

    /// Parses the date at the beginning of a date or timestamp (`2026-11-23T09:00:00Z`) as written,
    /// regardless of the time zone. Returns `None` for any other text and for dates before 2020.
    ///
    /// The parser of chrono for arbitrary formats would be larger than the rest of the link code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        if !rest.is_empty() && !rest.starts_with(['T', 't', ' ']) {
            return None;
        }
        let mut parts = date.split('-');
        let mut part = |width: usize| {
            let part = parts.next()?;
            let plain = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| plain)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
        let days = date.num_days_from_ce().checked_sub(FIRST)?;
        Self::new(u32::try_from(days).ok()?)
    }

    /// Returns year, month and day; month and day from 1.
    #[must_use]
    pub fn date(self) -> (u32, u32, u32) {
        let days = i32::try_from(self.0).ok();
        let date = days
            .and_then(|days| NaiveDate::from_num_days_from_ce_opt(days.checked_add(FIRST)?))
            .unwrap_or_default();
        (date.year().unsigned_abs(), date.month(), date.day())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, LAST};

    #[test]
    fn dates_known_by_heart() {
        for (text, days) in [
            ("2020-01-01", 0),
            ("2020-02-29", 59),
            ("2020-12-31", 365),
            ("2021-01-01", 366),
            ("2026-11-23", 2518),
            ("2100-03-01", 29_279),
            ("9999-12-31", LAST),
        ] {
            assert_eq!(Day::parse(text).map(Day::days), Some(days), "{text}");
            assert_eq!(Day(days).to_string(), text);
        }
    }

    #[test]
    fn every_day_comes_back() {
        for days in (0..60_000).chain(LAST - 400..=LAST) {
            assert_eq!(Day::parse(&Day(days).to_string()), Some(Day(days)));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "2026",
            "2026-11-31",
            "2026-00-10",
            "2026-13-01",
            "2026-01-00",
            "2019-12-31",
            "2025-02-29",
            "26-11-2300",
            "2026-11-23x",
            "2026/11/23",
            "+026-11-23",
            "äöü-11-23",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2026-11-23T23:59:59-05:00").is_some());
    }
}
