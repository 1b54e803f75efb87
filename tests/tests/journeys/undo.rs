//! Undo and redo of changes to an assessment.

use assay_journeys::{Journey, Key, Outage, Outcome, Visitor};

const UNDO: &str = "[data-action=undo-change]";
const REDO: &str = "[data-action=redo-change]";
const NOTE: &str = "fieldset[data-question='data.domain'] textarea";

/// Waits until a question shows an answer.
async fn wait_for_answer(visitor: &Visitor, question: &str, answer: &str) -> Outcome {
    let script = format!(
        "return (document.querySelector(\"[data-question='{question}'] input:checked\")?.value ?? '') === '{answer}'"
    );
    let what = format!("{question} shows \"{answer}\"");
    visitor.wait_until(&what, &script).await
}

async fn wait_for_text(visitor: &Visitor, selector: &str, text: &str) -> Outcome {
    let script =
        format!("return document.querySelector(\"{selector}\")?.textContent.includes(\"{text}\")");
    visitor
        .wait_until(&format!("{selector} tells \"{text}\""), &script)
        .await
}

#[test]
fn answers_are_undone_and_redone_after_a_reload() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .begin_in_data(&[
                ("data.inventory", "1"),
                ("data.domain", "2"),
                ("data.domain", "3"),
            ])
            .await?;
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        visitor.press(UNDO).await?;
        wait_for_answer(visitor, "data.domain", "2").await?;
        wait_for_text(visitor, "[data-undone]", "level 4 → 3").await?;
        wait_for_text(visitor, "[aria-live=polite]", "Undone: ").await?;
        visitor.wait_at_rest(UNDO).await?;
        visitor.press(UNDO).await?;
        wait_for_answer(visitor, "data.domain", "").await?;
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        visitor.press(REDO).await?;
        wait_for_answer(visitor, "data.domain", "2").await?;
        visitor.wait_at_rest(REDO).await?;
        visitor.press(REDO).await?;
        wait_for_answer(visitor, "data.domain", "3").await?;
        visitor.reload().await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "3",
            "what was redone is stored"
        );
        assert_eq!(visitor.shown_answer("data.inventory").await?, "1");
        visitor.press(REDO).await?;
        wait_for_text(visitor, "[data-undone]", "nothing to redo").await
    })
}

#[test]
fn keys_undo_and_redo_and_lead_to_the_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .begin_in_data(&[("data.inventory", "1"), ("data.domain", "2")])
            .await?;
        visitor.press_with(&[Key::Control], "z").await?;
        wait_for_answer(visitor, "data.domain", "").await?;
        let at_domain = "return document.activeElement?.closest('[data-question]')?.dataset.question === 'data.domain'";
        visitor.wait_until("the focus is at the question", at_domain).await?;
        visitor.press_with(&[Key::Control], "z").await?;
        wait_for_answer(visitor, "data.inventory", "").await?;
        visitor.press_with(&[Key::Control, Key::Shift], "Z").await?;
        wait_for_answer(visitor, "data.inventory", "1").await?;
        visitor.press_with(&[Key::Control], "y").await?;
        wait_for_answer(visitor, "data.domain", "2").await?;
        visitor.go_to_section("algorithms").await?;
        visitor.press_with(&[Key::Control], "z").await?;
        wait_for_text(visitor, ".notice", "Undone: ").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "");
        Ok(())
    })
}

#[test]
fn a_typed_note_is_one_step_and_in_its_field_the_key_is_the_browsers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor
            .press("fieldset[data-question='data.domain'] [data-note]")
            .await?;
        visitor.press(NOTE).await?;
        visitor.type_keys("see the register").await?;
        visitor.press_with(&[Key::Control], "z").await?;
        visitor
            .wait_until(
                "the browser takes letters back",
                &format!("return document.querySelector({NOTE:?}).value !== 'see the register'"),
            )
            .await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        visitor.type_keys(" kept here").await?;
        let written = visitor.value(NOTE).await?;
        visitor.press(UNDO).await?;
        visitor
            .wait_until(
                "the note is gone",
                &format!("return document.querySelector({NOTE:?}).value === ''"),
            )
            .await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "2",
            "the answer stays"
        );
        visitor.wait_at_rest(REDO).await?;
        visitor.press(REDO).await?;
        visitor
            .wait_until(
                "the note is back",
                &format!("return document.querySelector({NOTE:?}).value === {written:?}"),
            )
            .await
    })
}

