//! Labels as the user types them.

/// Labels from a text with commas, ideographic ones included; without empty and repeated ones.
pub(super) fn parse_labels(text: &str) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for label in text.split([',', '，', '、', '\n']).map(str::trim) {
        if !label.is_empty() && !labels.iter().any(|known| known == label) {
            labels.push(label.to_owned());
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::parse_labels;

    #[test]
    fn labels_are_separated_by_commas_of_both_scripts() {
        assert_eq!(
            parse_labels(" Bank, 2026，华东、Bank,, "),
            ["Bank", "2026", "华东"]
        );
        assert_eq!(parse_labels(""), Vec::<String>::new());
    }
}
