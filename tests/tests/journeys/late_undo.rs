//! An undo that takes longer than what follows it.

use assay_journeys::{Journey, Outcome};

/// Holds the answer to the next request to the database until `window.release` is called.
const HOLD_NEXT_REQUEST: &str = "const own = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess'); Object.defineProperty(IDBRequest.prototype, 'onsuccess', { ...own, set(done) { if (!window.holding) return own.set.call(this, done); window.holding = false; own.set.call(this, event => { window.release = () => done(event); }); } })";

#[test]
fn an_undo_that_ends_after_another_assessment_was_opened_does_not_switch_back() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.preload_script(HOLD_NEXT_REQUEST).await?;
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.press("[data-action=start]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Later").await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(2).await?;
        visitor.press("tr:not([data-current]) [data-action=open]").await?;
        visitor.wait_for_page("review").await?;
        let undo_and_open = "window.holding = true; document.querySelector('[data-action=undo-change]').click(); location.hash = '#/workspace'";
        visitor.run_script(undo_and_open, Vec::new()).await?;
        visitor.wait_for_rows(2).await?;
        visitor.press("tr:not([data-current]) [data-action=open]").await?;
        visitor.wait_for_page("review").await?;
        visitor.wait_until("the request of the undo is held", "return !!window.release").await?;
        visitor.run_script("window.release()", Vec::new()).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(2).await?;
        let current = visitor.text("tr[data-current]").await?;
        assert!(current.contains("Later"), "the opened one stays the current one: {current}");
        Ok(())
    })
}
