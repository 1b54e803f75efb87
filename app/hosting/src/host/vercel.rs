//! `vercel.json`. Vercel revalidates by default, so only immutable files are listed.

use serde_json::{Value, json};

use super::{IMMUTABLE, ISOLATED, OPEN};
use crate::headers::Header;

pub(super) fn header_lines(headers: &[Header]) -> String {
    format!("{:#}\n", for_all(headers))
}

pub(super) fn config_file(headers: &[Header]) -> String {
    let one = |source: &str, (key, value): (&str, &str)| json!({ "source": source, "headers": [{ "key": key, "value": value }] });
    let kept = ("Cache-Control", IMMUTABLE);
    let rules = [
        for_all(headers),
        one("/(.*[-._][0-9a-f]{16}[-._].*)", kept),
        one(r"/embed-(\d+\.\d+\.\d+).js", kept),
        one("/embed(.*).js", OPEN),
        one("/", ISOLATED),
        one("/index.html", ISOLATED),
    ];
    format!("{:#}\n", json!({ "headers": rules }))
}

fn for_all(headers: &[Header]) -> Value {
    let list: Vec<Value> = headers
        .iter()
        .map(|(name, value)| json!({ "key": name, "value": value }))
        .collect();
    json!({ "source": "/(.*)", "headers": list })
}
