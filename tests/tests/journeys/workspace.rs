//! The assessments in the browser: files, opening, deleting.

use assay_journeys::{Journey, Outcome, SiteFolder, run_assay};
use serde_json::json;

#[test]
fn a_saved_file_opens_as_a_new_assessment() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
        "profile": { "name": "From a file", "stance": "adopt" },
        "answers": { "data.domain": 3, "data.labels": "unknown" }, "notes": { "data.domain": "a note" },
    });
    folder.write("saved.json", &file.to_string())?;
    folder.write("bad.json", r#"{"format": "assay.assessment/1", "profile": {"stance": "both"}, "answers": {"x": 1, "data.domain": 9}}"#)?;
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("bad.json"))
            .await?;
        visitor.wait_visible(".faults li").await?;
        assert_eq!(
            visitor.count_visible(".faults li").await?,
            3,
            "{}",
            visitor.text(".faults").await?
        );
        visitor
            .choose_file("[data-action=import]", &folder.file_path("saved.json"))
            .await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        assert_eq!(
            visitor.count_visible(".faults li").await?,
            0,
            "faults of a sound file"
        );
        let listed = visitor.text(".assessments").await?;
        assert!(listed.contains("From a file"), "{listed}");
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        assert_eq!(visitor.shown_answer("data.labels").await?, "unknown");
        assert_eq!(
            visitor
                .value("fieldset[data-question='data.domain'] textarea")
                .await?,
            "a note"
        );
        Ok(())
    })
}

#[test]
fn a_result_is_saved_as_a_file_that_can_be_opened_again() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .begin_in_data(&[("data.domain", "3"), ("data.labels", "unknown")])
            .await?;
        visitor.go_to_hash("#/results").await?;
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let file: serde_json::Value = serde_json::from_str(&saved)?;
        assert_eq!(file["format"], "assay.assessment/1");
        assert_eq!(file["model"], json!({ "id": "standard", "version": "2" }));
        assert_eq!(
            file["answers"],
            json!({ "data.domain": 3, "data.labels": "unknown" })
        );
        Ok(())
    })
}

#[test]
fn assessments_can_be_opened_and_deleted() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "1")]).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.press("[data-action=restart]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.choose_answer("data.domain", "4").await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor
            .wait_until(
                "both are listed",
                "return document.querySelectorAll('.assessments tbody tr').length === 2",
            )
            .await?;
        visitor
            .press(".assessments tbody tr:not(:has(.tag)) [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "1",
            "the opened one"
        );
        visitor.go_to_hash("#/workspace").await?;
        visitor
            .choose_row_action(".assessments tbody tr:has(.tag)", "delete")
            .await?;
        visitor
            .wait_until(
                "one is left",
                "return document.querySelectorAll('.assessments tbody tr').length === 1",
            )
            .await
    })
}

#[test]
fn a_file_of_another_questionnaire_opens_as_a_copy_that_lists_its_losses() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "ours", "version": "7" },
        "profile": { "name": "From elsewhere", "stance": "adopt" },
        "answers": { "data.domain": 3, "our.own": 2 },
    });
    folder.write("other.json", &file.to_string())?;
    let at = folder.file_path("other.json");
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.choose_file("[data-action=import]", &at).await?;
        visitor.wait_visible("dialog[open]").await?;
        let offer = visitor.text("dialog").await?;
        assert!(
            offer.contains("ours") && offer.contains("our.own"),
            "{offer}"
        );
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn a_file_that_is_opened_and_saved_again_is_the_same() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2", "from": "a shelf" },
        "locale": "fr", "depth": "quick",
        "profile": { "name": "Acme", "industry": "ore", "stance": "adopt", "colour": "green" },
        "answers": { "data.domain": 3, "data.labels": "unknown", "strategy.delivery": 2 },
        "notes": { "data.domain": "see the register" }, "given_by": { "data.domain": "Ann" },
        "created": "2026-11-20T09:00:00Z", "updated": "2026-11-21T10:00:00Z",
        "ref": 17, "deep": { "a": [1, null, "x"] },
    });
    folder.write("kept.json", &file.to_string())?;
    let at = folder.file_path("kept.json");
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.choose_file("[data-action=import]", &at).await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        for reloaded in [false, true] {
            if reloaded {
                visitor.reload().await?;
            }
            let saved = visitor
                .save_text_file(".assessments [data-action=export-json]")
                .await?;
            let saved: serde_json::Value = serde_json::from_str(&saved)?;
            assert_eq!(saved, file, "in the list, reloaded: {reloaded}");
        }
        // From the starter app to the full one, and back from the storage.
        visitor.open("#/s/data").await?;
        visitor.wait_for_section("data").await?;
        visitor.go_to_page("results").await?;
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&saved)?,
            file,
            "of the result"
        );
        Ok(())
    })
}

#[test]
fn an_assessment_records_its_language_in_its_file_and_its_link() -> Outcome {
    Journey::new().language("zh-CN").run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/results").await?;
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let file: serde_json::Value = serde_json::from_str(&saved)?;
        assert_eq!(file["locale"], "zh-CN");
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        let link = visitor.value("[data-share-link]").await?;
        let opened: serde_json::Value = serde_json::from_str(&run_assay(&["open", &link], "")?)?;
        assert_eq!(opened["locale"], "zh-CN");
        Ok(())
    })
}
