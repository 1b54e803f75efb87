//! The result of docs/embedding.md: its page, its brand and its five questions.

use assay_journeys::{Error, Firm, Outcome};

use super::{received_events, send_shown_result, wait_for_event};

const GUIDE: &str = include_str!("../../../../docs/embedding.md");

/// The complete page of the guide.
fn branded_page() -> Outcome<&'static str> {
    let mut blocks = GUIDE.split("```html\n").skip(1);
    let whole = blocks.find(|block| block.starts_with("<!doctype html>"));
    whole
        .and_then(|block| block.split("```").next())
        .ok_or_else(|| Error::new("The guide shows no whole page"))
}

#[test]
fn the_guide_leads_to_a_branded_page_that_thanks() -> Outcome {
    let firm = Firm::new()?;
    firm.apply_brand_folder("docs/examples/northlight", "http://127.0.0.1:8000")?;
    firm.write_page(
        "index.html",
        &branded_page()?.replace("http://localhost:8001/", "APP"),
    )?;
    firm.journey().run(async |visitor| {
        visitor.preload_script("window.seen = []; if (window === top) addEventListener('assay-result', event => window.seen.push({ type: event.type, detail: event.detail }))").await?;
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("assay-assessment").await?;
        // The site of the guide offers the standard questionnaire too.
        visitor.press("main[data-page=start] [data-action=start][data-depth=full]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=next]").await?;
        let mut answered = 0;
        for section in ["records", "floor"] {
            visitor.wait_for_section(section).await?;
            // Questions that an answer reveals are below it.
            let mut at = 0;
            while let Some(question) = visitor.visible_questions().await?.get(at).cloned() {
                visitor.choose_answer(&question, "3").await?;
                at += 1;
            }
            answered += at;
            visitor.press("main [data-action=next], main [data-action=review]").await?;
        }
        assert_eq!(answered, 5, "questions");
        visitor.wait_for_page("review").await?;
        visitor.press("main .pager [data-action=results]").await?;
        visitor.wait_for_page("results").await?;
        visitor.wait_visible("[data-action=send]").await?;
        let offer = visitor.text("[data-action=send]").await?;
        assert!(offer.starts_with("Send to Northlight Partners"), "{offer}");
        send_shown_result(visitor).await?;
        let sent = wait_for_event(visitor, "assay-result").await?;
        let link = sent["link"].as_str().unwrap_or_default().to_owned();
        assert!(link.contains("?model=models%2Fplant.json#/r/"), "{link}");
        visitor.wait_until("the page says thank you", "return !document.querySelector('#thanks').hidden").await?;
        assert_eq!(received_events(visitor, "assay-result").await?.len(), 1);
        visitor.load_address(&link).await?;
        visitor.wait_for_page("shared").await
    })
}
