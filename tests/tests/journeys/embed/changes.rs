//! Attributes that change while the page is open, and the methods of a dialog.

use assay_journeys::{Firm, Outcome, Visitor};

use super::{
    ELEMENT, call_method, choose_answer, firm_with_element, open_page, received_events,
    set_attribute, shown_answer, wait_for_event,
};

/// Waits in the page until an expression about the element `it` is true.
async fn wait_for_value(visitor: &Visitor, what: &str, of_it: &str) -> Outcome {
    visitor.leave_frame().await?;
    let script = format!("const it = document.querySelector('#it'); return {of_it}");
    visitor.wait_until(what, &script).await
}

#[test]
fn another_depth_asks_more_or_less_and_keeps_the_answers() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        let quick = visitor.visible_questions().await?.len();
        set_attribute(visitor, "depth", Some("full")).await?;
        visitor.enter_embed("#it").await?;
        visitor
            .wait_until(
                "more is asked",
                &format!("return document.querySelectorAll('fieldset[data-question]:not([hidden])').length > {quick}"),
            )
            .await?;
        visitor.choose_answer("data.access", "2").await?;
        set_attribute(visitor, "depth", Some("quick")).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_hidden("fieldset[data-question='data.access']:not([hidden])").await?;
        assert_eq!(visitor.visible_questions().await?.len(), quick);
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        set_attribute(visitor, "depth", Some("full")).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible("fieldset[data-question='data.access']:not([hidden])").await?;
        assert_eq!(shown_answer(visitor, "data.access").await?, "2");
        Ok(())
    })
}

#[test]
fn another_stance_changes_what_is_asked_at_once() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page(
        "index.html",
        &ELEMENT.replace("id=\"it\"", "id=\"it\" stance=\"adopt\""),
    )?;
    // Only providers are asked this question.
    let foundation = "fieldset[data-question='algorithms.foundation']:not([hidden])";
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        visitor.go_to_section("algorithms").await?;
        assert_eq!(visitor.count_visible(foundation).await?, 0);
        set_attribute(visitor, "stance", Some("provide")).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(foundation).await?;
        // An invalid value changes nothing.
        set_attribute(visitor, "stance", Some("both")).await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_page("profile").await?;
        assert_eq!(
            visitor.value("input[name=stance]:checked").await?,
            "provide"
        );
        set_attribute(visitor, "stance", Some("adopt")).await?;
        visitor.enter_embed("#it").await?;
        visitor
            .wait_visible("input[name=stance][value=adopt]:checked")
            .await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        assert_eq!(received_events(visitor, "assay-error").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn another_questionnaire_loads_and_each_keeps_its_answers() -> Outcome {
    let firm = Firm::new()?;
    firm.app_folder().write(
        "law-office.json",
        include_str!("../../../../docs/examples/law-office.json"),
    )?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        set_attribute(visitor, "model", Some("law-office.json")).await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_section("material").await?;
        visitor.choose_answer("material.files", "2").await?;
        set_attribute(visitor, "model", None).await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        set_attribute(visitor, "model", Some("law-office.json")).await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_section("material").await?;
        assert_eq!(visitor.shown_answer("material.files").await?, "2");
        assert_eq!(received_events(visitor, "assay-ready").await?.len(), 4);
        Ok(())
    })
}

#[test]
fn another_source_is_another_app() -> Outcome {
    let firm = Firm::new()?;
    let other = Firm::new()?;
    other.allow_origins(&[firm.origin()])?;
    firm.write_embedding_page("index.html", ELEMENT)?;
    let journey = firm.journey().allowing_site(&other.app_address());
    journey.run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        set_attribute(visitor, "src", Some(&other.app_address())).await?;
        assert_eq!(
            shown_answer(visitor, "data.domain").await?,
            "",
            "another origin"
        );
        assert_eq!(received_events(visitor, "assay-ready").await?.len(), 2);
        set_attribute(visitor, "src", None).await?;
        assert_eq!(shown_answer(visitor, "data.domain").await?, "3");
        Ok(())
    })
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
    let open = "it.shadowRoot.querySelector('dialog')?.open === true";
    let closed = "it.shadowRoot.querySelector('dialog')?.open === false";
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        for mode in ["popup", "slider"] {
            set_attribute(visitor, "mode", Some(mode)).await?;
            wait_for_value(visitor, "the dialog waits", closed).await?;
            wait_for_value(
                visitor,
                "no frame before it is opened",
                "!it.shadowRoot.querySelector('iframe')",
            )
            .await?;
            call_method(visitor, "open").await?;
            wait_for_value(visitor, "the dialog is open", open).await?;
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
            wait_for_value(visitor, "a second open changes nothing", open).await?;
            call_method(visitor, "close").await?;
            wait_for_value(visitor, "the dialog is closed", closed).await?;
            call_method(visitor, "close").await?;
            call_method(visitor, "open").await?;
            assert_eq!(shown_answer(visitor, "data.domain").await?, "3", "{mode}");
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

#[test]
fn what_changes_during_the_handshake_is_not_lost() -> Outcome {
    let firm = firm_with_element()?;
    // Between the greeting and its answer.
    firm.write_page(
        "hasty.js",
        "addEventListener('message', event => {
            if (typeof event.data !== 'string' || !event.data.includes('knock')) return;
            document.querySelector('#it').setAttribute('theme', 'dark');
            document.querySelector('#it').lang = 'zh-CN';
        });",
    )?;
    firm.write_embedding_page(
        "index.html",
        &format!("{ELEMENT}<script src=\"hasty.js\" defer></script>"),
    )?;
    firm.journey().run(async |visitor| {
        // The element's own listener receives the knock first.
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("#it").await?;
        visitor
            .wait_until(
                "the frame is dark",
                "return getComputedStyle(document.documentElement).colorScheme === 'dark'",
            )
            .await?;
        visitor.wait_visible("html[lang=zh-CN]").await
    })
}

#[test]
fn a_page_that_waits_for_a_result_requests_it_again_after_the_frame_reloads() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        visitor.leave_frame().await?;
        let ask = "document.querySelector('#it').getResult().then(() => window.answer = 'sent', error => window.answer = error.code)";
        visitor.run_script(&format!("{ask}; return null"), Vec::new()).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(".send-offer [data-action=refuse]").await?;
        set_attribute(visitor, "mode", Some("popup")).await?;
        call_method(visitor, "open").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_visible(".send-offer [data-action=refuse]").await?;
        visitor.press("[data-action=refuse]").await?;
        visitor.leave_frame().await?;
        visitor.wait_until("the promise is settled", "return window.answer === 'declined'").await
    })
}

#[test]
fn a_frame_with_a_depth_offers_that_depth_alone_and_no_gallery() -> Outcome {
    firm_with_element()?.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_for_page("start").await?;
        visitor
            .wait_hidden("[data-action=start][data-depth=full]")
            .await?;
        for absent in [".certificate", "a[href*='#/example/']"] {
            assert_eq!(visitor.count_visible(absent).await?, 0, "{absent}");
        }
        visitor
            .press("[data-action=start][data-depth=quick]")
            .await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(visitor.count_visible("[name=stance]").await?, 2);
        assert_eq!(visitor.count_visible("[name=depth]").await?, 0);
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.count_visible("[data-action=grow]").await?, 0);
        Ok(())
    })
}
