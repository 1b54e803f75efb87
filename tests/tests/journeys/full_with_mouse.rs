//! The full questionnaire with the mouse alone.

use assay_journeys::{Journey, Outcome, load_company, standard_sections};

#[test]
fn the_full_path_with_the_mouse_leads_to_the_expected_result() -> Outcome {
    let company = load_company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor
            .press("label:has(input[name=stance][value=provide])")
            .await?;
        visitor.press("[data-action=next]").await?;
        let mut given = 0;
        for section in standard_sections()? {
            visitor.wait_for_section(&section.id).await?;
            given += visitor.answer_page_by_mouse(&company).await?;
            visitor
                .press("main .pager [data-action=next], main .pager [data-action=review]")
                .await?;
        }
        assert_eq!(given, company.len(), "questions that were asked");
        visitor.wait_for_page("review").await?;
        assert_eq!(
            visitor.count_visible(".open-questions li").await?,
            0,
            "nothing is open"
        );
        visitor.press("main .pager [data-action=results]").await?;
        let seen = visitor.figures().await?;
        assert_eq!(company.differences(&seen), Vec::<String>::new());
        let order: Vec<String> = seen.paths.iter().map(|path| path.id.clone()).collect();
        assert_eq!(
            order,
            company.ranked_paths(),
            "paths stand in the order of their ranks"
        );
        let confidence: f64 = visitor.confidence().await?.parse()?;
        let expected = company.expected["recommendation"]["confidence"]
            .as_f64()
            .unwrap();
        assert!(
            (confidence - expected).abs() <= 0.025,
            "confidence {expected} expected, {confidence} seen"
        );
        Ok(())
    })
}

#[test]
fn a_press_moves_nothing_under_the_pointer() -> Outcome {
    Journey::new().with_motion().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let radio = "fieldset[data-question='data.inventory'] label:has(input[value='2'])";
        let (_, before) = visitor.position_of(radio).await?;
        visitor.choose_answer("data.inventory", "2").await?;
        visitor
            .wait_visible("fieldset[data-question='data.inventory'][data-current]")
            .await?;
        visitor.wait_at_rest(radio).await?;
        let (_, after) = visitor.position_of(radio).await?;
        assert!((after - before).abs() < 1.5, "from {before} to {after}");
        assert!(
            visitor
                .has_focus("fieldset[data-question='data.inventory'] input[value='2']")
                .await?,
            "the focus is on {}",
            visitor.describe_focus().await?
        );
        Ok(())
    })
}

#[test]
fn an_answer_shows_only_at_its_own_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        for question in visitor.visible_questions().await? {
            visitor.choose_answer(&question, "3").await?;
        }
        visitor.press("main .pager [data-action=next]").await?;
        visitor.wait_for_section("algorithms").await?;
        for question in visitor.visible_questions().await? {
            assert_eq!(
                visitor.shown_answer(&question).await?,
                "",
                "{question} was never answered"
            );
        }
        Ok(())
    })
}
