//! What somebody who cannot see the page is told when it changes.

use std::collections::BTreeSet;

use assay_journeys::{Journey, Key, Outcome};

const PAGES: [&str; 13] = [
    "#/profile",
    "#/s/data",
    "#/s/algorithms",
    "#/s/compute",
    "#/s/strategy",
    "#/review",
    "#/results",
    "#/workspace",
    "#/compare",
    "#/invite",
    "#/about",
    "#/embed",
    "#/example/bank",
];

#[test]
fn every_page_has_a_title_one_heading_and_gives_it_the_focus() -> Outcome {
    Journey::new().with_preview().run(async |visitor| {
        visitor.open("").await?;
        let mut titles = BTreeSet::from([visitor.title().await?]);
        for page in PAGES {
            let before = visitor.title().await?;
            visitor.go_to_hash(page).await?;
            // The page before stays until the full app has come.
            let shows = format!("return location.hash === '{page}' && document.title !== arguments[0] && document.activeElement?.matches('main h1')").replace("arguments[0]", &serde_json::to_string(&before)?);
            visitor.wait_until(&format!("{page} shows under a title of its own, and its heading has the focus"), &shows).await?;
            let headings = visitor.run_script("return document.querySelectorAll('h1').length", Vec::new()).await?;
            assert_eq!(headings, 1, "headings of the first rank on {page}");
            assert!(titles.insert(visitor.title().await?), "{page} shares its title \"{}\"", visitor.title().await?);
        }
        Ok(())
    })
}

#[test]
fn the_first_tab_offers_to_skip_to_the_content() -> Outcome {
    Journey::new().run(async |visitor| {
        for page in ["", "#/about", "#/s/data"] {
            visitor.open(page).await?;
            visitor.press_key(Key::Tab).await?;
            assert!(
                visitor.has_focus("a.skip").await?,
                "on \"{page}\" at {}",
                visitor.describe_focus().await?
            );
            visitor.press_key(Key::Enter).await?;
            assert!(
                visitor.has_focus("main").await?,
                "on \"{page}\" at {}",
                visitor.describe_focus().await?
            );
            visitor.press_key(Key::Tab).await?;
            let inside = visitor
                .run_script(
                    "return Boolean(document.activeElement?.closest('main'))",
                    Vec::new(),
                )
                .await?;
            assert_eq!(
                inside,
                true,
                "the next Tab goes to {}",
                visitor.describe_focus().await?
            );
        }
        Ok(())
    })
}
