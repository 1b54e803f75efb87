//! Figures as people read them. Both languages write a point before decimals.

/// A percentage without decimals: `49.6` → `50`.
#[must_use]
pub fn rounded(percent: f64) -> String {
    format!("{}", half_up(percent, 1.0) as i64)
}

/// A percentage with one decimal: `49.64` → `49.6`.
#[must_use]
pub fn to_tenth(percent: f64) -> String {
    format!("{:.1}", half_up(percent, 10.0) / 10.0)
}

/// A share of one in whole percent: `0.834` → `83`.
#[must_use]
pub fn percent(share: f64) -> String {
    rounded(share * 100.0)
}

/// Rounds half up after scaling; what float noise left just below a half counts as one.
fn half_up(value: f64, scale: f64) -> f64 {
    (value * scale + 0.5 + 1e-9).floor()
}

#[cfg(test)]
mod tests {
    use super::{percent, rounded, to_tenth};

    #[test]
    fn halves_go_up_in_spite_of_float_noise() {
        assert_eq!(rounded(49.5), "50");
        assert_eq!(rounded(0.499), "0");
        assert_eq!(to_tenth(0.3 - 0.05), "0.3");
        assert_eq!(percent(0.835), "84");
    }
}
