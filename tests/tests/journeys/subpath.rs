//! The site in a folder of a host that has other things at its top.

use assay_journeys::{Firm, Journey, Outcome, company};

#[test]
fn the_site_works_under_any_path() -> Outcome {
    let company = company("logistics company, quick")?;
    Journey::new()
        .under("/some/where/")
        .allowing("net::ERR_")
        .run(async |visitor| {
            assert!(
                visitor.address().ends_with("/some/where/"),
                "{}",
                visitor.address()
            );
            visitor.open("").await?;
            visitor.fills_in(&company).await?;
            assert_eq!(
                company.differences(&visitor.figures().await?),
                Vec::<String>::new()
            );
            visitor.press("[data-action=share]").await?;
            visitor.sees("[data-share-link]").await?;
            let link = visitor.value("[data-share-link]").await?;
            assert!(
                link.starts_with(&format!("{}#/r/", visitor.address())),
                "{link}"
            );
            visitor.press("[data-action=language]").await?;
            visitor.sees("html[lang=zh-CN]").await?;
            visitor
                .until(
                    "the site is kept",
                    "return Boolean(navigator.serviceWorker.controller)",
                )
                .await?;
            visitor.cut_the_network();
            visitor.reload().await?;
            visitor.is_on("results").await
        })
}

#[test]
fn it_is_embedded_from_under_any_path() -> Outcome {
    let (firm, company) = (Firm::under("/some/where/")?, company("bank, quick")?);
    firm.embeds("index.html", "<assay-assessment></assay-assessment>")?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        visitor.enters("assay-assessment").await?;
        visitor.fills_in(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        visitor.leaves().await?;
        let link = "return window.seen.find(event => event.type === 'assay-result')?.detail.link";
        visitor.until("the result comes", link).await?;
        let link = visitor.script(link, Vec::new()).await?;
        let link = link.as_str().unwrap_or_default();
        assert!(link.starts_with(&firm.app()), "{link}");
        Ok(())
    })
}
