//! In the page: answering, sending or not, and how the frame behaves in it.

use assay_journeys::{Firm, Key, Outcome, company};

use super::{ELEMENT, heard, hears, opens};

#[test]
fn a_visitor_answers_everything_agrees_and_only_then_the_page_gets_the_result() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        assert_eq!(hears(visitor, "assay-ready").await?["result"], true);
        visitor.enters("#it").await?;
        visitor.fills_in(&company).await?;
        let figures = visitor.figures().await?;
        assert_eq!(company.differences(&figures), Vec::<String>::new());
        assert_eq!(
            heard(visitor, "assay-completed").await?,
            [serde_json::json!({})]
        );
        let progress = hears(visitor, "assay-progress").await?;
        assert_eq!(progress["fraction"], 1, "{progress}");
        assert_eq!(
            heard(visitor, "assay-result").await?.len(),
            0,
            "nothing was sent yet"
        );
        let told = visitor
            .script("return JSON.stringify(window.seen)", Vec::new())
            .await?
            .to_string();
        assert!(
            !told.contains("answers") && !told.contains("#/r/"),
            "{told}"
        );

        visitor.enters("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.sees("dialog[open]").await?;
        let asked = visitor.text("dialog[open]").await?;
        assert!(
            asked.contains("Northlight") && asked.contains(firm.origin()),
            "who gets it is said: {asked}"
        );
        visitor.press("[data-action=confirm-send]:enabled").await?;
        let sent = hears(visitor, "assay-result").await?;
        assert_eq!(sent["result"]["format"], "assay.result/1");
        let content = sent["result"]["ai_content"]["value"]
            .as_f64()
            .unwrap_or_default();
        assert_eq!(format!("{content:.2}"), figures.content);
        let link = sent["link"].as_str().unwrap_or_default().to_owned();
        let place = link.strip_prefix(&firm.app()).unwrap_or_default();
        assert!(place.contains("#/r/"), "{link} opens at the app");

        let promised = "return document.querySelector('#it').getResult().then(sent => sent.link)";
        assert_eq!(visitor.script(promised, Vec::new()).await?, link);
        Ok(())
    })
}

#[test]
fn a_visitor_who_refuses_sends_nothing() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.leaves().await?;
        let early = "return document.querySelector('#it').getResult().catch(error => error.code)";
        assert_eq!(visitor.script(early, Vec::new()).await?, "nothing-to-send");
        visitor.enters("#it").await?;
        visitor.fills_in(&company).await?;
        visitor.leaves().await?;
        let ask = "window.answer = document.querySelector('#it').getResult().then(() => 'sent', error => error.code)";
        visitor.script(ask, Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.sees("dialog[open] [data-action=confirm-send]").await?;
        visitor.press("dialog [data-action=refuse]").await?;
        visitor.sees_no("dialog[open]").await?;
        assert_eq!(heard(visitor, "assay-result").await?.len(), 0);
        assert_eq!(visitor.script("return window.answer", Vec::new()).await?, "declined");

        visitor.enters("#it").await?;
        visitor.press("[data-action=send]").await?;
        visitor.sees("dialog[open]").await?;
        visitor.key(Key::Escape).await?;
        visitor.sees_no("dialog[open]").await?;
        assert_eq!(heard(visitor, "assay-result").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn the_frame_is_as_high_as_its_content_at_every_width() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        for place in ["#/s/data", "#/profile"] {
            visitor.enters("#it").await?;
            visitor.go(place).await?;
            visitor.sees(if place == "#/profile" { "main[data-page=profile]" } else { "main[data-page=section]" }).await?;
            for width in [1600, 1024, 768, 390, 320] {
                visitor.leaves().await?;
                visitor.resizes(width, 800).await?;
                visitor.enters("#it").await?;
                visitor.until(&format!("{place} fits its frame at {width}"),
                    "const d = document.documentElement; return d.scrollHeight <= innerHeight + 1 && getComputedStyle(d).overflowY === 'clip' && d.scrollWidth <= innerWidth && innerHeight - document.body.getBoundingClientRect().height < 40").await?;
                visitor.leaves().await?;
                visitor.until(&format!("the page does not scroll sideways at {width}"), "return document.documentElement.scrollWidth <= innerWidth").await?;
            }
        }
        // What fits does not go on growing.
        let count = heard(visitor, "assay-resize").await?.len();
        let later = "return new Promise(done => setTimeout(() => done(window.seen.filter(e => e.type === 'assay-resize').length), 700))";
        assert_eq!(visitor.script(later, Vec::new()).await?, count);
        Ok(())
    })
}