#[test]
fn the_profile_is_undone_on_its_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Acme").await?;
        visitor.press("input[name=stance][value=adopt]").await?;
        visitor.reload().await?;
        let stance =
            "return document.querySelector('input[name=stance]:checked').value === 'provide'";
        visitor.press(UNDO).await?;
        visitor.wait_until("the stance is undone", stance).await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        visitor.wait_at_rest(UNDO).await?;
        visitor.press(UNDO).await?;
        visitor
            .wait_until(
                "the name is undone",
                "return document.querySelector('input[name=name]').value === ''",
            )
            .await
    })
}

#[test]
fn an_undo_takes_away_the_questions_that_the_answer_had_added() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.choose_answer("compute.owned", "0").await?;
        visitor.choose_answer("compute.owned", "2").await?;
        visitor
            .wait_visible("[data-question='compute.utilisation']")
            .await?;
        visitor.press_with(&[Key::Control], "z").await?;
        visitor
            .wait_hidden("[data-question='compute.utilisation']")
            .await?;
        visitor.press_with(&[Key::Control], "y").await?;
        visitor
            .wait_visible("[data-question='compute.utilisation']")
            .await
    })
}

#[test]
fn what_another_tab_answered_since_is_not_undone() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .begin_in_data(&[("data.inventory", "1"), ("data.domain", "2")])
            .await?;
        let first = visitor.current_tab().await?;
        visitor.open_tab("#/s/data").await?;
        visitor.choose_answer("data.domain", "4").await?;
        visitor.switch_to_tab(&first).await?;
        wait_for_answer(visitor, "data.domain", "4").await?;
        visitor.press(UNDO).await?;
        wait_for_text(visitor, "[data-undone]", "Left as it is").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "4",
            "the newer answer stays"
        );
        visitor.wait_at_rest(UNDO).await?;
        visitor.press(UNDO).await?;
        wait_for_answer(visitor, "data.inventory", "").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "4");
        Ok(())
    })
}

#[test]
fn the_review_shows_what_was_undone_on_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor.go_to_hash("#/review").await?;
        visitor.wait_for_page("review").await?;
        let domain = "a[href='#/s/data?q=data.domain']";
        assert_eq!(visitor.count_visible(domain).await?, 0);
        visitor.press(UNDO).await?;
        visitor.wait_visible(domain).await
    })
}

#[test]
fn deleting_everything_deletes_the_steps() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor.delete_everything().await?;
        visitor.wait_for_page("start").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.wait_for_section("data").await?;
        visitor.press(UNDO).await?;
        wait_for_text(visitor, "[data-undone]", "nothing to undo").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "");
        Ok(())
    })
}

/// Whether the store has steps.
const HAS_STEPS: &str = "return new Promise(done => { const open = indexedDB.open('assay', 1); open.onsuccess = () => { const all = open.result.transaction('kept').objectStore('kept').getAllKeys(); all.onsuccess = () => done(all.result.some(key => key.startsWith('undo/'))); }; })";

#[test]
fn deleting_an_assessment_deletes_its_steps() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        visitor.wait_until("the step is stored", HAS_STEPS).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor
            .choose_row_action(".assessments tbody tr", "delete")
            .await?;
        visitor.wait_visible("[data-deleted-assessment]").await?;
        let gone = HAS_STEPS.replace("done(all", "done(!all");
        visitor.wait_until("the steps are gone", &gone).await
    })
}

#[test]
fn where_the_full_app_cannot_be_loaded_an_undo_tells_so_and_changes_nothing() -> Outcome {
    let no_worker = "if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'))";
    let outage = Outage::for_addresses(&["assay-full"])?;
    Journey::new()
        .at_address(outage.address())
        .allowing_message("503")
        .run(async |visitor| {
            visitor.preload_script(no_worker).await?;
            visitor.open("#/s/data").await?;
            outage.begin();
            visitor.choose_answer("data.domain", "2").await?;
            visitor.press(UNDO).await?;
            wait_for_text(visitor, ".notice", "could not be loaded").await?;
            assert_eq!(visitor.shown_answer("data.domain").await?, "2");
            outage.end();
            visitor.go_to_hash("#/results").await?;
            visitor.wait_for_page("results").await?;
            visitor.go_to_section("data").await?;
            assert_eq!(
                visitor.shown_answer("data.domain").await?,
                "2",
                "the request does not hold elsewhere"
            );
            visitor.press(UNDO).await?;
            wait_for_answer(visitor, "data.domain", "").await
        })
}
