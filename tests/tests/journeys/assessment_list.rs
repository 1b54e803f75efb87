//! The list of all assessments: search, sorting, actions for one and several, deletion with undo.

use assay_journeys::{Journey, Key, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const ROWS: &str = ".assessments tbody tr";

/// Stores assessments with these names, labels and levels of `data.domain`, the first changed last.
async fn store_assessments(visitor: &Visitor, all: &[(&str, &str, u8)]) -> Outcome {
    let put = "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem('assay/kept/' + key, '=' + value)";
    let mut records = serde_json::Map::new();
    for (at, (name, label, level)) in all.iter().enumerate() {
        let head = json!({
            "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
            "profile": { "name": name, "stance": "adopt" }, "answers": {}, "labels": [label],
        });
        records.insert(format!("a/k{at}/head"), head.to_string().into());
        let time = format!("2026-11-{:02}T09:00:00Z", 28 - at);
        records.insert(format!("a/k{at}/updated"), time.into());
        records.insert(format!("a/k{at}/q/data.domain"), level.to_string().into());
    }
    visitor.open("#/about").await?;
    visitor
        .run_script(put, vec![Value::Object(records)])
        .await?;
    Ok(())
}

const THREE: [(&str, &str, u8); 3] = [
    ("Orion", "Bank", 1),
    ("Atlas", "Insurer", 2),
    ("Nordbank", "Bank", 3),
];

async fn open_three(visitor: &Visitor) -> Outcome {
    store_assessments(visitor, &THREE).await?;
    visitor.open("#/workspace").await?;
    visitor.wait_for_rows(3).await
}

/// The keys of the rows in their order.
async fn keys(visitor: &Visitor) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-assessment]')].map(row => row.dataset.assessment)";
    let found = visitor.run_script(script, Vec::new()).await?;
    Ok(serde_json::from_value(found)?)
}

#[test]
fn an_assessment_without_answers_has_no_bars() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor.open("#/example/bank").await?;
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        let put = "for (const [name, value] of [['head', arguments[0]], ['updated', '2026-11-01T09:00:00Z']]) localStorage.setItem('assay/kept/a/none/' + name, '=' + value)";
        let head = json!({
            "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
            "profile": { "name": "Nobody", "stance": "adopt" }, "answers": {},
        });
        visitor.run_script(put, vec![head.to_string().into()]).await?;
        visitor.open("#/workspace").await?;
        visitor.wait_for_rows(5).await?;
        visitor.wait_visible(".assessments .mini-bars").await?;
        visitor.wait_until("the figures are there", "return document.querySelector('[data-assessment=none]').textContent.includes('none yet')").await?;
        assert_eq!(visitor.count_visible("[data-assessment=none] .mini-bars").await?, 0);
        Ok(())
    })
}

#[test]
fn search_sorting_and_label_filter_stay_when_an_assessment_was_opened() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        assert_eq!(
            keys(visitor).await?,
            ["k0", "k1", "k2"],
            "the last changed first"
        );
        visitor.press("[data-sort=name]").await?;
        visitor
            .wait_visible("[data-column=name][aria-sort=ascending]")
            .await?;
        assert_eq!(keys(visitor).await?, ["k1", "k2", "k0"]);
        visitor
            .wait_until(
                "the header keeps the focus",
                "return document.activeElement?.dataset.sort === 'name'",
            )
            .await?;
        visitor.press("input[name=search]").await?;
        visitor.type_keys("bank").await?;
        visitor.wait_for_rows(2).await?;
        visitor
            .press("[data-assessment=k2] [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.back().await?;
        visitor.wait_for_rows(2).await?;
        assert_eq!(visitor.value("input[name=search]").await?, "bank");
        assert_eq!(keys(visitor).await?, ["k2", "k0"]);
        Ok(())
    })
}

