//! The list of assessments opens from stored summaries, which are never older than the answers.

use assay_journeys::{Error, Journey, Outcome, Visitor};
use serde_json::{Value, json};

/// Defines `store(mode)`: the object store of the app's database.
const STORE: &str = "const store = mode => new Promise((done, failed) => { const open = indexedDB.open('assay', 1); open.onerror = failed;
    open.onsuccess = () => { const transaction = open.result.transaction('kept', mode); transaction.oncomplete = () => open.result.close(); done(transaction.objectStore('kept')); }; });";

/// Notes from where the app reads the database.
const NOTE_READS: &str = "const read = IDBObjectStore.prototype.getAll; window.reads = [];
    IDBObjectStore.prototype.getAll = function (range) { window.reads.push(range.lower); return read.call(this, range); };";

/// Summaries cannot be stored.
const NO_ROOM: &str = "const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
        const request = put.call(this, value, key);
        if (key.endsWith('/summary')) this.transaction.abort();
        return request;
    };";

/// The keys of the database.
async fn keys(visitor: &Visitor) -> Outcome<Vec<String>> {
    let script = format!(
        "{STORE} return store('readonly').then(all => new Promise(done => {{ const keys = all.getAllKeys(); keys.onsuccess = () => done(keys.result); }}))"
    );
    let found = visitor.run_script(&script, Vec::new()).await?;
    Ok(serde_json::from_value(found)?)
}

/// Stores texts directly in the database, without the app; `null` deletes.
async fn put(visitor: &Visitor, texts: Value) -> Outcome {
    let script = format!(
        "{STORE} return store('readwrite').then(all => new Promise(done => {{
            for (const [key, text] of Object.entries(arguments[0])) text === null ? all.delete(key) : all.put(text, key);
            all.transaction.addEventListener('complete', () => done(true)); }}))"
    );
    visitor.run_script(&script, vec![texts]).await.map(drop)
}

fn head(name: &str) -> String {
    let head = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
        "profile": { "name": name, "stance": "adopt" }, "answers": {},
    });
    head.to_string()
}

/// Opens the list of three assessments, which were stored before there were summaries, and waits until
/// their summaries are stored.
async fn open_three(visitor: &Visitor) -> Outcome {
    visitor.open("#/about").await?;
    visitor.wait_for_database().await?;
    let mut records = serde_json::Map::new();
    for (at, name) in ["Orion", "Atlas", "Nordbank"].into_iter().enumerate() {
        records.insert(format!("a/k{at}/head"), head(name).into());
        records.insert(format!("a/k{at}/q/data.domain"), "2".into());
    }
    put(visitor, Value::Object(records)).await?;
    visitor.go_to_hash("#/workspace").await?;
    visitor.wait_for_rows(3).await?;
    wait_for_summaries(visitor, 3).await
}

