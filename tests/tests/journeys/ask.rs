//! "Ask what matters": the open questions that decide most, one at a time.

use assay_journeys::{Journey, Outcome, load_company};

/// The current question.
const NOW: &str = "main[data-page=ask] fieldset[data-question]";

#[test]
fn the_questions_that_decide_most_are_asked_until_the_path_is_clear() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/s/strategy").await?;
        visitor.press(".pager [data-action=ask]").await?;
        visitor.wait_visible(".ask-state [data-confidence]").await?;
        visitor.wait_visible("[data-action=results].quiet").await?;
        let mut asked = Vec::new();
        while asked.len() < 42 {
            visitor.wait_until("a question or the end shows", &format!(
                "return Boolean(document.querySelector('{NOW}') || document.querySelector('main[data-page=ask] p[role=status] strong'))"
            )).await?;
            if visitor.count_visible(NOW).await? == 0 {
                break;
            }
            let question = visitor.attribute(NOW, "data-question").await?;
            assert!(!asked.contains(&question), "asked twice: {question}");
            if asked.is_empty() {
                assert!(visitor.has_focus("main h1").await?, "{}", visitor.describe_focus().await?);
            } else {
                visitor.wait_until("its first radio has the focus", &format!("return document.querySelector('{NOW}').contains(document.activeElement)")).await?;
            }
            visitor.type_keys("3").await?;
            visitor.wait_until("another question follows", &format!("return document.querySelector('{NOW}')?.dataset.question !== {question:?}")).await?;
            asked.push(question);
        }
        assert!(!asked.is_empty(), "questions were asked");
        assert_eq!(visitor.count_visible(NOW).await?, 0, "after {} questions the end shows", asked.len());
        visitor.press("[data-action=results]:not(.quiet)").await?;
        visitor.wait_for_page("results").await?;
        visitor.wait_visible("[data-recommendation]").await?;
        visitor.reload().await?;
        visitor.go_to_hash("#/s/algorithms").await?;
        for question in asked.iter().filter(|question| question.starts_with("algorithms.")) {
            let kept = visitor.run_script(&format!("return document.querySelector('[data-question={question:?}] input:checked')?.value"), Vec::new()).await?;
            assert_eq!(kept, "2", "{question}");
        }
        Ok(())
    })
}

#[test]
fn arrow_keys_choose_without_going_on_and_skipping_leaves_a_question_open() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/ask").await?;
        visitor.wait_visible(NOW).await?;
        let first = visitor.attribute(NOW, "data-question").await?;
        assert_eq!(
            visitor
                .count_visible("[data-action=ask-next]:disabled")
                .await?,
            1
        );
        visitor.press("[data-action=skip]").await?;
        visitor
            .wait_until(
                "another question or the end follows",
                &format!("return document.querySelector('{NOW}')?.dataset.question !== {first:?}"),
            )
            .await?;
        if visitor.count_visible(NOW).await? == 1 {
            let second = visitor.attribute(NOW, "data-question").await?;
            visitor
                .wait_until(
                    "its first radio has the focus",
                    &format!(
                        "return document.querySelector('{NOW}').contains(document.activeElement)"
                    ),
                )
                .await?;
            visitor.press_key(assay_journeys::Key::Down).await?;
            assert_eq!(
                visitor.attribute(NOW, "data-question").await?,
                second,
                "an arrow stays"
            );
            assert_eq!(
                visitor
                    .count_visible("[data-action=ask-next]:disabled")
                    .await?,
                0,
                "the way on is open"
            );
        }
        Ok(())
    })
}

#[test]
fn a_press_with_the_mouse_answers_and_shows_another_question() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new().size(390, 700).run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/ask").await?;
        let mut asked = Vec::new();
        while asked.len() < 3 {
            visitor.wait_visible(NOW).await?;
            let question = visitor.attribute(NOW, "data-question").await?;
            assert!(!asked.contains(&question), "asked twice: {question}");
            let seen = format!("const top = document.querySelector('{NOW} legend').getBoundingClientRect().top; return top >= 0 && top < innerHeight");
            visitor.wait_until("its words are in view", &seen).await?;
            visitor.press(&format!("{NOW} label:has(input[value='2'])")).await?;
            visitor.wait_until("another question or the end follows", &format!("return document.querySelector('{NOW}')?.dataset.question !== {question:?}")).await?;
            asked.push(question);
            if visitor.count_visible(NOW).await? == 0 {
                break;
            }
        }
        visitor.go_to_page("review").await?;
        for question in asked {
            visitor.wait_hidden(&format!("main a[href$='/{question}']")).await?;
        }
        Ok(())
    })
}

#[test]
fn skipping_everything_does_not_count_as_answering() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/ask").await?;
        visitor.wait_visible(NOW).await?;
        while visitor.count_visible(NOW).await? == 1 {
            let question = visitor.attribute(NOW, "data-question").await?;
            visitor.press("[data-action=skip]").await?;
            visitor
                .wait_until(
                    "another question or the end follows",
                    &format!(
                        "return document.querySelector('{NOW}')?.dataset.question !== {question:?}"
                    ),
                )
                .await?;
        }
        let end = visitor.text("main[data-page=ask] p[role=status]").await?;
        assert!(end.contains("skipped"), "{end}");
        let state = visitor.text(".ask-state").await?;
        assert!(!state.contains("before your last answer"), "{state}");
        Ok(())
    })
}
