//! Browsers that keep nothing for a frame of another site.

use assay_journeys::{Firm, Outcome, company};

use super::{ELEMENT, hears, opens};

#[test]
fn where_nothing_is_kept_answers_live_in_memory_and_in_the_link() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().refusing_storage().run(async |visitor| {
        opens(visitor).await?;
        visitor.fills_in(&company).await?;
        let figures = visitor.figures().await?;
        assert_eq!(company.differences(&figures), Vec::<String>::new());
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(
            visitor.answer("data.domain").await?,
            company.answer("data.domain")?,
            "after going back"
        );
        visitor.go("#/results").await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        let sent = hears(visitor, "assay-result").await?;
        let link = sent["link"].as_str().unwrap_or_default().to_owned();
        visitor.goes_to(&link).await?;
        visitor.is_on("shared").await?;
        assert_eq!(visitor.figures().await?, figures, "by the link");
        Ok(())
    })
}
