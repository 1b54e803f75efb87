//! Several assessments at once: importing files, labels, files for the board.

use assay_journeys::{Journey, Outcome, Package, SiteFolder, Visitor, assessment_json};
use serde_json::json;

const SECTIONS: [&str; 4] = ["data", "algorithms", "compute", "strategy"];

/// Twelve clients; two have the same name but for its case, one a name of another script.
const CLIENTS: [&str; 12] = [
    "Atlas",
    "ATLAS",
    "Borealis & Co",
    "Cygnus",
    "Draco",
    "Eridanus",
    "Fornax",
    "Gemini",
    "Hydra",
    "Indus",
    "Lyra",
    "明澜医疗",
];

/// Writes a file for each client, and returns their paths as a file field takes them.
fn write_clients(folder: &SiteFolder) -> Outcome<String> {
    let mut paths = Vec::new();
    for (at, name) in CLIENTS.iter().enumerate() {
        let file = format!("client-{at}.json");
        let level = u8::try_from(at % 4)?;
        folder.write(&file, &assessment_json(name, &SECTIONS, level)?.to_string())?;
        paths.push(folder.file_path(&file));
    }
    Ok(paths.join("\n"))
}

async fn import_clients(visitor: &Visitor, folder: &SiteFolder) -> Outcome {
    visitor.open("#/workspace").await?;
    let paths = write_clients(folder)?;
    visitor.choose_file("[data-action=import]", &paths).await?;
    visitor.wait_visible("[data-imported='12']").await?;
    visitor.wait_for_rows(12).await
}

/// Presses, and counts that.
async fn press(visitor: &Visitor, clicks: &mut u32, selector: &str) -> Outcome {
    *clicks += 1;
    visitor.press(selector).await
}

#[test]
fn twelve_clients_become_twelve_presentations_with_four_clicks() -> Outcome {
    let folder = SiteFolder::empty()?;
    Journey::new().run(async |visitor| {
        // The button that opens the browser's dialog for files.
        let mut clicks = 1;
        import_clients(visitor, &folder).await?;
        press(visitor, &mut clicks, "[data-action=choose-all]").await?;
        press(visitor, &mut clicks, "[data-action=board-chosen]").await?;
        clicks += 1;
        let (name, zip) = visitor.save_file("[data-action=write-board]").await?;
        assert_eq!(clicks, 4, "docs/reports.md states the number");
        assert!(
            name.starts_with("assay-12-") && name.ends_with(".zip"),
            "{name}"
        );
        let archive = Package::read(&zip)?;
        let names: Vec<&str> = archive.names().collect();
        assert_eq!(names.len(), 12, "{names:?}");
        for client in ["Atlas", "ATLAS", "明澜医疗"] {
            let start = format!("assay-{client}-");
            let found = names.iter().find(|name| name.starts_with(&start));
            let deck = found
                .and_then(|name| archive.part(name))
                .unwrap_or_default();
            assert!(
                Package::read(deck)?.contains(client),
                "{client} in {names:?}"
            );
        }
        visitor
            .wait_until(
                "the dialog tells how many were written",
                "return document.querySelector('[data-board-status]').innerText.includes('12')",
            )
            .await?;
        assert_eq!(visitor.count_visible("[data-board-failures]").await?, 0);
        Ok(())
    })
}

#[test]
fn an_assessment_without_answers_is_named_and_the_others_are_written() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write(
        "full.json",
        &assessment_json("Atlas", &SECTIONS, 2)?.to_string(),
    )?;
    let empty = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" },
        "profile": { "name": "Nobody", "stance": "adopt" }, "answers": {},
    });
    folder.write("empty.json", &empty.to_string())?;
    let paths = [
        folder.file_path("full.json"),
        folder.file_path("empty.json"),
    ]
    .join("\n");
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.choose_file("[data-action=import]", &paths).await?;
        visitor.wait_for_rows(2).await?;
        visitor.press("[data-action=choose-all]").await?;
        visitor.press("[data-action=board-chosen]").await?;
        visitor
            .press("input[name=board-format][value=docx]")
            .await?;
        let (_, zip) = visitor.save_file("[data-action=write-board]").await?;
        let archive = Package::read(&zip)?;
        let mut endings: Vec<&str> = archive
            .names()
            .filter_map(|name| name.rsplit('.').next())
            .collect();
        endings.sort_unstable();
        assert_eq!(endings, ["docx", "pptx"]);
        visitor.wait_visible("[data-board-failures]").await?;
        let failures = visitor.text("[data-board-failures]").await?;
        assert!(
            failures.contains("Nobody") && failures.contains("no answers"),
            "{failures}"
        );
        Ok(())
    })
}

