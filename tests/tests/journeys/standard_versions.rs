//! Version 1 of the standard questionnaire on a site whose present version is a later one.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, first_payload, run_assay};
use serde_json::json;

use crate::sealed::{PASSPHRASE, try_passphrase};

async fn wait_for_version_1(visitor: &Visitor) -> Outcome {
    visitor.wait_visible("[data-earlier-version]").await?;
    let text = visitor.text("[data-earlier-version]").await?;
    assert!(text.contains("version 1"), "{text}");
    Ok(())
}

#[test]
fn a_result_of_version_1_opens_with_version_1() -> Outcome {
    let payload = first_payload("full, no name")?;
    Journey::new().run(async |visitor| {
        visitor
            .open_without_waiting(&format!("#/r/{payload}"))
            .await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_for_page("shared").await?;
        visitor.wait_visible("[data-ai-content]").await?;
        assert_eq!(visitor.hash().await?, format!("#/r/{payload}"));
        let text = visitor.text("main").await?;
        assert!(text.contains("standard, version 1"), "{text}");
        visitor.press("[data-earlier-version] a").await?;
        visitor.wait_hidden("[data-earlier-version]").await?;
        visitor.wait_for_page("start").await
    })
}

#[test]
fn a_sealed_result_of_version_1_asks_for_its_passphrase_once() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" },
        "profile": { "name": "Acme", "stance": "adopt" }, "answers": { "data.domain": 3 },
    });
    folder.write("a.json", &file.to_string())?;
    let path = folder.path().join("a.json");
    let arguments = ["link", "--passphrase-stdin", &path.to_string_lossy()];
    let link = run_assay(&arguments, &format!("{PASSPHRASE}\n"))?;
    Journey::new().run(async |visitor| {
        visitor.open(&format!("#/r/{link}")).await?;
        visitor.wait_for_page("shared").await?;
        try_passphrase(visitor, PASSPHRASE).await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_visible("[data-ai-content]").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("Acme"), "{text}");
        let left = "return Object.keys(sessionStorage).filter(key => key.includes('unsealed')).length === 0";
        visitor.wait_until("nothing of it is left in the tab", left).await
    })
}

#[test]
fn a_result_of_the_present_version_opens_from_a_page_of_version_1() -> Outcome {
    let payload = assay_journeys::shipped_payload("full, no name")?;
    Journey::new().run(async |visitor| {
        visitor
            .open_without_waiting(&format!("?model=standard@1#/r/{payload}"))
            .await?;
        visitor
            .wait_until(
                "the present version shows",
                "return location.search.includes('model=standard') && !location.search.includes('1') && !!document.querySelector('[data-ai-content]')",
            )
            .await?;
        visitor.stays_hidden("[data-earlier-version]").await
    })
}

#[test]
fn an_invitation_of_version_1_is_answered_with_version_1() -> Outcome {
    let payload = first_payload("invitation to two sections")?;
    Journey::new().run(async |visitor| {
        visitor
            .open_without_waiting(&format!("#/i/{payload}"))
            .await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_for_page("invitation").await?;
        visitor.press("[data-action=begin]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.wait_for_section("data").await?;
        let levels = visitor
            .text("fieldset[data-question='data.domain']")
            .await?;
        assert!(
            levels.contains("growing, used in several places"),
            "{levels}"
        );
        Ok(())
    })
}

#[test]
fn an_assessment_of_version_1_continues_as_a_copy_or_unchanged() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("?model=standard@1#/s/strategy").await?;
        visitor.wait_for_section("strategy").await?;
        visitor.choose_answer("strategy.risk", "1").await?;
        visitor.choose_answer("strategy.vision", "3").await?;
        visitor.open("").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        let text = visitor.text("[data-earlier='1']").await?;
        for part in ["version 1", "2 answers", "1 answer gets another level"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        visitor
            .press("[data-earlier='1'] [data-action=open-version]")
            .await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_for_page("workspace").await?;
        visitor
            .wait_visible(".assessments [data-action=open]")
            .await?;
        visitor.open("").await?;
        visitor
            .press("[data-earlier='1'] [data-action=copy-version]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_hash("#/s/strategy").await?;
        visitor.wait_for_section("strategy").await?;
        assert_eq!(visitor.shown_answer("strategy.risk").await?, "0");
        assert_eq!(visitor.shown_answer("strategy.vision").await?, "3");
        Ok(())
    })
}

