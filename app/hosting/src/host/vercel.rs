//! `vercel.json`. Vercel revalidates by default, so only immutable files are listed.

use serde_json::{Value, json};

use super::{CORS_HEADER, IMMUTABLE, ISOLATION_HEADER};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    format!("{:#}\n", rule_for_all_files(headers))
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let one = |source: &str, (key, value): (&str, &str)| json!({ "source": source, "headers": [{ "key": key, "value": value }] });
    let kept = ("Cache-Control", IMMUTABLE);
    let rules = [
        rule_for_all_files(headers),
        one("/(.*[-._][0-9a-f]{16}[-._].*)", kept),
        one(r"/embed-(\d+\.\d+\.\d+).js", kept),
        one("/embed(.*).js", CORS_HEADER),
        one("/", ISOLATION_HEADER),
        one("/index.html", ISOLATION_HEADER),
    ];
    format!("{:#}\n", json!({ "headers": rules }))
}

fn rule_for_all_files(headers: &[Header]) -> Value {
    let list: Vec<Value> = headers
        .iter()
        .map(|(name, value)| json!({ "key": name, "value": value }))
        .collect();
    json!({ "source": "/(.*)", "headers": list })
}
