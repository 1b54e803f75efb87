//! The supported languages, which `languages.json` lists.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The language of a tag such as `zh-Hans-SG` or `en-GB`; `None` if it is not supported.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = |tag: &str| tag.split(['-', '_']).next().map(str::to_ascii_lowercase);
        let find = |fits: &dyn Fn(&str) -> bool| Self::ALL.into_iter().find(|one| fits(one.tag()));
        find(&|known| known == tag).or_else(|| find(&|known| primary(known) == primary(tag)))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn regional_tags_are_understood_and_foreign_ones_are_not() {
        assert_eq!(Language::from_tag("zh-Hans-SG"), Some(Language::Chinese));
        assert_eq!(Language::from_tag("en_GB"), Some(Language::English));
        assert_eq!(Language::from_tag("xx"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn every_language_is_found_by_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }
}
