//! JSON objects of the result file with ids as keys.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// An object with ids as keys, in a fixed order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entries<'m, T>(pub Vec<(&'m str, T)>);

impl<'m, T> Entries<'m, T> {
    /// Returns the value of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0
            .iter()
            .find_map(|(key, value)| (*key == id).then_some(value))
    }
}

impl<'m, T> FromIterator<(&'m str, T)> for Entries<'m, T> {
    fn from_iter<I: IntoIterator<Item = (&'m str, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Entries<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Entries_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}
