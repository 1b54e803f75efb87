//! The pages beside the questionnaire, within a frame.

use assay_journeys::{Axe, Firm, Outcome, SiteFolder, Visitor, shipped_link, team_files};

use super::{ELEMENT, hears, opens};

/// Addresses and the names of their pages.
fn pages() -> Outcome<Vec<(String, &'static str)>> {
    let invitation = shipped_link("invitation to two sections")?;
    let result = shipped_link("quick, with unknowns")?;
    Ok(vec![
        ("#/team".to_owned(), "team"),
        ("#/compare".to_owned(), "compare"),
        ("#/invite".to_owned(), "invite"),
        (format!("#/i/{invitation}"), "invitation"),
        (format!("#/r/{result}"), "shared"),
        ("#/workspace".to_owned(), "workspace"),
        ("#/about".to_owned(), "about"),
    ])
}

/// The frame is as high as what is in it, and nothing sticks out sideways.
async fn fits(visitor: &Visitor, what: &str) -> Outcome {
    visitor.enters("#it").await?;
    visitor
        .until(
            &format!("{what} fits its frame"),
            "const d = document.documentElement; return d.scrollHeight <= innerHeight + 1 && d.scrollWidth <= innerWidth
                && innerHeight - document.body.getBoundingClientRect().height < 40",
        )
        .await?;
    visitor.leaves().await?;
    visitor
        .until(
            &format!("the page with {what} does not scroll sideways"),
            "return document.documentElement.scrollWidth <= innerWidth",
        )
        .await
}

/// The same at these widths of the window.
async fn fits_everywhere(visitor: &Visitor, what: &str) -> Outcome {
    for width in [1024, 390, 320] {
        visitor.leaves().await?;
        visitor.resizes(width, 800).await?;
        fits(visitor, &format!("{what} at {width}")).await?;
    }
    visitor.enters("#it").await
}

#[test]
fn every_page_fits_its_frame() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        hears(visitor, "assay-ready").await?;
        visitor.enters("#it").await?;
        for (place, page) in pages()? {
            visitor.go(&place).await?;
            visitor.is_on(page).await?;
            fits_everywhere(visitor, page).await?;
        }
        Ok(())
    })
}

#[test]
fn a_team_and_a_comparison_fit_their_frame_as_they_grow() -> Outcome {
    let firm = Firm::new()?;
    let folder = SiteFolder::empty()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/team").await?;
        visitor.is_on("team").await?;
        visitor
            .chooses_file("[data-action=import]", &team_files(&folder)?)
            .await?;
        visitor.sees("[data-members='5']").await?;
        fits_everywhere(visitor, "a team of five").await?;
        visitor.go("#/compare").await?;
        visitor.is_on("compare").await?;
        for id in ["insurer", "bank"] {
            visitor
                .press(&format!("[data-pick='example:{id}']"))
                .await?;
        }
        visitor.sees(".compared > li:nth-child(2)").await?;
        fits_everywhere(visitor, "a comparison of two").await
    })
}

#[test]
fn axe_finds_nothing_in_the_frame() -> Outcome {
    let axe = Axe::ready()?;
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        for (place, page) in pages()? {
            visitor.go(&place).await?;
            visitor.is_on(page).await?;
            assert_eq!(axe.findings(visitor).await?, Vec::<String>::new(), "{page}");
        }
        Ok(())
    })
}

#[test]
fn from_every_page_one_comes_to_the_others() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        let length = visitor.script("return history.length", Vec::new()).await?;
        for page in ["team", "compare", "invite"] {
            visitor.press(&format!("main [data-action={page}]")).await?;
            visitor.is_on(page).await?;
            visitor.press(".foot a[href='#/']").await?;
            visitor.is_on("start").await?;
            visitor
                .sees(".foot a[href='#/'][aria-current=page]")
                .await?;
        }
        for page in ["workspace", "about"] {
            visitor.press(&format!(".foot a[href='#/{page}']")).await?;
            visitor.is_on(page).await?;
        }
        assert_eq!(
            visitor.count("main a[href='#/embed']").await?,
            0,
            "what only owners of sites need"
        );
        assert_eq!(
            visitor.script("return history.length", Vec::new()).await?,
            length,
            "entries of the page's history"
        );
        Ok(())
    })
}

#[test]
fn another_questionnaire_makes_no_entry_in_the_pages_history() -> Outcome {
    let firm = Firm::new()?;
    firm.app_folder().write(
        "law-office.json",
        include_str!("../../../../docs/examples/law-office.json"),
    )?;
    firm.configures(serde_json::json!({
        "format": "assay.config/1", "models": ["standard", "law-office.json"], "allowed_origins": [firm.origin()],
    }))?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        let length = visitor.script("return history.length", Vec::new()).await?;
        visitor
            .press("main a[href*='model=law-office.json']")
            .await?;
        visitor.sees("main a[href*='model=standard']").await?;
        visitor.is_ready().await?;
        assert_eq!(
            visitor.script("return history.length", Vec::new()).await?,
            length
        );
        hears(visitor, "assay-ready").await?;
        Ok(())
    })
}
