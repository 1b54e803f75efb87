//! `vercel.json`. Vercel asks first by itself, so only what is kept for ever is said.

use serde_json::{Value, json};

use super::{FOR_EVER, OPEN};
use crate::headers::Header;

pub(super) fn lines(headers: &[Header]) -> String {
    format!("{:#}\n", for_all(headers))
}

pub(super) fn whole(headers: &[Header]) -> String {
    let kept = |source: &str| json!({ "source": source, "headers": [{ "key": "Cache-Control", "value": FOR_EVER }] });
    let open =
        json!({ "source": "/embed(.*).js", "headers": [{ "key": OPEN.0, "value": OPEN.1 }] });
    let rules = [
        for_all(headers),
        kept("/(.*[-._][0-9a-f]{16}[-._].*)"),
        kept(r"/embed-(\d+\.\d+\.\d+).js"),
        open,
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
