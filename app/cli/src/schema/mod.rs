//! JSON Schemas of the three file formats.
use crate::args::Format;
pub(crate) fn of(_f: Format) -> schemars::Schema { schemars::schema_for!(String) }
