//! The page "about", and deleting everything.

use assay_journeys::{Journey, Outcome};

#[test]
fn the_button_that_deletes_everything_asks_and_then_does_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/about").await?;
        visitor.press("[data-action=delete-everything]").await?;
        visitor.wait_visible("dialog[open]").await?;
        visitor.press("dialog [data-action=cancel]").await?;
        visitor.open("#/s/data").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "3",
            "after cancelling"
        );
        visitor.delete_everything().await?;
        visitor.wait_for_page("start").await?;
        visitor.open("#/s/data").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "",
            "after deleting"
        );
        let left = visitor
            .run_script(
                "return Object.keys(localStorage).filter(k => k.startsWith('assay/kept/'))",
                Vec::new(),
            )
            .await?;
        assert_eq!(left, serde_json::json!([]), "left in local storage");
        Ok(())
    })
}

#[test]
fn the_page_about_names_versions_licence_and_storage() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/about").await?;
        let text = visitor.text("main").await?;
        for expected in [
            "1.0.0",
            "standard, version 2",
            "MIT",
            "Apache",
            "database",
            "WCAG 2.2",
        ] {
            assert!(text.contains(expected), "{expected} is missing: {text}");
        }
        Ok(())
    })
}
