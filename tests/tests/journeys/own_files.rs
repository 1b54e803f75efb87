//! Questionnaires that a visitor opens from a file.

use assay_journeys::{Journey, Outcome, SiteFolder};
use serde_json::{Value, json};

const PUMP: &str = include_str!("../../../docs/examples/pump-model.json");
const BROKEN: &str = include_str!("../../../app/core/tests/fixtures/broken-model.json");

#[test]
fn a_questionnaire_of_the_visitor_is_checked_stored_and_answered() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("broken.json", BROKEN)?;
    folder.write("pump.json", PUMP)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .choose_file("[data-action=open-model]", &folder.file_path("broken.json"))
            .await?;
        visitor.wait_visible(".drop .faults li").await?;
        assert!(visitor.count_visible(".drop .faults li").await? > 20);
        visitor.wait_hidden("[data-action=answer-model]").await?;
        visitor
            .choose_file("[data-action=open-model]", &folder.file_path("pump.json"))
            .await?;
        visitor.press("[data-action=answer-model]").await?;
        visitor
            .wait_until(
                "the questionnaire opens",
                "return location.search.startsWith('?model=kept')",
            )
            .await?;
        visitor.wait_ready().await?;
        visitor.wait_for_page("start").await?;
        visitor.press("[data-action=start]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor
            .wait_visible("main[data-page=section] fieldset")
            .await?;
        visitor.press("fieldset input[value='3']").await?;
        visitor.reload().await?;
        visitor
            .wait_visible("fieldset input[value='3']:checked")
            .await?;
        visitor.go_to_page("results").await?;
        // A link to the result could not be opened elsewhere.
        visitor.wait_visible("[data-action=export-json]").await?;
        visitor.wait_hidden("[data-action=share]").await?;
        visitor.open("?model=kept%3Anothing").await?;
        visitor.wait_for_page("error").await
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
        visitor.wait_visible(".drop").await?;
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'own.json', { type: 'application/json' }));
            document.querySelector('.drop:has([data-action=open-model])').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        visitor.run_script(drop, vec![text.into()]).await?;
        visitor.wait_visible("[data-action=answer-model]").await?;
        let label = visitor.text("[data-action=answer-model]").await?;
        assert!(label.contains(markup), "{label}");
        assert_eq!(visitor.count_visible(".drop img, .drop b").await?, 0);
        visitor.press("[data-action=answer-model]").await?;
        visitor.wait_until("the questionnaire opens", "return location.search.startsWith('?model=kept')").await?;
        visitor.wait_ready().await?;
        visitor.go_to_page("about").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains(markup), "{text}");
        assert_eq!(visitor.count_visible("main img, main b").await?, 0);
        assert_ne!(visitor.title().await?, "run");
        Ok(())
    })
}

#[test]
fn a_questionnaire_that_is_dropped_where_assessments_are_opened_is_referred_to_its_place() -> Outcome
{
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_for_rows(1).await?;
        let drop = "const data = new DataTransfer();
            for (const name of arguments[1]) data.items.add(new File([arguments[0]], name, { type: 'application/json' }));
            document.querySelector('.drop:has([data-action=import])').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        let place = "Open it on this page under “Open a questionnaire”.";
        visitor.run_script(drop, vec![PUMP.into(), json!(["pump.json"])]).await?;
        visitor.wait_visible(".drop:has([data-action=import]) .faults li").await?;
        let said = visitor.text(".drop:has([data-action=import]) .faults").await?;
        assert!(said.contains("“assay.model/1”") && said.contains(place), "{said}");
        visitor.run_script(drop, vec![PUMP.into(), json!(["one.json", "two.json"])]).await?;
        visitor.wait_until("both files are refused", "return document.querySelector('.drop:has([data-action=import])').innerText.includes('two.json')").await?;
        let said = visitor.text(".drop:has([data-action=import])").await?;
        assert_eq!(said.matches(place).count(), 2, "{said}");
        visitor.wait_for_rows(1).await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        Ok(())
    })
}
