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

use assay_journeys::{Firm, Outcome, Visitor};
use serde_json::Value;

/// What Chromium says of a frame of the page's own origin, as in the builder.
const SAME_ORIGIN: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// The element in a page with nothing else, for most of these journeys.
const ELEMENT: &str = "<h1>A firm</h1><assay-assessment id=\"it\" depth=\"quick\"></assay-assessment><p><a id=\"after\" href=\"#end\">After</a></p><p id=\"end\">The end</p>";

/// A firm whose page is [`ELEMENT`].
fn firm_with_element() -> Outcome<Firm> {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    Ok(firm)
}

/// Sends the result that the frame shows, with the visitor's consent.
async fn send_shown_result(visitor: &Visitor) -> Outcome {
    visitor.press("[data-action=send]").await?;
    visitor.press("[data-action=confirm-send]:enabled").await
}

/// The events of one kind that the page has heard so far, with what they carried.
async fn received_events(visitor: &Visitor, kind: &str) -> Outcome<Vec<Value>> {
    visitor.leave_frame().await?;
    let script = "return window.seen.filter(event => event.type === arguments[0]).map(event => event.detail)";
    let heard = visitor.run_script(script, vec![kind.into()]).await?;
    Ok(heard.as_array().cloned().unwrap_or_default())
}

/// Waits until the page has heard an event of a kind.
async fn wait_for_event(visitor: &Visitor, kind: &str) -> Outcome<Value> {
    visitor.leave_frame().await?;
    let some = format!("return window.seen.some(event => event.type === '{kind}')");
    visitor
        .wait_until(&format!("{kind} is heard"), &some)
        .await?;
    Ok(received_events(visitor, kind)
        .await?
        .pop()
        .unwrap_or_default())
}

/// Opens the firm's page and looks into its only frame.
async fn open_page(visitor: &Visitor) -> Outcome {
    visitor.open_without_waiting("").await?;
    visitor.enter_embed("assay-assessment").await
}

/// Gives the element an attribute, or another value of it; `None` takes it away.
async fn set_attribute(visitor: &Visitor, attribute: &str, value: Option<&str>) -> Outcome {
    visitor.leave_frame().await?;
    let script = "const it = document.querySelector('#it');
        if (arguments[1] === null) it.removeAttribute(arguments[0]); else it.setAttribute(arguments[0], arguments[1])";
    visitor
        .run_script(script, vec![attribute.into(), value.into()])
        .await?;
    Ok(())
}

/// Calls a method of the element that returns nothing.
async fn call_method(visitor: &Visitor, method: &str) -> Outcome {
    visitor.leave_frame().await?;
    let script = format!("document.querySelector('#it').{method}()");
    visitor.run_script(&script, Vec::new()).await?;
    Ok(())
}

/// Answers a question of the section “data” in the frame.
async fn choose_answer(visitor: &Visitor, question: &str, level: &str) -> Outcome {
    enter_data_section(visitor).await?;
    visitor.choose_answer(question, level).await
}

/// What the frame shows as the answer to a question of the section “data”.
async fn shown_answer(visitor: &Visitor, question: &str) -> Outcome<String> {
    enter_data_section(visitor).await?;
    visitor.shown_answer(question).await
}

async fn enter_data_section(visitor: &Visitor) -> Outcome {
    visitor.enter_embed("#it").await?;
    visitor.go_to_section("data").await
}
