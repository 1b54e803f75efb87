//! A cross-origin isolated page, which loads only resources that permit it.

use assay_journeys::Outcome;

use super::{firm_with_element, open_page, wait_for_event};

#[test]
fn an_isolated_page_can_embed_the_assessment() -> Outcome {
    let firm = firm_with_element()?;
    firm.write_page(
        "_headers",
        "/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n",
    )?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.leave_frame().await?;
        let isolated = visitor
            .run_script("return crossOriginIsolated", vec![])
            .await?;
        assert_eq!(isolated, true, "the firm's page");
        assert_eq!(
            wait_for_event(visitor, "assay-ready").await?["result"],
            true
        );
        visitor.enter_embed("#it").await?;
        visitor.wait_for_page("profile").await
    })
}
