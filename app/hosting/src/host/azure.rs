//! `staticwebapp.config.json` of Azure Static Web Apps. A route's headers override global ones of
//! the same name. Patterns cannot match parts of a file name, so files are listed.

use serde_json::{Map, Value, json};

use super::{
    CORS_HEADER, IMMUTABLE, ISOLATION_HEADER, REVALIDATE, SiteFile, is_embed_script, is_page,
};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    format!(
        "{:#}\n",
        json!({ "globalHeaders": global_headers(headers) })
    )
}

pub(super) fn config_file(headers: &[Header], names: &[SiteFile<'_>]) -> String {
    let routes: Vec<Value> = names.iter().filter_map(route).collect();
    let types = json!({ ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" });
    let config =
        json!({ "globalHeaders": global_headers(headers), "routes": routes, "mimeTypes": types });
    format!("{config:#}\n")
}

fn global_headers(headers: &[Header]) -> Map<String, Value> {
    let named = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)));
    named
        .chain([("Cache-Control".to_owned(), json!(REVALIDATE))])
        .collect()
}

fn route(file: &SiteFile<'_>) -> Option<Value> {
    let mut headers = Map::new();
    if file.hashed {
        headers.insert("Cache-Control".to_owned(), json!(IMMUTABLE));
    }
    if is_embed_script(file.name) {
        headers.insert(CORS_HEADER.0.to_owned(), json!(CORS_HEADER.1));
    }
    if is_page(file.name) {
        headers.insert(ISOLATION_HEADER.0.to_owned(), json!(ISOLATION_HEADER.1));
    }
    (!headers.is_empty()).then(|| json!({ "route": format!("/{}", file.name), "headers": headers }))
}
