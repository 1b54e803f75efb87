//! The method `reset()`.

use assay_journeys::{Firm, Outcome, company};

use super::{ELEMENT, answered, answers, calls, heard, hears, opens};

const UNDO: &str = "[data-action=undo]";

#[test]
fn a_reset_begins_anew_and_the_visitor_can_take_it_back() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        calls(visitor, "reset").await?;
        visitor.enters("#it").await?;
        visitor.is_on("start").await?;
        visitor.sees(".notice").await?;
        let said = visitor.text(".notice").await?;
        assert!(said.contains("new assessment"), "{said}");
        assert_eq!(answered(visitor, "data.domain").await?, "");
        assert_eq!(hears(visitor, "assay-progress").await?["fraction"], 0.0);

        visitor.enters("#it").await?;
        visitor.press(UNDO).await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        // It was begun once, whatever happened in between.
        assert_eq!(heard(visitor, "assay-started").await?.len(), 1);

        // What is back stays, also for the browser.
        visitor.open_unready("").await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn a_reset_of_nothing_offers_nothing_to_take_back() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        calls(visitor, "reset").await?;
        visitor.enters("#it").await?;
        visitor.sees(".notice").await?;
        assert_eq!(visitor.count(UNDO).await?, 0);
        Ok(())
    })
}

#[test]
fn a_reset_while_the_visitor_is_being_asked_sends_nothing() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        visitor.leaves().await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.script(ask, Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.sees("dialog[open] [data-action=confirm-send]").await?;
        calls(visitor, "reset").await?;
        visitor.enters("#it").await?;
        visitor.sees_no("dialog[open]").await?;
        visitor.is_on("start").await?;
        visitor.sees(UNDO).await?;
        visitor.leaves().await?;
        assert_eq!(visitor.script("return window.answer", Vec::new()).await?, "declined");
        assert_eq!(heard(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}
