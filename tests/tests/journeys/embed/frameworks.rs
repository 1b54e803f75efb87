//! The examples for React and Vue, bundled with these as their users do.

use assay_journeys::{Firm, Outcome, SiteFolder, Visitor, bundle, company};

async fn is_driven_by_its_page(visitor: &Visitor) -> Outcome {
    visitor.open_unready("").await?;
    visitor.enters("assay-assessment").await?;
    visitor.sees("html[lang=en]").await?;
    visitor.fills_in(&company("bank, quick")?).await?;
    visitor.leaves().await?;
    visitor
        .until(
            "the page shows progress",
            "return document.querySelector('#progress').textContent === '100 %'",
        )
        .await?;
    visitor.press("button").await?;
    visitor.enters("assay-assessment").await?;
    visitor
        .sees("html[lang=zh-CN] main[data-page=results]")
        .await?;
    visitor.press("[data-action=send]").await?;
    visitor.press("[data-action=confirm-send]:enabled").await?;
    visitor.leaves().await?;
    visitor
        .until(
            "the page has the result",
            "return document.querySelector('#sent').textContent.includes('#/r/')",
        )
        .await
}

fn works(source: &str) -> Outcome {
    let firm = Firm::new()?;
    let made = SiteFolder::empty()?;
    let script = made.path().join("app.js");
    bundle(source, &script)?;
    firm.page("app.js", &std::fs::read_to_string(&script)?)?;
    firm.page("index.html", "<!doctype html><html lang=\"en\"><title>An app</title><div id=\"app\"></div><script src=\"APPembed.js\" async></script><script src=\"app.js\"></script></html>")?;
    firm.journey().run(is_driven_by_its_page)
}

#[test]
fn react_drives_it() -> Outcome {
    works("react/app.jsx")
}

#[test]
fn vue_drives_it() -> Outcome {
    works("vue/app.js")
}
