//! The state that the starter hands to the full app, as a text. It is not JSON: the core reads texts of
//! at most 4 MiB, and two assessments with long notes can be longer.

use std::sync::Arc;

use assay_core::{Assessment, Model};

use crate::browser::console::log_failure;
use crate::state::Session;
use crate::state::length_prefix::{read_part, write_part};

/// Everything that the full app adopts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TransferredState {
    pub(super) present: TransferredSession,
    /// The text of the notice that shows.
    pub(super) notice: Option<String>,
    /// The assessment that the notice's button restores.
    pub(super) undo: Option<TransferredSession>,
    /// Whether the present assessment is a copy that the button takes back.
    pub(super) takes_back_copy: bool,
    /// Whether a link led to the page, rather than back and forward; `None` where the starter has
    /// shown nothing.
    pub(super) by_link: Option<bool>,
    /// Whether the store has refused answers.
    pub(super) is_unsaved: bool,
    /// The scroll positions of pages that were left, a line each.
    pub(super) positions: String,
}

/// An assessment with its place in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TransferredSession {
    key: String,
    is_stored: bool,
    /// The assessment file.
    file: String,
}

impl TransferredState {
    /// Writes every part with its length in front of it; a part that is absent has none.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::new();
        self.present.write(&mut text);
        write_part(&mut text, Some(&self.positions));
        write_part(&mut text, self.notice.as_deref());
        write_part(&mut text, self.by_link.map(flag_name));
        write_part(&mut text, Some(flag_name(self.is_unsaved)));
        write_part(&mut text, Some(flag_name(self.takes_back_copy)));
        if let Some(undo) = &self.undo {
            undo.write(&mut text);
        }
        text
    }

    /// Parses what [`to_text`](Self::to_text) wrote; `None` if it is something else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let state = Self {
            present: TransferredSession::read(&mut rest)?,
            positions: read_part(&mut rest)??,
            notice: read_part(&mut rest)?,
            by_link: match read_part(&mut rest)? {
                Some(name) => Some(flag(&name)?),
                None => None,
            },
            is_unsaved: flag(&read_part(&mut rest)??)?,
            takes_back_copy: flag(&read_part(&mut rest)??)?,
            undo: match rest {
                "" => None,
                _ => Some(TransferredSession::read(&mut rest)?),
            },
        };
        rest.is_empty().then_some(state)
    }
}

impl TransferredSession {
    pub(super) fn of(session: &Session) -> Self {
        Self {
            key: session.key().to_owned(),
            is_stored: session.has_entries(),
            file: session.assessment().to_json(session.model()),
        }
    }

    /// Opens the assessment; `None`, which is logged, if it does not belong to the questionnaire.
    pub(super) fn open(self, model: &Arc<Model>) -> Option<Session> {
        let assessment = Assessment::parse(model, &self.file);
        let assessment = log_failure("take over the answers", assessment)?;
        Some(Session::open(model, self.key, assessment, self.is_stored))
    }

    fn write(&self, text: &mut String) {
        for part in [&self.key, flag_name(self.is_stored), &self.file] {
            write_part(text, Some(part));
        }
    }

    fn read(rest: &mut &str) -> Option<Self> {
        Some(Self {
            key: read_part(rest)??,
            is_stored: flag(&read_part(rest)??)?,
            file: read_part(rest)??,
        })
    }
}

fn flag_name(value: bool) -> &'static str {
    if value { "1" } else { "0" }
}

fn flag(name: &str) -> Option<bool> {
    match name {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STANDARD: &str = include_str!("../../../core/models/standard.json");

    /// A file with a value in every field, unknown ones included.
    const FULL: &str = r#"{"format":"assay.assessment/1","model":{"id":"standard","version":"2"},
        "locale":"fr","depth":"quick","profile":{"name":"Acme","industry":"ore","size":"small",
        "stance":"adopt","colour":"green"},"answers":{"data.domain":3,"data.labels":"unknown"},
        "notes":{"data.domain":"see the \"register\""},"given_by":{"data.domain":"Ann"},
        "created":"2026-11-23T09:00:00Z","updated":"2026-11-24","ref":17,"deep":{"a":[1,null]}}"#;

    fn standard() -> Arc<Model> {
        Arc::new(Model::parse(STANDARD).unwrap().value)
    }

    fn sessions() -> impl Strategy<Value = TransferredSession> {
        let parts = ("\\PC{0,12}", any::<bool>(), "(\\PC|\n){0,40}");
        parts.prop_map(|(key, is_stored, file)| TransferredSession {
            key,
            is_stored,
            file,
        })
    }

    proptest! {
        #[test]
        fn every_part_of_the_state_arrives_as_it_was_sent(
            present in sessions(), undo in prop::option::of(sessions()),
            notice in prop::option::of("\\PC{0,30}"), by_link in any::<Option<bool>>(),
            is_unsaved in any::<bool>(), takes_back_copy in any::<bool>(), positions in "(\\PC|[\t\n]){0,40}",
        ) {
            let sent = TransferredState { present, notice, undo, takes_back_copy, by_link, is_unsaved, positions };
            prop_assert_eq!(TransferredState::parse(&sent.to_text()), Some(sent));
        }

        #[test]
        fn a_text_of_another_form_is_no_state(text in "\\PC{0,40}") {
            prop_assert_eq!(TransferredState::parse(&text), None);
        }
    }

    #[test]
    fn an_assessment_arrives_with_all_its_fields_its_key_and_whether_it_is_stored() {
        let model = standard();
        for (file, is_stored) in [(FULL, true), (FULL, false)] {
            let assessment = Assessment::parse(&model, file).unwrap();
            let saved = assessment.to_json(&model);
            let session = Session::open(&model, "k1".to_owned(), assessment, is_stored);
            let sent = TransferredState {
                present: TransferredSession::of(&session),
                notice: None,
                undo: None,
                takes_back_copy: false,
                by_link: None,
                is_unsaved: false,
                positions: String::new(),
            };
            let received = TransferredState::parse(&sent.to_text()).unwrap();
            let opened = received.present.open(&model).unwrap();
            assert_eq!(opened.key(), "k1");
            assert_eq!(opened.has_entries(), session.has_entries());
            assert_eq!(opened.assessment().to_json(&model), saved);
        }
    }

    #[test]
    fn an_assessment_of_another_questionnaire_is_not_adopted() {
        let other = TransferredSession {
            key: "k1".to_owned(),
            is_stored: true,
            file: FULL.replace("\"standard\"", "\"other\""),
        };
        assert!(other.open(&standard()).is_none());
    }
}
