//! Somebody is asked by a link, answers, and sends the result back.

use assay_journeys::{Journey, Outcome, Visitor, built_site, invitation, standard_model};
use serde_json::json;
use xtask::site::Site;

/// Makes an invitation and gives its place on the site, such as `#/i/…`.
async fn made(visitor: &Visitor, sections: &[&str], message: &str, mail: &str) -> Outcome<String> {
    visitor.open("#/invite").await?;
    visitor.is_on("invite").await?;
    visitor
        .press("label:has(input[name=stance][value=adopt])")
        .await?;
    visitor
        .press("label:has(input[name=depth][value=full])")
        .await?;
    for section in ["data", "algorithms", "compute", "strategy"] {
        if !sections.contains(&section) {
            visitor
                .press(&format!("label:has(input[name=sections][value={section}])"))
                .await?;
        }
    }
    let write = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    visitor
        .script(write, vec!["textarea[name=message]".into(), message.into()])
        .await?;
    visitor
        .script(write, vec!["input[name=mail]".into(), mail.into()])
        .await?;
    visitor
        .until(
            "there is a link",
            "return document.querySelector('[data-share-link]').value",
        )
        .await?;
    let link = visitor.value("[data-share-link]").await?;
    Ok(link
        .strip_prefix(visitor.address())
        .unwrap_or_default()
        .to_owned())
}

/// What the page for answering asks of each section that the progress bar shows.
async fn sections(visitor: &Visitor) -> Outcome<serde_json::Value> {
    let script =
        "return [...document.querySelectorAll('.progress a')].map(a => a.getAttribute('href'))";
    visitor.script(script, Vec::new()).await
}

