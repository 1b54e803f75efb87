//! JSON Schemas of the three file formats.
//!
//! That of the result comes from the types that are written. Models and assessments are read by
//! hand, so that every error has its place; [`model`] and [`assessment`] mirror what those readers
//! accept, and a test holds both to the same files. What a schema cannot say (that names are
//! known, that conditions form no loop) is for `assay check`.

mod assessment;
mod model;
mod parts;
#[cfg(test)]
mod tests;

use assay_core::ResultFile;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::args::Format;

/// The schema of a format.
pub(crate) fn schema_for(format: Format) -> Schema {
    match format {
        Format::Model => read_by_hand::<model::ModelFile>(),
        Format::Assessment => read_by_hand::<assessment::AssessmentFile>(),
        Format::Result => {
            let generator = SchemaSettings::draft2020_12()
                .for_serialize()
                .into_generator();
            generator.into_root_schema_for::<ResultFile<'static>>()
        }
    }
}

/// An optional field of ours is left out, never `null`.
fn read_by_hand<T: JsonSchema>() -> Schema {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(without_null).transform(&mut schema);
    schema
}

fn without_null(schema: &mut Schema) {
    let is_null = |schema: &Value| schema.get("type").and_then(Value::as_str) == Some("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(ways)) = schema.get_mut("anyOf") else {
        return;
    };
    ways.retain(|way| !is_null(way));
    if let [Value::Object(only)] = ways.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (key, value) in only {
            schema.insert(key, value);
        }
    }
}
