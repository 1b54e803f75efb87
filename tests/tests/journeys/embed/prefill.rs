//! The attribute `prefill`: answers that the page begins with, or a result link.

use assay_journeys::{Firm, Outcome, Visitor, company, shipped_link};
use serde_json::{Value, json};

use super::{ELEMENT, answered, answers, heard, hears, opens, sets};

/// The element with a prefill that the page was written with.
fn prefilled(prefill: &str) -> String {
    let prefill = prefill.replace('&', "&amp;").replace('"', "&quot;");
    ELEMENT.replace(
        "depth=\"quick\"",
        &format!("depth=\"quick\" prefill=\"{prefill}\""),
    )
}

#[test]
fn answers_alone_begin_an_assessment_of_the_depth_that_the_page_wants() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds(
        "index.html",
        &prefilled(r#"{"data.domain": 3, "data.standard": "unknown", "strategy.conviction": 2}"#),
    )?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        assert_eq!(answered(visitor, "data.standard").await?, "unknown");
        visitor.go("#/profile").await?;
        visitor.is_on("profile").await?;
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
        visitor.sees(".notice").await?;
        assert_eq!(
            visitor.count("[data-action=undo]").await?,
            0,
            "nothing was there before"
        );
        hears(visitor, "assay-progress").await?;
        visitor.until("a tenth is told", "return window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.fraction === 0.1").await?;

        // What the visitor adds is no first answer any more.
        answers(visitor, "data.feedback", "1").await?;
        visitor.leaves().await?;
        visitor.until("the section is told", "return window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.section === 'data'").await?;
        assert_eq!(heard(visitor, "assay-started").await?.len(), 0);
        assert_eq!(heard(visitor, "assay-error").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn a_page_that_is_loaded_again_takes_nothing_from_the_visitor() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", &prefilled(r#"{"data.domain": 3}"#))?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "1").await?;
        visitor.leaves().await?;
        visitor.open_unready("").await?;
        hears(visitor, "assay-ready").await?;
        assert_eq!(answered(visitor, "data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn a_prefill_that_comes_later_can_be_taken_back() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" }, "depth": "full",
        "profile": { "name": "Acme", "stance": "adopt" }, "answers": { "data.access": 4 },
    });
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "1").await?;
        sets(visitor, "prefill", Some(&file.to_string())).await?;
        visitor.enters("#it").await?;
        visitor.sees("[data-action=undo]").await?;
        assert_eq!(answered(visitor, "data.access").await?, "4");
        assert_eq!(answered(visitor, "data.domain").await?, "");
        visitor.go("#/profile").await?;
        visitor.is_on("profile").await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        assert_eq!(visitor.value("input[name=stance]:checked").await?, "adopt");
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "full");
        visitor.press("[data-action=undo]").await?;
        assert_eq!(answered(visitor, "data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn a_result_link_brings_its_answers() -> Outcome {
    let firm = Firm::new()?;
    let link = format!(
        "{}#/r/{}",
        firm.app(),
        shipped_link("quick, with unknowns")?
    );
    firm.embeds("index.html", &prefilled(&link))?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.sees(".notice").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        let figures = visitor.figures().await?;
        visitor.goes_to(&link).await?;
        visitor.is_on("shared").await?;
        assert_eq!(visitor.figures().await?, figures);
        Ok(())
    })
}

#[test]
fn what_was_sent_before_is_not_the_result_of_other_answers() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        hears(visitor, "assay-result").await?;
        sets(visitor, "prefill", Some(r#"{"data.domain": 0}"#)).await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.script(ask, Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.press("[data-action=refuse]").await?;
        visitor.leaves().await?;
        visitor.until("the page is answered", "return window.answer ?? false").await?;
        assert_eq!(visitor.script("return await window.answer", Vec::new()).await?, "declined");
        Ok(())
    })
}

/// The page is told with a sentence, and nothing changes for the visitor.
async fn is_refused(visitor: &Visitor, prefill: &str, told: &[&str]) -> Outcome {
    let before = heard(visitor, "assay-error").await?.len();
    sets(visitor, "prefill", Some(prefill)).await?;
    visitor
        .until(
            "the error is told",
            &format!("return window.seen.filter(e => e.type === 'assay-error').length > {before}"),
        )
        .await?;
    let error = hears(visitor, "assay-error").await?;
    let field = |name| error.get(name).and_then(Value::as_str).unwrap_or_default();
    assert_eq!(field("code"), "prefill", "{prefill}: {error}");
    let message = field("message");
    for part in told {
        assert!(message.contains(part), "{part} is missing in: {message}");
    }
    assert_eq!(answered(visitor, "data.domain").await?, "1", "{prefill}");
    assert_eq!(visitor.count("[data-action=undo]").await?, 0, "{prefill}");
    Ok(())
}

#[test]
fn a_broken_prefill_is_told_to_the_page_and_takes_nothing() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    let invitation = shipped_link("invitation to two sections")?;
    let foreign = shipped_link("a model that is not at hand")?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "1").await?;
        let many: Value = json!({ "data.domain": 9, "data.nothing": 1, "data.access": "often" });
        let places = ["data.domain", "data.nothing", "data.access"];
        is_refused(visitor, &many.to_string(), &places).await?;
        is_refused(visitor, "{", &["JSON"]).await?;
        is_refused(visitor, "[1]", &["link"]).await?;
        is_refused(visitor, "https://firm.example/#/r/ASAABHRw", &["missing"]).await?;
        is_refused(visitor, &format!("{}#/i/{invitation}", firm.app()), &["no answers"]).await?;
        is_refused(visitor, &format!("#/r/{foreign}"), &["\"tiny\" version \"1\""]).await?;
        let other = json!({ "format": "assay.assessment/1", "model": { "id": "plant", "version": "1" }, "profile": { "stance": "provide" }, "answers": {} });
        is_refused(visitor, &other.to_string(), &["plant"]).await?;
        let long = json!({ "data.domain": "x".repeat(1 << 20) }).to_string();
        sets(visitor, "prefill", Some(&long)).await?;
        visitor.until("too much is told as well", "return window.seen.filter(e => e.type === 'assay-error').at(-1).detail.code === 'message'").await?;
        assert_eq!(answered(visitor, "data.domain").await?, "1");
        Ok(())
    })
}
