//! The assessment within the page of a firm, on two origins.

mod builder;
mod examples;
mod forged;
mod frame;
mod frameworks;
mod popup;
mod refused;
mod several;
mod storage;

use assay_journeys::{Outcome, Visitor};
use serde_json::Value;

/// What Chromium says of a frame of the page's own origin, as in the builder.
const SAME_ORIGIN: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// The element in a page with nothing else, for most of these journeys.
const ELEMENT: &str = "<h1>A firm</h1><assay-assessment id=\"it\" depth=\"quick\"></assay-assessment><p><a id=\"after\" href=\"#end\">After</a></p><p id=\"end\">The end</p>";

/// The events of one kind that the page has heard so far, with what they carried.
async fn heard(visitor: &Visitor, kind: &str) -> Outcome<Vec<Value>> {
    visitor.leaves().await?;
    let script = "return window.seen.filter(event => event.type === arguments[0]).map(event => event.detail)";
    let heard = visitor.script(script, vec![kind.into()]).await?;
    Ok(heard.as_array().cloned().unwrap_or_default())
}

/// Waits until the page has heard an event of a kind.
async fn hears(visitor: &Visitor, kind: &str) -> Outcome<Value> {
    visitor.leaves().await?;
    let some = format!("return window.seen.some(event => event.type === '{kind}')");
    visitor.until(&format!("{kind} is heard"), &some).await?;
    Ok(heard(visitor, kind).await?.pop().unwrap_or_default())
}

/// Opens the firm's page and looks into its only frame.
async fn opens(visitor: &Visitor) -> Outcome {
    visitor.open_unready("").await?;
    visitor.enters("assay-assessment").await
}
