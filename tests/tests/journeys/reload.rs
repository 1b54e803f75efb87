//! Reloading and leaving in the middle of an assessment.

use assay_journeys::{Journey, Outcome};

#[test]
fn a_reload_in_the_middle_keeps_page_answers_and_notes() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Acme").await?;
        visitor
            .press("label:has(input[name=stance][value=adopt])")
            .await?;
        visitor.go_to_section("strategy").await?;
        visitor
            .press("fieldset[data-question='strategy.vision'] [data-note]")
            .await?;
        visitor
            .press("fieldset[data-question='strategy.vision'] textarea")
            .await?;
        visitor.type_keys("see the plan").await?;
        visitor.choose_answer("strategy.conviction", "3").await?;
        visitor.choose_answer("strategy.vision", "unknown").await?;
        visitor.reload().await?;
        visitor.wait_for_section("strategy").await?;
        assert_eq!(visitor.shown_answer("strategy.conviction").await?, "3");
        assert_eq!(visitor.shown_answer("strategy.vision").await?, "unknown");
        assert_eq!(
            visitor
                .value("fieldset[data-question='strategy.vision'] textarea")
                .await?,
            "see the plan"
        );
        let asked = visitor.visible_questions().await?;
        assert!(
            !asked.contains(&"strategy.delivery".to_owned()),
            "the stance is kept: {asked:?}"
        );
        visitor.go_to_page("profile").await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        Ok(())
    })
}

#[test]
fn an_answer_just_before_leaving_is_stored() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        // Within one task of the browser, so that nothing can be deferred.
        let answer = "document.querySelector(\"fieldset[data-question='data.labels'] input[value='4']\").click(); location.reload()";
        visitor.run_script(answer, Vec::new()).await?;
        visitor.open("#/s/data").await?;
        assert_eq!(visitor.shown_answer("data.labels").await?, "4");
        Ok(())
    })
}

#[test]
fn the_start_offers_to_continue_what_was_begun() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "1")]).await?;
        visitor.open("").await?;
        visitor.wait_for_page("start").await?;
        let offer = visitor.text("[data-action=continue]").await?;
        assert!(offer.contains("1 of"), "{offer}");
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        visitor
            .press(".open-questions a[href*='data.standard']")
            .await?;
        visitor.wait_for_section("data").await?;
        visitor
            .wait_until(
                "the question has the focus",
                "return document.activeElement?.closest('[data-question=\"data.standard\"]')",
            )
            .await?;
        Ok(())
    })
}
