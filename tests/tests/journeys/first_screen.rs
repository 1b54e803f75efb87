//! What a reader sees of a result without scrolling.

use assay_journeys::{Journey, Outcome, Visitor};

/// The AI content, the path and the first thing to do end above the lower edge of the window.
const IN_SIGHT: &str = "return ['.content output', '.finding-path', '.finding-first'].every(selector => {
    const shown = document.querySelector(`[data-ai-content] ${selector}`);
    return shown && shown.textContent.trim() !== '' && shown.getBoundingClientRect().bottom <= innerHeight;
})";

async fn has_path_and_first_step_in_sight(visitor: &Visitor) -> Outcome {
    visitor
        .wait_until("path and first step are in sight", IN_SIGHT)
        .await
}

#[test]
fn the_first_screen_of_a_result_names_the_path_how_sure_it_is_and_the_first_step() -> Outcome {
    for (size, language) in [
        ((1280, 800), "en"),
        ((390, 760), "en"),
        ((390, 760), "zh-CN"),
    ] {
        Journey::new()
            .size(size.0, size.1)
            .language(language)
            .run(async |visitor| {
                for example in ["insurer", "school", "cloud"] {
                    visitor.open(&format!("#/example/{example}")).await?;
                    has_path_and_first_step_in_sight(visitor).await?;
                    visitor.wait_visible(".finding .finding-confidence").await?;
                }
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn the_first_screen_without_enough_answers_names_the_question_to_answer_first() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        has_path_and_first_step_in_sight(visitor).await?;
        let finding = visitor.text(".finding").await?;
        assert!(finding.contains("Not enough answers yet"), "{finding}");
        assert!(finding.contains("Answer first:"), "{finding}");
        assert!(!finding.contains("How sure"), "{finding}");
        Ok(())
    })
}
