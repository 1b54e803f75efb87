//! Consent to sending a result cannot be obtained by a trick.

use assay_journeys::{Firm, Outcome, Visitor, load_company};

use super::{
    ELEMENT, firm_with_element, open_page, received_events, send_shown_result, wait_for_event,
};

const REQUEST_RESULT: &str = "window.answer = undefined; document.querySelector('#it').getResult().then(sent => window.answer = sent.link, error => window.answer = error.code); return null";

/// Counts the dialogs that the app opens from now on.
const COUNT_DIALOGS: &str = "window.dialogs = 0; const show = HTMLDialogElement.prototype.showModal;
    HTMLDialogElement.prototype.showModal = function () { window.dialogs++; return show.call(this); };";

async fn request_result(visitor: &Visitor) -> Outcome {
    visitor.leave_frame().await?;
    visitor.run_script(REQUEST_RESULT, Vec::new()).await?;
    visitor.enter_embed("#it").await
}

#[test]
fn the_page_around_never_jumps_while_the_consent_dialog_opens() -> Outcome {
    // Above the frame, so that the host page is scrolled when the visitor presses.
    let tall = format!("<style>h1 {{ margin-block-end: 60rem }}</style>{ELEMENT}");
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &tall)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&load_company("bank, quick")?).await?;
        visitor.wait_visible("[data-action=send]").await?;
        visitor.leave_frame().await?;
        let watch = "window.places = [scrollY]; addEventListener('scroll', () => window.places.push(scrollY))";
        visitor.run_script(watch, Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]:enabled").await?;
        visitor.leave_frame().await?;
        let places = visitor.run_script("return window.places", Vec::new()).await?;
        let places: Vec<f64> = serde_json::from_value(places)?;
        let ends = [places.first(), places.last()].map(|place| place.copied().unwrap_or_default());
        let highest = places.iter().copied().fold(f64::INFINITY, f64::min);
        assert!(highest >= ends[0].min(ends[1]), "{places:?}");
        Ok(())
    })
}

#[test]
fn a_page_that_asks_shows_the_offer_and_opens_nothing() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.run_script(COUNT_DIALOGS, Vec::new()).await?;
        visitor.complete_assessment(&company).await?;
        for place in ["#/results", "#/s/data"] {
            visitor.enter_embed("#it").await?;
            visitor.go_to_hash(place).await?;
            visitor
                .wait_visible(if place == "#/results" {
                    "main[data-page=results]"
                } else {
                    "main[data-page=section]"
                })
                .await?;
            request_result(visitor).await?;
            visitor
                .wait_visible(".send-offer [data-action=refuse]")
                .await?;
            visitor.press(".send-offer [data-action=refuse]").await?;
            visitor
                .wait_hidden(".send-offer [data-action=refuse]")
                .await?;
            visitor.leave_frame().await?;
            visitor
                .wait_until(
                    "the page is answered",
                    "return window.answer === 'declined'",
                )
                .await?;
        }
        assert_eq!(received_events(visitor, "assay-result").await?.len(), 0);
        visitor.enter_embed("#it").await?;
        let dialogs = visitor
            .run_script("return window.dialogs", Vec::new())
            .await?;
        assert_eq!(dialogs, 0, "dialogs that were opened");
        Ok(())
    })
}

#[test]
fn send_can_be_pressed_only_while_nothing_lies_over_it() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]:enabled").await?;
        visitor.leave_frame().await?;
        visitor.run_script("const decoy = document.createElement('div'); decoy.id = 'decoy'; decoy.style.cssText = 'position: fixed; inset: 0; background: #fff; pointer-events: none; z-index: 9'; document.body.append(decoy)", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]:disabled").await?;
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('#decoy').remove(); document.querySelector('#it').style.opacity = .5", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]:disabled").await?;
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('#it').style.opacity = ''", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        wait_for_event(visitor, "assay-result").await?;
        Ok(())
    })
}

#[test]
fn the_note_about_a_sent_result_disappears_when_an_answer_changes() -> Outcome {
    let (firm, company) = (
        firm_with_element()?,
        load_company("logistics company, quick")?,
    );
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        send_shown_result(visitor).await?;
        wait_for_event(visitor, "assay-result").await?;
        request_result(visitor).await?;
        visitor.leave_frame().await?;
        visitor
            .wait_until(
                "it is given again",
                "return window.answer?.includes('#/r/')",
            )
            .await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_hash("#/ask").await?;
        let now = "main[data-page=ask] fieldset[data-question]";
        visitor.wait_visible(now).await?;
        let asked = visitor.attribute(now, "data-question").await?;
        let level = format!("{now} label:has(input[value='3'])");
        visitor.press(&level).await?;
        let next =
            format!("return document.querySelector('{now}')?.dataset.question !== '{asked}'");
        visitor
            .wait_until("another question or the end follows", &next)
            .await?;
        request_result(visitor).await?;
        visitor.press(".send-offer [data-action=refuse]").await?;
        visitor.leave_frame().await?;
        visitor
            .wait_until(
                "it is asked for again",
                "return window.answer === 'declined'",
            )
            .await
    })
}

#[test]
fn the_dialog_lists_what_would_be_sent_and_follows_the_choice() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        visitor.go_to_page("profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Acme").await?;
        visitor.go_to_page("results").await?;
        visitor.press("[data-action=send]").await?;
        let list = "dialog[open] [data-consent-contains]";
        visitor.wait_visible(list).await?;
        let named = visitor.text(list).await?.contains("Acme");
        for expected in [!named, named] {
            visitor
                .press("dialog[open] input[name=include-profile]")
                .await?;
            let follows = format!(
                "return document.querySelector('{list}').innerText.includes('Acme') === {expected}"
            );
            visitor
                .wait_until(&format!("the name is listed: {expected}"), &follows)
                .await?;
        }
        Ok(())
    })
}

/// Writes long notes to the first questions of the section that shows.
const WRITE_LONG_NOTES: &str = "[...document.querySelectorAll('main fieldset[data-question]')].slice(0, 6).forEach(question => {
    question.querySelector('[data-note]').click();
    const note = question.querySelector('textarea');
    note.value = '数'.repeat(4000);
    for (const type of ['input', 'change']) note.dispatchEvent(new Event(type, { bubbles: true }));
}); return null";

#[test]
fn notes_that_are_too_long_for_a_link_are_named_and_the_rest_can_be_sent() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        visitor.go_to_section("data").await?;
        visitor.run_script(WRITE_LONG_NOTES, Vec::new()).await?;
        visitor.go_to_page("results").await?;
        visitor.press("[data-action=send]").await?;
        visitor.press("dialog input[name=include-notes]").await?;
        visitor.wait_visible("[data-link-failure]").await?;
        let text = visitor.text("[data-link-failure]").await?;
        assert!(text.contains("Leave out the notes"), "{text}");
        visitor
            .wait_visible("[data-action=confirm-send]:disabled")
            .await?;
        visitor.press("dialog input[name=include-notes]").await?;
        visitor.wait_hidden("[data-link-failure]").await?;
        visitor.press("[data-action=confirm-send]:enabled").await?;
        wait_for_event(visitor, "assay-result").await?;
        Ok(())
    })
}
