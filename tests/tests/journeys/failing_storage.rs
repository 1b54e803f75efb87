//! Storage that fails while the app is used: a failure is never taken for empty or deleted data.

use assay_journeys::{Journey, Outcome, Visitor};
use serde_json::json;

/// A database that never answers. A database of another name is opened, so that the real one stays
/// unchanged.
const NEVER_ANSWERS: &str = "const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, ...rest) {
        const request = open.call(this, 'unanswered-' + name, ...rest);
        for (const event of ['success', 'error', 'upgradeneeded', 'blocked']) request.addEventListener(event, e => e.stopImmediatePropagation());
        return request;
    };";

/// A database that does not answer until the page calls `answerNow()`.
const ANSWERS_LATE: &str = "const open = IDBFactory.prototype.open; const held = []; let late = true;
    IDBFactory.prototype.open = function (...given) {
        if (!late) return open.apply(this, given);
        const request = new EventTarget();
        held.push(() => {
            const real = open.apply(this, given);
            for (const name of ['result', 'error', 'transaction', 'readyState', 'source']) Object.defineProperty(request, name, { get: () => real[name] });
            for (const event of ['success', 'error', 'upgradeneeded', 'blocked']) real.addEventListener(event, e => request['on' + event]?.(e));
        });
        Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
        for (const event of ['success', 'error', 'upgradeneeded', 'blocked']) Object.defineProperty(request, 'on' + event, { writable: true, value: null });
        return request;
    };
    window.answerNow = () => { late = false; held.forEach(answer => answer()); };";

/// Whether the database contains the head and the answer to `data.access`.
const STORED_KEYS: &str = "return new Promise(done => { const open = indexedDB.open('assay', 1); open.onupgradeneeded = () => open.transaction.abort(); open.onerror = () => done(false); open.onsuccess = () => {
    const all = open.result.transaction('kept').objectStore('kept').getAllKeys();
    all.onsuccess = () => { open.result.close(); done(['/head', '/q/data.access'].every(end => all.result.some(key => key.endsWith(end)))); }; }; })";

/// All database connections close, as on a phone after a pause in the background.
const DATABASE_DIES: &str = "IDBDatabase.prototype.transaction = () => { throw new DOMException('The database connection is closing.', 'InvalidStateError'); }";

/// The current connection closes; the next one works.
const DATABASE_DIES_ONCE: &str = "const begin = IDBDatabase.prototype.transaction; let dead;
    IDBDatabase.prototype.transaction = function (...given) {
        dead ??= this;
        if (dead === this) throw new DOMException('The database connection is closing.', 'InvalidStateError');
        return begin.apply(this, given);
    };";

async fn run_in_page(visitor: &Visitor, script: &str) -> Outcome {
    visitor.run_script(script, Vec::new()).await.map(drop)
}

#[test]
fn a_database_that_never_answers_is_reported_and_local_storage_holds_the_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.preload_script(NEVER_ANSWERS).await?;
        visitor.open("#/s/data").await?;
        visitor.wait_visible(".notice.warning[role=alert]").await?;
        visitor.choose_answer("data.access", "2").await?;
        visitor
            .check_data_after_reload(&[("data.access", "2")])
            .await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible("[data-unread]").await?;
        visitor.wait_visible(".assessments tbody tr").await
    })
}

#[test]
fn a_database_that_answers_late_is_used_and_shows_the_stored_assessments() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        visitor.wait_until("the answer is in the database", STORED_KEYS).await?;
        visitor.preload_script(ANSWERS_LATE).await?;
        visitor.open("#/s/data").await?;
        visitor.wait_visible(".notice.warning[role=alert]").await?;
        run_in_page(visitor, "answerNow()").await?;
        visitor.wait_hidden(".notice.warning").await?;
        visitor
            .wait_until(
                "the answer that was given before shows",
                "return document.querySelector(\"[data-question='data.access'] input:checked\")?.value === '2'",
            )
            .await
    })
}

