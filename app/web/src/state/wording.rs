//! A questionnaire's wording: in the reader's language if that is available, else in another one.

use assay_core::{Model, Texts};
use assay_locale::Language;

use super::FileProblems;
use crate::browser::net::NetError;

/// Wording with its provenance.
pub(crate) struct Wording {
    pub(crate) texts: Texts,
    /// Its language; `None` where the questionnaire has no wording and ids replace texts.
    pub(crate) language: Option<String>,
    /// The language of the texts that replace missing ones.
    pub(crate) filled_from: Option<String>,
    /// Why the wording in other languages is not used.
    pub(crate) unusable: Vec<UnusableWording>,
}

/// The wording of a language that cannot be used.
#[derive(Clone)]
pub(crate) struct UnusableWording {
    pub(crate) language: String,
    /// Its file; `None` where it is part of the questionnaire's file.
    pub(crate) file: Option<String>,
    pub(crate) reason: UnusableReason,
}

/// Why wording cannot be used.
#[derive(Clone)]
pub(crate) enum UnusableReason {
    /// The file could not be fetched.
    Net(NetError),
    /// Its file is not on this site.
    ForeignAddress,
    /// It has errors.
    Faulty(FileProblems),
    /// It is in another file than the questionnaire, of which this browser stores only the latter.
    NotStored,
}

impl Wording {
    /// Wording in the language that was asked for.
    pub(crate) fn without_remarks(texts: Texts) -> Self {
        Self {
            texts,
            language: None,
            filled_from: None,
            unusable: Vec::new(),
        }
    }

    /// Combines the wording in several languages, the most suitable first. `None` if there is none.
    pub(crate) fn from_candidates(
        model: &Model,
        language: Language,
        found: Vec<(String, Texts)>,
        refused: Vec<UnusableWording>,
    ) -> Option<Self> {
        let mut found = found.into_iter();
        let (used, mut texts) = found.next()?;
        let mut filled_from = None;
        for (tag, other) in found {
            texts.fill_from(model, &other);
            filled_from = Some(tag);
        }
        if Language::from_tag(&used) != Some(language) {
            texts = texts.with_foreign_language(&used);
        }
        Some(Self {
            texts,
            language: Some(used),
            filled_from,
            unusable: refused,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Wording;
    use assay_core::{Model, Texts};
    use assay_locale::Language;

    fn standard() -> Model {
        let file = include_str!("../../../core/models/standard.json");
        Model::parse(file).unwrap().value
    }

    fn titled(model: &Model, title: &str) -> Texts {
        let text = format!("{{\"title\": \"{title}\"}}");
        Texts::parse(model, &text).unwrap().value
    }

    #[test]
    fn only_texts_in_another_language_are_marked() {
        let model = standard();
        for (tag, lang, dir) in [
            ("zh-CN", None, None),
            ("zh-Hans", None, None),
            ("ar", Some("ar"), Some("auto")),
            ("en", Some("en"), Some("auto")),
        ] {
            let found = vec![(tag.to_owned(), titled(&model, "x"))];
            let wording =
                Wording::from_candidates(&model, Language::Chinese, found, Vec::new()).unwrap();
            assert_eq!(wording.texts.lang(), lang, "{tag}");
            assert_eq!(wording.texts.dir(), dir, "{tag}");
        }
    }

    #[test]
    fn single_texts_are_taken_from_the_next_language() {
        let model = standard();
        let english = include_str!("../../../core/models/standard.en.json");
        let english = Texts::parse(&model, english).unwrap().value;
        let found = vec![
            ("zh-CN".to_owned(), titled(&model, "自己的")),
            ("en".to_owned(), english),
        ];
        let wording =
            Wording::from_candidates(&model, Language::Chinese, found, Vec::new()).unwrap();
        assert_eq!(wording.texts.title(), "自己的");
        assert!(!wording.texts.has_placeholders(&model));
        assert_eq!(wording.filled_from.as_deref(), Some("en"));
        assert!(
            Wording::from_candidates(&model, Language::Chinese, Vec::new(), Vec::new()).is_none()
        );
    }
}
