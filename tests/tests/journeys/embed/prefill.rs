//! The attribute `prefill`: initial answers or a result link.

use assay_journeys::{Firm, Outcome, Visitor, first_payload, load_company, shipped_payload};
use serde_json::{Value, json};

use super::{
    ELEMENT, choose_answer, firm_with_element, open_page, received_events, send_shown_result,
    set_attribute, shown_answer, wait_for_event,
};

/// The element with a prefill in the page's HTML.
fn element_with_prefill(prefill: &str) -> String {
    let prefill = prefill.replace('&', "&amp;").replace('"', "&quot;");
    ELEMENT.replace(
        "depth=\"quick\"",
        &format!("depth=\"quick\" prefill=\"{prefill}\""),
    )
}

#[test]
fn answers_alone_begin_an_assessment_of_the_depth_that_the_page_wants() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page(
        "index.html",
        &element_with_prefill(
            r#"{"data.domain": 3, "data.standard": "unknown", "strategy.conviction": 2}"#,
        ),
    )?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(".notice").await?;
        assert_eq!(
            visitor.count_visible("[data-action=undo]").await?,
            0,
            "nothing was there before"
        );
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        assert_eq!(shown_answer(visitor, "data.standard").await?, "unknown");
        let asked = visitor.visible_questions().await?;
        assert!(asked.contains(&"data.domain".to_owned()), "{asked:?}");
        assert!(!asked.contains(&"data.access".to_owned()), "{asked:?}");
        wait_for_event(visitor, "assay-progress").await?;
        visitor.wait_until("a tenth is told", "return window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.fraction === 0.1").await?;

        // An answer of the visitor after a prefill is not the first answer.
        choose_answer(visitor, "data.feedback", "1").await?;
        visitor.leave_frame().await?;
        visitor.wait_until("the section is told", "return window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.section === 'data'").await?;
        assert_eq!(received_events(visitor, "assay-started").await?.len(), 0);
        assert_eq!(received_events(visitor, "assay-error").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn a_page_that_is_loaded_again_changes_no_answer_of_the_visitor() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &element_with_prefill(r#"{"data.domain": 3}"#))?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "1").await?;
        visitor.leave_frame().await?;
        visitor.open_without_waiting("").await?;
        wait_for_event(visitor, "assay-ready").await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn a_later_prefill_can_be_undone() -> Outcome {
    let firm = firm_with_element()?;
    let file = json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
        "profile": { "name": "Acme", "stance": "adopt" }, "answers": { "data.access": 4 },
    });
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "1").await?;
        set_attribute(visitor, "prefill", Some(&file.to_string())).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("[data-action=undo]").await?;
        assert_eq!(shown_answer(visitor, "data.access").await?, "4");
        assert_eq!(shown_answer(visitor, "data.domain").await?, "");
        visitor.go_to_page("profile").await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        assert_eq!(visitor.value("input[name=stance]:checked").await?, "adopt");
        assert_eq!(visitor.value("input[name=depth]:checked").await?, "full");
        visitor.press("[data-action=undo]").await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn a_result_link_prefills_its_answers() -> Outcome {
    let firm = Firm::new()?;
    let link = format!(
        "{}#/r/{}",
        firm.app_address(),
        shipped_payload("quick, with unknowns")?
    );
    firm.write_embedding_page("index.html", &element_with_prefill(&link))?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.wait_visible(".notice").await?;
        visitor.go_to_page("results").await?;
        let figures = visitor.figures().await?;
        visitor.load_address(&link).await?;
        visitor.wait_for_page("shared").await?;
        assert_eq!(visitor.figures().await?, figures);
        Ok(())
    })
}

#[test]
fn a_prefill_of_version_1_needs_the_frame_to_open_version_1() -> Outcome {
    let firm = Firm::new()?;
    let link = format!(
        "{}#/r/{}",
        firm.app_address(),
        first_payload("quick, with unknowns")?
    );
    let present = element_with_prefill(&link);
    let first = present.replace("depth=\"quick\"", "depth=\"quick\" model=\"standard@1\"");
    firm.write_embedding_page("index.html", &present)?;
    firm.write_embedding_page("first.html", &first)?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        let refused = wait_for_event(visitor, "assay-error").await?;
        assert_eq!(refused["code"], "prefill", "{refused}");
        visitor.open_without_waiting("first.html").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("[data-earlier-version]").await?;
        visitor.go_to_page("results").await?;
        visitor.figures().await?;
        visitor.leave_frame().await?;
        assert_eq!(received_events(visitor, "assay-error").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn what_was_sent_before_is_not_the_result_of_other_answers() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        send_shown_result(visitor).await?;
        wait_for_event(visitor, "assay-result").await?;
        set_attribute(visitor, "prefill", Some(r#"{"data.domain": 0}"#)).await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.run_script(ask, Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=refuse]").await?;
        visitor.leave_frame().await?;
        visitor.wait_until("the page is answered", "return window.answer ?? false").await?;
        assert_eq!(visitor.run_script("return await window.answer", Vec::new()).await?, "declined");
        Ok(())
    })
}

/// Checks that the page receives an error with these words, and that the answers stay.
async fn check_refusal(visitor: &Visitor, prefill: &str, reasons: &[&str]) -> Outcome {
    let before = received_events(visitor, "assay-error").await?.len();
    set_attribute(visitor, "prefill", Some(prefill)).await?;
    visitor
        .wait_until(
            "the error is told",
            &format!("return window.seen.filter(e => e.type === 'assay-error').length > {before}"),
        )
        .await?;
    let error = wait_for_event(visitor, "assay-error").await?;
    let field = |name| error.get(name).and_then(Value::as_str).unwrap_or_default();
    assert_eq!(field("code"), "prefill", "{prefill}: {error}");
    let message = field("message");
    for part in reasons {
        assert!(message.contains(part), "{part} is missing in: {message}");
    }
    assert_eq!(
        shown_answer(visitor, "data.domain").await?,
        "1",
        "{prefill}"
    );
    assert_eq!(
        visitor.count_visible("[data-action=undo]").await?,
        0,
        "{prefill}"
    );
    Ok(())
}

#[test]
fn a_broken_prefill_is_reported_to_the_page_and_changes_nothing() -> Outcome {
    let firm = firm_with_element()?;
    let invitation = shipped_payload("invitation to two sections")?;
    let foreign = shipped_payload("a model that is not at hand")?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "1").await?;
        let many: Value = json!({ "data.domain": 9, "data.nothing": 1, "data.access": "often" });
        let places = ["data.domain", "data.nothing", "data.access"];
        check_refusal(visitor, &many.to_string(), &places).await?;
        check_refusal(visitor, "{", &["JSON"]).await?;
        check_refusal(visitor, "[1]", &["link"]).await?;
        check_refusal(visitor, "https://firm.example/#/r/ASAABHRw", &["missing"]).await?;
        check_refusal(visitor, &format!("{}#/i/{invitation}", firm.app_address()), &["no answers"]).await?;
        check_refusal(visitor, &format!("#/r/{foreign}"), &["\"tiny\" version \"1\""]).await?;
        let other = json!({ "format": "assay.assessment/1", "model": { "id": "plant", "version": "1" }, "profile": { "stance": "provide" }, "answers": {} });
        check_refusal(visitor, &other.to_string(), &["plant"]).await?;
        let long = json!({ "data.domain": "x".repeat(1 << 20) }).to_string();
        set_attribute(visitor, "prefill", Some(&long)).await?;
        visitor.wait_until("too much is told as well", "return window.seen.filter(e => e.type === 'assay-error').at(-1).detail.code === 'message'").await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "1");
        Ok(())
    })
}
