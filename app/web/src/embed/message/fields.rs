//! The fields of an incoming message.

use assay_core::Json;

use super::PROTOCOL_VERSION;

/// Fields of a message that have not been read yet.
pub(super) struct Fields {
    /// The value of `type`.
    pub(super) kind: String,
    entries: Vec<(String, Json)>,
}

impl Fields {
    /// Parses a message; `None` unless it is an object of this version of the protocol.
    pub(super) fn parse(text: &str) -> Option<Self> {
        // `Json::parse` refuses repeated keys.
        let Ok(Json::Object(entries)) = Json::parse(text) else {
            return None;
        };
        let mut fields = Self {
            kind: String::new(),
            entries,
        };
        fields.kind = fields.take_text("type")?;
        matches!(fields.take("assay")?, Json::Number(number) if number.as_u64() == Some(PROTOCOL_VERSION))
            .then_some(fields)
    }

    /// Removes a field and returns its value.
    pub(super) fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.entries.iter().position(|(known, _)| known == name)?;
        Some(self.entries.swap_remove(at).1)
    }

    /// Removes a text field and returns its value.
    pub(super) fn take_text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns whether every field has been read.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
