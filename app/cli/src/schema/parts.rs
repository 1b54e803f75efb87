//! Types shared by both formats.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A level from 0 to 4.
pub(super) struct Level;

impl JsonSchema for Level {
    fn schema_name() -> Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": 4 })
    }
}

/// An answer to a question; `null` is an open one.
pub(super) struct Answer;

impl JsonSchema for Answer {
    fn schema_name() -> Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": [0, 1, 2, 3, 4, "unknown", "not_applicable", null] })
    }
}

/// Defines a type with a single text as its value.
macro_rules! constant {
    ($name:ident, $text:literal) => {
        /// The only text that can stand there.
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "const": $text })
            }
        }
    };
}

constant!(ModelFormat, "assay.model/1");
constant!(AssessmentFormat, "assay.assessment/1");
