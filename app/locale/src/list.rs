//! Lists in a sentence: "a, b and c".

use crate::Messages;

/// Joins the items in the style of the language; empty for no items.
#[must_use]
pub fn join_list<T: AsRef<str>>(messages: &Messages, items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [a, b] => messages.list_two(a.as_ref(), b.as_ref()),
        [first, middle @ .., last] => {
            let start = middle.iter().fold(first.as_ref().to_owned(), |text, item| {
                messages.list_more(&text, item.as_ref())
            });
            messages.list_last(&start, last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join_list;
    use crate::Messages;

    #[test]
    fn items_are_joined_as_each_language_does() {
        let english = Messages::parse(include_str!("../texts/en.json")).unwrap();
        let chinese = Messages::parse(include_str!("../texts/zh-CN.json")).unwrap();
        assert_eq!(join_list(&english, &["a", "b", "c"]), "a, b and c");
        assert_eq!(join_list(&chinese, &["甲", "乙", "丙"]), "甲、乙和丙");
        assert_eq!(join_list(&english, &["a"]), "a");
    }
}