async fn wait_for_summaries(visitor: &Visitor, count: usize) -> Outcome {
    for _ in 0..100 {
        let all = keys(visitor).await?;
        if all.iter().filter(|key| key.ends_with("/summary")).count() == count {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let all = keys(visitor).await?;
    Err(Error::new(format!(
        "There are not {count} summaries: {all:?}"
    )))
}

/// Waits until a row shows so many answers.
async fn wait_for_answers(visitor: &Visitor, key: &str, count: usize) -> Outcome {
    let script = format!(
        "return document.querySelector('[data-assessment={key}] [data-column=answered] .figure')?.innerText.startsWith('{count} ')"
    );
    visitor
        .wait_until(&format!("{key} has {count} answers"), &script)
        .await
}

/// Opens the list in a new page, and returns from where it read the database.
async fn open_again(visitor: &Visitor) -> Outcome<Vec<String>> {
    visitor.open("#/workspace").await?;
    visitor
        .wait_until(
            "all rows have figures",
            "const cells = [...document.querySelectorAll('.assessments tbody [data-column=answered] .figure')]; return cells.length && cells.every(cell => cell.innerText !== '…')",
        )
        .await?;
    let reads = visitor
        .run_script("return window.reads ?? []", Vec::new())
        .await?;
    Ok(serde_json::from_value(reads)?)
}

#[test]
fn the_list_opens_again_without_reading_an_answer() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor.preload_script(NOTE_READS).await?;
        let reads = open_again(visitor).await?;
        assert!(reads.contains(&"list/".to_owned()), "{reads:?}");
        assert!(
            !reads.iter().any(|from| from.starts_with("a/")),
            "{reads:?}"
        );
        wait_for_answers(visitor, "k1", 1).await?;
        assert!(
            visitor
                .text("[data-assessment=k1]")
                .await?
                .contains("Atlas")
        );
        visitor.press("[data-sort=content]").await?;
        visitor.press("input[name=search]").await?;
        visitor.type_keys("nord").await?;
        visitor.wait_for_rows(1).await?;
        let saved = visitor
            .save_text_file("[data-assessment=k2] [data-action=export-json]")
            .await?;
        let saved: Value = serde_json::from_str(&saved)?;
        assert_eq!(saved["answers"]["data.domain"], 2, "{saved}");
        Ok(())
    })
}

#[test]
fn after_an_update_of_the_app_the_list_opens_from_the_summaries_and_computes_their_figures_anew()
-> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        // The app and its tests have one version. The stored text has the length of each part in front.
        let script = format!(
            "const [own] = arguments; {STORE} return store('readwrite').then(all => new Promise(done => {{
                let changed = 0;
                const cursor = all.openCursor(IDBKeyRange.bound('list/', 'list0'));
                cursor.onsuccess = () => {{
                    const at = cursor.result;
                    if (!at) return;
                    if (at.value.includes(own)) {{ at.update(at.value.replace(own, own.replace(/.$/, 'x'))); changed++; }}
                    at.continue();
                }};
                all.transaction.addEventListener('complete', () => done(changed)); }}))"
        );
        let version = env!("CARGO_PKG_VERSION");
        let own = format!("{}\n{version}", version.len());
        let changed = visitor.run_script(&script, vec![own.into()]).await?;
        assert_eq!(changed, 3, "summaries with figures of this version");
        visitor.preload_script(NOTE_READS).await?;
        let mut reads = open_again(visitor).await?;
        wait_for_answers(visitor, "k1", 1).await?;
        reads.retain(|from| from.starts_with("a/"));
        reads.sort();
        assert_eq!(reads, ["a/k0/", "a/k1/", "a/k2/"], "never all records");
        Ok(())
    })
}

#[test]
fn an_answer_shows_in_the_list_and_only_its_assessment_is_read() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor.preload_script(NOTE_READS).await?;
        visitor
            .press("[data-assessment=k1] [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.access", "4").await?;
        visitor.wait_for_database().await?;
        let reads = open_again(visitor).await?;
        wait_for_answers(visitor, "k1", 2).await?;
        wait_for_answers(visitor, "k0", 1).await?;
        let of_answers = reads.iter().filter(|from| from.starts_with("a/"));
        assert!(of_answers.clone().all(|from| from == "a/k1/"), "{reads:?}");
        Ok(())
    })
}

#[test]
fn another_tabs_answer_shows_in_the_open_list() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        let list = visitor.current_tab().await?;
        visitor.open_tab("#/workspace").await?;
        visitor
            .press("[data-assessment=k2] [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.access", "4").await?;
        visitor.switch_to_tab(&list).await?;
        wait_for_answers(visitor, "k2", 2).await
    })
}

