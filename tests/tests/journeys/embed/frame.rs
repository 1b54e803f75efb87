//! The frame in a page: answering, sending a result, height, focus and history.

use assay_journeys::{Firm, Key, Outcome, load_company};

use super::{ELEMENT, firm_with_element, open_page, received_events, wait_for_event};

#[test]
fn a_visitor_answers_everything_agrees_and_only_then_the_page_gets_the_result() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        assert_eq!(
            wait_for_event(visitor, "assay-ready").await?["result"],
            true
        );
        visitor.enter_embed("#it").await?;
        visitor.complete_assessment(&company).await?;
        let figures = visitor.figures().await?;
        assert_eq!(company.differences(&figures), Vec::<String>::new());
        assert_eq!(
            received_events(visitor, "assay-completed").await?,
            [serde_json::json!({})]
        );
        let progress = wait_for_event(visitor, "assay-progress").await?;
        assert_eq!(progress["fraction"], 1, "{progress}");
        assert_eq!(
            received_events(visitor, "assay-result").await?.len(),
            0,
            "nothing was sent yet"
        );
        let messages = visitor
            .run_script("return JSON.stringify(window.seen)", Vec::new())
            .await?
            .to_string();
        assert!(
            !messages.contains("answers") && !messages.contains("#/r/"),
            "{messages}"
        );

        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open]").await?;
        let asked = visitor.text("dialog[open]").await?;
        assert!(
            asked.contains("Northlight") && asked.contains(firm.origin()),
            "who gets it is said: {asked}"
        );
        visitor.press("[data-action=confirm-send]:enabled").await?;
        let sent = wait_for_event(visitor, "assay-result").await?;
        assert_eq!(sent["result"]["format"], "assay.result/1");
        let content = sent["result"]["ai_content"]["value"]
            .as_f64()
            .unwrap_or_default();
        assert_eq!(format!("{content:.2}"), figures.content);
        let link = sent["link"].as_str().unwrap_or_default().to_owned();
        let place = link.strip_prefix(&firm.app_address()).unwrap_or_default();
        assert!(place.contains("#/r/"), "{link} opens at the app");

        let promised = "return document.querySelector('#it').getResult().then(sent => sent.link)";
        assert_eq!(visitor.run_script(promised, Vec::new()).await?, link);
        Ok(())
    })
}

