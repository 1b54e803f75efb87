//! The method `reset()`.

use assay_journeys::{Outcome, load_company};

use super::{
    call_method, choose_answer, firm_with_element, open_page, received_events, shown_answer,
    wait_for_event,
};

const UNDO: &str = "[data-action=undo]";

#[test]
fn a_reset_starts_a_new_assessment_and_can_be_undone() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        call_method(visitor, "reset").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_for_page("start").await?;
        visitor.wait_visible(".notice").await?;
        let notice = visitor.text(".notice").await?;
        assert!(notice.contains("new assessment"), "{notice}");
        assert_eq!(
            wait_for_event(visitor, "assay-progress").await?["fraction"],
            0.0
        );

        visitor.enter_embed("#it").await?;
        visitor.press(UNDO).await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        // The assessment was started once, whatever happened in between.
        assert_eq!(received_events(visitor, "assay-started").await?.len(), 1);

        // The restored answers are stored.
        visitor.open_without_waiting("").await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn a_reset_of_an_empty_assessment_offers_no_undo() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        call_method(visitor, "reset").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(".notice").await?;
        visitor.stays_hidden(UNDO).await
    })
}

#[test]
fn a_reset_while_the_visitor_is_being_asked_sends_nothing() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        visitor.leave_frame().await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.run_script(ask, Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]").await?;
        call_method(visitor, "reset").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_hidden("dialog[open]").await?;
        visitor.wait_for_page("start").await?;
        visitor.wait_visible(UNDO).await?;
        visitor.leave_frame().await?;
        assert_eq!(visitor.run_script("return window.answer", Vec::new()).await?, "declined");
        assert_eq!(received_events(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}
