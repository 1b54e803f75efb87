//! All questions with the keyboard alone: Tab, digits, arrows, Enter.

use assay_journeys::{Journey, Key, Outcome, company, questionnaire};

#[test]
fn the_full_path_with_the_keyboard_leads_to_the_expected_result() -> Outcome {
    let company = company("agent startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .tabs_to("[data-action=start][data-depth=full]")
            .await?;
        visitor.key(Key::Enter).await?;
        visitor.is_on("profile").await?;
        visitor.tabs_to("input[name=name]").await?;
        visitor.types("Keys & Sons").await?;
        visitor.tabs_to("input[name=stance]").await?;
        // Down to the other stance, and back.
        visitor.key(Key::Down).await?;
        assert!(
            visitor.has_focus("input[name=stance][value=adopt]").await?,
            "at {}",
            visitor.focused().await?
        );
        visitor.key(Key::Up).await?;
        visitor.tabs_to("[data-action=next]").await?;
        visitor.key(Key::Enter).await?;
        for section in questionnaire()? {
            visitor.is_in(&section.id).await?;
            visitor
                .until(
                    "the heading has the focus",
                    "return document.activeElement?.matches('main h1')",
                )
                .await?;
            visitor.types_page(&company).await?;
            // After the last answer the focus stands on the way on.
            let way_on = "main .pager [data-action=next], main .pager [data-action=review]";
            assert!(
                visitor.has_focus(way_on).await?,
                "after {}: at {}",
                section.id,
                visitor.focused().await?
            );
            visitor.key(Key::Enter).await?;
        }
        visitor.is_on("review").await?;
        visitor.tabs_to("main .pager [data-action=results]").await?;
        visitor.key(Key::Enter).await?;
        visitor.is_on("results").await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        Ok(())
    })
}

#[test]
fn arrows_choose_without_going_on_and_digits_go_on() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.key(Key::Down).await?;
        visitor.key(Key::Down).await?;
        let at = "fieldset[data-question='data.inventory'] input:checked";
        assert!(
            visitor.has_focus(at).await?,
            "an arrow moved the focus to {}",
            visitor.focused().await?
        );
        let chosen = visitor.answer("data.inventory").await?;
        assert!(
            ["1", "2"].contains(&chosen.as_str()),
            "arrows chose {chosen}"
        );
        visitor.types("5").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "4");
        assert!(
            visitor
                .has_focus("fieldset[data-question='data.domain'] input")
                .await?,
            "at {}",
            visitor.focused().await?
        );
        visitor.types("0").await?;
        assert_eq!(visitor.answer("data.domain").await?, "unknown");
        Ok(())
    })
}

#[test]
fn delete_and_the_clear_button_take_an_answer_back() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.types(" ").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "0");
        visitor.key(Key::Delete).await?;
        assert_eq!(visitor.answer("data.inventory").await?, "");
        visitor.answers("data.inventory", "3").await?;
        visitor
            .press("fieldset[data-question='data.inventory'] [data-clear]")
            .await?;
        assert_eq!(visitor.answer("data.inventory").await?, "");
        visitor.reload().await?;
        visitor.is_in("data").await?;
        assert_eq!(
            visitor.answer("data.inventory").await?,
            "",
            "after a reload"
        );
        Ok(())
    })
}
