//! Owner, due date and completion of the actions of the roadmap.

use assay_journeys::{Journey, Outcome, SiteFolder, load_company};
use serde_json::{Value, json};

#[test]
fn an_action_is_planned_stored_and_saved_as_files() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".wave [data-action=plan]").await?;
        assert_eq!(visitor.count_visible(".plan-fields").await?, 0);
        assert_eq!(visitor.count_visible("[data-action=export-ics]").await?, 0);
        visitor.press(".wave [data-action=plan]").await?;
        visitor.wait_visible(".plan-fields").await?;
        assert!(visitor.has_focus(".plan-fields input[name=owner]").await?);
        visitor.type_keys("Ann; Lee").await?;
        let set_due = "const due = document.querySelector('.plan-fields input[name=due]');
            due.value = '2027-03-31'; due.dispatchEvent(new Event('change', { bubbles: true }));";
        visitor.run_script(set_due, Vec::new()).await?;
        visitor.press(".plan-fields input[name=done]").await?;
        visitor.wait_visible("[data-action=export-ics]").await?;
        let shown = visitor.text(".planned-lines").await?;
        assert!(
            shown.contains("Owner: Ann; Lee") && shown.contains("Due: 31 March 2027"),
            "{shown}"
        );

        visitor.reload().await?;
        visitor.wait_visible(".planned-lines").await?;
        let after = visitor.text(".planned-lines").await?;
        assert_eq!(after, shown, "after a reload");
        let calendar = visitor.save_text_file("[data-action=export-ics]").await?;
        assert!(
            calendar.contains("DTSTART;VALUE=DATE:20270331\r\n"),
            "{calendar}"
        );
        let csv = visitor
            .save_text_file("[data-action=export-plan-csv]")
            .await?;
        assert!(csv.contains("Ann; Lee\",2027-03-31,"), "{csv}");
        let saved = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let file: Value = serde_json::from_str(&saved)?;
        let actions = file["actions"].as_object().map_or(0, serde_json::Map::len);
        assert_eq!(actions, 1, "{saved}");
        Ok(())
    })
}

#[test]
fn a_file_whose_plan_is_wrong_is_refused_with_the_place() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = json!({
        "format": "assay.assessment/1", "profile": { "stance": "adopt" }, "answers": {},
        "actions": { "name-owners": { "owner": "Ann", "due": "2027-02-30" } },
    });
    folder.write("plan.json", &file.to_string())?;
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("plan.json"))
            .await?;
        visitor.wait_visible(".faults li").await?;
        let faults = visitor.text(".faults").await?;
        assert!(
            faults.contains("actions.name-owners.due") && faults.contains("2027-02-30"),
            "{faults}"
        );
        Ok(())
    })
}
