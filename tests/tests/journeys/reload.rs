//! Reloading and closing in the middle: every answer is there again.

use assay_journeys::{Journey, Outcome};

#[test]
fn a_reload_in_the_middle_keeps_page_answers_and_notes() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.is_on("profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.types("Acme").await?;
        visitor
            .press("label:has(input[name=stance][value=adopt])")
            .await?;
        visitor.go("#/s/strategy").await?;
        visitor.is_in("strategy").await?;
        visitor
            .press("fieldset[data-question='strategy.vision'] summary")
            .await?;
        visitor
            .press("fieldset[data-question='strategy.vision'] textarea")
            .await?;
        visitor.types("see the plan").await?;
        visitor.answers("strategy.conviction", "3").await?;
        visitor.answers("strategy.vision", "unknown").await?;
        visitor.reload().await?;
        visitor.is_in("strategy").await?;
        assert_eq!(visitor.answer("strategy.conviction").await?, "3");
        assert_eq!(visitor.answer("strategy.vision").await?, "unknown");
        assert_eq!(
            visitor
                .value("fieldset[data-question='strategy.vision'] textarea")
                .await?,
            "see the plan"
        );
        let asked = visitor.asked().await?;
        assert!(
            !asked.contains(&"strategy.delivery".to_owned()),
            "the stance is kept: {asked:?}"
        );
        visitor.go("#/profile").await?;
        visitor.is_on("profile").await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        Ok(())
    })
}

#[test]
fn an_answer_in_the_moment_before_leaving_is_kept() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        // In one step of the program: no time for anything that is put off.
        let answer = "document.querySelector(\"fieldset[data-question='data.labels'] input[value='4']\").click(); location.reload()";
        visitor.script(answer, Vec::new()).await?;
        visitor.open("#/s/data").await?;
        assert_eq!(visitor.answer("data.labels").await?, "4");
        Ok(())
    })
}

#[test]
fn the_start_offers_to_continue_what_was_begun() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "1").await?;
        visitor.open("").await?;
        visitor.is_on("start").await?;
        let offer = visitor.text("[data-action=continue]").await?;
        assert!(offer.contains("1 of"), "{offer}");
        visitor.press("[data-action=continue]").await?;
        visitor.is_on("review").await?;
        visitor
            .press(".open-questions a[href*='data.standard']")
            .await?;
        visitor.is_in("data").await?;
        visitor
            .until(
                "the question has the focus",
                "return document.activeElement?.closest('[data-question=\"data.standard\"]')",
            )
            .await?;
        Ok(())
    })
}