#[test]
fn a_new_section_begins_in_view_of_a_long_page() -> Outcome {
    let firm = Firm::new()?;
    let long = "<p>A long page.</p>".repeat(80);
    firm.embeds("index.html", &format!("{long}{ELEMENT}{long}"))?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.is_in("algorithms").await?;
        visitor.leaves().await?;
        visitor.until("the top of the frame is in the upper half of the window",
            "const top = document.querySelector('#it').getBoundingClientRect().top; return top > -200 && top < innerHeight / 2").await
    })
}

#[test]
fn the_page_keeps_its_own_history_and_anchors() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.page(
        "before.html",
        "<!doctype html><title>Before</title><p id=\"before\">Before</p>",
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("before.html").await?;
        visitor.script("location.href = './'", Vec::new()).await?;
        visitor.enters("#it").await?;
        let length = visitor.script("return history.length", Vec::new()).await?;
        visitor
            .press("[data-action=start][data-depth=quick]")
            .await?;
        visitor.is_on("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor.is_in("data").await?;
        assert_eq!(
            visitor.script("return history.length", Vec::new()).await?,
            length,
            "entries of the history"
        );
        visitor.leaves().await?;
        // The frame grows with its new page, and the link moves down meanwhile.
        visitor.sees_at_rest("#after").await?;
        visitor.press("#after").await?;
        visitor
            .until(
                "the page is at its anchor",
                "return location.hash === '#end'",
            )
            .await?;
        visitor.back().await?;
        visitor
            .until("the page is at its top", "return location.hash === ''")
            .await?;
        visitor.back().await?;
        visitor.sees("#before").await
    })
}

#[test]
fn tab_goes_through_the_frame_and_out_again() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds(
        "index.html",
        &format!("<p><a id=\"first\" href=\"#end\">First</a></p>{ELEMENT}"),
    )?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.leaves().await?;
        visitor
            .script("document.querySelector('#first').focus()", Vec::new())
            .await?;
        visitor.key(Key::Tab).await?;
        visitor
            .until(
                "the focus is on the frame",
                "return document.activeElement?.localName === 'assay-assessment'",
            )
            .await?;
        visitor.tabs_to("#after").await?;
        let back = "return document.activeElement.id";
        assert_eq!(visitor.script(back, Vec::new()).await?, "after");
        Ok(())
    })
}

#[test]
fn attributes_work_when_they_are_changed() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        visitor.answers("data.domain", "3").await?;
        visitor.leaves().await?;
        visitor.script("document.querySelector('#it').lang = 'zh-CN'", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.sees("html[lang=zh-CN] main[data-page=section]").await?;
        assert_eq!(visitor.answer("data.domain").await?, "3", "answers stay");
        visitor.leaves().await?;
        visitor.script("document.querySelector('#it').setAttribute('theme', 'dark')", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.until("the frame is dark", "return getComputedStyle(document.documentElement).colorScheme === 'dark'").await?;
        visitor.leaves().await?;
        visitor.script("document.querySelector('#it').setAttribute('height', '500')", Vec::new()).await?;
        visitor.until("the frame has its height", "return document.querySelector('#it').getBoundingClientRect().height === 500").await?;
        visitor.script("document.querySelector('#it').reset()", Vec::new()).await?;
        visitor.enters("#it").await?;
        visitor.until("it begins anew", "return !document.querySelector('input[name=\"data.domain\"]:checked, fieldset[data-question=\"data.domain\"] input:checked')").await
    })
}
