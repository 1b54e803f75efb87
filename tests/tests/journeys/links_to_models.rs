//! Links to results on a site whose first questionnaire is not the standard one.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, shipped_payload};
use serde_json::json;

const OFFICE: &str = "law-office.json";

fn site_with_models(models: &[&str]) -> Outcome<SiteFolder> {
    let folder = SiteFolder::copy_built_site()?;
    folder.write(
        OFFICE,
        include_str!("../../../docs/examples/law-office.json"),
    )?;
    folder.write(
        "law-office.zh-CN.json",
        include_str!("../../../docs/examples/law-office.zh-CN.json"),
    )?;
    write_model_list(&folder, models)?;
    Ok(folder)
}

fn write_model_list(folder: &SiteFolder, models: &[&str]) -> Outcome {
    let config = json!({ "format": "assay.config/1", "models": models });
    folder.write("config.json", &config.to_string())
}

/// Answers a question and returns the link of the result.
async fn create_link(visitor: &Visitor) -> Outcome<String> {
    visitor.open("#/s/material").await?;
    visitor.wait_for_section("material").await?;
    visitor.choose_answer("material.files", "3").await?;
    visitor.go_to_page("results").await?;
    visitor.press("[data-action=share]").await?;
    visitor.wait_visible("[data-share-link]").await?;
    visitor.value("[data-share-link]").await
}

#[test]
fn a_link_opens_also_when_the_owner_puts_another_questionnaire_first() -> Outcome {
    let folder = site_with_models(&[OFFICE, "standard"])?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        let link = create_link(visitor).await?;
        assert!(link.contains("?model=law-office.json#/r/"), "{link}");
        let place = link.strip_prefix(visitor.address()).unwrap_or_default();
        for models in [
            &[OFFICE, "standard"][..],
            &["standard", OFFICE],
            &["standard", "./law-office.json"],
        ] {
            write_model_list(&folder, models)?;
            visitor.open(place).await?;
            visitor.wait_for_page("shared").await?;
            assert_eq!(
                visitor.count_visible("[data-ai-content]").await?,
                1,
                "{models:?}"
            );
        }
        Ok(())
    })
}

#[test]
fn a_link_that_names_no_questionnaire_leads_to_the_others_of_the_site() -> Outcome {
    let folder = site_with_models(&[OFFICE, "standard"])?;
    let payload = shipped_payload("quick, with unknowns")?;
    let invitation = shipped_payload("invitation to two sections")?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (place, page) in [
            (format!("#/r/{payload}"), "shared"),
            (format!("#/i/{invitation}"), "invitation"),
        ] {
            visitor.open(&place).await?;
            visitor.wait_visible("main [role=alert]").await?;
            let text = visitor.text("main").await?;
            assert!(text.contains("“standard”, version 2"), "{text}");
            visitor.press("main a[href^='?model=standard#/']").await?;
            visitor.wait_visible("html[data-ready]").await?;
            visitor.wait_for_page(page).await?;
            visitor.wait_hidden("main [role=alert]").await?;
        }
        Ok(())
    })
}

#[test]
fn a_link_to_a_questionnaire_that_the_site_lacks_names_it() -> Outcome {
    let folder = site_with_models(&[OFFICE])?;
    let payload = shipped_payload("quick, with unknowns")?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (language, name) in [
            ("en", "“standard”, version 2"),
            ("zh-CN", "“standard”（版本 2）"),
        ] {
            visitor
                .open(&format!("?lang={language}#/r/{payload}"))
                .await?;
            visitor.wait_visible("main [role=alert]").await?;
            let text = visitor.text("main [role=alert]").await?;
            assert!(text.contains(name), "{text}");
            assert_eq!(visitor.count_visible("main a[href^='?model=']").await?, 0);
        }
        Ok(())
    })
}