#[test]
fn a_dead_handle_empties_no_list_and_deletes_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        visitor.go_to_page("about").await?;
        run_in_page(visitor, DATABASE_DIES).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible("[data-unread]").await?;
        let page = visitor.text("main").await?;
        assert!(
            !page.contains("no assessment"),
            "an error is not nothing: {page}"
        );
        visitor.delete_everything().await?;
        visitor.wait_visible(".notice[role=status]").await?;
        let notice = visitor.text(".notice[role=status]").await?;
        assert!(notice.contains("Nothing was deleted"), "{notice}");
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor
            .check_data_after_reload(&[("data.access", "2"), ("data.domain", "3")])
            .await
    })
}

#[test]
fn an_answer_after_the_database_died_is_stored_with_all_before_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        run_in_page(visitor, DATABASE_DIES).await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.wait_visible(".notice.warning[role=alert]").await?;
        visitor.preload_script(NEVER_ANSWERS).await?;
        visitor
            .check_data_after_reload(&[("data.domain", "3"), ("data.access", "2")])
            .await
    })
}

#[test]
fn a_handle_that_died_once_is_opened_anew_without_a_word() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        run_in_page(visitor, DATABASE_DIES_ONCE).await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        visitor.stays_hidden("[data-unread], .notice.warning").await?;
        visitor.delete_everything().await?;
        visitor.wait_visible(".notice[role=status]").await?;
        visitor.open("#/workspace").await?;
        visitor.wait_visible("main h1").await?;
        visitor
            .wait_until(
                "the list is empty",
                "return document.querySelector('[data-empty]') && !document.querySelector('.assessments tbody tr')",
            )
            .await
    })
}

#[test]
fn a_transaction_that_the_browser_aborts_loses_no_answer() -> Outcome {
    Journey::new().run(async |visitor| {
        let abort = "const put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function (...given) { const request = put.apply(this, given); this.transaction.abort(); return request; }";
        let aborting = visitor.preload_script(abort).await?;
        visitor.begin_in_data(&[("data.access", "2"), ("data.domain", "3")]).await?;
        visitor.send_devtools("Page.removeScriptToEvaluateOnNewDocument", aborting).await?;
        visitor.check_data_after_reload(&[("data.access", "2"), ("data.domain", "3")]).await
    })
}

#[test]
fn entries_erased_under_an_open_page_are_stored_again_with_the_next_answer() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        let erase = "return new Promise(done => { const gone = indexedDB.deleteDatabase('assay'); gone.onsuccess = () => done(true); })";
        visitor.wait_until("the database is deleted", erase).await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.wait_until("all is in the database again", STORED_KEYS).await?;
        visitor.check_data_after_reload(&[("data.access", "2"), ("data.domain", "3")]).await
    })
}

#[test]
fn a_note_warns_where_the_browser_may_erase_everything() -> Outcome {
    for granted in [false, true] {
        Journey::new().run(async |visitor| {
            let answer = format!(
                "window.asked = 0; window.queried = 0; if (window.StorageManager) {{ StorageManager.prototype.persist = async () => {{ window.asked++; return {granted}; }}; StorageManager.prototype.persisted = async () => {{ window.queried++; return {granted}; }}; }}"
            );
            visitor.preload_script(&answer).await?;
            visitor.open("#/s/data").await?;
            assert_eq!(visitor.run_script("return window.asked", Vec::new()).await?, json!(0));
            visitor.choose_answer("data.access", "2").await?;
            visitor.choose_answer("data.domain", "2").await?;
            visitor.wait_until("it is asked once", "return window.asked === 1").await?;
            visitor.go_to_hash("#/workspace").await?;
            visitor.wait_visible(".assessments tbody tr").await?;
            visitor.wait_until("the page has asked whether it lasts", "return window.queried > 0").await?;
            match granted {
                true => visitor.stays_hidden("[data-erasable]").await,
                false => visitor.wait_visible("[data-erasable]").await,
            }
        })?;
    }
    Ok(())
}