#[test]
fn files_for_the_board_can_be_stopped_and_nothing_is_saved() -> Outcome {
    let folder = SiteFolder::empty()?;
    Journey::new().run(async |visitor| {
        import_clients(visitor, &folder).await?;
        visitor.press("[data-action=choose-all]").await?;
        visitor.press("[data-action=board-chosen]").await?;
        visitor.wait_visible("[data-action=write-board]").await?;
        // Both in one task: the writing has not ended then.
        let both = "for (const name of ['write-board', 'stop-board']) document.querySelector(`[data-action=${name}]`).click()";
        visitor.run_script(both, Vec::new()).await?;
        visitor
            .wait_until(
                "the dialog tells that it was stopped",
                "return document.querySelector('[data-board-status]').innerText.includes('Stopped')",
            )
            .await?;
        visitor.stays_hidden("dialog [data-saved]").await
    })
}

#[test]
fn of_several_files_each_has_its_outcome() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write(
        "good.json",
        &assessment_json("Atlas", &SECTIONS, 2)?.to_string(),
    )?;
    folder.write(
        "bad.json",
        r#"{"format": "assay.assessment/1", "profile": {"stance": "both"}}"#,
    )?;
    let other = json!({
        "format": "assay.assessment/1", "model": { "id": "ours", "version": "7" },
        "profile": { "name": "Other", "stance": "adopt" }, "answers": {},
    });
    folder.write("other.json", &other.to_string())?;
    let names = ["good.json", "bad.json", "other.json"];
    let paths = names.map(|name| folder.file_path(name)).join("\n");
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(1).await?;
        visitor.choose_file("[data-action=import]", &paths).await?;
        visitor.wait_visible("[data-imported='1']").await?;
        visitor.wait_for_rows(2).await?;
        assert_eq!(visitor.count_visible("[data-refused]").await?, 2);
        let refused = visitor.text("main").await?;
        for text in ["good.json", "bad.json", "other.json", "“ours”, version 7"] {
            assert!(refused.contains(text), "{text}: {refused}");
        }
        let current = visitor.text("tr[data-current]").await?;
        assert!(
            !current.contains("Atlas"),
            "the current one stays: {current}"
        );
        Ok(())
    })
}

#[test]
fn labels_are_added_to_several_assessments_removed_and_undone() -> Outcome {
    let folder = SiteFolder::empty()?;
    let labelled = |count: u32| {
        format!("return document.querySelectorAll('tr .label-tag').length === {count}")
    };
    Journey::new().run(async |visitor| {
        import_clients(visitor, &folder).await?;
        visitor.press("[data-action=choose-all]").await?;
        visitor.press("[data-action=label-chosen]").await?;
        visitor
            .wait_until(
                "the field has the focus",
                "return document.activeElement?.name === 'chosen-labels'",
            )
            .await?;
        visitor.type_keys("Bank, 2026").await?;
        visitor.press("[data-action=add-labels]").await?;
        visitor.wait_until("each has both", &labelled(24)).await?;
        visitor.press("[data-action=label-chosen]").await?;
        visitor.wait_visible("input[name=chosen-labels]").await?;
        visitor.press("input[name=chosen-labels]").await?;
        visitor.type_keys("2026").await?;
        visitor.press("[data-action=remove-labels]").await?;
        visitor.wait_until("each has one", &labelled(12)).await?;
        visitor.press("[data-action=undo-list]").await?;
        visitor
            .wait_until("each has both again", &labelled(24))
            .await
    })
}

#[test]
fn an_assessment_that_names_no_questionnaire_is_named_and_the_others_are_saved() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write(
        "good.json",
        &assessment_json("Atlas", &SECTIONS, 2)?.to_string(),
    )?;
    folder.write(
        "more.json",
        &assessment_json("Orion", &SECTIONS, 2)?.to_string(),
    )?;
    let paths = ["good.json", "more.json"]
        .map(|name| folder.file_path(name))
        .join("\n");
    let put = "localStorage.setItem('assay/kept/a/k9/head', '=' + JSON.stringify({ format: 'assay.assessment/1', model: { id: 5 }, profile: { name: 'Damaged', stance: 'both' }, answers: {} }))";
    Journey::new().run(async |visitor| {
        visitor.open("#/about").await?;
        visitor.run_script(put, Vec::new()).await?;
        visitor.open("#/workspace").await?;
        visitor.choose_file("[data-action=import]", &paths).await?;
        visitor.wait_for_rows(3).await?;
        visitor.press("[data-action=choose-all]").await?;
        let lines = visitor.save_text_file("[data-action=export-chosen]").await?;
        assert_eq!(lines.lines().count(), 2, "{lines}");
        visitor.wait_visible("[data-outcome]").await?;
        let outcome = visitor.text("[data-outcome]").await?;
        assert!(outcome.contains("not saved") && outcome.contains("Damaged"), "{outcome}");
        visitor.press("[data-assessment=k9] [data-action=open]").await?;
        visitor
            .wait_until(
                "a press that opens it tells why it does not",
                "return document.querySelector('[data-outcome]').innerText.includes('cannot be opened')",
            )
            .await
    })
}
