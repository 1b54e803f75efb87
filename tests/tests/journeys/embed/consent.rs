//! Consent that no page gets by a trick.

use assay_journeys::{Firm, Outcome, Visitor, company};

use super::{ELEMENT, heard, hears, opens};

const ASK: &str = "window.answer = undefined; document.querySelector('#it').getResult().then(sent => window.answer = sent.link, error => window.answer = error.code); return null";

async fn asks(visitor: &Visitor) -> Outcome {
    visitor.leaves().await?;
    visitor.script(ASK, Vec::new()).await?;
    visitor.enters("#it").await
}

#[test]
fn a_page_that_asks_shows_the_offer_and_opens_nothing() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        for place in ["#/results", "#/s/data"] {
            visitor.enters("#it").await?;
            visitor.go(place).await?;
            visitor
                .sees(if place == "#/results" {
                    "main[data-page=results]"
                } else {
                    "main[data-page=section]"
                })
                .await?;
            asks(visitor).await?;
            visitor.sees(".send-offer [data-action=refuse]").await?;
            assert_eq!(visitor.count("dialog[open]").await?, 0, "dialogs");
            visitor.press(".send-offer [data-action=refuse]").await?;
            visitor.sees_no(".send-offer [data-action=refuse]").await?;
            visitor.leaves().await?;
            visitor
                .until(
                    "the page is answered",
                    "return window.answer === 'declined'",
                )
                .await?;
        }
        assert_eq!(heard(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn send_can_be_pressed_only_while_nothing_lies_over_it() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.sees("dialog[open] [data-action=confirm-send]:enabled").await?;
        visitor.leaves().await?;
        visitor.script("const decoy = document.createElement('div'); decoy.id = 'decoy'; decoy.style.cssText = 'position: fixed; inset: 0; background: #fff; pointer-events: none; z-index: 9'; document.body.append(decoy)", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.sees("dialog[open] [data-action=confirm-send]:disabled").await?;
        visitor.leaves().await?;
        visitor.script("document.querySelector('#decoy').remove(); document.querySelector('#it').style.opacity = .5", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.sees("dialog[open] [data-action=confirm-send]:disabled").await?;
        visitor.leaves().await?;
        visitor.script("document.querySelector('#it').style.opacity = ''", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        hears(visitor, "assay-result").await?;
        Ok(())
    })
}

#[test]
fn what_was_sent_goes_when_an_answer_changes_on_any_page() -> Outcome {
    let (firm, company) = (Firm::new()?, company("logistics company, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        hears(visitor, "assay-result").await?;
        asks(visitor).await?;
        visitor.leaves().await?;
        visitor
            .until(
                "it is given again",
                "return window.answer?.includes('#/r/')",
            )
            .await?;
        visitor.enters("#it").await?;
        visitor.go("#/ask").await?;
        let now = "main[data-page=ask] fieldset[data-question]";
        visitor.sees(now).await?;
        let asked = visitor.attribute(now, "data-question").await?;
        visitor.answers(&asked, "3").await?;
        asks(visitor).await?;
        visitor.press(".send-offer [data-action=refuse]").await?;
        visitor.leaves().await?;
        visitor
            .until(
                "it is asked for again",
                "return window.answer === 'declined'",
            )
            .await
    })
}
