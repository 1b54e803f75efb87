//! Digits in notes, and switching the number keys off.

use assay_journeys::{Journey, Key, Outcome};

#[test]
fn digits_in_a_note_answer_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.domain']";
        visitor.press(&format!("{question} summary")).await?;
        visitor.press(&format!("{question} textarea")).await?;
        visitor.types("12 of 50 in 2026").await?;
        assert_eq!(
            visitor.value(&format!("{question} textarea")).await?,
            "12 of 50 in 2026"
        );
        assert!(
            visitor.has_focus(&format!("{question} textarea")).await?,
            "at {}",
            visitor.focused().await?
        );
        assert_eq!(
            visitor
                .count("fieldset[data-question] input:checked")
                .await?,
            0,
            "answers"
        );
        Ok(())
    })
}

#[test]
fn number_keys_can_be_switched_off_for_good() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.press("input[name=number-keys]").await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.types("3").await?;
        assert_eq!(
            visitor.answer("data.inventory").await?,
            "",
            "with the keys switched off"
        );
        visitor.reload().await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.types("3").await?;
        assert_eq!(
            visitor.answer("data.inventory").await?,
            "",
            "after a reload"
        );
        visitor.press("input[name=number-keys]").await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.types("3").await?;
        assert_eq!(
            visitor.answer("data.inventory").await?,
            "2",
            "switched on again"
        );
        Ok(())
    })
}

#[test]
fn keys_answer_the_question_that_has_the_focus_and_no_other() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.inventory", "3").await?;
        visitor.go("#/s/algorithms").await?;
        visitor.is_in("algorithms").await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        visitor
            .until(
                "the focus is on the heading",
                "return document.activeElement?.tagName === 'H1'",
            )
            .await?;
        let open = visitor
            .attribute(
                "fieldset[data-question]:not([hidden], [data-answered])",
                "data-question",
            )
            .await?;
        visitor.types("1").await?;
        assert_eq!(
            visitor.answer("data.inventory").await?,
            "3",
            "what was answered stays"
        );
        assert_eq!(visitor.answer(&open).await?, "0", "the first open question");
        for place in ["input[name=number-keys]", ".pager [data-action=next]"] {
            visitor.tabs_to(place).await?;
            visitor.types("5").await?;
            visitor.key(Key::Delete).await?;
            assert_eq!(
                visitor
                    .count("fieldset[data-question] input:checked")
                    .await?,
                2,
                "from {place}"
            );
        }
        assert_eq!(visitor.answer("data.inventory").await?, "3");
        Ok(())
    })
}
