//! Formats dates.

use assay_core::link::Day;

use crate::{Messages, sanitize_line};

/// The day of a timestamp (`2026-11-23T09:00:00Z`, or a day alone) in the reader's language, such
/// as "23 November 2026"; a phrase for "no date" if it is absent or invalid.
#[must_use]
pub fn format_date(messages: &Messages, moment: Option<&str>) -> String {
    moment.and_then(Day::parse).map_or_else(
        || messages.date_unknown().to_owned(),
        |day| format_day(messages, day),
    )
}

/// Assessor and date, as far as known, and that the result is not verified.
#[must_use]
pub fn self_assessment_line(messages: &Messages, name: &str, moment: Option<&str>) -> String {
    let name = sanitize_line(name);
    let day = moment
        .and_then(Day::parse)
        .map(|day| format_day(messages, day));
    match (name.trim(), day) {
        ("", None) => messages.results_self_assessed_neither().to_owned(),
        ("", Some(day)) => messages.results_self_assessed_unnamed(&day),
        (name, None) => messages.results_self_assessed_undated(name),
        (name, Some(day)) => messages.results_self_assessed(name, &day),
    }
}

fn format_day(messages: &Messages, day: Day) -> String {
    let (year, month, day) = day.date();
    let mut months = messages.date_months().split(' ').zip(1..);
    let month = months
        .find(|(_, number)| *number == month)
        .map_or("", |(name, _)| name);
    messages.date_long(&day.to_string(), month, &year.to_string())
}

#[cfg(test)]
mod tests {
    use super::{format_date, self_assessment_line};
    use crate::Messages;

    #[test]
    fn a_day_is_written_in_each_language() {
        let english = Messages::parse(include_str!("../texts/en.json")).unwrap();
        let chinese = Messages::parse(include_str!("../texts/zh-CN.json")).unwrap();
        assert_eq!(
            format_date(&english, Some("2026-11-03T09:00:00Z")),
            "3 November 2026"
        );
        assert_eq!(
            format_date(&chinese, Some("2026-11-03T09:00:00Z")),
            "2026年11月3日"
        );
    }

    #[test]
    fn an_unreadable_moment_is_described_as_no_date() {
        let english = Messages::parse(include_str!("../texts/en.json")).unwrap();
        assert_eq!(format_date(&english, Some("soon")), "no date");
        assert_eq!(format_date(&english, None), "no date");
    }

    #[test]
    fn what_is_not_known_of_who_and_when_is_left_out() {
        let english = Messages::parse(include_str!("../texts/en.json")).unwrap();
        let line = |name, moment| self_assessment_line(&english, name, moment);
        let day = Some("2026-11-03");
        assert_eq!(
            line("Acme", day),
            "Self-assessed by Acme on 3 November 2026, not verified"
        );
        assert_eq!(
            line(" ", day),
            "Self-assessed on 3 November 2026, not verified"
        );
        assert_eq!(
            line("Acme", Some("soon")),
            "Self-assessed by Acme, not verified"
        );
        assert_eq!(line("", None), "Self-assessed, not verified");
    }
}
