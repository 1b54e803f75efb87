//! The focus goes to an existing element when the focused one disappears.

use assay_journeys::{Journey, Key, Outcome, Visitor};

async fn wait_for_focus(visitor: &Visitor, place: &str) -> Outcome {
    let there = format!("return Boolean(document.activeElement?.closest({place:?}))");
    visitor
        .wait_until(&format!("the focus is in {place}"), &there)
        .await
}

#[test]
fn taking_an_answer_back_leaves_the_focus_in_the_question() -> Outcome {
    let question = "fieldset[data-question='data.domain']";
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.press(&format!("{question} [data-clear]")).await?;
        wait_for_focus(visitor, question).await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "");
        visitor.type_keys("2").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn growing_to_the_full_questionnaire_goes_to_the_first_open_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile?depth=quick").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor.press("[data-action=grow]").await?;
        visitor.wait_hidden("[data-action=grow]").await?;
        wait_for_focus(visitor, "fieldset[data-question]:not([data-answered])").await
    })
}

#[test]
fn the_language_switch_keeps_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.choose_language("zh-CN").await?;
        wait_for_focus(visitor, "[data-action=language]").await
    })
}

#[test]
fn a_dialog_gives_the_focus_back_and_a_message_leaves_it_at_the_heading() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        visitor.tab_to("[data-action=restart]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=cancel]").await?;
        visitor.wait_hidden("dialog[open]").await?;
        wait_for_focus(visitor, "[data-action=restart]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=undo]").await?;
        visitor.wait_hidden("[data-action=undo]").await?;
        wait_for_focus(visitor, "h1").await
    })
}

#[test]
fn nothing_cuts_the_outline_of_a_focused_answer() -> Outcome {
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        // Browsers ignore the margin for clipping of a fieldset, so only its box counts.
        let cut = "const radio = document.querySelector('fieldset[data-question] input');
            radio.focus();
            const place = radio.getBoundingClientRect(), outline = 5;
            for (let around = radio.parentElement; around; around = around.parentElement) {
                if (getComputedStyle(around).overflowX === 'visible') continue;
                const box = around.getBoundingClientRect();
                if (box.left > place.left - outline || box.right < place.right + outline) return around.className || around.tagName;
            }
            return ''";
        let cut = visitor.run_script(cut, Vec::new()).await?;
        assert_eq!(cut.as_str(), Some(""), "what cuts it");
        Ok(())
    })
}
