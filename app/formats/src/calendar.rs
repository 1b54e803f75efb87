//! Tasks as a calendar (iCalendar, RFC 5545).

use assay_core::Day;
use assay_locale::Messages;

use crate::tasks::Task;

/// The maximum length of a line in bytes, without its end (RFC 5545, section 3.1).
const MAX_LINE: usize = 75;

/// Writes the tasks that have a due date, each as an event of that whole day. Calendars that ignore
/// to-dos show events. An event has the same identifier in every export, so that a calendar replaces
/// it. `now` is the time of the export in seconds since 2020-01-01 UTC.
#[must_use]
pub fn write_calendar(messages: &Messages, tasks: &[Task], now: i64) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Assay//Roadmap//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    let stamp = format_time(now);
    for task in tasks {
        if let Some(due) = task.planned.due {
            event(&mut calendar, messages, task, due, &stamp);
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

fn event(calendar: &mut Calendar, messages: &Messages, task: &Task, due: Day, stamp: &str) {
    let title = match task.planned.done {
        Some(_) => messages.plan_done_title(&task.title),
        None => task.title.clone(),
    };
    calendar.line("BEGIN", "VEVENT");
    calendar.text("UID", &task.uid);
    calendar.line("DTSTAMP", stamp);
    calendar.line("DTSTART;VALUE=DATE", &format_date(due));
    // The end is exclusive. The last day of the calendar has no next one; an event without an end is
    // one day.
    if let Some(end) = due.days().checked_add(1).and_then(Day::new) {
        calendar.line("DTEND;VALUE=DATE", &format_date(end));
    }
    calendar.text("SUMMARY", &title);
    calendar.text("DESCRIPTION", &description(messages, task));
    // The day stays free for appointments.
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
}

fn description(messages: &Messages, task: &Task) -> String {
    let owner = &task.planned.owner;
    let owner = (!owner.is_empty()).then(|| messages.plan_owner_line(owner));
    let effort = messages.next_effort(&task.effort);
    let lines = [owner, Some(effort), Some(task.description(messages))];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    lines.join("\n")
}

/// Formats a day as `20261123`.
fn format_date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Formats seconds since 2020 as `20261123T093000Z`.
fn format_time(seconds: i64) -> String {
    let seconds = u64::try_from(seconds).unwrap_or_default();
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let day = u32::try_from(days).ok().and_then(Day::new);
    let day = day.map(format_date).unwrap_or_default();
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{day}T{hour:02}{minute:02}{second:02}Z")
}

/// The lines of a calendar.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// Adds a property whose value is a text.
    fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escape(text));
    }

    /// Adds a property, folded into lines of at most [`MAX_LINE`] bytes.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in format!("{name}:{value}").chars() {
            if length + letter.len_utf8() > MAX_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Escapes a text (RFC 5545, section 3.3.11). Control characters, which it must not contain, are
/// left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(letter),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Calendar, MAX_LINE, escape, format_time};

    #[test]
    fn a_text_is_escaped() {
        assert_eq!(
            escape("a, b; c\\d\r\ne\nf\u{7}"),
            "a\\, b\\; c\\\\d\\ne\\nf"
        );
    }

    #[test]
    fn a_time_is_written_in_utc() {
        assert_eq!(format_time(0), "20200101T000000Z");
        assert_eq!(
            format_time(2518 * 86_400 + 9 * 3600 + 59),
            "20261123T090059Z"
        );
        assert_eq!(format_time(-5), "20200101T000000Z");
    }

    proptest! {
        #[test]
        fn folded_lines_are_short_and_unfold_to_the_value(text in "\\PC{0,300}") {
            let mut calendar = Calendar::default();
            calendar.line("SUMMARY", &text);
            for line in calendar.0.split("\r\n") {
                prop_assert!(line.len() <= MAX_LINE, "{}", line);
            }
            let unfolded = calendar.0.replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("SUMMARY:{text}\r\n"));
        }

        #[test]
        fn an_escaped_text_is_one_line_and_reads_back(text in "[a-z,;\\\\\\n]{0,40}") {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains('\n'));
            let mut read = String::new();
            let mut letters = escaped.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => match letters.next() {
                        Some('n') => read.push('\n'),
                        other => read.extend(other),
                    },
                    other => read.push(other),
                }
            }
            prop_assert_eq!(read, text);
        }
    }
}
