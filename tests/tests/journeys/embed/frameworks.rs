//! The examples for React and Vue, bundled with these packages.

use assay_journeys::{Firm, Outcome, SiteFolder, Visitor, bundle_example, load_company};

use super::send_shown_result;

async fn check_page_control(visitor: &Visitor) -> Outcome {
    visitor.open_without_waiting("").await?;
    visitor.enter_embed("assay-assessment").await?;
    visitor.wait_visible("html[lang=en]").await?;
    visitor
        .complete_assessment(&load_company("bank, quick")?)
        .await?;
    visitor.leave_frame().await?;
    visitor
        .wait_until(
            "the page shows progress",
            "return document.querySelector('#progress').textContent === '100 %'",
        )
        .await?;
    visitor.press("button").await?;
    visitor.enter_embed("assay-assessment").await?;
    visitor
        .wait_visible("html[lang=zh-CN] main[data-page=results]")
        .await?;
    send_shown_result(visitor).await?;
    visitor.leave_frame().await?;
    visitor
        .wait_until(
            "the page has the result",
            "return document.querySelector('#sent').textContent.includes('#/r/')",
        )
        .await
}

fn check_framework(source: &str) -> Outcome {
    let firm = Firm::new()?;
    let bundle = SiteFolder::empty()?;
    let script = bundle.path().join("app.js");
    bundle_example(source, &script)?;
    firm.write_page("app.js", &std::fs::read_to_string(&script)?)?;
    firm.write_page("index.html", "<!doctype html><html lang=\"en\"><title>An app</title><div id=\"app\"></div><script src=\"APPembed.js\" async></script><script src=\"app.js\"></script></html>")?;
    firm.journey().run(check_page_control)
}

#[test]
fn react_drives_it() -> Outcome {
    check_framework("react/app.jsx")
}

#[test]
fn vue_drives_it() -> Outcome {
    check_framework("vue/app.js")
}
