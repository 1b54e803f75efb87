//! Pages that the app's owner does not allow.

use assay_journeys::{Firm, Outcome, company};

use super::{ELEMENT, heard, hears, opens};

#[test]
fn a_page_that_is_not_on_the_list_is_told_nothing() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.is_allowed(&["https://somebody-else.example"])?;
    // As on a host that sends no headers: the browser lets the frame load.
    firm.sends_no_headers()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        assert_eq!(hears(visitor, "assay-error").await?["code"], "origin");
        visitor.enters("#it").await?;
        visitor.fills_in(&company).await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new(),
            "the visitor is served"
        );
        assert_eq!(
            visitor.count("[data-action=send]").await?,
            0,
            "offers to send"
        );
        visitor.leaves().await?;
        let refused = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(visitor.script(refused, Vec::new()).await?, "not-allowed");
        for kind in [
            "ready",
            "started",
            "progress",
            "completed",
            "result",
            "resize",
        ] {
            assert_eq!(
                heard(visitor, &format!("assay-{kind}")).await?.len(),
                0,
                "{kind}"
            );
        }
        Ok(())
    })
}

#[test]
fn a_host_with_headers_does_not_even_show_it() -> Outcome {
    let firm = Firm::new()?;
    firm.is_allowed(&["https://somebody-else.example"])?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().allowing("frame-ancestors").allowing("refused to connect").allowing("ERR_BLOCKED_BY_RESPONSE").run(async |visitor| {
        visitor.open_unready("").await?;
        let tried = "const frame = document.querySelector('#it').shadowRoot?.querySelector('iframe'); return frame && performance.getEntriesByType('resource').some(e => e.name.includes('embed=1'))";
        visitor.until("the frame was asked for", tried).await?;
        let later = "return new Promise(done => setTimeout(() => done(window.seen.length), 1500))";
        assert_eq!(visitor.script(later, Vec::new()).await?, 0, "events");
        Ok(())
    })
}

#[test]
fn without_a_list_every_page_may_show_it_and_none_is_sent_a_result() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.configures(serde_json::json!({ "format": "assay.config/1" }))?;
    firm.sends_no_headers()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        assert_eq!(hears(visitor, "assay-ready").await?["result"], false);
        visitor.enters("#it").await?;
        visitor.fills_in(&company).await?;
        assert_eq!(
            visitor.count("[data-action=send]").await?,
            0,
            "offers to send"
        );
        hears(visitor, "assay-completed").await?;
        assert_eq!(heard(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}
