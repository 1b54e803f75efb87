//! Notes, number keys and other shortcuts.

use assay_journeys::{Journey, Key, Outcome};

#[test]
fn digits_in_a_note_answer_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.domain']";
        visitor.press(&format!("{question} [data-note]")).await?;
        visitor.press(&format!("{question} textarea")).await?;
        visitor.type_keys("12 of 50 in 2026").await?;
        assert_eq!(
            visitor.value(&format!("{question} textarea")).await?,
            "12 of 50 in 2026"
        );
        assert!(
            visitor.has_focus(&format!("{question} textarea")).await?,
            "at {}",
            visitor.describe_focus().await?
        );
        assert_eq!(
            visitor
                .count_visible("fieldset[data-question] input:checked")
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
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.type_keys("3").await?;
        assert_eq!(
            visitor.shown_answer("data.inventory").await?,
            "",
            "with the keys switched off"
        );
        visitor.reload().await?;
        visitor
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.type_keys("3").await?;
        assert_eq!(
            visitor.shown_answer("data.inventory").await?,
            "",
            "after a reload"
        );
        visitor.press("input[name=number-keys]").await?;
        visitor
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        visitor.type_keys("3").await?;
        assert_eq!(
            visitor.shown_answer("data.inventory").await?,
            "2",
            "switched on again"
        );
        Ok(())
    })
}

#[test]
fn keys_answer_the_question_that_has_the_focus_and_no_other() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.inventory", "3")]).await?;
        visitor.go_to_section("algorithms").await?;
        visitor.go_to_section("data").await?;
        visitor
            .wait_until(
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
        visitor.type_keys("1").await?;
        assert_eq!(
            visitor.shown_answer("data.inventory").await?,
            "3",
            "what was answered stays"
        );
        assert_eq!(
            visitor.shown_answer(&open).await?,
            "0",
            "the first open question"
        );
        for place in ["input[name=number-keys]", ".pager [data-action=next]"] {
            visitor.tab_to(place).await?;
            visitor.type_keys("5").await?;
            visitor.press_key(Key::Delete).await?;
            assert_eq!(
                visitor
                    .count_visible("fieldset[data-question] input:checked")
                    .await?,
                2,
                "from {place}"
            );
        }
        assert_eq!(visitor.shown_answer("data.inventory").await?, "3");
        Ok(())
    })
}

#[test]
fn digits_count_by_their_place_where_the_keyboard_writes_others() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.inventory']";
        for (key, code, level) in [("\"", "Digit3", "2"), ("４", "", "3"), ("2", "Numpad2", "1")] {
            let press = "const at = document.querySelector(arguments[0] + ' input'); at.focus();
                at.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[1], code: arguments[2], bubbles: true, cancelable: true }))";
            visitor
                .run_script(press, vec![question.into(), key.into(), code.into()])
                .await?;
            assert_eq!(visitor.shown_answer("data.inventory").await?, level, "{key}");
        }
        let at = "document.querySelector(arguments[0] + ' input').focus()";
        visitor.run_script(at, vec![question.into()]).await?;
        visitor.press_key(Key::Backspace).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "", "taken back");
        Ok(())
    })
}

#[test]
fn a_key_that_is_held_answers_one_question_and_turns_one_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor
            .tab_to("fieldset[data-question='data.inventory'] input")
            .await?;
        hold_key(visitor, "3", "Digit3", 51).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "2");
        let checked = "fieldset[data-question] input:checked";
        assert_eq!(visitor.count_visible(checked).await?, 1, "answers");
        visitor.tab_to(".pager [data-action=next]").await?;
        // The link to the next page receives the focus on each page.
        let script = "addEventListener('hashchange', () => setTimeout(() => setTimeout(() => document.querySelector('.pager [data-action=next]')?.focus(), 0), 0))";
        visitor.run_script(script, Vec::new()).await?;
        hold_key(visitor, "Enter", "Enter", 13).await?;
        visitor.wait_for_section("algorithms").await?;
        assert_eq!(visitor.hash().await?, "#/s/algorithms");
        Ok(())
    })
}

/// Holds a key until it has repeated five times.
async fn hold_key(
    visitor: &assay_journeys::Visitor,
    key: &str,
    code: &str,
    number: u32,
) -> Outcome {
    let text = if key == "Enter" { "\r" } else { key };
    for repeat in [false, true, true, true, true, true] {
        let event = serde_json::json!({
            "type": "keyDown", "key": key, "code": code, "text": text,
            "windowsVirtualKeyCode": number, "autoRepeat": repeat,
        });
        visitor
            .send_devtools("Input.dispatchKeyEvent", event)
            .await?;
        visitor
            .run_script(
                "return new Promise(done => setTimeout(done, 30))",
                Vec::new(),
            )
            .await?;
    }
    let event = serde_json::json!({ "type": "keyUp", "key": key, "code": code });
    visitor
        .send_devtools("Input.dispatchKeyEvent", event)
        .await?;
    Ok(())
}
