//! Formats numbers for readers: with the decimal mark and the separator of thousands of the language.

use crate::Messages;

/// Formats a number of 0 or more for readers, such as [`format_whole`].
pub type NumberFormat = fn(&Messages, f64) -> String;

/// A percentage without decimals: `49.6` → `50`.
#[must_use]
pub fn format_whole(percent: f64) -> String {
    format!("{}", half_up(percent, 1.0) as i64)
}

/// A percentage with one decimal: `49.64` → `49.6`, in German `49,6`.
#[must_use]
pub fn format_tenth(messages: &Messages, percent: f64) -> String {
    localize_decimals(messages, &format!("{:.1}", half_up(percent, 10.0) / 10.0))
}

/// A share from 0 to 1 in whole percent: `0.834` → `83`.
#[must_use]
pub fn format_share(share: f64) -> String {
    format_whole(share * 100.0)
}

/// A count with separated thousands: `10000` → `10,000`, in German `10.000`.
pub(crate) fn format_count(messages: &Messages, count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            text.push_str(messages.number_thousands());
        }
        text.push(digit);
    }
    text
}

/// Replaces each point between two digits by the decimal mark of the language.
#[must_use]
pub fn localize_decimals(messages: &Messages, formula: &str) -> String {
    let mut text = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some((before, after)) = rest.split_once('.') {
        let is_decimal = before.ends_with(|c: char| c.is_ascii_digit())
            && after.starts_with(|c: char| c.is_ascii_digit());
        text.push_str(before);
        text.push_str(if is_decimal {
            messages.number_decimal()
        } else {
            "."
        });
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Scales and rounds half up. Tolerates floating-point error just below a half.
fn half_up(value: f64, scale: f64) -> f64 {
    (value * scale + 0.5 + 1e-9).floor()
}

#[cfg(test)]
mod tests {
    use super::{format_count, format_share, format_tenth, format_whole, localize_decimals};
    use crate::Messages;

    fn english() -> Messages {
        Messages::parse(include_str!("../texts/en.json")).unwrap()
    }

    /// Texts in which a comma is the decimal mark.
    fn with_comma() -> Messages {
        Messages::parse(r#"{"number.decimal": ",", "number.thousands": "."}"#).unwrap()
    }

    #[test]
    fn halves_go_up_in_spite_of_float_noise() {
        assert_eq!(format_whole(49.5), "50");
        assert_eq!(format_whole(0.499), "0");
        assert_eq!(format_tenth(&english(), 0.3 - 0.05), "0.3");
        assert_eq!(format_share(0.835), "84");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(format_count(&english(), 999), "999");
        assert_eq!(format_count(&english(), 10_000), "10,000");
        assert_eq!(format_count(&with_comma(), 1_234_567), "1.234.567");
    }

    #[test]
    fn decimals_have_the_mark_of_the_language_and_other_points_stay() {
        assert_eq!(format_tenth(&with_comma(), 49.64), "49,6");
        let formula = "(1·0.75 + 2·0.5) ÷ 3. v1.x .5";
        assert_eq!(
            localize_decimals(&with_comma(), formula),
            "(1·0,75 + 2·0,5) ÷ 3. v1.x .5"
        );
        assert_eq!(localize_decimals(&english(), formula), formula);
    }
}
