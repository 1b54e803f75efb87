//! Attributes that are changed while the page is open, and the methods of a dialog.

use assay_journeys::{Firm, Outcome, Visitor};

use super::{ELEMENT, answered, answers, calls, heard, hears, opens, sets};

/// Waits until something is true of the element, in the page around it.
async fn is(visitor: &Visitor, what: &str, of_it: &str) -> Outcome {
    visitor.leaves().await?;
    let script = format!("const it = document.querySelector('#it'); return {of_it}");
    visitor.until(what, &script).await
}

#[test]
fn another_depth_asks_more_or_less_and_keeps_the_answers() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        let quick = visitor.asked().await?.len();
        sets(visitor, "depth", Some("full")).await?;
        visitor.enters("#it").await?;
        visitor
            .until(
                "more is asked",
                &format!("return document.querySelectorAll('fieldset[data-question]:not([hidden])').length > {quick}"),
            )
            .await?;
        visitor.answers("data.access", "2").await?;
        sets(visitor, "depth", Some("quick")).await?;
        visitor.enters("#it").await?;
        visitor.sees_no("fieldset[data-question='data.access']:not([hidden])").await?;
        assert_eq!(visitor.asked().await?.len(), quick);
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        sets(visitor, "depth", Some("full")).await?;
        visitor.enters("#it").await?;
        visitor.sees("fieldset[data-question='data.access']:not([hidden])").await?;
        assert_eq!(answered(visitor, "data.access").await?, "2");
        Ok(())
    })
}

#[test]
fn another_stance_changes_what_is_asked_at_once() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds(
        "index.html",
        &ELEMENT.replace("id=\"it\"", "id=\"it\" stance=\"adopt\""),
    )?;
    // Only who provides is asked this.
    let foundation = "fieldset[data-question='algorithms.foundation']:not([hidden])";
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        visitor.go("#/s/algorithms").await?;
        visitor.is_in("algorithms").await?;
        assert_eq!(visitor.count(foundation).await?, 0);
        sets(visitor, "stance", Some("provide")).await?;
        visitor.enters("#it").await?;
        visitor.sees(foundation).await?;
        // A word that is none changes nothing.
        sets(visitor, "stance", Some("both")).await?;
        visitor.enters("#it").await?;
        visitor.go("#/profile").await?;
        visitor.is_on("profile").await?;
        assert_eq!(
            visitor.value("input[name=stance]:checked").await?,
            "provide"
        );
        sets(visitor, "stance", Some("adopt")).await?;
        visitor.enters("#it").await?;
        visitor
            .sees("input[name=stance][value=adopt]:checked")
            .await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        assert_eq!(heard(visitor, "assay-error").await?.len(), 0);
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
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        sets(visitor, "model", Some("law-office.json")).await?;
        visitor.enters("#it").await?;
        visitor.go("#/s/material").await?;
        visitor.is_in("material").await?;
        visitor.answers("material.files", "2").await?;
        sets(visitor, "model", None).await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        sets(visitor, "model", Some("law-office.json")).await?;
        visitor.enters("#it").await?;
        visitor.go("#/s/material").await?;
        visitor.is_in("material").await?;
        assert_eq!(visitor.answer("material.files").await?, "2");
        assert_eq!(heard(visitor, "assay-ready").await?.len(), 4);
        Ok(())
    })
}

