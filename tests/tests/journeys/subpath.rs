//! The site under a path of a host.

use assay_journeys::{Firm, Journey, Outcome, load_company};

#[test]
fn the_site_works_under_any_path() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new()
        .under("/some/where/")
        .allowing_message("net::ERR_")
        // The service worker is registered for the new language, which needs the server.
        .allowing_message("fetching the script")
        .run(async |visitor| {
            assert!(
                visitor.address().ends_with("/some/where/"),
                "{}",
                visitor.address()
            );
            visitor.open_and_complete(&company).await?;
            assert_eq!(
                company.differences(&visitor.figures().await?),
                Vec::<String>::new()
            );
            visitor.press("[data-action=share]").await?;
            visitor.wait_visible("[data-share-link]").await?;
            let link = visitor.value("[data-share-link]").await?;
            assert!(
                link.starts_with(&format!("{}#/r/", visitor.address())),
                "{link}"
            );
            visitor.press("[data-action=close-share]").await?;
            visitor.wait_hidden("dialog").await?;
            visitor.choose_language("zh-CN").await?;
            visitor
                .wait_until(
                    "the site is kept",
                    "return Boolean(navigator.serviceWorker.controller)",
                )
                .await?;
            visitor.stop_server();
            visitor.reload().await?;
            visitor.wait_for_page("results").await
        })
}

#[test]
fn it_is_embedded_from_under_any_path() -> Outcome {
    let (firm, company) = (
        Firm::with_base_path("/some/where/")?,
        load_company("bank, quick")?,
    );
    firm.write_embedding_page("index.html", "<assay-assessment></assay-assessment>")?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("assay-assessment").await?;
        visitor.complete_assessment(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        visitor.leave_frame().await?;
        let link = "return window.seen.find(event => event.type === 'assay-result')?.detail.link";
        visitor.wait_until("the result comes", link).await?;
        let link = visitor.run_script(link, Vec::new()).await?;
        let link = link.as_str().unwrap_or_default();
        assert!(link.starts_with(&firm.app_address()), "{link}");
        Ok(())
    })
}
