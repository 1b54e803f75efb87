//! Questionnaires that a visitor opens from a file.

use assay_journeys::{Journey, Outcome, SiteFolder};
use serde_json::{Value, json};

const PUMP: &str = include_str!("../../../docs/examples/pump-model.json");
const BROKEN: &str = include_str!("../../../app/core/tests/fixtures/broken-model.json");

/// Where a chooser finds a file of the folder.
fn place(folder: &SiteFolder, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

#[test]
fn a_visitors_own_questionnaire_is_checked_kept_and_answered() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("broken.json", BROKEN)?;
    folder.write("pump.json", PUMP)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .chooses_file("[data-action=open-model]", &place(&folder, "broken.json"))
            .await?;
        visitor.sees(".drop .faults li").await?;
        assert!(visitor.count(".drop .faults li").await? > 20);
        visitor.sees_no("[data-action=answer-model]").await?;
        visitor
            .chooses_file("[data-action=open-model]", &place(&folder, "pump.json"))
            .await?;
        visitor.press("[data-action=answer-model]").await?;
        visitor
            .until(
                "the questionnaire opens",
                "return location.search.startsWith('?model=kept')",
            )
            .await?;
        visitor.is_ready().await?;
        visitor.is_on("start").await?;
        visitor.press("[data-action=start]").await?;
        visitor.is_on("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor.sees("main[data-page=section] fieldset").await?;
        visitor.press("fieldset input[value='3']").await?;
        visitor.reload().await?;
        visitor.sees("fieldset input[value='3']:checked").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        // A link would open nowhere else.
        visitor.sees("[data-action=export-json]").await?;
        visitor.sees_no("[data-action=share]").await?;
        visitor.open("?model=kept%3Anothing").await?;
        visitor.is_on("error").await
    })
}

#[test]
fn a_file_can_be_dropped_and_never_becomes_markup() -> Outcome {
    let mut model: Value = serde_json::from_str(PUMP)?;
    let markup = "<img src=x onerror=\"document.title='run'\"><b>bold</b>";
    model["texts"] = json!({ "en": { "title": markup } });
    let text = serde_json::to_string(&model)?;
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.sees(".drop").await?;
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'own.json', { type: 'application/json' }));
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        visitor.script(drop, vec![text.into()]).await?;
        visitor.sees("[data-action=answer-model]").await?;
        let label = visitor.text("[data-action=answer-model]").await?;
        assert!(label.contains(markup), "{label}");
        assert_eq!(visitor.count(".drop img, .drop b").await?, 0);
        visitor.press("[data-action=answer-model]").await?;
        visitor.until("the questionnaire opens", "return location.search.startsWith('?model=kept')").await?;
        visitor.is_ready().await?;
        visitor.go("#/about").await?;
        visitor.is_on("about").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains(markup), "{text}");
        assert_eq!(visitor.count("main img, main b").await?, 0);
        assert_ne!(visitor.title().await?, "run");
        Ok(())
    })
}