#[test]
fn another_source_is_another_app() -> Outcome {
    let firm = Firm::new()?;
    let other = Firm::new()?;
    other.is_allowed(&[firm.origin()])?;
    firm.embeds("index.html", ELEMENT)?;
    let journey = firm.journey().knowing(&other.app());
    journey.run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        sets(visitor, "src", Some(&other.app())).await?;
        assert_eq!(
            answered(visitor, "data.domain").await?,
            "",
            "another origin"
        );
        assert_eq!(heard(visitor, "assay-ready").await?.len(), 2);
        sets(visitor, "src", None).await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn a_height_in_pixels_scrolls_and_auto_follows_the_content_again() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    let scrolls = "return getComputedStyle(document.documentElement).overflowY !== 'clip'";
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        sets(visitor, "height", Some("500")).await?;
        is(visitor, "it is 500 high", "it.getBoundingClientRect().height === 500").await?;
        visitor.enters("#it").await?;
        visitor.until("the frame scrolls", scrolls).await?;
        sets(visitor, "height", Some("320.5")).await?;
        is(visitor, "it is lower", "Math.abs(it.getBoundingClientRect().height - 320.5) < 1").await?;
        for auto in [Some("auto"), Some("high"), None] {
            sets(visitor, "height", Some("500")).await?;
            is(visitor, "it is 500 high", "it.getBoundingClientRect().height === 500").await?;
            sets(visitor, "height", auto).await?;
            visitor.enters("#it").await?;
            visitor
                .until(
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
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    let open = "it.shadowRoot.querySelector('dialog')?.open === true";
    let closed = "it.shadowRoot.querySelector('dialog')?.open === false";
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        for mode in ["popup", "slider"] {
            sets(visitor, "mode", Some(mode)).await?;
            is(visitor, "the dialog waits", closed).await?;
            is(
                visitor,
                "no frame before it is opened",
                "!it.shadowRoot.querySelector('iframe')",
            )
            .await?;
            calls(visitor, "open").await?;
            is(visitor, "the dialog is open", open).await?;
            assert_eq!(answered(visitor, "data.domain").await?, "3", "{mode}");
            // Its height is its own.
            sets(visitor, "height", Some("100")).await?;
            is(
                visitor,
                "the frame fills the dialog",
                "it.shadowRoot.querySelector('iframe').getBoundingClientRect().height > 400",
            )
            .await?;
            sets(visitor, "height", None).await?;
            calls(visitor, "open").await?;
            is(visitor, "a second open changes nothing", open).await?;
            calls(visitor, "close").await?;
            is(visitor, "the dialog is closed", closed).await?;
            calls(visitor, "close").await?;
            calls(visitor, "open").await?;
            assert_eq!(answered(visitor, "data.domain").await?, "3", "{mode}");
        }
        sets(visitor, "mode", None).await?;
        is(
            visitor,
            "the frame stands in the page",
            "!it.shadowRoot.querySelector('dialog') && it.shadowRoot.querySelector('iframe')",
        )
        .await?;
        assert_eq!(answered(visitor, "data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn in_the_page_open_moves_the_focus_in_and_close_does_nothing() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        hears(visitor, "assay-ready").await?;
        calls(visitor, "open").await?;
        is(
            visitor,
            "the focus is in the frame",
            "document.activeElement === it && it.shadowRoot.activeElement?.localName === 'iframe'",
        )
        .await?;
        calls(visitor, "close").await?;
        answers(visitor, "data.domain", "2").await
    })
}

#[test]
fn what_changes_during_the_handshake_is_not_lost() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    // Right after the greeting, before its answer can have come.
    firm.page(
        "hasty.js",
        "addEventListener('message', event => {
            if (typeof event.data !== 'string' || !event.data.includes('knock')) return;
            document.querySelector('#it').setAttribute('theme', 'dark');
            document.querySelector('#it').lang = 'zh-CN';
        });",
    )?;
    firm.embeds(
        "index.html",
        &format!("{ELEMENT}<script src=\"hasty.js\" defer></script>"),
    )?;
    firm.journey().run(async |visitor| {
        // The element's own listener hears the knock first.
        visitor.open_unready("").await?;
        visitor.enters("#it").await?;
        visitor
            .until(
                "the frame is dark",
                "return getComputedStyle(document.documentElement).colorScheme === 'dark'",
            )
            .await?;
        visitor.sees("html[lang=zh-CN]").await
    })
}

#[test]
fn who_waits_for_a_result_is_asked_for_again_where_the_frame_loads_anew() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        visitor.leaves().await?;
        let ask = "document.querySelector('#it').getResult().then(() => window.answer = 'sent', error => window.answer = error.code)";
        visitor.script(&format!("{ask}; return null"), Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.sees(".send-offer [data-action=refuse]").await?;
        sets(visitor, "mode", Some("popup")).await?;
        calls(visitor, "open").await?;
        visitor.enters("#it").await?;
        visitor.sees(".send-offer [data-action=refuse]").await?;
        visitor.press("[data-action=refuse]").await?;
        visitor.leaves().await?;
        visitor.until("the promise is settled", "return window.answer === 'declined'").await
    })
}
