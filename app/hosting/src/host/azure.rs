//! `staticwebapp.config.json` of Azure Static Web Apps. A route's headers override global ones of
//! the same name. Patterns cannot match parts of a file name, so files are listed.

use serde_json::{Map, Value, json};

use super::{ASK_FIRST, IMMUTABLE, ISOLATED, OPEN, SiteFile, is_open, is_page};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    format!("{:#}\n", json!({ "globalHeaders": global(headers) }))
}

pub(super) fn config_file(headers: &[Header], names: &[SiteFile<'_>]) -> String {
    let routes: Vec<Value> = names.iter().filter_map(route).collect();
    let types = json!({ ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" });
    let config = json!({ "globalHeaders": global(headers), "routes": routes, "mimeTypes": types });
    format!("{config:#}\n")
}

fn global(headers: &[Header]) -> Map<String, Value> {
    let named = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)));
    named
        .chain([("Cache-Control".to_owned(), json!(ASK_FIRST))])
        .collect()
}

fn route(file: &SiteFile<'_>) -> Option<Value> {
    let mut headers = Map::new();
    if file.hashed {
        headers.insert("Cache-Control".to_owned(), json!(IMMUTABLE));
    }
    if is_open(file.name) {
        headers.insert(OPEN.0.to_owned(), json!(OPEN.1));
    }
    if is_page(file.name) {
        headers.insert(ISOLATED.0.to_owned(), json!(ISOLATED.1));
    }
    (!headers.is_empty()).then(|| json!({ "route": format!("/{}", file.name), "headers": headers }))
}
