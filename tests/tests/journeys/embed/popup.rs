//! Over the page: opened by a button, closed by Escape.

use assay_journeys::{Firm, Key, Outcome, Visitor};

use super::hears;

const POPUP: &str = "<p><a id=\"before\" href=\"#end\">Before</a></p>
    <assay-assessment id=\"it\" mode=\"MODE\" label=\"Begin here\" depth=\"quick\"></assay-assessment>
    <p id=\"end\"><a id=\"after\" href=\"#end\">After</a></p>";

const BUTTON_HAS_FOCUS: &str =
    "return document.querySelector('#it').shadowRoot.activeElement?.textContent === 'Begin here'";
const OPEN: &str =
    "return document.querySelector('#it').shadowRoot.querySelector('dialog')?.open === true";
const CLOSED: &str =
    "return document.querySelector('#it').shadowRoot.querySelector('dialog')?.open !== true";

async fn opens_with_the_keyboard(visitor: &Visitor) -> Outcome {
    visitor
        .script("document.querySelector('#before').focus()", Vec::new())
        .await?;
    visitor.key(Key::Tab).await?;
    visitor
        .until("the button has the focus", BUTTON_HAS_FOCUS)
        .await?;
    visitor.key(Key::Enter).await?;
    visitor.until("the dialog is open", OPEN).await
}

#[test]
fn escape_closes_it_from_within_and_the_focus_returns() -> Outcome {
    for mode in ["popup", "slider"] {
        let firm = Firm::new()?;
        firm.embeds("index.html", &POPUP.replace("MODE", mode))?;
        firm.journey().run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .until(
                    "the button is there",
                    "return document.querySelector('#it').shadowRoot?.querySelector('button')",
                )
                .await?;
            opens_with_the_keyboard(visitor).await?;
            visitor.enters("#it").await?;
            visitor.leaves().await?;
                visitor.until("the focus is in the frame", "return document.querySelector('#it').shadowRoot.activeElement?.localName === 'iframe'").await?;
                visitor.key(Key::Tab).await?;
                visitor.enters("#it").await?;
                visitor.until("Tab goes on in the frame", "return document.activeElement !== document.body").await?;
            visitor.go("#/s/data").await?;
            visitor.is_in("data").await?;
            visitor.answers("data.domain", "2").await?;
            visitor.key(Key::Escape).await?;
            visitor.leaves().await?;
            visitor.until("the dialog is closed", CLOSED).await?;
            visitor
                .until("the button has the focus again", BUTTON_HAS_FOCUS)
                .await?;
            hears(visitor, "assay-started").await?;
            opens_with_the_keyboard(visitor).await?;
            visitor.enters("#it").await?;
            assert_eq!(
                visitor.answer("data.domain").await?,
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
    firm.embeds("index.html", &POPUP.replace("MODE", "popup"))?;
    firm.journey().size(390, 800).run(async |visitor| {
        visitor.open_unready("").await?;
        visitor
            .until(
                "the button is there",
                "return document.querySelector('#it').shadowRoot?.querySelector('button')",
            )
            .await?;
        opens_with_the_keyboard(visitor).await?;
        visitor.enters("#it").await?;
        visitor.leaves().await?;
        for step in 0..60 {
            visitor.key(Key::Tab).await?;
            let at = visitor
                .script("return document.activeElement?.id ?? ''", Vec::new())
                .await?;
            assert!(at != "before" && at != "after", "Tab {step} leads to {at}");
        }
        let close = "document.querySelector('#it').close()";
        visitor.script(close, Vec::new()).await?;
        visitor.until("the dialog is closed", CLOSED).await
    })
}
