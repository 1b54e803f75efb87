//! The full questionnaire with the keyboard alone: Tab, digits, arrows, Enter.

use assay_journeys::{Journey, Key, Outcome, load_company, standard_sections};

#[test]
fn the_full_path_with_the_keyboard_leads_to_the_expected_result() -> Outcome {
    let company = load_company("agent startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .tab_to("[data-action=start][data-depth=full]")
            .await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_for_page("profile").await?;
        visitor.tab_to("input[name=name]").await?;
        visitor.type_keys("Keys & Sons").await?;
        visitor.tab_to("input[name=stance]").await?;
        // To the other stance and back.
        visitor.press_key(Key::Down).await?;
        assert!(
            visitor.has_focus("input[name=stance][value=adopt]").await?,
            "at {}",
            visitor.describe_focus().await?
        );
        visitor.press_key(Key::Up).await?;
        visitor.tab_to("[data-action=next]").await?;
        visitor.press_key(Key::Enter).await?;
        for section in standard_sections()? {
            visitor.wait_for_section(&section.id).await?;
            visitor
                .wait_until(
                    "the heading has the focus",
                    "return document.activeElement?.matches('main h1')",
                )
                .await?;
            visitor.answer_page_by_keys(&company).await?;
            // After the last answer the link to the next page has the focus.
            let way_on = "main .pager [data-action=next], main .pager [data-action=review]";
            assert!(
                visitor.has_focus(way_on).await?,
                "after {}: at {}",
                section.id,
                visitor.describe_focus().await?
            );
            visitor.press_key(Key::Enter).await?;
        }
        visitor.wait_for_page("review").await?;
        visitor.tab_to("main .pager [data-action=results]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_for_page("results").await?;
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
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.press_key(Key::Down).await?;
        visitor.press_key(Key::Down).await?;
        let at = "fieldset[data-question='data.inventory'] input:checked";
        assert!(
            visitor.has_focus(at).await?,
            "an arrow moved the focus to {}",
            visitor.describe_focus().await?
        );
        let chosen = visitor.shown_answer("data.inventory").await?;
        assert!(
            ["1", "2"].contains(&chosen.as_str()),
            "arrows chose {chosen}"
        );
        visitor.type_keys("5").await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "4");
        assert!(
            visitor
                .has_focus("fieldset[data-question='data.domain'] input")
                .await?,
            "at {}",
            visitor.describe_focus().await?
        );
        visitor.type_keys("0").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "unknown");
        Ok(())
    })
}

#[test]
fn delete_and_the_clear_button_remove_an_answer() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.type_keys(" ").await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "0");
        visitor.press_key(Key::Delete).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "");
        visitor.choose_answer("data.inventory", "3").await?;
        visitor
            .press("fieldset[data-question='data.inventory'] [data-clear]")
            .await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "");
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(
            visitor.shown_answer("data.inventory").await?,
            "",
            "after a reload"
        );
        Ok(())
    })
}
