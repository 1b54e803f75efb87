//! Timestamps as written in files.

use crate::Day;

/// Parses a timestamp such as `2026-11-24T07:30:00+08:00` to seconds since 2020-01-01 UTC, so that
/// timestamps with different offsets can be ordered. A date without a time is midnight; a time
/// without an offset is UTC. Returns `None` if the text does not begin with a date.
#[must_use]
pub fn seconds_since_2020(text: &str) -> Option<i64> {
    let day = i64::from(Day::parse(text)?.days()).checked_mul(86_400)?;
    let time = text.get(11..).unwrap_or_default();
    let clock = minutes(time).unwrap_or_default().checked_mul(60)?;
    let second = time.get(6..).and_then(two);
    let offset = time.rfind(['+', '-']).and_then(|at| {
        let (sign, offset) = time.split_at_checked(at)?.1.split_at_checked(1)?;
        let minutes = minutes(offset)?;
        Some(if sign == "-" {
            minutes.checked_neg()?
        } else {
            minutes
        })
    });
    let offset = offset.unwrap_or_default().checked_mul(60)?;
    day.checked_add(clock)?
        .checked_add(second.unwrap_or_default())?
        .checked_sub(offset)
}

/// Parses `07:30`, or `0730` as in an offset, to minutes.
fn minutes(text: &str) -> Option<i64> {
    let rest = text.get(2..)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    two(text)?.checked_mul(60)?.checked_add(two(rest)?)
}

/// Parses two digits.
fn two(text: &str) -> Option<i64> {
    let digits = text.get(..2)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::seconds_since_2020;

    #[test]
    fn the_same_moment_is_the_same_wherever_it_was_noted() {
        let moment = seconds_since_2020("2026-11-23T23:30:00Z");
        assert_eq!(moment, Some(2518 * 86_400 + 23 * 3600 + 30 * 60));
        for text in [
            "2026-11-24T07:30:00+08:00",
            "2026-11-24T07:30:00+0800",
            "2026-11-23T18:30:00-05:00",
            "2026-11-24 05:00:00.000+05:30",
            "2026-11-23T23:30",
        ] {
            assert_eq!(seconds_since_2020(text), moment, "{text}");
        }
        assert!(seconds_since_2020("2026-11-23T23:30:01Z") > moment);
    }

    #[test]
    fn what_is_no_time_has_no_place() {
        assert_eq!(seconds_since_2020("soon"), None);
        assert_eq!(seconds_since_2020(""), None);
        assert_eq!(seconds_since_2020("2020-01-02"), Some(86_400));
        assert_eq!(seconds_since_2020("2020-01-02Tä7:30"), Some(86_400));
        assert_eq!(seconds_since_2020("2020-01-02T"), Some(86_400));
    }
}
