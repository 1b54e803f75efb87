//! Whatever goes from under the focus, the focus goes on to something that is there.

use assay_journeys::{Journey, Key, Outcome, Visitor};

async fn focus_is_in(visitor: &Visitor, place: &str) -> Outcome {
    let there = format!("return Boolean(document.activeElement?.closest({place:?}))");
    visitor
        .until(&format!("the focus is in {place}"), &there)
        .await
}

#[test]
fn taking_an_answer_back_leaves_the_focus_in_the_question() -> Outcome {
    let question = "fieldset[data-question='data.domain']";
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "3").await?;
        visitor.press(&format!("{question} [data-clear]")).await?;
        focus_is_in(visitor, question).await?;
        assert_eq!(visitor.answer("data.domain").await?, "");
        visitor.types("2").await?;
        assert_eq!(visitor.answer("data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn growing_to_the_full_questionnaire_goes_to_the_first_open_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile?depth=quick").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.is_in("data").await?;
        visitor.press("[data-action=grow]").await?;
        visitor.sees_no("[data-action=grow]").await?;
        focus_is_in(visitor, "fieldset[data-question]:not([data-answered])").await
    })
}

#[test]
fn the_language_switch_keeps_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.press("[data-action=language]").await?;
        visitor.sees("html[lang=zh-CN]").await?;
        focus_is_in(visitor, "[data-action=language]").await
    })
}

#[test]
fn a_dialog_gives_the_focus_back_and_a_message_leaves_it_at_the_heading() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "3").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        visitor.tabs_to("[data-action=restart]").await?;
        visitor.key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=cancel]").await?;
        visitor.sees_no("dialog[open]").await?;
        focus_is_in(visitor, "[data-action=restart]").await?;
        visitor.key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.is_on("profile").await?;
        visitor.press("[data-action=undo]").await?;
        visitor.sees_no("[data-action=undo]").await?;
        focus_is_in(visitor, "h1").await
    })
}
