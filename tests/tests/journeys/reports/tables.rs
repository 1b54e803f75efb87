//! Answers that come back from a table: the preview, its faults, and taking the changes over.

use assay_journeys::{Journey, Outage, Outcome, SiteFolder, Visitor};

use super::{assessment, open_dialog, save};

/// Chooses a table on the page of the assessments.
pub(super) async fn choose_table(visitor: &Visitor, name: &str, table: &[u8]) -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write_bytes(name, table)?;
    let path = folder.file_path(name);
    visitor
        .choose_file("[data-action=import-answers]", &path)
        .await?;
    // The file has to exist until the browser has read it.
    let ended = "return document.querySelector('[data-import-preview], .answer-table [role=alert] li, [data-action=import-again]')";
    visitor.wait_until("the table is read", ended).await
}

pub(super) async fn go_to_workspace(visitor: &Visitor) -> Outcome {
    visitor.go_to_page("workspace").await?;
    visitor.wait_visible("[data-action=import-answers]").await
}

/// The selected answers of three questions of the first section.
async fn shown(visitor: &Visitor) -> Outcome<[String; 3]> {
    visitor.go_to_section("data").await?;
    Ok([
        visitor.shown_answer("data.domain").await?,
        visitor.shown_answer("data.inventory").await?,
        visitor.shown_answer("data.labels").await?,
    ])
}

#[test]
fn a_table_is_previewed_and_changes_nothing_before_it_is_confirmed() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        visitor.press("[data-action=close-reports]").await?;
        let before = shown(visitor).await?;
        go_to_workspace(visitor).await?;

        let faulty = b"id,answer\ndata.domain,5\ndata.labels,9\nno.such,1\n";
        choose_table(visitor, "faulty.csv", faulty).await?;
        let faults = visitor.text(".answer-table [role=alert]").await?;
        for expected in ["Nothing was changed", "Row 3", "“9”", "Row 4", "no.such"] {
            assert!(faults.contains(expected), "{expected}: {faults}");
        }
        assert_eq!(
            visitor.count_visible("[data-action=apply-answers]").await?,
            0
        );

        let table = "id,answer,note\ndata.domain,5,new note\ndata.labels,,\n";
        choose_table(visitor, "table.csv", table.as_bytes()).await?;
        let preview = visitor.text("[data-import-preview]").await?;
        for expected in [
            "Kestrel & Sons / North",
            "2 rows change",
            "open",
            "new note",
        ] {
            assert!(preview.contains(expected), "{expected}: {preview}");
        }
        visitor.press("[data-action=cancel-answers]").await?;
        visitor.wait_hidden("[data-import-preview]").await?;
        assert_eq!(shown(visitor).await?, before);

        go_to_workspace(visitor).await?;
        choose_table(visitor, "table.csv", table.as_bytes()).await?;
        visitor.press("[data-action=apply-answers]").await?;
        visitor.wait_hidden("[data-import-preview]").await?;
        visitor.wait_for_database().await?;
        visitor.reload().await?;
        let expected = ["4".to_owned(), before[1].clone(), String::new()];
        assert_eq!(shown(visitor).await?, expected);
        Ok(())
    })
}

#[test]
fn an_applied_table_is_undone_and_redone_as_a_whole_after_a_reload() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        visitor.press("[data-action=close-reports]").await?;
        let before = shown(visitor).await?;
        let note = "return document.querySelector(\"fieldset[data-question='data.domain'] textarea\")?.value ?? ''";
        let noted = visitor.run_script(note, Vec::new()).await?;
        go_to_workspace(visitor).await?;
        let table = "id,answer,note\ndata.domain,5,new note\ndata.inventory,1,\ndata.labels,,\n";
        choose_table(visitor, "table.csv", table.as_bytes()).await?;
        visitor.press("[data-action=apply-answers]").await?;
        visitor.wait_hidden("[data-import-preview]").await?;
        visitor.wait_for_database().await?;
        visitor.reload().await?;
        let after = shown(visitor).await?;
        assert_eq!(after, ["4".to_owned(), "0".to_owned(), String::new()]);
        visitor.press("[data-action=undo-change]").await?;
        let undone = "return document.querySelector('[data-undone]')?.textContent.includes('changes to 3 questions')";
        visitor.wait_until("the step is undone as a whole", undone).await?;
        assert_eq!(shown(visitor).await?, before);
        assert_eq!(visitor.run_script(note, Vec::new()).await?, noted);
        visitor.wait_for_database().await?;
        visitor.reload().await?;
        assert_eq!(shown(visitor).await?, before);
        visitor.press("[data-action=redo-change]").await?;
        visitor.wait_until("the step is redone as a whole", undone).await?;
        assert_eq!(shown(visitor).await?, after);
        Ok(())
    })
}

#[test]
fn a_workbook_that_was_saved_here_changes_nothing_when_it_comes_back() -> Outcome {
    Journey::new().language("zh-CN").run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        let (_, workbook) = save(visitor, "xlsx").await?;
        let (_, table) = save(visitor, "csv").await?;
        visitor.press("[data-action=close-reports]").await?;
        go_to_workspace(visitor).await?;
        choose_table(visitor, "答案.xlsx", &workbook).await?;
        let preview = visitor.text("[data-import-preview]").await?;
        assert!(preview.contains("已经有这些答案、备注和依据"), "{preview}");
        visitor.press("[data-action=cancel-answers]").await?;

        let table = String::from_utf8(table)?;
        let line = table.lines().find(|line| line.starts_with("data.domain,"));
        let line = line.unwrap_or_default();
        let changed = table.replace(line, "data.domain,,,不清楚,,");
        choose_table(visitor, "答案.csv", changed.as_bytes()).await?;
        visitor.wait_visible("[data-changed='data.domain']").await?;
        assert_eq!(visitor.count_visible("[data-changed]").await?, 1);
        visitor.press("[data-action=apply-answers]").await?;
        visitor.wait_hidden("[data-import-preview]").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "unknown");
        Ok(())
    })
}

#[test]
fn a_table_waits_for_the_program_and_is_read_by_another_press() -> Outcome {
    let outage = Outage::for_addresses(&["assay-reports"])?;
    let journey = Journey::new()
        .at_address(outage.address())
        .allowing_message("503")
        .allowing_message("could not load the program for reports");
    journey.run(async |visitor| {
        outage.begin();
        open_dialog(visitor, &assessment()?).await?;
        visitor.press("[data-action=close-reports]").await?;
        go_to_workspace(visitor).await?;
        let folder = SiteFolder::empty()?;
        folder.write("table.csv", "id,answer\ndata.domain,unknown\n")?;
        let path = folder.file_path("table.csv");
        visitor
            .choose_file("[data-action=import-answers]", &path)
            .await?;
        visitor.wait_visible("[data-action=import-again]").await?;
        outage.end();
        visitor.press("[data-action=import-again]").await?;
        visitor.wait_visible("[data-changed='data.domain']").await?;
        visitor.press("[data-action=apply-answers]").await?;
        visitor.wait_hidden("[data-import-preview]").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "unknown");
        Ok(())
    })
}
