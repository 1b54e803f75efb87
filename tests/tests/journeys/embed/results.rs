//! The attribute `results`: the result in place, or only the offer to send it.

use assay_journeys::{Firm, Outcome, company};

use super::{ELEMENT, hears, opens, sets};

const FIGURES: &str = "[data-ai-content]";
const OFFER: &str = "[data-action=send]";

#[test]
fn a_hidden_result_can_be_sent_and_shown_again() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    let hiding = ELEMENT.replace("id=\"it\"", "id=\"it\" results=\"hide\"");
    firm.embeds("index.html", &hiding)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        visitor.sees(OFFER).await?;
        assert_eq!(visitor.count(FIGURES).await?, 0, "figures");
        assert_eq!(visitor.count("canvas, svg").await?, 0, "drawings");
        hears(visitor, "assay-completed").await?;
        visitor.enters("#it").await?;
        visitor.press(OFFER).await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        let sent = hears(visitor, "assay-result").await?;
        assert_eq!(sent["result"]["format"], "assay.result/1");

        sets(visitor, "results", Some("show")).await?;
        visitor.enters("#it").await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        sets(visitor, "results", Some("hide")).await?;
        visitor.enters("#it").await?;
        visitor.sees_no(FIGURES).await?;
        visitor.sees(OFFER).await?;
        // Without the attribute it is as if it had never been there.
        sets(visitor, "results", None).await?;
        visitor.enters("#it").await?;
        visitor.sees(FIGURES).await
    })
}

#[test]
fn a_page_that_is_sent_no_result_cannot_hide_it() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.configures(serde_json::json!({ "format": "assay.config/1" }))?;
    firm.sends_no_headers()?;
    let hiding = ELEMENT.replace("id=\"it\"", "id=\"it\" results=\"hide\"");
    firm.embeds("index.html", &hiding)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        assert_eq!(hears(visitor, "assay-ready").await?["result"], false);
        visitor.enters("#it").await?;
        visitor.fills_in(&company).await?;
        visitor.sees(FIGURES).await
    })
}
