//! Links out of the frame.

use assay_journeys::{Firm, Outcome};
use serde_json::json;

use super::{ELEMENT, open_page};

#[test]
fn a_page_that_a_link_opens_is_not_in_the_frames_sandbox() -> Outcome {
    let firm = Firm::new()?;
    firm.app_folder().write(
        "legal/probe.html",
        "<!doctype html><meta charset=\"utf-8\"><title>?</title><script src=\"probe.js\"></script>",
    )?;
    // A sandboxed page is not allowed to set this.
    firm.app_folder().write(
        "legal/probe.js",
        "try { document.domain = document.domain; document.title = 'free'; } catch { document.title = 'sandboxed'; }",
    )?;
    firm.write_config(json!({
        "format": "assay.config/1",
        "legal": [{ "label": { "en": "Probe", "zh-CN": "探针" }, "address": "legal/probe.html" }],
        "allowed_origins": [firm.origin()],
    }))?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    // Browsers request it on their own.
    firm.app_folder().write("favicon.ico", "")?;
    let journey = firm
        .journey()
        .allowing_message("document.domain mutation is ignored");
    journey.run(async |visitor| {
        open_page(visitor).await?;
        visitor.press(".foot a[href='legal/probe.html']").await?;
        visitor.switch_to_last_tab().await?;
        visitor
            .wait_until(
                "the page runs",
                "return document.title !== '?' && document.title",
            )
            .await?;
        assert_eq!(visitor.title().await?, "free");
        Ok(())
    })
}
