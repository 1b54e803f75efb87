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

/// The labels of an assessment with further ones at the end.
pub(super) fn with_labels(labels: &[String], more: &[String]) -> Vec<String> {
    let added = more.iter().filter(|label| !labels.contains(label));
    labels.iter().chain(added).cloned().collect()
}

/// The labels of an assessment without some.
pub(super) fn without_labels(labels: &[String], removed: &[String]) -> Vec<String> {
    let kept = labels.iter().filter(|label| !removed.contains(label));
    kept.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{parse_labels, with_labels, without_labels};

    #[test]
    fn labels_are_added_once_and_removed() {
        let labels = |text| parse_labels(text);
        let (before, more) = (labels("Bank, 2026"), labels("2026, Key"));
        assert_eq!(with_labels(&before, &more), labels("Bank, 2026, Key"));
        assert_eq!(without_labels(&before, &more), labels("Bank"));
    }

    #[test]
    fn labels_are_separated_by_commas_of_both_scripts() {
        assert_eq!(
            parse_labels(" Bank, 2026，华东、Bank,, "),
            ["Bank", "2026", "华东"]
        );
        assert_eq!(parse_labels(""), Vec::<String>::new());
    }
}
