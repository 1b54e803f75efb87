//! `assay schema`: prints the JSON Schema of a format.

use crate::args::Schema;
use crate::failure::{Failure, print};
use crate::schema;

pub(super) fn run(arguments: &Schema) -> Result<(), Failure> {
    let schema = schema::schema_for(arguments.format);
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Failure::input(format!("the schema cannot be written: {error}")))?;
    print(&format!("{text}\n"))
}