#[test]
fn a_deleted_assessment_is_restored_by_its_undo_and_from_the_list_of_deleted_ones() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor
            .choose_row_action("[data-assessment=k1]", "delete")
            .await?;
        visitor.wait_for_rows(2).await?;
        visitor
            .wait_until(
                "the outcome has the focus",
                "return document.activeElement?.matches('[data-outcome]')",
            )
            .await?;
        visitor.press("[data-action=undo-list]").await?;
        visitor.wait_for_rows(3).await?;
        visitor.wait_hidden("[data-deleted]").await?;
        visitor
            .choose_row_action("[data-assessment=k1]", "delete")
            .await?;
        visitor.wait_for_rows(2).await?;
        visitor.reload().await?;
        visitor
            .press("[data-deleted-assessment=k1] [data-action=restore-deleted]")
            .await?;
        visitor.wait_for_rows(3).await?;
        visitor
            .press("[data-assessment=k1] [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        Ok(())
    })
}

#[test]
fn a_deletion_is_final_after_thirty_days_or_at_once() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor.choose_row_action("[data-assessment=k0]", "delete").await?;
        visitor.wait_for_rows(2).await?;
        visitor.press("[data-deleted-assessment=k0] [data-action=delete-for-good]").await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.wait_hidden("[data-deleted]").await?;
        visitor.choose_row_action("[data-assessment=k1]", "delete").await?;
        visitor.wait_visible("[data-deleted-assessment=k1]").await?;
        let later = "const Now = Date; Date = class extends Now { constructor(...at) { super(...(at.length ? at : [Now.now() + 31 * 864e5])); } static now() { return Now.now() + 31 * 864e5; } }";
        visitor.preload_script(later).await?;
        visitor.open("#/workspace").await?;
        visitor.wait_for_rows(1).await?;
        visitor.wait_for_database().await?;
        visitor.wait_hidden("[data-deleted]").await?;
        let left = "return new Promise(done => { const open = indexedDB.open('assay', 1); open.onsuccess = () => { const all = open.result.transaction('kept').objectStore('kept').getAllKeys(); all.onsuccess = () => done(!all.result.some(key => key.startsWith('deleted/'))); }; })";
        visitor.wait_until("nothing of them is stored", left).await
    })
}

#[test]
fn an_assessment_is_renamed_and_labelled_with_keys_and_escape_changes_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        let row = "[data-assessment=k1]";
        visitor.choose_row_action(row, "rename").await?;
        visitor.wait_until("the field has the focus", "return document.activeElement?.name === 'row-name'").await?;
        visitor.type_keys("Elsewhere").await?;
        visitor.press_key(Key::Escape).await?;
        visitor.wait_hidden("input[name=row-name]").await?;
        assert!(visitor.text(row).await?.contains("Atlas"));
        visitor.choose_row_action(row, "rename").await?;
        visitor.wait_until("the field has the focus", "return document.activeElement?.name === 'row-name'").await?;
        visitor.type_keys("Atlas SE").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_until("it has its new name", "return document.querySelector('[data-assessment=k1] .name')?.innerText === 'Atlas SE'").await?;
        visitor.choose_row_action(row, "labels").await?;
        visitor.wait_until("the field has the focus", "return document.activeElement?.name === 'row-labels'").await?;
        visitor.type_keys("2026, Key").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_until("it has its labels", "return document.querySelectorAll('[data-assessment=k1] .label-tag').length === 2").await?;
        let saved = visitor.save_text_file(&format!("{row} [data-action=export-json]")).await?;
        let saved: Value = serde_json::from_str(&saved)?;
        assert_eq!(saved["labels"], json!(["2026", "Key"]));
        assert_eq!(saved["profile"]["name"], "Atlas SE");
        Ok(())
    })
}

#[test]
fn an_assessment_is_duplicated_and_archived_and_both_are_undone() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor
            .choose_row_action("[data-assessment=k0]", "duplicate")
            .await?;
        visitor.wait_for_rows(4).await?;
        assert!(visitor.text(".assessments").await?.contains("Orion (copy)"));
        visitor.press("[data-action=undo-list]").await?;
        visitor.wait_for_rows(3).await?;
        visitor
            .choose_row_action("[data-assessment=k0]", "archive")
            .await?;
        visitor.wait_for_rows(2).await?;
        visitor.press("[data-action=undo-list]").await?;
        visitor.wait_for_rows(3).await
    })
}

