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

#[test]
fn digits_count_by_their_place_where_the_keyboard_writes_others() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.inventory']";
        for (key, code, level) in [("\"", "Digit3", "2"), ("４", "", "3"), ("2", "Numpad2", "1")] {
            let press = "const at = document.querySelector(arguments[0] + ' input'); at.focus();
                at.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[1], code: arguments[2], bubbles: true, cancelable: true }))";
            visitor
                .script(press, vec![question.into(), key.into(), code.into()])
                .await?;
            assert_eq!(visitor.answer("data.inventory").await?, level, "{key}");
        }
        let at = "document.querySelector(arguments[0] + ' input').focus()";
        visitor.script(at, vec![question.into()]).await?;
        visitor.key(Key::Backspace).await?;
        assert_eq!(visitor.answer("data.inventory").await?, "", "taken back");
        Ok(())
    })
}

#[test]
fn a_key_that_is_held_answers_one_question_and_turns_one_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor
            .tabs_to("fieldset[data-question='data.inventory'] input")
            .await?;
        holds(visitor, "3", "Digit3", 51).await?;
        assert_eq!(visitor.answer("data.inventory").await?, "2");
        let checked = "fieldset[data-question] input:checked";
        assert_eq!(visitor.count(checked).await?, 1, "answers");
        visitor.tabs_to(".pager [data-action=next]").await?;
        // As if the next page gave its way on the focus.
        let script = "addEventListener('hashchange', () => setTimeout(() => setTimeout(() => document.querySelector('.pager [data-action=next]')?.focus(), 0), 0))";
        visitor.script(script, Vec::new()).await?;
        holds(visitor, "Enter", "Enter", 13).await?;
        visitor.is_in("algorithms").await?;
        assert_eq!(visitor.hash().await?, "#/s/algorithms");
        Ok(())
    })
}

/// Holds a key until it has repeated five times.
async fn holds(visitor: &assay_journeys::Visitor, key: &str, code: &str, number: u32) -> Outcome {
    let text = if key == "Enter" { "\r" } else { key };
    for repeat in [false, true, true, true, true, true] {
        let event = serde_json::json!({
            "type": "keyDown", "key": key, "code": code, "text": text,
            "windowsVirtualKeyCode": number, "autoRepeat": repeat,
        });
        visitor.devtools("Input.dispatchKeyEvent", event).await?;
        visitor
            .script(
                "return new Promise(done => setTimeout(done, 30))",
                Vec::new(),
            )
            .await?;
    }
    let event = serde_json::json!({ "type": "keyUp", "key": key, "code": code });
    visitor.devtools("Input.dispatchKeyEvent", event).await?;
    Ok(())
}
