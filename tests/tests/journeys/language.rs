//! The initial language, and changing it.

use assay_journeys::{Journey, Outcome};

/// Opens the site in a browser with these languages, and checks which one shows.
fn check_first_language(language: &'static str, expected: &str) -> Outcome {
    Journey::new().language(language).run(async |visitor| {
        visitor.open("").await?;
        assert_eq!(
            visitor.attribute("html", "lang").await?,
            expected,
            "for a browser in {language}"
        );
        Ok(())
    })
}

#[test]
fn the_first_language_follows_the_browser() -> Outcome {
    check_first_language("zh-CN", "zh-CN")?;
    check_first_language("zh-TW", "zh-CN")?;
    check_first_language("en-US", "en")?;
    check_first_language("fr-FR", "en")?;
    check_first_language("de-AT", "de")
}

#[test]
fn the_first_language_is_the_first_of_the_browsers_languages_that_there_is() -> Outcome {
    check_first_language("zh-TW,en", "zh-CN")?;
    check_first_language("fr-FR,ja", "ja")
}

#[test]
fn a_language_in_the_address_wins() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("?lang=zh-CN#/about").await?;
        visitor.wait_for_page("about").await?;
        assert_eq!(visitor.attribute("html", "lang").await?, "zh-CN");
        Ok(())
    })
}

#[test]
fn switching_the_language_keeps_place_and_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/algorithms").await?;
        visitor.choose_answer("algorithms.tools", "3").await?;
        let (title, heading) = (visitor.title().await?, visitor.text("main h1").await?);
        let question = "fieldset[data-question='algorithms.tools']";
        let before = visitor.text(&format!("{question} legend")).await?;
        visitor.choose_language("zh-CN").await?;
        visitor.wait_for_section("algorithms").await?;
        assert_eq!(visitor.shown_answer("algorithms.tools").await?, "3");
        assert_ne!(visitor.text(&format!("{question} legend")).await?, before);
        assert_ne!(visitor.text("main h1").await?, heading);
        visitor
            .wait_until(
                "the title is Chinese",
                &format!("return document.title !== {title:?}"),
            )
            .await?;
        visitor.reload().await?;
        visitor.wait_for_section("algorithms").await?;
        assert_eq!(
            visitor.attribute("html", "lang").await?,
            "zh-CN",
            "after a reload"
        );
        assert_eq!(
            visitor.shown_answer("algorithms.tools").await?,
            "3",
            "after a reload"
        );
        visitor.choose_language("en").await?;
        assert_eq!(visitor.text("main h1").await?, heading);
        Ok(())
    })
}

#[test]
fn switching_the_language_does_not_move_the_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.security", "3")]).await?;
        let top = "return Math.round(document.querySelector(\"[data-question='data.security']\").getBoundingClientRect().top)";
        let before = visitor.run_script(top, Vec::new()).await?.as_i64().unwrap();
        // The choice is made without scrolling to it.
        visitor.choose_language("zh-CN").await?;
        visitor.wait_for_section("data").await?;
        let after = visitor.run_script(top, Vec::new()).await?.as_i64().unwrap();
        assert!((before - after).abs() < 600, "the question answered last stood at {before}, then at {after}");
        Ok(())
    })
}

#[test]
fn the_language_that_was_switched_to_stays_over_a_reload_whatever_the_address_named() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("?lang=en#/s/data").await?;
        visitor.choose_language("zh-CN").await?;
        visitor
            .wait_visible("html[lang=zh-CN] main[data-section=data]")
            .await?;
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.attribute("html", "lang").await?, "zh-CN");
        Ok(())
    })
}
