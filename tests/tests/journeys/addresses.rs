//! Unknown addresses and broken links.

use assay_journeys::{Journey, Outcome};

#[test]
fn an_unknown_address_is_reported() -> Outcome {
    Journey::new().run(async |visitor| {
        for place in [
            "#/nowhere",
            "#/s/none",
            "#/example/none",
            "#/results/more",
            "#/s/",
        ] {
            visitor.open(place).await?;
            visitor.wait_for_page("error").await?;
            visitor.press("main .button").await?;
            visitor.wait_for_page("start").await?;
        }
        Ok(())
    })
}

#[test]
fn a_broken_link_is_reported_and_changes_nothing() -> Outcome {
    // Cut off, mistyped, of a later version, of another questionnaire, and nonsense.
    let links = [
        "ASABBtYTAflbGp6tbxMA4G6z78lIs4EXe",
        "ASABBtYTAflbGp6tbxMA4G6z78lIs4EXeTMq",
        "AiABBtYTAflbGp6tbxMA",
        "ASAABHRpbnkBMYMh4d0H1hMBhfVKIEY",
        "%%%",
        "",
        "😀",
    ];
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        for link in links {
            visitor.open(&format!("#/r/{link}")).await?;
            visitor.wait_for_page("shared").await?;
            visitor.wait_visible("main [role=alert]").await?;
            let why = visitor.text("main [role=alert]").await?;
            assert!(why.len() > 20, "\"{link}\" is refused with \"{why}\"");
            assert_eq!(
                visitor.count_visible("[data-ai-content]").await?,
                0,
                "figures for \"{link}\""
            );
        }
        visitor.open("#/s/data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        Ok(())
    })
}

#[test]
fn an_address_opened_directly_is_a_full_assessment() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(
            visitor.visible_questions().await?.len(),
            11,
            "questions about data"
        );
        visitor.open("#/results").await?;
        visitor.wait_for_page("results").await?;
        let seen = visitor.figures().await?;
        assert_eq!(
            (
                seen.content.as_str(),
                seen.level.as_str(),
                seen.recommendation.as_str()
            ),
            ("", "", "none")
        );
        visitor.open("#/review").await?;
        visitor.wait_for_page("review").await?;
        assert_eq!(
            visitor.count_visible(".open-questions li").await?,
            44,
            "open questions"
        );
        Ok(())
    })
}

#[test]
fn an_empty_name_of_a_questionnaire_is_none() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("?model=&lang=en#/results").await?;
        visitor.wait_for_page("results").await
    })
}
