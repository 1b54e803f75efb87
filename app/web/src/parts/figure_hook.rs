//! Figures as scripts read them in attributes.

/// Formats a figure for scripts: two decimals and a point in every language; empty for `None`.
pub(crate) fn figure_hook(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.2}"))
}
