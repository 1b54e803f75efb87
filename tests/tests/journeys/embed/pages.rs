//! The pages beside the questionnaire within a frame.

use assay_journeys::{Axe, Firm, Outcome, SiteFolder, Visitor, shipped_payload, write_team_files};

use super::{ELEMENT, firm_with_element, open_page, wait_for_event};

/// Addresses and names of pages.
fn app_pages() -> Outcome<Vec<(String, &'static str)>> {
    let invitation = shipped_payload("invitation to two sections")?;
    let result = shipped_payload("quick, with unknowns")?;
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

/// Checks that the frame is as high as its content and nothing extends beyond its sides.
async fn check_fit(visitor: &Visitor, what: &str) -> Outcome {
    visitor.enter_embed("#it").await?;
    visitor
        .wait_until(
            &format!("{what} fits its frame"),
            "const d = document.documentElement; return d.scrollHeight <= innerHeight + 1 && d.scrollWidth <= innerWidth
                && innerHeight - document.body.getBoundingClientRect().height < 40",
        )
        .await?;
    visitor.leave_frame().await?;
    visitor
        .wait_until(
            &format!("the page with {what} does not scroll sideways"),
            "return document.documentElement.scrollWidth <= innerWidth",
        )
        .await
}

/// The same at three widths of the window.
async fn check_fit_at_all_widths(visitor: &Visitor, what: &str) -> Outcome {
    for width in [1024, 390, 320] {
        visitor.leave_frame().await?;
        visitor.resize(width, 800).await?;
        check_fit(visitor, &format!("{what} at {width}")).await?;
    }
    visitor.enter_embed("#it").await
}

#[test]
fn where_space_is_reserved_nothing_moves_when_the_frame_has_loaded() -> Outcome {
    let reserved = "<style>assay-assessment { display: block; min-block-size: 100vh }</style>";
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &format!("{reserved}{ELEMENT}<p>More</p>"))?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.leave_frame().await?;
        let moved = "return new Promise(done => {
            let moved = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
                .observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done([moved, document.querySelector('#it').getBoundingClientRect().height]), 500);
        })";
        let moved = visitor.run_script(moved, Vec::new()).await?;
        let (moved, height): (f64, f64) = serde_json::from_value(moved)?;
        assert!(height > 300.0 && moved < 0.01, "{height} px high, moved by {moved}");
        Ok(())
    })
}

#[test]
fn every_page_fits_its_frame() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        wait_for_event(visitor, "assay-ready").await?;
        visitor.enter_embed("#it").await?;
        for (place, page) in app_pages()? {
            visitor.go_to_hash(&place).await?;
            visitor.wait_for_page(page).await?;
            check_fit_at_all_widths(visitor, page).await?;
        }
        Ok(())
    })
}

#[test]
fn a_team_and_a_comparison_fit_their_frame_as_they_grow() -> Outcome {
    let firm = Firm::new()?;
    let folder = SiteFolder::empty()?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.go_to_page("team").await?;
        visitor
            .choose_file("[data-action=import]", &write_team_files(&folder)?)
            .await?;
        visitor.wait_visible("[data-members='5']").await?;
        check_fit_at_all_widths(visitor, "a team of five").await?;
        visitor.go_to_page("compare").await?;
        for id in ["insurer", "bank"] {
            visitor
                .press(&format!("[data-pick='example:{id}']"))
                .await?;
        }
        visitor.wait_visible(".compared > li:nth-child(2)").await?;
        check_fit_at_all_widths(visitor, "a comparison of two").await
    })
}

#[test]
fn axe_finds_nothing_in_the_frame() -> Outcome {
    let axe = Axe::load()?;
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        for (place, page) in app_pages()? {
            visitor.go_to_hash(&place).await?;
            visitor.wait_for_page(page).await?;
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
fn from_every_page_one_comes_to_the_others() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        let length = visitor
            .run_script("return history.length", Vec::new())
            .await?;
        visitor.press(".foot a[href='#/']").await?;
        visitor.wait_for_page("start").await?;
        for page in ["team", "compare", "invite"] {
            visitor.press(&format!("main [data-action={page}]")).await?;
            visitor.wait_for_page(page).await?;
            visitor.press(".foot a[href='#/']").await?;
            visitor.wait_for_page("start").await?;
            visitor
                .wait_visible(".foot a[href='#/'][aria-current=page]")
                .await?;
        }
        for page in ["workspace", "about"] {
            visitor.press(&format!(".foot a[href='#/{page}']")).await?;
            visitor.wait_for_page(page).await?;
        }
        assert_eq!(
            visitor.count_visible("main a[href='#/embed']").await?,
            0,
            "what only owners of sites need"
        );
        assert_eq!(
            visitor
                .run_script("return history.length", Vec::new())
                .await?,
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
    firm.write_config(serde_json::json!({
        "format": "assay.config/1", "models": ["standard", "law-office.json"], "allowed_origins": [firm.origin()],
    }))?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        let length = visitor
            .run_script("return history.length", Vec::new())
            .await?;
        visitor
            .press("main a[href*='model=law-office.json']")
            .await?;
        let opens = "return location.search.includes('law-office') && Boolean(document.querySelector('main[data-page=profile]'))";
        visitor
            .wait_until("the other questionnaire opens", opens)
            .await?;
        visitor.wait_ready().await?;
        assert_eq!(
            visitor
                .run_script("return history.length", Vec::new())
                .await?,
            length
        );
        wait_for_event(visitor, "assay-ready").await?;
        Ok(())
    })
}
