//! Questions that depend on another one.

use assay_journeys::{Journey, Key, Outcome, Visitor};

const OWNED: &str = "compute.owned";
const UTILISATION: &str = "compute.utilisation";

#[test]
fn dependent_questions_come_and_go_without_the_page_jumping() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor
            .tabs_to(&format!("[data-question='{OWNED}'] input"))
            .await?;
        visitor.types(" ").await?;
        assert_eq!(asked_of(visitor).await?, (false, false));
        let place = top(visitor).await?;
        visitor.key(Key::Down).await?;
        assert_eq!(asked_of(visitor).await?, (true, false), "at level 1");
        visitor.key(Key::Down).await?;
        assert_eq!(asked_of(visitor).await?, (true, true), "at level 2");
        assert!(
            (top(visitor).await? - place).abs() < 2.0,
            "the question jumped from {place} to {}",
            top(visitor).await?
        );
        let said = visitor.text("[aria-live=polite].visually-hidden").await?;
        assert!(
            said.contains("question was added"),
            "a screen reader hears \"{said}\""
        );
        visitor.key(Key::Up).await?;
        visitor.key(Key::Up).await?;
        assert_eq!(asked_of(visitor).await?, (false, false), "back at nought");
        assert!(
            (top(visitor).await? - place).abs() < 2.0,
            "the question jumped"
        );
        assert!(
            visitor
                .has_focus(&format!("[data-question='{OWNED}'] input"))
                .await?,
            "at {}",
            visitor.focused().await?
        );
        Ok(())
    })
}

#[test]
fn hidden_questions_are_not_counted_and_keep_their_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.answers(OWNED, "0").await?;
        assert_eq!(asked_in_all(visitor).await?, 44);
        visitor.answers(OWNED, "1").await?;
        assert_eq!(asked_in_all(visitor).await?, 45);
        visitor.answers(UTILISATION, "3").await?;
        visitor.answers(OWNED, "4").await?;
        assert_eq!(asked_in_all(visitor).await?, 46);
        visitor.answers(OWNED, "0").await?;
        visitor.go("#/results").await?;
        let without = visitor.figures().await?;
        visitor.go("#/s/compute").await?;
        visitor.is_in("compute").await?;
        visitor.answers(OWNED, "1").await?;
        assert_eq!(
            visitor.answer(UTILISATION).await?,
            "3",
            "the answer came back with its question"
        );
        visitor.go("#/results").await?;
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
        visitor.answers(OWNED, "2").await?;
        // The focus is in the question that the next answer takes away.
        visitor.until("the dependent question has the focus", &format!("return document.activeElement?.closest(\"[data-question='{UTILISATION}']\") || document.querySelector(\"[data-question='{UTILISATION}'] input\").focus()")).await?;
        let hide = format!("document.querySelector(\"[data-question='{OWNED}'] input[value='0']\").click()");
        visitor.script(&hide, Vec::new()).await?;
        assert_eq!(asked_of(visitor).await?, (false, false));
        visitor.until("the focus is in a question that shows", "return document.activeElement?.closest('fieldset:not([hidden])')").await?;
        Ok(())
    })
}

async fn asked_of(visitor: &Visitor) -> Outcome<(bool, bool)> {
    let asked = visitor.asked().await?;
    let has = |id: &str| asked.iter().any(|question| question == id);
    Ok((has(UTILISATION), has("compute.cluster")))
}

/// The number after "of" in "3 of 44 answered, about …".
async fn asked_in_all(visitor: &Visitor) -> Outcome<u64> {
    let text = visitor.text(".sticky .figure").await?;
    let numbers: Vec<u64> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|n| n.parse().ok())
        .collect();
    Ok(numbers.get(1).copied().unwrap_or_default())
}

async fn top(visitor: &Visitor) -> Outcome<f64> {
    let script = format!(
        "return document.querySelector(\"[data-question='{OWNED}']\").getBoundingClientRect().top"
    );
    Ok(visitor
        .script(&script, Vec::new())
        .await?
        .as_f64()
        .unwrap_or(f64::NAN))
}
