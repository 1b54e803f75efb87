//! The assessment embedded in a firm's page on another origin.

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
mod modes;
mod moved;
mod opening;
mod page_colours;
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

/// Chromium's warning about a frame of the page's own origin, as in the builder.
const SAME_ORIGIN: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// The body of a page that contains little but the element.
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

/// The details of all events of one kind that the page has received.
async fn received_events(visitor: &Visitor, kind: &str) -> Outcome<Vec<Value>> {
    visitor.leave_frame().await?;
    let script = "return window.seen.filter(event => event.type === arguments[0]).map(event => event.detail)";
    let events = visitor.run_script(script, vec![kind.into()]).await?;
    Ok(events.as_array().cloned().unwrap_or_default())
}

/// Waits until the page has received an event of a kind, and returns the last one's details.
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

/// Opens the firm's page and switches to its frame.
async fn open_page(visitor: &Visitor) -> Outcome {
    visitor.open_without_waiting("").await?;
    visitor.enter_embed("assay-assessment").await
}

/// Sets an attribute of the element; `None` removes it.
async fn set_attribute(visitor: &Visitor, attribute: &str, value: Option<&str>) -> Outcome {
    visitor.leave_frame().await?;
    let script = "const it = document.querySelector('#it');
        if (arguments[1] === null) it.removeAttribute(arguments[0]); else it.setAttribute(arguments[0], arguments[1])";
    visitor
        .run_script(script, vec![attribute.into(), value.into()])
        .await?;
    Ok(())
}

/// Calls a method of the element.
async fn call_method(visitor: &Visitor, method: &str) -> Outcome {
    visitor.leave_frame().await?;
    let script = format!("document.querySelector('#it').{method}()");
    visitor.run_script(&script, Vec::new()).await?;
    Ok(())
}

/// Chooses an answer in the section "data" of the frame.
async fn choose_answer(visitor: &Visitor, question: &str, level: &str) -> Outcome {
    enter_data_section(visitor).await?;
    visitor.choose_answer(question, level).await
}

/// The selected answer in the section "data" of the frame.
async fn shown_answer(visitor: &Visitor, question: &str) -> Outcome<String> {
    enter_data_section(visitor).await?;
    visitor.shown_answer(question).await
}

async fn enter_data_section(visitor: &Visitor) -> Outcome {
    visitor.enter_embed("#it").await?;
    visitor.go_to_section("data").await
}
