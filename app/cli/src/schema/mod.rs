//! JSON Schemas of the three file formats.
//!
//! The schema of results is derived from the types that are written. Models and assessments are
//! parsed by hand, so that every error has its place; [`model`] and [`assessment`] mirror these
//! parsers, and a test checks both against the same files. Rules beyond a schema (known names, no
//! cyclic conditions) are checked by `assay check`. The doc comments of these types are the
//! descriptions in the schemas.

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
        Format::Model => input_schema::<model::ModelFile>(),
        Format::Assessment => input_schema::<assessment::AssessmentFile>(),
        Format::Result => {
            let generator = SchemaSettings::draft2020_12()
                .for_serialize()
                .into_generator();
            generator.into_root_schema_for::<ResultFile<'static>>()
        }
    }
}

/// The schema of a hand-parsed format. Optional fields may be absent but not `null`.
fn input_schema<T: JsonSchema>() -> Schema {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(remove_null).transform(&mut schema);
    schema
}

fn remove_null(schema: &mut Schema) {
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
