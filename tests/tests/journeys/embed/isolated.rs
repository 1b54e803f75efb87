//! A firm's page that is cross-origin isolated: it takes in only what says that it may be taken in.

use assay_journeys::{Firm, Outcome};

use super::{ELEMENT, hears, opens};

#[test]
fn an_isolated_page_can_embed_the_assessment() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.page(
        "_headers",
        "/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n",
    )?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.leaves().await?;
        let isolated = visitor.script("return crossOriginIsolated", vec![]).await?;
        assert_eq!(isolated, true, "the firm's page");
        assert_eq!(hears(visitor, "assay-ready").await?["result"], true);
        visitor.enters("#it").await?;
        visitor.is_on("start").await?;
        visitor.press("[data-action=start]").await?;
        visitor.is_on("profile").await
    })
}
