//! The published examples, copied by a firm to its own site.

use assay_journeys::{Firm, Outcome, Scheme, Visitor, company};
use serde_json::Value;

/// Fills in the frame and sends the result.
async fn sends(visitor: &Visitor, element: &str) -> Outcome {
    visitor.enters(element).await?;
    visitor.fills_in(&company("bank, quick")?).await?;
    visitor.press("[data-action=send]").await?;
    visitor.press("[data-action=confirm-send]:enabled").await?;
    visitor.leaves().await
}

#[test]
fn the_firms_page_thanks_for_a_result_in_both_languages() -> Outcome {
    for (page, language) in [("", "en"), ("zh/", "zh-CN")] {
        let firm = Firm::new()?;
        firm.takes_example("northlight")?;
        firm.journey().scheme(Scheme::Dark).run(async |visitor| {
            visitor.open_unready(page).await?;
            visitor.enters(".frame assay-assessment").await?;
            visitor
                .sees(&format!("html[lang={language}] main[data-page=start]"))
                .await?;
            assert_eq!(
                visitor
                    .script(
                        "return getComputedStyle(document.documentElement).colorScheme",
                        Vec::new()
                    )
                    .await?,
                "light"
            );
            visitor.leaves().await?;
            assert_eq!(
                visitor.count("[data-thanks]").await?,
                0,
                "thanks before anything was sent"
            );
            sends(visitor, ".frame assay-assessment").await?;
            visitor.sees("[data-thanks]").await?;
            let opens = "document.querySelector('.doors assay-assessment').open()";
            visitor.script(opens, Vec::new()).await?;
            visitor.enters(".doors assay-assessment").await
        })?;
    }
    Ok(())
}

#[test]
fn the_firms_page_fits_every_width_and_axe_finds_nothing() -> Outcome {
    let axe = assay_journeys::Axe::ready()?;
    let firm = Firm::new()?;
    firm.takes_example("northlight")?;
    firm.journey().run(async |visitor| {
        for page in ["", "zh/"] {
            visitor.open_unready(page).await?;
            visitor.sees(".frame assay-assessment").await?;
            for width in [1600, 1280, 768, 390, 320] {
                visitor.resizes(width, 900).await?;
                visitor
                    .until(
                        &format!("{page} does not scroll sideways at {width}"),
                        "return document.documentElement.scrollWidth <= innerWidth",
                    )
                    .await?;
            }
            assert_eq!(axe.findings(visitor).await?, Vec::<String>::new(), "{page}");
        }
        Ok(())
    })
}

#[test]
fn the_shortest_page_works() -> Outcome {
    let firm = Firm::new()?;
    firm.takes_example("plain")?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        sends(visitor, "assay-assessment").await
    })
}

#[test]
fn a_strict_policy_needs_no_exception() -> Outcome {
    let firm = Firm::new()?;
    firm.takes_example("strict")?;
    // The console would say every violation.
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        sends(visitor, "assay-assessment").await
    })
}

#[test]
fn without_scripts_there_is_a_link() -> Outcome {
    let firm = Firm::new()?;
    firm.takes_example("plain")?;
    firm.journey().run(async |visitor| {
        visitor
            .devtools(
                "Emulation.setScriptExecutionDisabled",
                serde_json::json!({ "value": true }),
            )
            .await?;
        visitor.open_unready("").await?;
        visitor.press("assay-assessment a").await?;
        visitor
            .devtools(
                "Emulation.setScriptExecutionDisabled",
                serde_json::json!({ "value": false }),
            )
            .await?;
        visitor.goes_to(&firm.app()).await?;
        visitor.is_on("start").await
    })
}

#[test]
fn a_result_reaches_the_firms_own_address() -> Outcome {
    let firm = Firm::new()?;
    firm.takes_example("crm")?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        assert_eq!(firm.leads(), Vec::<String>::new());
        sends(visitor, "assay-assessment").await?;
        visitor
            .until(
                "the page says thank you",
                "return document.querySelector('#state').textContent.startsWith('Thank you')",
            )
            .await?;
        let leads = firm.leads();
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
        .allowing("favicon.ico")
        .allowing("Unrecognized feature: 'web-share'")
        .allowing(super::SAME_ORIGIN);
    journey.run(async |visitor| {
        for place in [
            "examples/northlight/",
            "examples/northlight/zh/",
            "examples/plain/",
            "examples/strict/",
            "examples/crm/",
        ] {
            visitor.open_unready(place).await?;
            let element = if place.contains("northlight") {
                ".frame assay-assessment"
            } else {
                "assay-assessment"
            };
            visitor.enters(element).await?;
            visitor.is_on("start").await?;
        }
        Ok(())
    })
}