#[test]
fn a_visitor_who_refuses_sends_nothing() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.leave_frame().await?;
        let early = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(visitor.run_script(early, Vec::new()).await?, "nothing-to-send");
        visitor.enter_embed("#it").await?;
        visitor.complete_assessment(&company).await?;
        visitor.leave_frame().await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.run_script(ask, Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open] [data-action=confirm-send]").await?;
        visitor.press("dialog [data-action=refuse]").await?;
        visitor.wait_hidden("dialog[open]").await?;
        assert_eq!(received_events(visitor, "assay-result").await?.len(), 0);
        assert_eq!(visitor.run_script("return window.answer", Vec::new()).await?, "declined");

        visitor.enter_embed("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.wait_visible("dialog[open]").await?;
        visitor.press_key(Key::Escape).await?;
        visitor.wait_hidden("dialog[open]").await?;
        assert_eq!(received_events(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn the_frame_is_as_high_as_its_content_at_every_width() -> Outcome {
    let firm = firm_with_element()?;
    // A window that begins wide never gets as narrow in Firefox.
    firm.journey().size(320, 800).run(async |visitor| {
        open_page(visitor).await?;
        for place in ["#/s/data", "#/profile"] {
            visitor.enter_embed("#it").await?;
            visitor.go_to_hash(place).await?;
            visitor.wait_visible(if place == "#/profile" { "main[data-page=profile]" } else { "main[data-page=section]" }).await?;
            for width in [1600, 1024, 768, 390, 320] {
                visitor.leave_frame().await?;
                visitor.resize(width, 800).await?;
                visitor.enter_embed("#it").await?;
                visitor.wait_until(&format!("{place} fits its frame at {width}"),
                    "const d = document.documentElement; return d.scrollHeight <= innerHeight + 1 && getComputedStyle(d).overflowY === 'clip' && d.scrollWidth <= innerWidth && innerHeight - document.body.getBoundingClientRect().height < 40").await?;
                visitor.leave_frame().await?;
                visitor.wait_until(&format!("the page does not scroll sideways at {width}"), "return document.documentElement.scrollWidth <= innerWidth").await?;
            }
        }
        // The frame does not keep growing once its content fits.
        let count = received_events(visitor, "assay-resize").await?.len();
        let later = "return new Promise(done => setTimeout(() => done(window.seen.filter(e => e.type === 'assay-resize').length), 700))";
        assert_eq!(visitor.run_script(later, Vec::new()).await?, count);
        Ok(())
    })
}

#[test]
fn a_new_section_begins_in_view_of_a_long_page() -> Outcome {
    let firm = Firm::new()?;
    let long = "<p>A long page.</p>".repeat(80);
    firm.write_embedding_page("index.html", &format!("{long}{ELEMENT}{long}"))?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.go_to_section("data").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("algorithms").await?;
        visitor.leave_frame().await?;
        visitor.wait_until("the top of the frame is in the upper half of the window",
            "const top = document.querySelector('#it').getBoundingClientRect().top; return top > -200 && top < innerHeight / 2").await
    })
}

#[test]
fn the_page_keeps_its_own_history_and_anchors() -> Outcome {
    let firm = firm_with_element()?;
    firm.write_page(
        "before.html",
        "<!doctype html><title>Before</title><p id=\"before\">Before</p>",
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("before.html").await?;
        visitor
            .run_script("location.href = './'", Vec::new())
            .await?;
        visitor.enter_embed("#it").await?;
        let length = visitor
            .run_script("return history.length", Vec::new())
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=back]").await?;
        visitor
            .press("[data-action=start][data-depth=quick]")
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(
            visitor
                .run_script("return history.length", Vec::new())
                .await?,
            length,
            "entries of the history"
        );
        visitor.leave_frame().await?;
        // The frame grows with its new page, which moves the link.
        visitor.wait_at_rest("#after").await?;
        visitor.press("#after").await?;
        visitor
            .wait_until(
                "the page is at its anchor",
                "return location.hash === '#end'",
            )
            .await?;
        visitor.back().await?;
        visitor
            .wait_until("the page is at its top", "return location.hash === ''")
            .await?;
        visitor.back().await?;
        visitor.wait_visible("#before").await
    })
}

#[test]
fn tab_goes_through_the_frame_and_out_again() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page(
        "index.html",
        &format!("<p><a id=\"first\" href=\"#end\">First</a></p>{ELEMENT}"),
    )?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.leave_frame().await?;
        visitor
            .run_script("document.querySelector('#first').focus()", Vec::new())
            .await?;
        visitor.press_key(Key::Tab).await?;
        visitor
            .wait_until(
                "the focus is on the frame",
                "return document.activeElement?.localName === 'assay-assessment'",
            )
            .await?;
        visitor.tab_to("#after").await?;
        let back = "return document.activeElement.id";
        assert_eq!(visitor.run_script(back, Vec::new()).await?, "after");
        Ok(())
    })
}

#[test]
fn attributes_work_when_they_are_changed() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('#it').lang = 'zh-CN'", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("html[lang=zh-CN] main[data-page=section]").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3", "answers stay");
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('#it').setAttribute('theme', 'dark')", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_until("the frame is dark", "return getComputedStyle(document.documentElement).colorScheme === 'dark'").await?;
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('#it').setAttribute('height', '500')", Vec::new()).await?;
        visitor.wait_until("the frame has its height", "return document.querySelector('#it').getBoundingClientRect().height === 500").await?;
        visitor.run_script("document.querySelector('#it').reset()", Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_until("it begins anew", "return !document.querySelector('input[name=\"data.domain\"]:checked, fieldset[data-question=\"data.domain\"] input:checked')").await
    })
}