#[test]
fn what_was_stored_without_the_app_is_noticed() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        let more = json!({ "a/k0/q/data.access": "3", "a/k7/head": head("Added"), "a/k1/head": null, "a/k1/q/data.domain": null,
            "a/k8/q/data.domain": "1", "list/k9/rev": "r", "list/k9/summary": "of nothing", "list/k2/summary": "7\nx" });
        put(visitor, more).await?;
        visitor.open("#/workspace").await?;
        visitor.wait_for_rows(3).await?;
        wait_for_answers(visitor, "k0", 2).await?;
        wait_for_answers(visitor, "k2", 1).await?;
        assert!(visitor.text("[data-assessment=k7]").await?.contains("Added"));
        wait_for_summaries(visitor, 3).await?;
        let all = keys(visitor).await?;
        let left: Vec<&String> = all
            .iter()
            .filter(|key| key.starts_with("list/k1/") || key.starts_with("list/k9/"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        visitor.preload_script(NOTE_READS).await?;
        let reads = open_again(visitor).await?;
        assert!(
            !reads.iter().any(|from| from.starts_with("a/")),
            "records without a head are counted: {reads:?}"
        );
        Ok(())
    })
}

#[test]
fn deletion_restoring_and_backup_concern_assessments_alone() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        visitor
            .choose_row_action("[data-assessment=k1]", "delete")
            .await?;
        visitor.wait_for_rows(2).await?;
        visitor.wait_visible("[data-deleted-assessment=k1]").await?;
        let all = keys(visitor).await?;
        assert!(
            !all.iter().any(|key| key.starts_with("list/k1/")),
            "{all:?}"
        );
        visitor.press("[data-action=undo-list]").await?;
        visitor.wait_for_rows(3).await?;
        wait_for_answers(visitor, "k1", 1).await?;
        wait_for_summaries(visitor, 3).await?;
        let backup = visitor.save_text_file("[data-action=backup]").await?;
        assert!(
            backup.contains("a/k1/q/data.domain") && !backup.contains("list/"),
            "{backup}"
        );
        visitor.delete_everything().await?;
        for _ in 0..100 {
            if keys(visitor).await?.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        let all = keys(visitor).await?;
        Err(Error::new(format!("Something is left: {all:?}")))
    })
}

#[test]
fn where_there_is_no_room_for_summaries_nothing_else_changes_and_nobody_is_told() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.preload_script(NO_ROOM).await?;
        visitor.open("#/about").await?;
        visitor.wait_for_database().await?;
        put(
            visitor,
            json!({ "a/k0/head": head("Orion"), "a/k0/q/data.domain": "2" }),
        )
        .await?;
        visitor.go_to_hash("#/workspace").await?;
        wait_for_answers(visitor, "k0", 1).await?;
        visitor.wait_for_database().await?;
        visitor.stays_hidden(".notice.warning").await?;
        visitor
            .press("[data-assessment=k0] [data-action=open]")
            .await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.access", "3").await?;
        visitor.wait_for_database().await?;
        let all = keys(visitor).await?;
        assert!(all.contains(&"a/k0/q/data.access".to_owned()), "{all:?}");
        assert!(!all.iter().any(|key| key.ends_with("/summary")), "{all:?}");
        visitor.go_to_hash("#/workspace").await?;
        wait_for_answers(visitor, "k0", 2).await
    })
}

#[test]
fn a_second_press_begins_one_measurement() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        let twice = "const button = document.querySelector('[data-assessment=k0] [data-action=measure-again]'); button.click(); button.click();";
        visitor.press("[data-assessment=k0] .row-menu > summary").await?;
        visitor.run_script(twice, Vec::new()).await?;
        visitor.wait_for_page("review").await?;
        visitor.wait_for_database().await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(4).await
    })
}

#[test]
fn what_another_tab_deleted_is_neither_saved_nor_said_to_be_here() -> Outcome {
    Journey::new().run(async |visitor| {
        open_three(visitor).await?;
        put(
            visitor,
            json!({ "a/k1/head": null, "a/k1/q/data.domain": null }),
        )
        .await?;
        visitor
            .press("[data-assessment=k1] [data-action=export-json]")
            .await?;
        visitor.wait_visible("[data-outcome]").await?;
        let said = visitor.text("[data-outcome]").await?;
        assert!(said.contains("no longer here"), "{said}");
        visitor.stays_hidden("[data-saved]").await
    })
}
