//! Long words and tables in a narrow window: whatever is unfolded, the page does not scroll sideways.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, load_company, write_team_files};

use crate::accessibility::TOO_WIDE;

/// Unfolds everything, and checks the width of the page.
async fn check_unfolded(visitor: &Visitor, page: &str) -> Outcome {
    let unfold = "for (let round = 0; round < 3; round++)
        document.querySelectorAll('main details:not(.menu)').forEach(part => part.open = true)";
    for width in [390, 360, 320] {
        visitor.resize(width, 740).await?;
        visitor.run_script(unfold, Vec::new()).await?;
        visitor.wait_at_rest("main h1").await?;
        let seen = visitor.run_script(TOO_WIDE, Vec::new()).await?;
        assert!(seen.is_null(), "{page} at {width}: {seen}");
    }
    Ok(())
}

#[test]
fn unfolded_german_pages_fit_a_phone() -> Outcome {
    let company = load_company("bank, quick")?;
    let folder = SiteFolder::empty()?;
    Journey::new()
        .language("de")
        .size(390, 844)
        .run(async |visitor| {
            visitor.open_and_complete(&company).await?;
            visitor.confidence().await?;
            visitor.wait_visible(".next h2").await?;
            check_unfolded(visitor, "the result").await?;
            visitor.go_to_page("team").await?;
            visitor
                .choose_file("main [data-action=import]", &write_team_files(&folder)?)
                .await?;
            visitor.wait_visible("[data-members='5']").await?;
            check_unfolded(visitor, "the team").await
        })
}

#[test]
fn links_that_change_an_answer_are_as_high_as_a_target() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.press(".all-answers details > summary").await?;
        visitor.wait_visible(".answers a.small").await?;
        let low = "return [...document.querySelectorAll('.answers a.small')]
            .filter(link => link.getBoundingClientRect().height < 24).length";
        assert_eq!(visitor.run_script(low, Vec::new()).await?, 0);
        Ok(())
    })
}
