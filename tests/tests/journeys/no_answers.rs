//! A result that is opened before anything is answered.

use assay_journeys::{Journey, Outcome};

#[test]
fn without_an_answer_the_result_asks_for_one_and_offers_nothing_to_share() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/results").await?;
        visitor.wait_for_page("results").await?;
        assert_eq!(visitor.text("h1").await?, "No result yet");
        assert_eq!(visitor.figures().await?.content, "");
        for action in ["share", "print", "export-json"] {
            let button = format!("[data-action={action}]");
            assert_eq!(visitor.count_visible(&button).await?, 0, "{action}");
        }
        visitor.press("[data-action=answer]").await?;
        visitor.wait_for_section("data").await?;
        visitor.choose_answer("data.inventory", "2").await?;
        visitor.go_to_page("results").await?;
        visitor.wait_visible("[data-action=share]").await
    })
}
