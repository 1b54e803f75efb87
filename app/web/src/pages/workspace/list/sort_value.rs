//! The value of a row in the sorted column.

use std::cmp::Ordering;

/// A value to sort by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortValue {
    Text(String),
    Number(f64),
    /// Last in both directions.
    Missing,
}

impl SortValue {
    /// Compares the values of two rows.
    pub(super) fn compare(&self, other: &Self, is_descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Text(a), Self::Text(b)) => compare_texts(a, b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Missing, Self::Missing) => return Ordering::Equal,
            (Self::Missing, _) => return Ordering::Greater,
            (_, Self::Missing) => return Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
        };
        match is_descending {
            true => order.reverse(),
            false => order,
        }
    }
}

/// Compares texts without case, then with it.
fn compare_texts(a: &str, b: &str) -> Ordering {
    let lower = a.to_lowercase().cmp(&b.to_lowercase());
    lower.then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::SortValue;

    fn text(text: &str) -> SortValue {
        SortValue::Text(text.to_owned())
    }

    fn sorted(mut values: Vec<SortValue>, is_descending: bool) -> Vec<SortValue> {
        values.sort_by(|a, b| a.compare(b, is_descending));
        values
    }

    #[test]
    fn texts_are_sorted_in_both_directions_and_missing_ones_are_last() {
        let values = || vec![SortValue::Missing, text("b"), text("C"), text("a")];
        let up = [text("a"), text("b"), text("C"), SortValue::Missing];
        assert_eq!(sorted(values(), false), up);
        let down = [text("C"), text("b"), text("a"), SortValue::Missing];
        assert_eq!(sorted(values(), true), down);
    }

    #[test]
    fn numbers_are_sorted_by_their_size() {
        let numbers = || vec![SortValue::Number(10.5), SortValue::Number(9.0)];
        let up = [SortValue::Number(9.0), SortValue::Number(10.5)];
        assert_eq!(sorted(numbers(), false), up);
        let down = [SortValue::Number(10.5), SortValue::Number(9.0)];
        assert_eq!(sorted(numbers(), true), down);
    }
}
