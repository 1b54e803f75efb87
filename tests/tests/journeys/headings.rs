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
            visitor.go(page).await?;
            visitor.until(&format!("the heading of {page} has the focus"), &format!("return location.hash === '{page}' && document.activeElement?.matches('main h1')")).await?;
            let headings = visitor.script("return document.querySelectorAll('h1').length", Vec::new()).await?;
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
            visitor.key(Key::Tab).await?;
            assert!(
                visitor.has_focus("a.skip").await?,
                "on \"{page}\" at {}",
                visitor.focused().await?
            );
            visitor.key(Key::Enter).await?;
            assert!(
                visitor.has_focus("main").await?,
                "on \"{page}\" at {}",
                visitor.focused().await?
            );
            visitor.key(Key::Tab).await?;
            let inside = visitor
                .script(
                    "return Boolean(document.activeElement?.closest('main'))",
                    Vec::new(),
                )
                .await?;
            assert_eq!(
                inside,
                true,
                "the next Tab goes to {}",
                visitor.focused().await?
            );
        }
        Ok(())
    })
}
