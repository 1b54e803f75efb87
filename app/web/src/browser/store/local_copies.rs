//! Copies in local storage of texts that the database does not have yet.

use super::backend::{COPY_PREFIX, Change, DATABASE_MARKER, StorageBackend};
use super::tiered::TieredStore;

/// Keys with what local storage has for each, in the form of a copy.
pub(super) type Copies = Vec<(String, Option<String>)>;

impl<B: StorageBackend> TieredStore<B> {
    /// Puts changes into local storage, all or none. Returns what it has now for each key.
    pub(super) fn write_copies(&self, changes: &[Change]) -> Result<Copies, Copies> {
        let before: Copies = changes
            .iter()
            .map(|(key, _)| (key.clone(), self.backend.local(&local_key(key))))
            .collect();
        let mut copies = Copies::new();
        for (key, value) in changes {
            let text = marked(value.as_deref());
            if !self.backend.set_local(&local_key(key), &text) {
                for (key, text) in before.iter().take(copies.len()) {
                    self.restore_copy(key, text.as_deref());
                }
                return Err(before);
            }
            copies.push((key.clone(), Some(text)));
        }
        Ok(copies)
    }

    fn restore_copy(&self, key: &str, before: Option<&str>) {
        match before {
            // It had room for this text a moment ago.
            Some(text) => drop(self.backend.set_local(&local_key(key), text)),
            None => self.backend.remove_local(&local_key(key)),
        }
    }

    /// Removes copies that the database has, unless a later write replaced them. A copy older than
    /// the database's text is removed too, since a read prefers copies.
    pub(super) fn remove_copies(&self, copies: Copies) {
        for (key, text) in copies {
            let key = local_key(&key);
            if text.is_some() && self.backend.local(&key) == text {
                self.backend.remove_local(&key);
            }
        }
        if !self.has_marker.get() {
            let is_marked = self.backend.set_local(DATABASE_MARKER, "1");
            self.has_marker.set(is_marked);
        }
    }

    /// Whether local storage has a text under this key.
    pub(super) fn has_copy(&self, key: &str) -> bool {
        let copy = self.backend.local(&local_key(key));
        copy.is_some_and(|text| text.starts_with('='))
    }

    /// The copies whose keys begin with `prefix`, as changes that the database does not have.
    pub(super) fn local_copies(&self, prefix: &str) -> Vec<Change> {
        let keys = self.backend.local_keys().into_iter();
        keys.filter_map(|whole| {
            let key = whole.strip_prefix(COPY_PREFIX)?;
            if !key.starts_with(prefix) {
                return None;
            }
            let text = self.backend.local(&whole)?;
            let value = text.strip_prefix('=').map(str::to_owned);
            Some((key.to_owned(), value))
        })
        .collect()
    }
}

fn local_key(key: &str) -> String {
    format!("{COPY_PREFIX}{key}")
}

/// A change in the form of a copy.
pub(super) fn marked(value: Option<&str>) -> String {
    value.map_or_else(|| "-".to_owned(), |text| format!("={text}"))
}