#[test]
fn an_invitation_to_two_sections_is_answered_and_sent_back() -> Outcome {
    let site = Site::start(built_site(), 0)?;
    let mut place = String::new();
    Journey::new().at(site.address()).run(async |visitor| {
        place = made(
            visitor,
            &["compute", "strategy"],
            "Dear all,\n<b>please</b> answer.",
            "a.b+c@example.org",
        )
        .await?;
        let contains = visitor.text(".sheet").await?;
        for part in ["Compute", "Strategy", "your message", "a.b+c@example.org"] {
            assert!(contains.contains(part), "{part}: {contains}");
        }
        let draft = visitor.attribute("[data-action=mail]", "href").await?;
        assert!(
            draft.starts_with("mailto:?subject=") && draft.contains("%23%2Fi%2F"),
            "{draft}"
        );
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visitor.devtools("Browser.grantPermissions", grant).await?;
        visitor.press("[data-action=copy-link]").await?;
        visitor
            .until(
                "it says that the link is copied",
                "return document.querySelector('.notice[role=status]')?.innerText.includes('The link is copied')",
            )
            .await?;
        let copied = visitor
            .script("return navigator.clipboard.readText()", Vec::new())
            .await?;
        assert_eq!(copied, json!(format!("{}{place}", visitor.address())));
        Ok(())
    })?;
    Journey::new().at(site.address()).run(async |visitor| {
        // The reader has something of their own.
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "2").await?;
        visitor.open(&place).await?;
        visitor.is_on("invitation").await?;
        assert_eq!(
            visitor.text("[data-message]").await?,
            "Dear all,\n<b>please</b> answer."
        );
        let asked = visitor.text("[data-asked]").await?;
        assert!(
            asked.contains("Compute") && asked.contains("Strategy") && !asked.contains("Data"),
            "{asked}"
        );
        visitor.press("[data-action=begin]").await?;
        visitor.is_on("profile").await?;
        assert_eq!(
            visitor
                .count("input[name=stance], input[name=depth]")
                .await?,
            0,
            "settled by the invitation"
        );
        visitor.press("input[name=name]").await?;
        visitor.types("Ada").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.is_in("compute").await?;
        assert_eq!(
            sections(visitor).await?,
            json!(["#/s/compute", "#/s/strategy"])
        );
        let counted = visitor.text(".sticky .figure").await?;
        assert!(
            counted.starts_with("0 of 1") || counted.starts_with("0 of 2"),
            "only what is asked: {counted}"
        );
        visitor.answers("compute.supply", "3").await?;
        // Nothing of it is lost by a reload, the light program included.
        visitor.reload().await?;
        visitor.is_in("compute").await?;
        assert_eq!(visitor.answer("compute.supply").await?, "3");
        assert_eq!(
            sections(visitor).await?,
            json!(["#/s/compute", "#/s/strategy"])
        );
        visitor.press("main [data-action=next]").await?;
        visitor.is_in("strategy").await?;
        visitor.answers("strategy.budget", "1").await?;
        visitor.press("main [data-action=review]").await?;
        visitor.is_on("review").await?;
        let review = visitor.text("main").await?;
        assert!(review.contains("a.b+c@example.org"), "{review}");
        visitor.press("main .pager [data-action=results]").await?;
        visitor.is_on("results").await?;
        let draft = visitor
            .attribute(".reply [data-action=mail]", "href")
            .await?;
        assert!(
            draft.starts_with("mailto:a.b%2Bc@example.org?subject="),
            "{draft}"
        );
        let link = visitor.value("[data-reply-link]").await?;
        // Scripts find one link to share, that of the panel, and the reply's beside it.
        let shared = "return document.querySelectorAll('[data-share-link]').length";
        assert_eq!(visitor.script(shared, Vec::new()).await?, json!(0));
        visitor.press("main [data-action=share]").await?;
        visitor.sees("[data-share-link]").await?;
        assert_eq!(visitor.script(shared, Vec::new()).await?, json!(1));
        visitor.press("input[name=include-profile]").await?;
        visitor
            .until(
                "the panel's link is its own",
                &format!("const link = document.querySelector('[data-share-link]').value; return link && link !== {link:?}"),
            )
            .await?;
        assert_eq!(visitor.value("[data-reply-link]").await?, link);
        let copies = "return document.querySelectorAll('[data-action=copy-link]').length";
        assert_eq!(visitor.script(copies, Vec::new()).await?, json!(1));
        visitor.shows_as_printed(true).await?;
        assert_eq!(visitor.count(".reply").await?, 0, "it is for the screen");
        visitor.shows_as_printed(false).await?;
        // Opened again, the invitation offers to go on, and what was there before is still there.
        visitor.open(&place).await?;
        visitor.is_on("invitation").await?;
        visitor.press("[data-action=continue]").await?;
        visitor.is_on("review").await?;
        visitor.go("#/workspace").await?;
        visitor
            .until(
                "both assessments are there",
                "return document.querySelectorAll('.assessments li').length === 2",
            )
            .await?;
        visitor
            .open(link.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.is_on("shared").await?;
        let shared = visitor.text("main").await?;
        assert!(shared.contains("Ada"), "{shared}");
        Ok(())
    })
}

#[test]
fn whoever_was_asked_for_a_part_can_answer_the_rest_too() -> Outcome {
    Journey::new().run(async |visitor| {
        let place = made(visitor, &["compute"], "", "").await?;
        visitor.open(&place).await?;
        visitor.press("[data-action=begin]").await?;
        visitor.is_on("profile").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.is_in("compute").await?;
        assert_eq!(sections(visitor).await?, json!(["#/s/compute"]));
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.asked().await?, Vec::<String>::new());
        visitor.go("#/s/compute").await?;
        visitor.is_in("compute").await?;
        visitor.press("[data-action=everything]").await?;
        visitor
            .until(
                "four sections are asked",
                "return document.querySelectorAll('.progress a').length === 4",
            )
            .await
    })
}

