//! Languages that are fetched where they are chosen: an assessment, its reports, keys, and offline use.

use assay_journeys::{Journey, Key, Outcome, Visitor, load_company, standard_sections};

/// Answers the quick assessment in the language of the browser, and checks its result.
async fn take_quick_assessment(visitor: &Visitor) -> Outcome {
    let company = load_company("logistics company, quick")?;
    visitor.open("").await?;
    visitor
        .press("[data-action=start][data-depth=quick]")
        .await?;
    visitor.wait_for_page("profile").await?;
    visitor.press("input[name=name]").await?;
    visitor.type_keys("Acme").await?;
    visitor
        .press("label:has(input[name=stance][value=adopt])")
        .await?;
    visitor.press("[data-action=next]").await?;
    for section in standard_sections()? {
        visitor.wait_for_section(&section.id).await?;
        visitor.answer_page_by_mouse(&company).await?;
        visitor
            .press("main .pager [data-action=next], main .pager [data-action=review]")
            .await?;
    }
    visitor.wait_for_page("review").await?;
    visitor.press("main .pager [data-action=results]").await?;
    visitor.wait_for_page("results").await?;
    let seen = visitor.figures().await?;
    assert_eq!(company.differences(&seen), Vec::<String>::new());
    Ok(())
}

#[test]
fn the_quick_assessment_in_german_leads_to_a_german_result_and_report() -> Outcome {
    Journey::new()
        .language("de-DE")
        .size(390, 844)
        .run(async |visitor| {
            take_quick_assessment(visitor).await?;
            let certificate = visitor.text(".certificate").await?;
            assert!(certificate.contains("KI-Gehalt"), "{certificate}");
            assert!(certificate.contains(','), "a decimal comma: {certificate}");
            visitor.confidence().await?;
            visitor.press("[data-action=reports]").await?;
            let (name, text) = visitor
                .save_file("[data-action=save-report][data-format='md']")
                .await?;
            let text = String::from_utf8(text)?;
            assert!(text.contains("KI-Gehalt"), "{name}: {text}");
            Ok(())
        })
}

#[test]
fn the_quick_assessment_in_japanese_leads_to_a_japanese_result_and_report() -> Outcome {
    Journey::new()
        .language("ja")
        .size(390, 844)
        .run(async |visitor| {
            take_quick_assessment(visitor).await?;
            let certificate = visitor.text(".certificate").await?;
            assert!(certificate.contains("AI含有率"), "{certificate}");
            visitor.confidence().await?;
            visitor.press("[data-action=reports]").await?;
            let (name, text) = visitor
                .save_file("[data-action=save-report][data-format='md']")
                .await?;
            let text = String::from_utf8(text)?;
            assert!(text.contains("AI含有率"), "{name}: {text}");
            Ok(())
        })
}

#[test]
fn every_language_can_be_chosen_in_turn_and_keeps_place_and_answers() -> Outcome {
    Journey::new().size(320, 640).run(async |visitor| {
        visitor.begin_in_data(&[("data.security", "3")]).await?;
        let mut headings = vec![visitor.text("main h1").await?];
        for language in ["de", "ja", "zh-CN"] {
            visitor.choose_language(language).await?;
            visitor.wait_for_section("data").await?;
            assert_eq!(visitor.shown_answer("data.security").await?, "3");
            headings.push(visitor.text("main h1").await?);
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            visitor.wait_until("the page fits", wide).await?;
        }
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), 4, "{headings:?}");
        // The start page of a language that the page does not contain.
        visitor.choose_language("de").await?;
        visitor.go_to_hash("#/").await?;
        visitor.wait_for_page("start").await?;
        assert!(visitor.text("main h1").await?.contains("KI"));
        Ok(())
    })
}

#[test]
fn the_language_is_chosen_with_keys_and_keeps_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.tab_to("[data-action=language]").await?;
        visitor.type_keys("D").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_visible("html[lang=de]").await?;
        visitor
            .wait_until(
                "the choice has the focus",
                "return document.activeElement.matches('[data-action=language]')",
            )
            .await
    })
}

#[test]
fn a_language_that_was_chosen_works_offline() -> Outcome {
    Journey::new()
        .language("de")
        .allowing_message("net::ERR_")
        .run(async |visitor| {
            visitor.begin_in_data(&[("data.domain", "3")]).await?;
            let kept = "return navigator.serviceWorker.ready.then(r => r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller))";
            visitor.wait_until("the site is kept", kept).await?;
            visitor.stop_server();
            visitor.check_data_after_reload(&[("data.domain", "3")]).await?;
            assert_eq!(visitor.attribute("html", "lang").await?, "de");
            visitor.go_to_page("results").await?;
            Ok(())
        })
}

#[test]
fn an_earlier_version_without_wording_in_the_language_shows_in_english_and_says_so() -> Outcome {
    Journey::new().language("de").run(async |visitor| {
        visitor.open("?model=standard@1#/s/data").await?;
        visitor.wait_for_section("data").await?;
        let notice = visitor.text("[data-wording]").await?;
        assert!(notice.contains("Englisch"), "{notice}");
        assert_eq!(
            visitor
                .attribute("main fieldset legend [lang], main fieldset [lang]", "lang")
                .await?,
            "en"
        );
        Ok(())
    })
}
