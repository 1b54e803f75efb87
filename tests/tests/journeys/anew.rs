//! Starting a new assessment: the question before it, and undo.

use assay_journeys::{Journey, Key, Outcome, Visitor};

async fn begin_assessment(visitor: &Visitor) -> Outcome {
    visitor.begin_in_data(&[("data.domain", "3")]).await?;
    visitor.go_to_page("results").await
}

async fn shown_domain_answer(visitor: &Visitor) -> Outcome<String> {
    visitor.go_to_section("data").await?;
    visitor.shown_answer("data.domain").await
}

#[test]
fn starting_anew_can_be_refused() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.press("[data-action=restart]").await?;
        visitor.wait_visible("dialog[open]").await?;
        visitor.press_key(Key::Escape).await?;
        visitor.wait_hidden("dialog[open]").await?;
        visitor.press("[data-action=restart]").await?;
        visitor.wait_visible("dialog[open]").await?;
        visitor.press("[data-action=cancel]").await?;
        visitor.wait_hidden("dialog[open]").await?;
        assert_eq!(shown_domain_answer(visitor).await?, "3");
        Ok(())
    })
}

#[test]
fn starting_anew_can_be_undone() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.press("[data-action=restart]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=undo]").await?;
        assert_eq!(shown_domain_answer(visitor).await?, "3", "after the undo");
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "3",
            "after a reload"
        );
        Ok(())
    })
}

#[test]
fn the_notice_of_a_new_assessment_stays_on_its_page() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.press("[data-action=restart]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.wait_visible(".notice [data-action=undo]").await?;
        assert_eq!(
            shown_domain_answer(visitor).await?,
            "",
            "after starting anew"
        );
        assert_eq!(
            visitor.count_visible(".notice").await?,
            0,
            "on the next page"
        );
        visitor.go_to_page("workspace").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        assert_eq!(visitor.count_visible(".notice").await?, 0, "in the list");
        Ok(())
    })
}

#[test]
fn a_start_button_asks_before_it_leaves_answers_behind() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.go_to_hash("#/").await?;
        visitor
            .press("main [data-action=start][data-depth=quick]")
            .await?;
        visitor.wait_visible("dialog[open]").await?;
        visitor.press("[data-action=cancel]").await?;
        visitor.wait_for_page("start").await?;
        assert_eq!(shown_domain_answer(visitor).await?, "3");
        visitor.go_to_hash("#/").await?;
        visitor
            .press("main [data-action=start][data-depth=quick]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
        Ok(())
    })
}

#[test]
fn an_address_that_starts_asks_first_and_then_shows_the_profile() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.open("#/profile?depth=quick").await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
        visitor.press("[data-action=undo]").await?;
        assert_eq!(shown_domain_answer(visitor).await?, "3", "after the undo");
        Ok(())
    })
}

#[test]
fn refusing_to_start_anew_returns_to_the_page_that_was_left() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        for (place, page) in [
            ("#/s/data?q=data.domain", "section"),
            ("#/example/school", "shared"),
            ("#/profile", "profile"),
            ("#/compare", "compare"),
            ("#/team", "team"),
        ] {
            visitor.go_to_hash(place).await?;
            visitor.wait_for_page(page).await?;
            visitor.go_to_hash("#/profile?depth=quick").await?;
            visitor.wait_visible("dialog[open]").await?;
            visitor.press("dialog [data-action=cancel]").await?;
            visitor.wait_hidden("dialog[open]").await?;
            assert_eq!(visitor.hash().await?, place);
            visitor.wait_for_page(page).await?;
            visitor.reload().await?;
            visitor.wait_for_page(page).await?;
        }
        Ok(())
    })
}
