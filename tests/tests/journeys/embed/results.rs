//! The attribute `results`: shows the result in the frame, or only the offer to send it.

use assay_journeys::{Firm, Outcome, load_company};

use super::{ELEMENT, open_page, set_attribute, wait_for_event};

const FIGURES: &str = "[data-ai-content]";
const OFFER: &str = "[data-action=send]";

#[test]
fn a_hidden_result_can_be_sent_and_shown_again() -> Outcome {
    let (firm, company) = (Firm::new()?, load_company("bank, quick")?);
    let hiding = ELEMENT.replace("id=\"it\"", "id=\"it\" results=\"hide\"");
    firm.write_embedding_page("index.html", &hiding)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        visitor.wait_visible(OFFER).await?;
        assert_eq!(visitor.count_visible(FIGURES).await?, 0, "figures");
        assert_eq!(visitor.count_visible("canvas, svg").await?, 0, "drawings");
        wait_for_event(visitor, "assay-completed").await?;
        visitor.enter_embed("#it").await?;
        visitor.press(OFFER).await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        let sent = wait_for_event(visitor, "assay-result").await?;
        assert_eq!(sent["result"]["format"], "assay.result/1");

        set_attribute(visitor, "results", Some("show")).await?;
        visitor.enter_embed("#it").await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        set_attribute(visitor, "results", Some("hide")).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_hidden(FIGURES).await?;
        visitor.wait_visible(OFFER).await?;
        // Without the attribute the result is shown again.
        set_attribute(visitor, "results", None).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(FIGURES).await
    })
}

#[test]
fn a_page_that_is_sent_no_result_cannot_hide_it() -> Outcome {
    let (firm, company) = (Firm::new()?, load_company("bank, quick")?);
    firm.write_config(serde_json::json!({ "format": "assay.config/1" }))?;
    firm.remove_headers()?;
    let hiding = ELEMENT.replace("id=\"it\"", "id=\"it\" results=\"hide\"");
    firm.write_embedding_page("index.html", &hiding)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        assert_eq!(
            wait_for_event(visitor, "assay-ready").await?["result"],
            false
        );
        visitor.enter_embed("#it").await?;
        visitor.complete_assessment(&company).await?;
        visitor.wait_visible(FIGURES).await
    })
}
