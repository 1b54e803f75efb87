//! The questions of a section: some are laid out a frame after the others, and the counts follow an
//! answer after a pause. Neither may show to a reader.

use assay_journeys::{Journey, Outcome, Visitor};
use serde_json::json;

#[test]
fn every_question_of_a_section_is_in_the_document_with_the_page_and_soon_laid_out() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let watch = "window.counted = null;
            new MutationObserver(() => {
                const page = document.querySelector('main[data-section=algorithms]');
                if (page) window.counted ??= page.querySelectorAll('fieldset[data-question]').length;
            }).observe(document.body, { childList: true, subtree: true });
            document.querySelector('.pager [data-action=next]').click()";
        visitor.run_script(watch, Vec::new()).await?;
        visitor.wait_for_section("algorithms").await?;
        visitor
            .wait_until(
                "all questions are laid out",
                "return [...document.querySelectorAll('fieldset[data-question]:not([hidden])')].every(it => it.checkVisibility())",
            )
            .await?;
        let all = "const all = document.querySelectorAll('fieldset[data-question]').length;
            return all > 5 && window.counted === all";
        visitor
            .wait_until("the page came with all its questions", all)
            .await
    })
}

#[test]
fn keys_answer_question_after_question_before_the_next_frame() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        stop_animations(visitor).await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor
            .wait_until(
                "the heading has the focus",
                "return document.activeElement?.matches('main h1')",
            )
            .await?;
        let hidden = "const last = document.querySelector('.questions').lastElementChild;
            return !last.querySelector('input').checkVisibility()";
        visitor
            .wait_until("the last questions wait for the next frame", hidden)
            .await?;
        visitor.type_keys("2345123").await?;
        let questions = visitor.visible_questions().await?;
        for (question, level) in questions.iter().zip(["1", "2", "3", "4", "0", "1", "2"]) {
            assert_eq!(visitor.shown_answer(question).await?, level, "{question}");
        }
        Ok(())
    })
}

#[test]
fn a_page_that_opens_right_after_an_answer_counts_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let answer_and_go = "window.label = null;
            new MutationObserver(() => {
                const page = document.querySelector('main[data-section=algorithms]');
                if (page) window.label ??= page.querySelector('.progress a').getAttribute('aria-label');
            }).observe(document.body, { childList: true, subtree: true });
            document.querySelector('fieldset[data-question] input[value=\"3\"]').click();
            document.querySelector('.pager [data-action=next]').click()";
        visitor.run_script(answer_and_go, Vec::new()).await?;
        visitor.wait_for_section("algorithms").await?;
        let label = visitor.run_script("return window.label", Vec::new()).await?;
        assert_eq!(label.as_str(), Some("Data: 1 of 11 answered"));
        Ok(())
    })
}

#[test]
fn another_language_leaves_the_end_of_a_section_where_it_was() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "[...document.querySelectorAll('fieldset[data-question]:not([hidden])')].at(-2)";
        visitor
            .run_script(
                &format!("{question}.scrollIntoView({{ block: 'center' }})"),
                Vec::new(),
            )
            .await?;
        visitor.choose_language("zh-CN").await?;
        let is_in_view = format!(
            "const place = {question}.getBoundingClientRect(); return place.bottom > 0 && place.top < innerHeight"
        );
        visitor
            .wait_until("the question is still in view", &is_in_view)
            .await
    })
}

#[test]
fn space_is_reserved_only_for_questions_that_are_asked() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=quick]")
            .await?;
        visitor.wait_for_page("profile").await?;
        stop_animations(visitor).await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        let script = "const asked = [...document.querySelectorAll('fieldset[data-question]:not([hidden])')];
            return document.querySelector('.pager').getBoundingClientRect().top - asked.at(-1).getBoundingClientRect().bottom";
        let space = visitor.run_script(script, Vec::new()).await?;
        let space = space.as_f64().unwrap_or(f64::INFINITY);
        assert!(space < 400.0, "{space} px are reserved below 4 questions");
        Ok(())
    })
}

/// As if the next frame took for ever.
async fn stop_animations(visitor: &Visitor) -> Outcome {
    visitor.send_devtools("Animation.enable", json!({})).await?;
    let stopped = json!({ "playbackRate": 0 });
    visitor
        .send_devtools("Animation.setPlaybackRate", stopped)
        .await?;
    Ok(())
}
