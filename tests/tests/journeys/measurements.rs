//! One company over time: measuring again, and what changed since.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Map, Value, json};

/// The records of a measurement of the series `k1` with one level for every question of a version of the
/// questionnaire.
fn stored_records(key: &str, model: &str, day: &str, level: u8) -> Outcome<Map<String, Value>> {
    let model: Value = serde_json::from_str(model)?;
    let head = json!({
        "format": "assay.assessment/1",
        "model": { "id": "standard", "version": model.get("version") },
        "profile": { "name": "Acme", "stance": "adopt" }, "answers": {},
        "created": format!("{day}T08:00:00Z"), "series": "k1",
    });
    let mut records = Map::new();
    records.insert(format!("a/{key}/head"), json!(head.to_string()));
    let updated = json!(format!("{day}T09:00:00Z"));
    records.insert(format!("a/{key}/updated"), updated);
    let questions = model.get("questions").and_then(Value::as_array);
    for question in questions.into_iter().flatten() {
        let id = question
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        records.insert(format!("a/{key}/q/{id}"), json!(level.to_string()));
    }
    Ok(records)
}

const VERSION_1: &str = include_str!("../../../app/core/models/v1/standard.json");
const VERSION_2: &str = include_str!("../../../app/core/models/standard.json");

/// Restores a measurement of version 1 of January and one of version 2 of May, and opens the latter.
async fn open_measured_company(visitor: &Visitor) -> Outcome {
    let folder = SiteFolder::empty()?;
    let mut records = stored_records("k1", VERSION_1, "2026-01-06", 1)?;
    records.extend(stored_records("k2", VERSION_2, "2026-05-04", 2)?);
    restore(visitor, &folder, &records).await?;
    visitor.press(".assessments [data-action=open]").await?;
    visitor.wait_for_page("review").await
}

/// Restores a backup of these records, among them the assessment `k2`.
async fn restore(visitor: &Visitor, folder: &SiteFolder, records: &Map<String, Value>) -> Outcome {
    let backup = json!({ "format": "assay.backup/1", "records": records });
    folder.write("backup.json", &backup.to_string())?;
    visitor.open("#/workspace").await?;
    visitor
        .choose_file("[data-action=restore]", &folder.file_path("backup.json"))
        .await?;
    visitor
        .wait_visible("[data-assessment=k2] [data-action=open]")
        .await
}

/// Restores a company that was measured once, in May, and so belongs to no series.
async fn restore_first_measurement(visitor: &Visitor) -> Outcome {
    let folder = SiteFolder::empty()?;
    let mut records = stored_records("k2", VERSION_2, "2026-05-04", 2)?;
    if let Some(Value::String(head)) = records.get_mut("a/k2/head") {
        *head = head
            .replace(r#""series":"k1","#, "")
            .replace(r#","series":"k1""#, "");
        assert!(!head.contains("series"), "{head}");
    }
    restore(visitor, &folder, &records).await
}

#[test]
fn measuring_again_starts_from_the_last_answers_and_shows_what_changed() -> Outcome {
    Journey::new().run(async |visitor| {
        open_measured_company(visitor).await?;
        visitor.go_to_hash("#/results").await?;
        visitor
            .wait_visible(".over-time[data-measurements='2']")
            .await?;
        let notes = visitor.text(".over-time").await?;
        assert!(notes.contains("version 1 of the questionnaire"), "{notes}");

        visitor.choose_result_action("measure-again").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        visitor.choose_answer("data.domain", "4").await?;
        visitor.go_to_hash("#/results").await?;
        visitor
            .wait_visible(".over-time[data-measurements='3']")
            .await?;
        visitor.wait_visible(".reached").await?;
        assert_eq!(
            visitor
                .count_visible(".over-time thead th[data-measurement]")
                .await?,
            3
        );
        assert_eq!(visitor.count_visible(".small-charts canvas").await?, 6);
        assert_eq!(
            visitor
                .count_visible(".since-last .changed-section")
                .await?,
            1
        );
        visitor
            .press(".since-last .changed-section summary")
            .await?;
        assert_eq!(
            visitor
                .count_visible("[data-changed-question='data.domain']")
                .await?,
            1
        );
        assert_eq!(visitor.count_visible("[data-changed-question]").await?, 1);
        let shown = visitor.text(".over-time").await?;
        assert!(
            !shown.contains("undefined") && shown.contains("1 of 42 shared answers"),
            "{shown}"
        );

        visitor.reload().await?;
        visitor
            .wait_visible(".over-time[data-measurements='3']")
            .await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        visitor.press(".assessments .row-menu summary").await?;
        visitor
            .press(".row-menu [data-action=measure-again]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_hash("#/results").await?;
        visitor
            .wait_visible(".over-time[data-measurements='4']")
            .await?;
        Ok(())
    })
}

#[test]
fn an_action_of_the_last_roadmap_is_reached_when_its_answers_are() -> Outcome {
    Journey::new().run(async |visitor| {
        open_measured_company(visitor).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.choose_result_action("measure-again").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".reached[data-reached='0']").await?;
        // Raises every answer to the highest level.
        visitor.go_to_section("data").await?;
        for section in ["data", "algorithms", "compute", "strategy"] {
            visitor.go_to_section(section).await?;
            for question in visitor.visible_questions().await? {
                visitor.choose_answer(&question, "4").await?;
            }
        }
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".reached").await?;
        let reached = visitor.attribute(".reached", "data-reached").await?;
        assert_eq!(reached, visitor.attribute(".reached", "data-of").await?);
        assert_ne!(reached, "0");
        assert_eq!(
            visitor
                .count_visible("[data-reached-action]:not([data-state=reached])")
                .await?,
            0
        );
        Ok(())
    })
}

#[test]
fn a_company_that_was_measured_once_has_no_history() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible("main .actions .menu").await?;
        assert_eq!(visitor.count_visible(".over-time").await?, 0);
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        assert!(!saved.contains("\"series\""));
        visitor.choose_result_action("measure-again").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_hash("#/results").await?;
        visitor
            .wait_visible(".over-time[data-measurements='2']")
            .await?;
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        assert!(saved.contains("\"series\""));
        // Both measurements are of the same day: there is no line to draw.
        assert_eq!(visitor.count_visible(".over-time canvas").await?, 0);
        Ok(())
    })
}

