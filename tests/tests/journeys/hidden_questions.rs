//! Questions that depend on another one.

use assay_journeys::{Journey, Key, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const OWNED: &str = "compute.owned";
const UTILISATION: &str = "compute.utilisation";

#[test]
fn dependent_questions_come_and_go_without_the_page_jumping() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor
            .tab_to(&format!("[data-question='{OWNED}'] input"))
            .await?;
        visitor.type_keys(" ").await?;
        assert_eq!(dependent_questions_shown(visitor).await?, (false, false));
        let place = owned_question_top(visitor).await?;
        visitor.press_key(Key::Down).await?;
        assert_eq!(
            dependent_questions_shown(visitor).await?,
            (true, false),
            "at level 1"
        );
        visitor.press_key(Key::Down).await?;
        assert_eq!(
            dependent_questions_shown(visitor).await?,
            (true, true),
            "at level 2"
        );
        assert!(
            (owned_question_top(visitor).await? - place).abs() < 2.0,
            "the question jumped from {place} to {}",
            owned_question_top(visitor).await?
        );
        let announcement = visitor.text("[aria-live=polite].visually-hidden").await?;
        assert!(
            announcement.contains("question was added"),
            "a screen reader hears \"{announcement}\""
        );
        visitor.press_key(Key::Up).await?;
        visitor.press_key(Key::Up).await?;
        assert_eq!(
            dependent_questions_shown(visitor).await?,
            (false, false),
            "back at nought"
        );
        assert!(
            (owned_question_top(visitor).await? - place).abs() < 2.0,
            "the question jumped"
        );
        assert!(
            visitor
                .has_focus(&format!("[data-question='{OWNED}'] input"))
                .await?,
            "at {}",
            visitor.describe_focus().await?
        );
        Ok(())
    })
}

#[test]
fn hidden_questions_are_not_counted_and_keep_their_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.choose_answer(OWNED, "0").await?;
        wait_for_question_total(visitor, 44).await?;
        visitor.choose_answer(OWNED, "1").await?;
        wait_for_question_total(visitor, 45).await?;
        visitor.choose_answer(UTILISATION, "3").await?;
        visitor.choose_answer(OWNED, "4").await?;
        wait_for_question_total(visitor, 46).await?;
        visitor.choose_answer(OWNED, "0").await?;
        visitor.go_to_hash("#/results").await?;
        let without = visitor.figures().await?;
        visitor.go_to_section("compute").await?;
        visitor.choose_answer(OWNED, "1").await?;
        assert_eq!(
            visitor.shown_answer(UTILISATION).await?,
            "3",
            "the answer came back with its question"
        );
        visitor.go_to_hash("#/results").await?;
        let with = visitor.figures().await?;
        assert_ne!(
            with.sections, without.sections,
            "the answer counts while its question exists"
        );
        Ok(())
    })
}

#[test]
fn the_focus_never_falls_into_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.choose_answer(OWNED, "2").await?;
        // The focus is in the question that the next answer hides.
        visitor.wait_until("the dependent question has the focus", &format!("return document.activeElement?.closest(\"[data-question='{UTILISATION}']\") || document.querySelector(\"[data-question='{UTILISATION}'] input\").focus()")).await?;
        let hide = format!("document.querySelector(\"[data-question='{OWNED}'] input[value='0']\").click()");
        visitor.run_script(&hide, Vec::new()).await?;
        assert_eq!(dependent_questions_shown(visitor).await?, (false, false));
        visitor.wait_until("the focus is in a question that shows", "return document.activeElement?.closest('fieldset:not([hidden])')").await?;
        Ok(())
    })
}

async fn dependent_questions_shown(visitor: &Visitor) -> Outcome<(bool, bool)> {
    let asked = visitor.visible_questions().await?;
    let has = |id: &str| asked.iter().any(|question| question == id);
    Ok((has(UTILISATION), has("compute.cluster")))
}

/// The number of questions: 44 in "3 of 44 answered, about …".
/// Waits for the number of asked questions, which follows an answer after a pause.
async fn wait_for_question_total(visitor: &Visitor, total: u64) -> Outcome {
    let shown = "document.querySelector('.sticky .figure').textContent.match(/\\d+/g)?.[1]";
    let script = format!("return {shown} === '{total}'");
    visitor
        .wait_until(&format!("{total} questions are asked"), &script)
        .await
}

async fn owned_question_top(visitor: &Visitor) -> Outcome<f64> {
    let script = format!(
        "return document.querySelector(\"[data-question='{OWNED}']\").getBoundingClientRect().top"
    );
    Ok(visitor
        .run_script(&script, Vec::new())
        .await?
        .as_f64()
        .unwrap_or(f64::NAN))
}

/// A questionnaire whose middle section is asked only after level 2 or more in the first.
fn model_with_conditional_section() -> Value {
    let question = |id: &str| json!({ "id": format!("{id}.q"), "section": id, "topic": "t", "weight": 1, "quick": true });
    let mut middle = question("middle");
    if let Some(fields) = middle.as_object_mut() {
        let condition = json!({ "question": "first.q", "at_least": 2 });
        fields.insert("visible_if".to_owned(), condition);
    }
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    let section = |id: &str| json!({ "id": id, "weight": 1 });
    let titles = json!({ "first": { "title": "First" }, "middle": { "title": "Middle" }, "last": { "title": "Last" } });
    json!({
        "format": "assay.model/1", "id": "appearing", "version": "1",
        "sections": [section("first"), section("middle"), section("last")],
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": [question("first"), middle, question("last")],
        "criteria": { "all": { "first.q": 1, "last.q": 1 } },
        "paths": { "provide": paths, "adopt": paths },
        "texts": { "en": { "title": "Appearing", "sections": titles } },
    })
}

#[test]
fn a_section_that_an_answer_makes_appear_gets_its_way_there() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("own.json", &model_with_conditional_section().to_string())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?model=own.json#/s/first").await?;
        let next = ".pager [data-action=next]";
        assert_eq!(visitor.attribute(next, "href").await?, "#/s/last");
        visitor.choose_answer("first.q", "3").await?;
        visitor
            .wait_visible(&format!("{next}[href='#/s/middle']"))
            .await?;
        assert!(visitor.text(next).await?.contains("Middle"));
        visitor.choose_answer("first.q", "1").await?;
        visitor
            .wait_visible(&format!("{next}[href='#/s/last']"))
            .await?;
        visitor.choose_answer("first.q", "4").await?;
        visitor.press(next).await?;
        visitor.wait_for_section("middle").await?;
        visitor.press(next).await?;
        visitor.wait_for_section("last").await?;
        visitor
            .wait_visible(".pager [data-action=back][href='#/s/middle']")
            .await
    })
}
