//! Attributes that change while the page is open.

use assay_journeys::{Firm, Outcome};

use super::{
    ELEMENT, call_method, choose_answer, firm_with_element, open_page, received_events,
    set_attribute, shown_answer,
};

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
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=back]").await?;
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