#[test]
fn an_invitation_without_sections_or_to_no_address_is_not_made() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/invite").await?;
        visitor.is_on("invite").await?;
        let field = "input[name=mail]";
        visitor.press(field).await?;
        visitor.types("not an address").await?;
        visitor.until("it says so", "return document.querySelector('.sheet [role=alert]').innerText.includes('not an address')").await?;
        assert_eq!(visitor.value("[data-share-link]").await?, "");
        visitor.script("const f = document.querySelector('input[name=mail]'); f.value = ''; f.dispatchEvent(new Event('input', { bubbles: true }))", Vec::new()).await?;
        visitor.until("there is a link", "return document.querySelector('[data-share-link]').value").await?;
        for section in ["data", "algorithms", "compute", "strategy"] {
            visitor.press(&format!("label:has(input[name=sections][value={section}])")).await?;
        }
        visitor.until("it says so", "return document.querySelector('.sheet [role=alert]').innerText.includes('at least one section')").await
    })
}

#[test]
fn an_invitation_that_cannot_be_opened_says_which_it_is() -> Outcome {
    Journey::new().run(async |visitor| {
        let place = made(visitor, &["compute"], "hello", "").await?;
        let payload = place.strip_prefix("#/i/").unwrap().to_owned();
        let newer = format!("#/i/B{}", payload.get(1..).unwrap());
        for (place, said) in [
            (place.get(..place.len() - 4).unwrap().to_owned(), "missing"),
            (newer, ""),
            ("#/i/".to_owned(), "missing"),
            ("#/i/AgIA".to_owned(), "newer"),
            (format!("#/i/{}", "A".repeat(70_000)), "longer than any"),
        ] {
            visitor.open(&place).await?;
            visitor.is_on("invitation").await?;
            let page = visitor.text("main").await?;
            assert!(
                page.contains("cannot be opened") && page.contains(said),
                "{place}: {page}"
            );
            assert_eq!(visitor.count("[data-action=begin]").await?, 0);
        }
        Ok(())
    })
}

#[test]
fn an_invitation_to_another_questionnaire_says_so_and_touches_nothing() -> Outcome {
    let mut elsewhere = standard_model()?;
    elsewhere["id"] = json!("treasury");
    elsewhere["version"] = json!("2");
    let mut changed = standard_model()?;
    changed["questions"][0]["weight"] = json!(9);
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "2").await?;
        for (model, said) in [
            (
                &elsewhere,
                "“treasury”, version 2, which this page does not have",
            ),
            (&changed, "“standard”, version 1, but to another form of it"),
        ] {
            let payload = invitation(model, "Please answer.")?;
            visitor.open(&format!("#/i/{payload}")).await?;
            visitor.is_on("invitation").await?;
            let why = visitor.text("main [role=alert]").await?;
            assert!(why.contains(said), "{why}");
            assert!(
                why.contains("Open it on the site that it came from"),
                "{why}"
            );
            assert_eq!(
                visitor.count("[data-action=begin], [data-message]").await?,
                0
            );
        }
        visitor.press("main a[href='#/']").await?;
        visitor.is_on("start").await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.domain").await?, "2");
        Ok(())
    })
}

#[test]
fn a_hostile_message_of_an_invitation_stays_text() -> Outcome {
    let message = "<img src=x onerror=window.harm=1>\u{202e}</blockquote><script>window.harm=1</script> javascript:window.harm=1 {name}";
    let payload = invitation(
        &standard_model()?,
        &format!("{message}{}", "W".repeat(3_000)),
    )?;
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.open(&format!("#/i/{payload}")).await?;
        visitor.is_on("invitation").await?;
        let shown = visitor.text("[data-message]").await?;
        assert!(shown.starts_with(message), "{shown}");
        assert_eq!(
            visitor
                .count("main img, main script, main blockquote a")
                .await?,
            0
        );
        let harm = visitor
            .script("return window.harm ?? null", Vec::new())
            .await?;
        assert_eq!(harm, json!(null));
        let wide =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(visitor.script(wide, Vec::new()).await?, json!(true));
        visitor.press("[data-action=begin]").await?;
        visitor.is_on("profile").await
    })
}