/// Opens the first measurement and measures the company again from its result.
async fn measure_again_from_result(visitor: &Visitor) -> Outcome {
    visitor
        .press("[data-assessment=k2] [data-action=open]")
        .await?;
    visitor.wait_for_page("review").await?;
    visitor.go_to_hash("#/results").await?;
    visitor.choose_result_action("measure-again").await?;
    visitor.wait_for_page("review").await
}

#[test]
fn the_first_measurement_keeps_its_date_when_the_company_is_measured_again() -> Outcome {
    Journey::new().run(async |visitor| {
        restore_first_measurement(visitor).await?;
        measure_again_from_result(visitor).await?;
        visitor.go_to_hash("#/results").await?;
        visitor
            .wait_visible(".over-time[data-measurements='2']")
            .await?;
        let dates = visitor.text(".over-time thead").await?;
        assert!(dates.contains("4 May 2026"), "{dates}");
        visitor.wait_visible(".over-time canvas").await
    })
}

#[test]
fn a_measurement_that_a_result_began_by_mistake_is_taken_back() -> Outcome {
    Journey::new().run(async |visitor| {
        restore_first_measurement(visitor).await?;
        measure_again_from_result(visitor).await?;
        // Twice, as a clumsy visitor does.
        visitor.wait_visible(".notice [data-action=undo]").await?;
        let twice = "const undo = document.querySelector('.notice [data-action=undo]'); undo.click(); undo.click();";
        visitor.run_script(twice, Vec::new()).await?;
        visitor.wait_for_page("results").await?;
        let notice = visitor.text(".notice").await?;
        assert!(notice.contains("is undone"), "{notice}");
        assert_eq!(visitor.count_visible(".over-time").await?, 0);
        visitor.reload().await?;
        visitor.wait_for_page("results").await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(1).await?;
        assert!(visitor.text("tr[data-current]").await?.contains("2026-05-04"));
        assert_eq!(visitor.count_visible("[data-deleted-assessment]").await?, 1);
        visitor.press("[data-action=restore-deleted]").await?;
        visitor.wait_for_rows(2).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".over-time[data-measurements='2']").await
    })
}

#[test]
fn a_measurement_that_the_list_began_by_mistake_is_taken_back() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        restore_first_measurement(visitor).await?;
        visitor.wait_for_rows(2).await?;
        visitor
            .choose_row_action("[data-assessment=k2]", "measure-again")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.press(".notice [data-action=undo]").await?;
        visitor.wait_for_page("workspace").await?;
        visitor.wait_for_rows(2).await?;
        let is_own = "tr[data-current]:not([data-assessment=k2])";
        visitor.wait_visible(is_own).await?;
        assert_eq!(visitor.count_visible("[data-deleted-assessment]").await?, 1);
        visitor.reload().await?;
        visitor.wait_for_rows(2).await?;
        visitor.wait_visible(is_own).await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn a_measurement_is_taken_back_where_nothing_was_begun_before() -> Outcome {
    Journey::new().run(async |visitor| {
        restore_first_measurement(visitor).await?;
        visitor
            .choose_row_action("[data-assessment=k2]", "measure-again")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.press(".notice [data-action=undo]").await?;
        visitor.wait_for_page("workspace").await?;
        visitor.wait_for_rows(1).await?;
        visitor.wait_visible("[data-assessment=k2]").await?;
        assert_eq!(visitor.count_visible("tr[data-current]").await?, 0);
        Ok(())
    })
}
