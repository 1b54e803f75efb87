//! The assessment within the page of a firm, on two origins.

mod builder;
mod changes;
mod consent;
mod copies;
mod examples;
mod forged;
mod frame;
mod frameworks;
mod guide;
mod isolated;
mod links_out;
mod moved;
mod pages;
mod popup;
mod prefill;
mod progress;
mod refused;
mod reset;
mod results;
mod several;
mod storage;
mod types;

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

/// Gives the element an attribute, or another value of it; `None` takes it away.
async fn sets(visitor: &Visitor, attribute: &str, value: Option<&str>) -> Outcome {
    visitor.leaves().await?;
    let script = "const it = document.querySelector('#it');
        if (arguments[1] === null) it.removeAttribute(arguments[0]); else it.setAttribute(arguments[0], arguments[1])";
    visitor
        .script(script, vec![attribute.into(), value.into()])
        .await?;
    Ok(())
}

/// Calls a method of the element that returns nothing.
async fn calls(visitor: &Visitor, method: &str) -> Outcome {
    visitor.leaves().await?;
    let script = format!("document.querySelector('#it').{method}()");
    visitor.script(&script, Vec::new()).await?;
    Ok(())
}

/// Answers a question of the section “data” in the frame.
async fn answers(visitor: &Visitor, question: &str, level: &str) -> Outcome {
    in_data(visitor).await?;
    visitor.answers(question, level).await
}

/// What the frame shows as the answer to a question of the section “data”.
async fn answered(visitor: &Visitor, question: &str) -> Outcome<String> {
    in_data(visitor).await?;
    visitor.answer(question).await
}

async fn in_data(visitor: &Visitor) -> Outcome {
    visitor.enters("#it").await?;
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await
}