#[test]
fn a_file_of_version_1_is_offered_as_a_copy_and_version_1_itself() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" },
        "profile": { "stance": "adopt" }, "answers": { "data.domain": 3 },
    });
    folder.write("first.json", &file.to_string())?;
    let at = folder.path().join("first.json");
    let at = at.to_string_lossy().into_owned();
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.choose_file("[data-action=import]", &at).await?;
        visitor.wait_visible("dialog [data-action=confirm]").await?;
        visitor.press("dialog [data-action=cancel]").await?;
        visitor.press("main [data-action=open-version]").await?;
        wait_for_version_1(visitor).await?;
        visitor.choose_file("[data-action=import]", &at).await?;
        visitor
            .wait_visible(".assessments [data-action=open], .assessments .tag")
            .await
    })
}

#[test]
fn a_team_of_version_1_opens_with_version_1_and_can_be_copied() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let mut files = Vec::new();
    for (name, level) in [("Ann", 1), ("Bo", 4)] {
        let file = json!({
            "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" },
            "profile": { "name": name, "stance": "adopt" }, "answers": { "strategy.risk": level },
        });
        let path = format!("{name}.json");
        folder.write(&path, &file.to_string())?;
        files.push(folder.file_path(&path));
    }
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?model=standard@1#/team").await?;
        visitor
            .choose_file("[data-action=import]", &files.join("\n"))
            .await?;
        visitor.wait_visible("[data-members='2']").await?;
        visitor.open("#/team").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        let said = visitor.text("[data-earlier='1']").await?;
        assert!(said.contains("version 1"), "{said}");
        visitor
            .press("[data-earlier='1'] [data-action=open-version]")
            .await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_visible("[data-members='2']").await?;
        visitor.open("#/team").await?;
        visitor.press("[data-action=copy-team]").await?;
        visitor.wait_visible("[data-members='2']").await?;
        visitor.wait_hidden("[data-earlier]").await?;
        visitor.stays_hidden("[data-earlier-version]").await
    })
}

#[test]
fn version_1_opens_without_a_network_once_it_was_opened() -> Outcome {
    let payload = first_payload("full, no name")?;
    // Requests to the stopped server fail.
    Journey::new().allowing_message("net::ERR_").run(async |visitor| {
        visitor.open("").await?;
        let kept = "return navigator.serviceWorker.ready.then(r => r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller))";
        visitor.wait_until("the site is kept", kept).await?;
        let address = format!("?model=standard@1#/r/{payload}");
        visitor.open(&address).await?;
        visitor.wait_visible("[data-ai-content]").await?;
        visitor.stop_server();
        visitor.open("").await?;
        visitor.open(&address).await?;
        wait_for_version_1(visitor).await?;
        visitor.wait_visible("[data-ai-content]").await
    })
}

#[test]
fn all_fictional_companies_have_a_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.press("main a[href='#/examples']").await?;
        visitor.wait_for_page("examples").await?;
        assert_eq!(visitor.count_visible(".companies li").await?, 21);
        visitor.press("a[href='#/example/dairy']").await?;
        visitor.wait_for_page("shared").await?;
        visitor.wait_visible("[data-ai-content]").await
    })
}

#[test]
fn links_of_version_1_are_copied_into_a_comparison_and_a_team() -> Outcome {
    let links = format!(
        "mine: https://assay.example/#/r/{}",
        first_payload("quick, with unknowns")?
    );
    let cases = [
        ("compare", "[data-compared=A]"),
        ("team", "[data-members='1']"),
    ];
    Journey::new().run(async |visitor| {
        for (page, added) in cases {
            visitor.open(&format!("#/{page}")).await?;
            visitor.press("textarea[name=links]").await?;
            visitor.type_keys(&links).await?;
            visitor.press("[data-action=add-links]").await?;
            visitor.wait_visible("[data-copies='1']").await?;
            let offer = visitor.text("[data-copies]").await?;
            assert!(offer.contains("version 1"), "{offer}");
            visitor.press("[data-action=add-copy]").await?;
            visitor.wait_visible(added).await?;
        }
        Ok(())
    })
}

#[test]
fn a_damaged_link_of_version_1_is_distinguished_from_an_incomplete_one() -> Outcome {
    let whole = first_payload("quick, with unknowns")?;
    let cut = whole.get(..whole.len() - 6).unwrap_or_default();
    Journey::new().run(async |visitor| {
        for (payload, sentence) in [
            (cut.to_owned(), "part of this link is missing"),
            (whole.replacen("WFr", "WFA", 1), "was altered"),
        ] {
            assert_ne!(payload, whole);
            visitor.open_without_waiting(&format!("?case={}#/r/{payload}", payload.len())).await?;
            visitor.wait_until(
                sentence,
                &format!("return document.querySelector('[role=alert]')?.innerText.includes({sentence:?}) ?? false"),
            ).await?;
        }
        Ok(())
    })
}
