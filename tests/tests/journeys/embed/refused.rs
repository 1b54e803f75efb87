//! Pages that the app's owner does not allow.

use assay_journeys::{Firm, Outcome, company};

use serde_json::json;

use super::{ELEMENT, calls, heard, hears, opens, sets};

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
    firm.embeds(
        "index.html",
        &ELEMENT.replace("></assay", "><a href=\"APP\">Take it</a></assay"),
    )?;
    firm.journey().allowing("frame-ancestors").allowing("refused to connect").allowing("ERR_BLOCKED_BY_RESPONSE").run(async |visitor| {
        visitor.open_unready("").await?;
        assert_eq!(hears(visitor, "assay-error").await?["code"], "unreachable");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility({ visibilityProperty: true })";
        visitor.until("the element's own content shows", shows).await?;
        let asked = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(visitor.script(asked, Vec::new()).await?, "unreachable");
        Ok(())
    })
}

#[test]
fn without_a_list_or_with_a_faulty_one_a_page_is_told_the_height_alone() -> Outcome {
    for (config, why) in [
        (json!({ "format": "assay.config/1" }), "no allowed_origins"),
        (
            json!({ "format": "assay.config/1", "allowed_origin": [] }),
            "faults",
        ),
    ] {
        let (firm, company) = (Firm::new()?, company("bank, quick")?);
        firm.configures(config)?;
        firm.sends_no_headers()?;
        firm.embeds(
            "index.html",
            &ELEMENT.replace("id=", "stance=\"adopt\" id="),
        )?;
        firm.journey().run(async |visitor| {
            opens(visitor).await?;
            assert_eq!(hears(visitor, "assay-ready").await?["result"], false);
            let error = hears(visitor, "assay-error").await?;
            assert_eq!(error["code"], "not-allowed");
            let message = error["message"].as_str().unwrap_or_default();
            assert!(message.contains("stance") && message.contains(why), "{message}");
            visitor.enters("#it").await?;
            visitor.fills_in(&company).await?;
            assert_eq!(visitor.count("[data-action=send]").await?, 0, "offers to send");
            sets(visitor, "prefill", Some(r#"{"data.domain": 0}"#)).await?;
            calls(visitor, "reset").await?;
            sets(visitor, "depth", Some("full")).await?;
            let refused = "return window.seen.filter(e => e.type === 'assay-error' && e.detail.code === 'not-allowed').length === 4";
            visitor.until("four wishes are refused", refused).await?;
            visitor.enters("#it").await?;
            assert_eq!(company.differences(&visitor.figures().await?), Vec::<String>::new());
            visitor.leaves().await?;
            let kinds = "return [...new Set(window.seen.map(e => e.type))].sort().join()";
            assert_eq!(visitor.script(kinds, Vec::new()).await?, "assay-error,assay-ready,assay-resize");
            Ok(())
        })?;
    }
    Ok(())
}
