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

/// The actions from the first to the last, and which of them is the strongest.
const ACTIONS: &str = "
    const actions = [...document.querySelectorAll('main .actions .button')];
    return actions.map(action => (action.dataset.action ?? 'more') + (action.matches('.quiet') ? '' : ' first')).join();";

#[test]
fn with_too_few_answers_to_answer_is_the_strongest_action_and_the_scale_promises_nothing() -> Outcome
{
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        visitor.wait_visible(".finding-first span").await?;
        let actions = visitor.run_script(ACTIONS, vec![]).await?;
        assert_eq!(actions, "review first,share,more");
        assert_eq!(visitor.count_visible(".scale-bar .possible").await?, 1);
        assert_eq!(visitor.count_visible(".scale-bar .plausible").await?, 0);
        assert_eq!(visitor.count_visible(".scale-legend").await?, 0);
        Ok(())
    })
}
