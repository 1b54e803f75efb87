//! Starting anew asks first and can be undone.

use assay_journeys::{Journey, Key, Outcome, Visitor};

async fn begun(visitor: &Visitor) -> Outcome {
    visitor.open("#/s/data").await?;
    visitor.answers("data.domain", "3").await?;
    visitor.go("#/results").await?;
    visitor.is_on("results").await
}

async fn answer_of_domain(visitor: &Visitor) -> Outcome<String> {
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await?;
    visitor.answer("data.domain").await
}

#[test]
fn starting_anew_can_be_refused() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        visitor.press("[data-action=restart]").await?;
        visitor.sees("dialog[open]").await?;
        visitor.key(Key::Escape).await?;
        visitor.sees_no("dialog[open]").await?;
        visitor.press("[data-action=restart]").await?;
        visitor.sees("dialog[open]").await?;
        visitor.press("[data-action=cancel]").await?;
        visitor.sees_no("dialog[open]").await?;
        assert_eq!(answer_of_domain(visitor).await?, "3");
        Ok(())
    })
}

#[test]
fn starting_anew_can_be_undone() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        visitor.press("[data-action=restart]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.is_on("profile").await?;
        visitor.sees("[data-action=undo]").await?;
        assert_eq!(answer_of_domain(visitor).await?, "", "after starting anew");
        visitor.press("[data-action=undo]").await?;
        assert_eq!(answer_of_domain(visitor).await?, "3", "after the undo");
        visitor.reload().await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.domain").await?, "3", "after a reload");
        Ok(())
    })
}

#[test]
fn a_start_button_asks_before_it_leaves_answers_behind() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        visitor.go("#/").await?;
        visitor
            .press("main [data-action=start][data-depth=quick]")
            .await?;
        visitor.sees("dialog[open]").await?;
        visitor.press("[data-action=cancel]").await?;
        visitor.is_on("start").await?;
        assert_eq!(answer_of_domain(visitor).await?, "3");
        visitor.go("#/").await?;
        visitor
            .press("main [data-action=start][data-depth=quick]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.is_on("profile").await?;
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
        Ok(())
    })
}

#[test]
fn an_address_that_starts_asks_first_and_then_shows_the_profile() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        visitor.open("#/profile?depth=quick").await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.is_on("profile").await?;
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
        visitor.go("#/about").await?;
        visitor.is_on("about").await?;
        visitor.press("[data-action=undo]").await?;
        assert_eq!(
            answer_of_domain(visitor).await?,
            "3",
            "after the undo on another page"
        );
        Ok(())
    })
}

#[test]
fn refusing_to_start_anew_returns_to_the_page_that_was_left() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        for (place, page) in [
            ("#/s/data?q=data.domain", "section"),
            ("#/example/school", "shared"),
            ("#/profile", "profile"),
            ("#/compare", "compare"),
            ("#/team", "team"),
        ] {
            visitor.go(place).await?;
            visitor.is_on(page).await?;
            visitor.go("#/profile?depth=quick").await?;
            visitor.sees("dialog[open]").await?;
            visitor.press("dialog [data-action=cancel]").await?;
            visitor.sees_no("dialog[open]").await?;
            assert_eq!(visitor.hash().await?, place);
            visitor.is_on(page).await?;
            visitor.reload().await?;
            visitor.is_on(page).await?;
        }
        Ok(())
    })
}