#[test]
fn chosen_assessments_are_compared_saved_as_lines_and_imported_again() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = folder.file_path("all.jsonl");
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor
            .press("[data-assessment=k0] input[name=choose]")
            .await?;
        assert_eq!(
            visitor
                .count_visible("[data-action=compare-chosen]:disabled")
                .await?,
            1
        );
        visitor.wait_visible("[data-limits]").await?;
        visitor.press("[data-action=choose-all]").await?;
        let lines = visitor
            .save_text_file("[data-action=export-chosen]")
            .await?;
        assert_eq!(lines.lines().count(), 3, "{lines}");
        folder.write("all.jsonl", &lines)?;
        visitor.choose_file("[data-action=import]", &file).await?;
        visitor.wait_for_rows(6).await?;
        visitor.press("[data-action=compare-chosen]").await?;
        visitor.wait_for_page("compare").await?;
        visitor
            .wait_until(
                "three are compared",
                "return document.querySelectorAll('[data-compared]').length === 3",
            )
            .await
    })
}

#[test]
fn chosen_assessments_become_members_of_the_team() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor.press("[data-action=choose-all]").await?;
        visitor.press("[data-action=team-chosen]").await?;
        visitor.wait_for_page("team").await?;
        visitor.wait_visible("[data-members='3']").await
    })
}

#[test]
fn an_assessment_of_an_absent_questionnaire_is_listed_saved_and_deleted() -> Outcome {
    Journey::new().run(async |visitor| {
        let put = "localStorage.setItem('assay/kept/a/k9/head', '=' + JSON.stringify({ format: 'assay.assessment/1', model: { id: 'ours', version: '7' }, profile: { name: 'Own', stance: 'adopt' }, answers: {} }))";
        visitor.open("#/about").await?;
        visitor.run_script(put, Vec::new()).await?;
        visitor.open("#/workspace").await?;
        visitor.wait_visible("[data-assessment=k9] [data-damage]").await?;
        assert_eq!(visitor.count_visible("[data-assessment=k9] [data-action=open]").await?, 0);
        let saved = visitor.save_text_file("[data-assessment=k9] [data-action=export-json]").await?;
        assert_eq!(serde_json::from_str::<Value>(&saved)?["model"]["id"], "ours");
        visitor.choose_row_action("[data-assessment=k9]", "delete").await?;
        visitor.wait_visible("[data-deleted-assessment=k9]").await?;
        visitor.stays_hidden(ROWS).await
    })
}

#[test]
fn chosen_assessments_alone_are_backed_up_archived_and_deleted_and_both_are_undone() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        for key in ["k0", "k2"] {
            let choose = format!("[data-assessment={key}] input[name=choose]");
            visitor.press(&choose).await?;
        }
        let backup = visitor
            .save_text_file("[data-action=backup-chosen]")
            .await?;
        for (record, is_chosen) in [("a/k0/head", true), ("a/k1/", false), ("a/k2/head", true)] {
            assert_eq!(backup.contains(record), is_chosen, "{record}: {backup}");
        }
        for action in ["archive-chosen", "delete-chosen"] {
            visitor.press(&format!("[data-action={action}]")).await?;
            visitor.wait_for_rows(1).await?;
            assert_eq!(keys(visitor).await?, ["k1"], "{action}");
            visitor.press("[data-action=undo-list]").await?;
            visitor.wait_for_rows(3).await?;
            for key in ["k0", "k2"] {
                let choose = format!("[data-assessment={key}] input[name=choose]:not(:checked)");
                if visitor.count_visible(&choose).await? > 0 {
                    visitor.press(&choose).await?;
                }
            }
        }
        Ok(())
    })
}
