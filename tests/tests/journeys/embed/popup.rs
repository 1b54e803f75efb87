//! The assessment in a dialog over the page.

use assay_journeys::{Firm, Key, Outcome, Visitor};

use super::wait_for_event;

const POPUP: &str = "<p><a id=\"before\" href=\"#end\">Before</a></p>
    <assay-assessment id=\"it\" mode=\"MODE\" label=\"Begin here\" depth=\"quick\"></assay-assessment>
    <p id=\"end\"><a id=\"after\" href=\"#end\">After</a></p>";

const BUTTON_HAS_FOCUS: &str =
    "return document.querySelector('#it').shadowRoot.activeElement?.textContent === 'Begin here'";
const OPEN: &str =
    "return document.querySelector('#it').shadowRoot.querySelector('dialog')?.open === true";
const CLOSED: &str =
    "return document.querySelector('#it').shadowRoot.querySelector('dialog')?.open !== true";

async fn open_by_keyboard(visitor: &Visitor) -> Outcome {
    visitor
        .run_script("document.querySelector('#before').focus()", Vec::new())
        .await?;
    visitor.press_key(Key::Tab).await?;
    visitor
        .wait_until("the button has the focus", BUTTON_HAS_FOCUS)
        .await?;
    visitor.press_key(Key::Enter).await?;
    visitor.wait_until("the dialog is open", OPEN).await
}

#[test]
fn escape_closes_it_from_within_and_the_focus_returns() -> Outcome {
    for mode in ["popup", "slider"] {
        let firm = Firm::new()?;
        firm.write_embedding_page("index.html", &POPUP.replace("MODE", mode))?;
        firm.journey().run(async |visitor| {
            visitor.open_without_waiting("").await?;
            visitor
                .wait_until(
                    "the button is there",
                    "return document.querySelector('#it').shadowRoot?.querySelector('button')",
                )
                .await?;
            open_by_keyboard(visitor).await?;
            visitor.enter_embed("#it").await?;
            visitor.leave_frame().await?;
                visitor.wait_until("the focus is in the frame", "return document.querySelector('#it').shadowRoot.activeElement?.localName === 'iframe'").await?;
                visitor.press_key(Key::Tab).await?;
                visitor.enter_embed("#it").await?;
                visitor.wait_until("Tab goes on in the frame", "return document.activeElement !== document.body").await?;
            visitor.go_to_section("data").await?;
            visitor.choose_answer("data.domain", "2").await?;
            visitor.press_key(Key::Escape).await?;
            visitor.leave_frame().await?;
            visitor.wait_until("the dialog is closed", CLOSED).await?;
            visitor
                .wait_until("the button has the focus again", BUTTON_HAS_FOCUS)
                .await?;
            wait_for_event(visitor, "assay-started").await?;
            open_by_keyboard(visitor).await?;
            visitor.enter_embed("#it").await?;
            assert_eq!(
                visitor.shown_answer("data.domain").await?,
                "2",
                "answers stay in {mode}"
            );
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_focus_stays_in_the_dialog() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &POPUP.replace("MODE", "popup"))?;
    firm.journey().size(390, 800).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        visitor
            .wait_until(
                "the button is there",
                "return document.querySelector('#it').shadowRoot?.querySelector('button')",
            )
            .await?;
        open_by_keyboard(visitor).await?;
        visitor.enter_embed("#it").await?;
        visitor.leave_frame().await?;
        for step in 0..60 {
            visitor.press_key(Key::Tab).await?;
            let at = visitor
                .run_script("return document.activeElement?.id ?? ''", Vec::new())
                .await?;
            assert!(at != "before" && at != "after", "Tab {step} leads to {at}");
        }
        let close = "document.querySelector('#it').close()";
        visitor.run_script(close, Vec::new()).await?;
        visitor.wait_until("the dialog is closed", CLOSED).await
    })
}
