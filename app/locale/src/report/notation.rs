//! Numbers and sums in formulas: short, with enough digits to recompute.

/// Greatest number of written terms of a sum; the table beside it has them all.
const MAX_TERMS: usize = 24;

/// A number with at most four significant digits and no trailing zeros.
pub(super) fn format_number(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-6..1e9).contains(&size) {
        return format!("{value:.3e}").replace('-', "−");
    }
    let places = match size {
        0.0 => 0,
        100.0.. => 1,
        1.0.. => 3,
        // One more decimal for each zero after the point.
        small => (3.0 - small.log10().floor()).clamp(0.0, 9.0) as usize,
    };
    let text = format!("{value:.places$}").replace('-', "−");
    match text.split_once('.') {
        Some(_) => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        None => text,
    }
}

/// A number inside a product or as an exponent; negative ones in parentheses.
pub(super) fn format_factor(value: f64) -> String {
    let text = format_number(value);
    if value < 0.0 {
        format!("({text})")
    } else {
        text
    }
}

/// A term with its weight, which is omitted if it is 1.
pub(super) fn format_weighted(weight: f64, part: &str) -> String {
    if weight == 1.0 {
        part.to_owned()
    } else {
        format!("{}·{part}", format_number(weight))
    }
}

/// Joins the terms with plus signs; omits the middle of a long sum.
pub(super) fn join_sum(mut parts: Vec<String>) -> String {
    if parts.len() > MAX_TERMS
        && let Some(last) = parts.pop()
    {
        parts.truncate(MAX_TERMS.saturating_sub(2));
        parts.push("…".to_owned());
        parts.push(last);
    }
    parts.join(" + ")
}

#[cfg(test)]
mod tests {
    use super::{format_number, join_sum};

    #[test]
    fn numbers_are_short_and_keep_what_counts() {
        assert_eq!(format_number(0.75), "0.75");
        assert_eq!(format_number(0.66412), "0.6641");
        assert_eq!(format_number(0.0), "0");
        assert_eq!(format_number(0.01), "0.01");
        assert_eq!(format_number(12.5), "12.5");
        assert_eq!(format_number(1.0 / 3.0), "0.3333");
        assert_eq!(format_number(100.0), "100");
        assert_eq!(format_number(-2.0), "−2");
        assert_eq!(format_number(2e60), "2.000e60");
    }

    #[test]
    fn a_very_long_sum_leaves_out_its_middle() {
        let parts: Vec<String> = (1..=40).map(|n| n.to_string()).collect();
        let text = join_sum(parts);
        assert!(text.starts_with("1 + 2 + ") && text.ends_with("22 + … + 40"));
    }
}
