//! In the page or in a dialog: the attributes `mode` and `height`, and the methods that open and close.

use assay_journeys::{Outcome, Visitor};

use super::{
    call_method, choose_answer, firm_with_element, open_page, set_attribute, shown_answer,
    wait_for_event,
};

/// Whether the dialog of the element `it` is open.
const OPEN: &str = "it.shadowRoot.querySelector('dialog')?.open === true";

/// Whether the element `it` has a dialog that is closed.
const CLOSED: &str = "it.shadowRoot.querySelector('dialog')?.open === false";

/// Waits in the page until an expression about the element `it` is true.
async fn wait_for_value(visitor: &Visitor, what: &str, of_it: &str) -> Outcome {
    visitor.leave_frame().await?;
    let script = format!("const it = document.querySelector('#it'); return {of_it}");
    visitor.wait_until(what, &script).await
}

#[test]
fn a_height_in_pixels_scrolls_and_auto_follows_the_content_again() -> Outcome {
    let firm = firm_with_element()?;
    let scrolls = "return getComputedStyle(document.documentElement).overflowY !== 'clip'";
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.go_to_section("data").await?;
        set_attribute(visitor, "height", Some("500")).await?;
        wait_for_value(visitor, "it is 500 high", "it.getBoundingClientRect().height === 500").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_until("the frame scrolls", scrolls).await?;
        set_attribute(visitor, "height", Some("320.5")).await?;
        wait_for_value(visitor, "it is lower", "Math.abs(it.getBoundingClientRect().height - 320.5) < 1").await?;
        for auto in [Some("auto"), Some("high"), None] {
            set_attribute(visitor, "height", Some("500")).await?;
            wait_for_value(visitor, "it is 500 high", "it.getBoundingClientRect().height === 500").await?;
            set_attribute(visitor, "height", auto).await?;
            visitor.enter_embed("#it").await?;
            visitor
                .wait_until(
                    &format!("{auto:?} fits its content"),
                    "const d = document.documentElement; return getComputedStyle(d).overflowY === 'clip' && Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 40",
                )
                .await?;
        }
        Ok(())
    })
}

#[test]
fn another_mode_takes_the_frame_into_a_dialog_and_back() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        for mode in ["popup", "slider"] {
            set_attribute(visitor, "mode", Some(mode)).await?;
            wait_for_value(visitor, "the dialog waits", CLOSED).await?;
            wait_for_value(
                visitor,
                "no frame before it is opened",
                "!it.shadowRoot.querySelector('iframe')",
            )
            .await?;
            check_dialog(visitor, mode).await?;
        }
        set_attribute(visitor, "mode", None).await?;
        wait_for_value(
            visitor,
            "the frame stands in the page",
            "!it.shadowRoot.querySelector('dialog') && it.shadowRoot.querySelector('iframe')",
        )
        .await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        Ok(())
    })
}

/// Opens and closes the dialog twice: the frame fills it and keeps the answers.
async fn check_dialog(visitor: &Visitor, mode: &str) -> Outcome {
    call_method(visitor, "open").await?;
    wait_for_value(visitor, "the dialog is open", OPEN).await?;
    assert_eq!(shown_answer(visitor, "data.domain").await?, "3", "{mode}");
    // The dialog has a height of its own.
    set_attribute(visitor, "height", Some("100")).await?;
    wait_for_value(
        visitor,
        "the frame fills the dialog",
        "it.shadowRoot.querySelector('iframe').getBoundingClientRect().height > 400",
    )
    .await?;
    set_attribute(visitor, "height", None).await?;
    call_method(visitor, "open").await?;
    wait_for_value(visitor, "a second open changes nothing", OPEN).await?;
    call_method(visitor, "close").await?;
    wait_for_value(visitor, "the dialog is closed", CLOSED).await?;
    call_method(visitor, "close").await?;
    call_method(visitor, "open").await?;
    assert_eq!(shown_answer(visitor, "data.domain").await?, "3", "{mode}");
    Ok(())
}

#[test]
fn in_the_page_open_moves_the_focus_in_and_close_does_nothing() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        wait_for_event(visitor, "assay-ready").await?;
        call_method(visitor, "open").await?;
        wait_for_value(
            visitor,
            "the focus is in the frame",
            "document.activeElement === it && it.shadowRoot.activeElement?.localName === 'iframe'",
        )
        .await?;
        call_method(visitor, "close").await?;
        choose_answer(visitor, "data.domain", "2").await
    })
}
