//! Orders a questionnaire's languages by preference.

use crate::Language;

/// The languages of a questionnaire in order of preference for a reader of `language`: the same
/// tag, the same language, English, the app's other languages, then the rest.
#[must_use]
pub fn order_by_preference<'t>(
    tags: impl Iterator<Item = &'t str>,
    language: Language,
) -> Vec<&'t str> {
    let rank = |tag: &&str| match Language::from_tag(tag) {
        _ if *tag == language.tag() => 0,
        Some(own) if own == language => 1,
        Some(Language::English) => 2,
        Some(_) => 3,
        None => 4,
    };
    let mut tags: Vec<&str> = tags.collect();
    tags.sort_by_key(rank);
    tags
}

#[cfg(test)]
mod tests {
    use super::order_by_preference;
    use crate::Language;

    #[test]
    fn the_readers_own_language_comes_first_and_a_foreign_one_last() {
        let tags = || ["ar", "zh-Hans", "zh-CN", "fr", "en-GB"].into_iter();
        let order = |language| order_by_preference(tags(), language);
        let chinese = ["zh-CN", "zh-Hans", "en-GB", "ar", "fr"];
        assert_eq!(order(Language::Chinese), chinese);
        let english = ["en-GB", "zh-Hans", "zh-CN", "ar", "fr"];
        assert_eq!(order(Language::English), english);
    }
}
