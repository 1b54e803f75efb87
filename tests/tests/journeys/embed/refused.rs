//! Pages that the app's owner does not allow.

use assay_journeys::{Firm, Outcome, load_company};

use serde_json::json;

use super::{ELEMENT, call_method, open_page, received_events, set_attribute, wait_for_event};

#[test]
fn a_page_that_is_not_on_the_list_receives_nothing() -> Outcome {
    let (firm, company) = (Firm::new()?, load_company("bank, quick")?);
    firm.allow_origins(&["https://somebody-else.example"])?;
    // On a host without headers the browser loads the frame.
    firm.remove_headers()?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        assert_eq!(
            wait_for_event(visitor, "assay-error").await?["code"],
            "origin"
        );
        visitor.enter_embed("#it").await?;
        visitor.complete_assessment(&company).await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new(),
            "the visitor is served"
        );
        // Where a result can be sent, the offer shows before the confidence.
        visitor.confidence().await?;
        assert_eq!(
            visitor.count_visible("[data-action=send]").await?,
            0,
            "offers to send"
        );
        visitor.leave_frame().await?;
        let refused = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(
            visitor.run_script(refused, Vec::new()).await?,
            "not-allowed"
        );
        for kind in [
            "ready",
            "started",
            "progress",
            "completed",
            "result",
            "resize",
        ] {
            assert_eq!(
                received_events(visitor, &format!("assay-{kind}"))
                    .await?
                    .len(),
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
    firm.allow_origins(&["https://somebody-else.example"])?;
    firm.write_embedding_page(
        "index.html",
        &ELEMENT.replace("></assay", "><a href=\"APP\">Take it</a></assay"),
    )?;
    firm.journey().allowing_message("frame-ancestors").allowing_message("refused to connect").allowing_message("ERR_BLOCKED_BY_RESPONSE").run(async |visitor| {
        visitor.open_without_waiting("").await?;
        assert_eq!(wait_for_event(visitor, "assay-error").await?["code"], "unreachable");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility({ visibilityProperty: true })";
        visitor.wait_until("the element's own content shows", shows).await?;
        let asked = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(visitor.run_script(asked, Vec::new()).await?, "unreachable");
        Ok(())
    })
}

#[test]
fn without_a_list_or_with_a_faulty_one_a_page_receives_only_the_height() -> Outcome {
    for (config, why) in [
        (json!({ "format": "assay.config/1" }), "no allowed_origins"),
        (
            json!({ "format": "assay.config/1", "allowed_origin": [] }),
            "faults",
        ),
    ] {
        let (firm, company) = (Firm::new()?, load_company("bank, quick")?);
        firm.write_config(config)?;
        firm.remove_headers()?;
        firm.write_embedding_page(
            "index.html",
            &ELEMENT.replace("id=", "stance=\"adopt\" id="),
        )?;
        firm.journey().run(async |visitor| {
            open_page(visitor).await?;
            assert_eq!(wait_for_event(visitor, "assay-ready").await?["result"], false);
            let error = wait_for_event(visitor, "assay-error").await?;
            assert_eq!(error["code"], "not-allowed");
            let message = error["message"].as_str().unwrap_or_default();
            assert!(message.contains("stance") && message.contains(why), "{message}");
            visitor.enter_embed("#it").await?;
            visitor.complete_assessment(&company).await?;
            visitor.confidence().await?;
            assert_eq!(visitor.count_visible("[data-action=send]").await?, 0, "offers to send");
            set_attribute(visitor, "prefill", Some(r#"{"data.domain": 0}"#)).await?;
            call_method(visitor, "reset").await?;
            set_attribute(visitor, "depth", Some("full")).await?;
            let refused = "return window.seen.filter(e => e.type === 'assay-error' && e.detail.code === 'not-allowed').length === 4";
            visitor.wait_until("four wishes are refused", refused).await?;
            visitor.enter_embed("#it").await?;
            assert_eq!(company.differences(&visitor.figures().await?), Vec::<String>::new());
            visitor.leave_frame().await?;
            let kinds = "return [...new Set(window.seen.map(e => e.type))].sort().join()";
            assert_eq!(visitor.run_script(kinds, Vec::new()).await?, "assay-error,assay-ready,assay-resize");
            Ok(())
        })?;
    }
    Ok(())
}
