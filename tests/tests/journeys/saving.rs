//! A file that a browser does not save can be had in another way: browsers inside other apps drop
//! downloads without a word.

use assay_journeys::{Journey, Outcome, Visitor};
use serde_json::Value;

/// A browser that drops every download.
const DROPPING: &str = "const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () { if (!this.download) click.call(this); };";

/// A clipboard and a choice of apps that remember.
const REMEMBERING: &str = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } });
    navigator.canShare = data => data.files?.every(file => /text|image/.test(file.type));
    navigator.share = async data => { window.shared = data; };";

async fn begun(visitor: &Visitor) -> Outcome {
    visitor.prepares(DROPPING).await?;
    visitor.prepares(REMEMBERING).await?;
    visitor.open("#/s/data").await?;
    visitor.answers("data.domain", "3").await
}

async fn level_in(text: &str) -> Outcome<Option<u64>> {
    let file: Value = serde_json::from_str(text)?;
    Ok(file.pointer("/answers/data.domain").and_then(Value::as_u64))
}

#[test]
fn an_assessment_that_is_not_saved_can_be_copied_and_shared() -> Outcome {
    Journey::new().run(async |visitor| {
        begun(visitor).await?;
        visitor.go("#/workspace").await?;
        visitor.press("[data-action=export-json]").await?;
        visitor.sees("[data-saved='assay.json']").await?;
        assert_eq!(
            level_in(&visitor.value("[data-saved-text]").await?).await?,
            Some(3)
        );
        visitor.press("[data-action=copy-saved]").await?;
        visitor
            .until("it is copied", "return window.copied")
            .await?;
        let copied = visitor.script("return window.copied", Vec::new()).await?;
        assert_eq!(
            level_in(copied.as_str().unwrap_or_default()).await?,
            Some(3)
        );
        visitor.press("[data-action=share-saved]").await?;
        visitor
            .until("it is shared", "return window.shared")
            .await?;
        let shared = "return window.shared.files[0].text()";
        let shared = visitor.script(shared, Vec::new()).await?;
        assert_eq!(
            level_in(shared.as_str().unwrap_or_default()).await?,
            Some(3)
        );
        visitor.press("[data-action=dismiss-saved]").await?;
        visitor.sees_no("[data-saved]").await
    })
}

#[test]
fn where_nothing_is_stored_the_answers_can_be_copied_before_the_whole_program_is_there() -> Outcome
{
    Journey::new().refusing_storage().run(async |visitor| {
        begun(visitor).await?;
        visitor.press(".notice.warning button").await?;
        visitor.sees("[data-saved='assay.json']").await?;
        assert_eq!(level_in(&visitor.value("[data-saved-text]").await?).await?, Some(3));
        let inside = "const r = document.querySelector('[data-saved]').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight";
        visitor.until("it is in view", inside).await
    })
}

#[test]
fn pictures_and_the_code_that_are_not_saved_are_shown_and_shared() -> Outcome {
    Journey::new()
        .allowing("outside a reactive tracking context")
        .run(async |visitor| {
            begun(visitor).await?;
            visitor.go("#/results").await?;
            visitor.is_on("results").await?;
            visitor.press("[data-action=share]").await?;
            for (button, file) in [
                ("[data-action=save-png][data-sheet=wide]", "assay.wide.png"),
                ("[data-action=save-svg][data-sheet=a4]", "assay.a4.svg"),
                ("[data-action=save-qr]", "assay.qr.svg"),
            ] {
                visitor.press(button).await?;
                visitor
                    .sees(&format!("[data-saved='{file}'] [data-saved-picture]"))
                    .await?;
                visitor
                    .until(
                        "the picture shows",
                        "return document.querySelector('[data-saved-picture]').naturalWidth > 0",
                    )
                    .await?;
                visitor.press("[data-action=share-saved]").await?;
                visitor
                    .until(
                        "it is shared",
                        &format!("return window.shared?.files[0].name === '{file}'"),
                    )
                    .await?;
            }
            Ok(())
        })
}
