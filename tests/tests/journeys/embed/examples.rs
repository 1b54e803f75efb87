//! The published examples, copied to a firm's site.

use assay_journeys::{ColorScheme, Firm, Outcome, Visitor, load_company};
use serde_json::Value;

use super::send_shown_result;

/// Completes the assessment in the frame and sends the result.
async fn send_result(visitor: &Visitor, element: &str) -> Outcome {
    visitor.enter_embed(element).await?;
    visitor
        .complete_assessment(&load_company("bank, quick")?)
        .await?;
    send_shown_result(visitor).await?;
    visitor.leave_frame().await
}

#[test]
fn the_firms_page_thanks_for_a_result_in_both_languages() -> Outcome {
    for (page, language) in [("", "en"), ("zh/", "zh-CN")] {
        let firm = Firm::new()?;
        firm.copy_example("northlight")?;
        firm.journey()
            .scheme(ColorScheme::Dark)
            .run(async |visitor| {
                visitor.open_without_waiting(page).await?;
                visitor.enter_embed(".frame assay-assessment").await?;
                visitor
                    .wait_visible(&format!("html[lang={language}] main[data-page=profile]"))
                    .await?;
                assert_eq!(
                    visitor
                        .run_script(
                            "return getComputedStyle(document.documentElement).colorScheme",
                            Vec::new()
                        )
                        .await?,
                    "light"
                );
                visitor.leave_frame().await?;
                assert_eq!(
                    visitor.count_visible("[data-thanks]").await?,
                    0,
                    "thanks before anything was sent"
                );
                send_result(visitor, ".frame assay-assessment").await?;
                visitor.wait_visible("[data-thanks]").await?;
                let opens = "document.querySelector('.doors assay-assessment').open()";
                visitor.run_script(opens, Vec::new()).await?;
                visitor.enter_embed(".doors assay-assessment").await
            })?;
    }
    Ok(())
}

#[test]
fn the_firms_page_fits_every_width_and_axe_finds_nothing() -> Outcome {
    let axe = assay_journeys::Axe::load()?;
    let firm = Firm::new()?;
    firm.copy_example("northlight")?;
    firm.journey().run(async |visitor| {
        for page in ["", "zh/"] {
            visitor.open_without_waiting(page).await?;
            visitor.wait_visible(".frame assay-assessment").await?;
            for width in [1600, 1280, 768, 390, 320] {
                visitor.resize(width, 900).await?;
                visitor
                    .wait_until(
                        &format!("{page} does not scroll sideways at {width}"),
                        "return document.documentElement.scrollWidth <= innerWidth",
                    )
                    .await?;
            }
            assert_eq!(
                axe.find_violations(visitor).await?,
                Vec::<String>::new(),
                "{page}"
            );
        }
        Ok(())
    })
}

#[test]
fn the_shortest_page_works() -> Outcome {
    let firm = Firm::new()?;
    firm.copy_example("plain")?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        send_result(visitor, "assay-assessment").await
    })
}

#[test]
fn a_strict_policy_needs_no_exception() -> Outcome {
    let firm = Firm::new()?;
    firm.copy_example("strict")?;
    // A violation of the policy would be in the console.
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        send_result(visitor, "assay-assessment").await
    })
}

#[test]
fn without_scripts_there_is_a_link() -> Outcome {
    let firm = Firm::new()?;
    firm.copy_example("plain")?;
    firm.journey().run(async |visitor| {
        visitor
            .send_devtools(
                "Emulation.setScriptExecutionDisabled",
                serde_json::json!({ "value": true }),
            )
            .await?;
        visitor.open_without_waiting("").await?;
        visitor.press("assay-assessment a").await?;
        visitor
            .send_devtools(
                "Emulation.setScriptExecutionDisabled",
                serde_json::json!({ "value": false }),
            )
            .await?;
        visitor.load_address(&firm.app_address()).await?;
        visitor.wait_for_page("start").await
    })
}

#[test]
fn a_result_reaches_the_firms_own_address() -> Outcome {
    let firm = Firm::new()?;
    firm.copy_example("crm")?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        assert_eq!(firm.received_leads(), Vec::<String>::new());
        send_result(visitor, "assay-assessment").await?;
        visitor
            .wait_until(
                "the page says thank you",
                "return document.querySelector('#state').textContent.startsWith('Thank you')",
            )
            .await?;
        let leads = firm.received_leads();
        let lead: Value = serde_json::from_str(leads.first().map_or("", String::as_str))?;
        assert_eq!(leads.len(), 1);
        assert_eq!(lead["result"]["format"], "assay.result/1");
        assert!(
            lead["ai_content"].is_number() && lead["level"].is_string(),
            "{lead}"
        );
        assert!(
            lead["link"]
                .as_str()
                .is_some_and(|link| link.contains("#/r/")),
            "{lead}"
        );
        Ok(())
    })
}

#[test]
fn the_examples_work_where_they_are_published() -> Outcome {
    let journey = assay_journeys::Journey::new()
        .allowing_message("favicon.ico")
        .allowing_message("Unrecognized feature: 'web-share'")
        .allowing_message(super::SAME_ORIGIN);
    journey.run(async |visitor| {
        for place in [
            "examples/northlight/",
            "examples/northlight/zh/",
            "examples/plain/",
            "examples/strict/",
            "examples/crm/",
        ] {
            visitor.open_without_waiting(place).await?;
            let element = if place.contains("northlight") {
                ".frame assay-assessment"
            } else {
                "assay-assessment"
            };
            visitor.enter_embed(element).await?;
            visitor.wait_for_page("profile").await?;
        }
        Ok(())
    })
}
