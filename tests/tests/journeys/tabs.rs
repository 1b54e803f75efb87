//! The same assessment in two tabs.

use assay_journeys::{Journey, Outcome};

#[test]
fn two_tabs_see_and_never_overwrite_each_others_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.inventory", "1").await?;
        let first = visitor.tab().await?;
        let second = visitor.opens_tab("#/s/data").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "1", "what the first tab stored");
        visitor.answers("data.domain", "2").await?;
        visitor.turns_to(&first).await?;
        let heard = "return document.querySelector(\"[data-question='data.domain'] input:checked\")?.value === '2'";
        visitor.until("the first tab hears of the answer", heard).await?;
        visitor.answers("data.access", "3").await?;
        visitor.turns_to(&second).await?;
        visitor.answers("data.standard", "4").await?;
        visitor.reload().await?;
        visitor.is_in("data").await?;
        for (question, answer) in [("data.inventory", "1"), ("data.domain", "2"), ("data.access", "3"), ("data.standard", "4")] {
            assert_eq!(visitor.answer(question).await?, answer, "{question}");
        }
        Ok(())
    })
}

#[test]
fn a_question_that_another_tab_takes_away_does_not_lose_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.answers("compute.owned", "2").await?;
        let first = visitor.tab().await?;
        visitor.opens_tab("#/s/compute").await?;
        let second = visitor.tab().await?;
        visitor.turns_to(&first).await?;
        visitor
            .tabs_to("[data-question='compute.utilisation'] input")
            .await?;
        visitor.turns_to(&second).await?;
        visitor.answers("compute.owned", "0").await?;
        visitor.turns_to(&first).await?;
        visitor
            .sees_no("[data-question='compute.utilisation']")
            .await?;
        visitor
            .until(
                "the focus is in a question that shows",
                "return document.activeElement?.closest('fieldset:not([hidden])')",
            )
            .await
    })
}
