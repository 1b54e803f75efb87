//! What sections and questions should reach: set on the result page, shown beside the present.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, load_company};
use serde_json::{Value, json};

/// Opens the fold and sets the target of a section and of a question.
async fn set_targets(visitor: &Visitor) -> Outcome {
    visitor.press(".targets > summary").await?;
    visitor
        .wait_visible("[data-target-section=data] input[name=score]")
        .await?;
    let set = |selector: &str, value: &str| {
        format!(
            "const field = document.querySelector('{selector}'); field.value = '{value}';
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        )
    };
    let date = "[data-target-section=data] input[name=date]";
    assert!(visitor.attribute(date, "disabled").await.is_ok());
    visitor
        .press("[data-target-section=data] input[name=score]")
        .await?;
    visitor.type_keys("100\t").await?;
    visitor.wait_visible("[data-targets-shown]").await?;
    visitor
        .run_script(&set(date, "2027-12-31"), Vec::new())
        .await?;
    let choice = "select[name=target-question]";
    visitor
        .run_script(&set(choice, "data.domain"), Vec::new())
        .await?;
    visitor.press("[data-action=add-target]").await?;
    let level = "[data-target-question=\"data.domain\"] select";
    visitor.wait_visible(level).await?;
    visitor
        .wait_until(
            "the focus is on the new row",
            "return !!document.activeElement.closest('[data-target-question]')",
        )
        .await?;
    visitor.run_script(&set(level, "4"), Vec::new()).await?;
    Ok(())
}

#[test]
fn targets_are_set_shown_stored_saved_and_removed() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".targets > summary").await?;
        assert_eq!(visitor.count_visible("[data-targets-shown]").await?, 0);
        set_targets(visitor).await?;
        let shown = visitor.text("[data-targets-shown]").await?;
        assert!(
            shown.contains("Data 100 until 31 December 2027 (") && shown.contains("missing"),
            "{shown}"
        );
        assert!(
            visitor
                .text(".targets > summary")
                .await?
                .contains("2 targets")
        );
        visitor.wait_visible("[data-target-outlook]").await?;
        visitor.wait_visible(".wave [data-towards-target]").await?;
        visitor.press(".figures > summary").await?;
        let table = visitor.text(".figures table").await?;
        assert!(
            table.contains("Missing") && table.contains("31 December 2027"),
            "{table}"
        );

        visitor.reload().await?;
        visitor.wait_visible("[data-targets-shown]").await?;
        assert_eq!(
            visitor.text("[data-targets-shown]").await?,
            shown,
            "after a reload"
        );
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let file: Value = serde_json::from_str(&saved)?;
        let expected = json!({
            "sections": { "data": { "score": 100, "date": "2027-12-31" } },
            "questions": { "data.domain": { "level": 4 } },
        });
        assert_eq!(file["targets"], expected, "{saved}");

        visitor.press(".targets > summary").await?;
        let level = "[data-target-question=\"data.domain\"] select";
        visitor.wait_visible(level).await?;
        assert_eq!(visitor.value(level).await?, "4");
        let score = "[data-target-section=data] input[name=score]";
        assert_eq!(visitor.value(score).await?, "100");
        let clear = format!(
            "const field = document.querySelector('{score}'); field.value = '';
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        );
        visitor.run_script(&clear, Vec::new()).await?;
        visitor.wait_hidden("[data-targets-shown]").await?;
        let one = "return document.querySelectorAll('[data-target-outlook]').length === 1";
        visitor
            .wait_until("the roadmap is planned again", one)
            .await?;
        let date = "[data-target-section=data] input[name=date]";
        assert_eq!(visitor.value(date).await?, "", "no target, no date");
        Ok(())
    })
}

/// Enters a target of the section data that is too high, and waits for the message.
pub(crate) async fn enter_faulty_target(visitor: &Visitor) -> Outcome {
    visitor.press(".targets > summary").await?;
    let score = "[data-target-section=data] input[name=score]";
    visitor.wait_visible(score).await?;
    visitor.press(score).await?;
    visitor.type_keys("150\t").await?;
    visitor
        .wait_visible("[data-target-section=data] [role=alert]")
        .await
}

#[test]
fn a_text_that_is_no_target_changes_nothing_and_says_what_to_enter() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/results").await?;
        enter_faulty_target(visitor).await?;
        let fault = visitor
            .text("[data-target-section=data] [role=alert]")
            .await?;
        assert!(fault.contains("“150” is not a whole number"), "{fault}");
        assert_eq!(visitor.count_visible("[data-targets-shown]").await?, 0);
        Ok(())
    })
}

#[test]
fn a_file_whose_targets_are_wrong_is_refused_with_the_place() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = json!({
        "format": "assay.assessment/1", "profile": { "stance": "adopt" }, "answers": {},
        "targets": { "sections": { "data": { "score": 120 } } },
    });
    folder.write("targets.json", &file.to_string())?;
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("targets.json"))
            .await?;
        visitor.wait_visible(".faults li").await?;
        let faults = visitor.text(".faults").await?;
        assert!(
            faults.contains("targets.sections.data.score") && faults.contains("120"),
            "{faults}"
        );
        Ok(())
    })
}
