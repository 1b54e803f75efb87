//! Formats numbers. Both languages use a decimal point.

/// A percentage without decimals: `49.6` → `50`.
#[must_use]
pub fn format_whole(percent: f64) -> String {
    format!("{}", half_up(percent, 1.0) as i64)
}

/// A percentage with one decimal: `49.64` → `49.6`.
#[must_use]
pub fn format_tenth(percent: f64) -> String {
    format!("{:.1}", half_up(percent, 10.0) / 10.0)
}

/// A share from 0 to 1 in whole percent: `0.834` → `83`.
#[must_use]
pub fn format_share(share: f64) -> String {
    format_whole(share * 100.0)
}

/// Scales and rounds half up. Tolerates floating-point error just below a half.
fn half_up(value: f64, scale: f64) -> f64 {
    (value * scale + 0.5 + 1e-9).floor()
}

#[cfg(test)]
mod tests {
    use super::{format_share, format_tenth, format_whole};

    #[test]
    fn halves_go_up_in_spite_of_float_noise() {
        assert_eq!(format_whole(49.5), "50");
        assert_eq!(format_whole(0.499), "0");
        assert_eq!(format_tenth(0.3 - 0.05), "0.3");
        assert_eq!(format_share(0.835), "84");
    }
}
