//! Taking back a copy that was begun by mistake.

use assay_journeys::{Journey, Outcome, Visitor, invitation_payload, standard_model};

const UNDO: &str = ".notice [data-action=undo]";

/// The list has one row, the assessment before the copy, and the copy among the deleted ones.
async fn check_taken_back(visitor: &Visitor) -> Outcome {
    visitor
        .wait_until(
            "the notice tells where the copy is",
            "return document.querySelector('.notice')?.innerText.includes('can be restored')",
        )
        .await?;
    let notice = visitor.text(".notice").await?;
    assert!(notice.contains("earlier assessment is back"), "{notice}");
    visitor.go_to_hash("#/workspace").await?;
    visitor.wait_for_rows(1).await?;
    assert_eq!(visitor.count_visible("tr[data-current]").await?, 1);
    assert_eq!(visitor.count_visible("[data-deleted-assessment]").await?, 1);
    visitor.go_to_section("data").await?;
    assert_eq!(visitor.shown_answer("data.domain").await?, "3");
    visitor.reload().await?;
    visitor.wait_for_section("data").await?;
    assert_eq!(visitor.shown_answer("data.domain").await?, "3");
    Ok(())
}

#[test]
fn a_copy_that_nobody_changed_leaves_the_list_with_its_undo() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.open("#/example/bank").await?;
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        // Twice, as a clumsy visitor does.
        visitor.wait_visible(UNDO).await?;
        let twice = "const undo = document.querySelector('.notice [data-action=undo]'); undo.click(); undo.click();";
        visitor.run_script(twice, Vec::new()).await?;
        check_taken_back(visitor).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.press("[data-action=restore-deleted]").await?;
        visitor.wait_for_rows(2).await
    })
}

/// Begins to answer an invitation while the browser has an assessment.
async fn begin_invitation(visitor: &Visitor) -> Outcome {
    let payload = invitation_payload(&standard_model()?, "Please answer.")?;
    visitor.begin_in_data(&[("data.domain", "3")]).await?;
    visitor.open(&format!("#/i/{payload}")).await?;
    visitor.press("[data-action=begin]").await?;
    visitor.wait_for_page("profile").await
}

#[test]
fn an_invitation_that_nobody_answered_leaves_the_list_with_its_undo() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_invitation(visitor).await?;
        visitor.press(UNDO).await?;
        check_taken_back(visitor).await
    })
}

#[test]
fn what_was_changed_since_stays_in_the_list() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_invitation(visitor).await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Ada").await?;
        visitor.press(UNDO).await?;
        visitor.wait_hidden(UNDO).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(2).await?;
        assert_eq!(visitor.count_visible("[data-deleted-assessment]").await?, 0);
        let current = visitor.text("tr[data-current]").await?;
        assert!(!current.contains("Ada"), "{current}");
        Ok(())
    })
}
