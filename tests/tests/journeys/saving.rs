//! Other ways to a file that the browser does not save: browsers inside other apps drop downloads
//! silently.

use assay_journeys::{Journey, Outcome, Visitor};
use serde_json::Value;

/// A browser that drops every download.
const DROP_DOWNLOADS: &str = "const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () { if (!this.download) click.call(this); };";

/// Records what is copied and shared.
const RECORD_SHARING: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } });
    navigator.canShare = data => data.files?.every(file => /text|image/.test(file.type));
    navigator.share = async data => { window.shared = data; };";

async fn begin_assessment(visitor: &Visitor) -> Outcome {
    visitor.preload_script(DROP_DOWNLOADS).await?;
    visitor.preload_script(RECORD_SHARING).await?;
    visitor.begin_in_data(&[("data.domain", "3")]).await
}

async fn domain_level(text: &str) -> Outcome<Option<u64>> {
    let file: Value = serde_json::from_str(text)?;
    Ok(file.pointer("/answers/data.domain").and_then(Value::as_u64))
}

#[test]
fn an_assessment_that_is_not_saved_can_be_copied_and_shared() -> Outcome {
    Journey::new().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.press("[data-action=export-json]").await?;
        visitor.wait_visible("[data-saved='assay.json']").await?;
        assert_eq!(
            domain_level(&visitor.value("[data-saved-text]").await?).await?,
            Some(3)
        );
        visitor.press("[data-action=copy-saved]").await?;
        visitor
            .wait_until("it is copied", "return window.copied")
            .await?;
        let copied = visitor
            .run_script("return window.copied", Vec::new())
            .await?;
        assert_eq!(
            domain_level(copied.as_str().unwrap_or_default()).await?,
            Some(3)
        );
        visitor.press("[data-action=share-saved]").await?;
        visitor
            .wait_until("it is shared", "return window.shared")
            .await?;
        let shared = "return window.shared.files[0].text()";
        let shared = visitor.run_script(shared, Vec::new()).await?;
        assert_eq!(
            domain_level(shared.as_str().unwrap_or_default()).await?,
            Some(3)
        );
        visitor.press("[data-action=dismiss-saved]").await?;
        visitor.wait_hidden("[data-saved]").await
    })
}

#[test]
fn where_nothing_is_stored_the_answers_can_be_copied_before_the_whole_program_is_there() -> Outcome
{
    Journey::new().without_storage().run(async |visitor| {
        begin_assessment(visitor).await?;
        visitor.press(".notice.warning button").await?;
        visitor.wait_visible("[data-saved='assay.json']").await?;
        assert_eq!(domain_level(&visitor.value("[data-saved-text]").await?).await?, Some(3));
        let inside = "const r = document.querySelector('[data-saved]').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight";
        visitor.wait_until("it is in view", inside).await
    })
}

#[test]
fn pictures_and_the_code_that_are_not_saved_are_shown_and_shared() -> Outcome {
    Journey::new()
        .allowing_message("outside a reactive tracking context")
        .run(async |visitor| {
            begin_assessment(visitor).await?;
            visitor.go_to_page("results").await?;
            visitor.press("[data-action=share]").await?;
            for (button, file) in [
                ("[data-action=save-png][data-sheet=wide]", "assay.wide.png"),
                ("[data-action=save-svg][data-sheet=a4]", "assay.a4.svg"),
                ("[data-action=save-qr]", "assay.qr.svg"),
            ] {
                visitor.press(button).await?;
                visitor
                    .wait_visible(&format!("[data-saved='{file}'] [data-saved-picture]"))
                    .await?;
                visitor
                    .wait_until(
                        "the picture shows",
                        "return document.querySelector('[data-saved-picture]').naturalWidth > 0",
                    )
                    .await?;
                visitor.press("[data-action=share-saved]").await?;
                visitor
                    .wait_until(
                        "it is shared",
                        &format!("return window.shared?.files[0].name === '{file}'"),
                    )
                    .await?;
            }
            Ok(())
        })
}
