//! All questions, with the mouse alone.

use assay_journeys::{Journey, Outcome, company, questionnaire};

#[test]
fn the_full_path_with_the_mouse_leads_to_the_expected_result() -> Outcome {
    let company = company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.is_on("profile").await?;
        visitor
            .press("label:has(input[name=stance][value=provide])")
            .await?;
        visitor.press("[data-action=next]").await?;
        let mut given = 0;
        for section in questionnaire()? {
            visitor.is_in(&section.id).await?;
            given += visitor.answers_page(&company).await?;
            visitor
                .press("main .pager [data-action=next], main .pager [data-action=review]")
                .await?;
        }
        assert_eq!(given, company.len(), "questions that were asked");
        visitor.is_on("review").await?;
        assert_eq!(
            visitor.count(".open-questions li").await?,
            0,
            "nothing is open"
        );
        visitor.press("main .pager [data-action=results]").await?;
        let seen = visitor.figures().await?;
        assert_eq!(company.differences(&seen), Vec::<String>::new());
        let order: Vec<String> = seen.paths.iter().map(|path| path.id.clone()).collect();
        assert_eq!(
            order,
            company.path_order(),
            "paths stand in the order of their ranks"
        );
        let confidence: f64 = visitor.confidence().await?.parse()?;
        let expected = company.expect["recommendation"]["confidence"]
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
        let (_, before) = visitor.place_of(radio).await?;
        visitor.answers("data.inventory", "2").await?;
        visitor
            .sees("fieldset[data-question='data.inventory'][data-current]")
            .await?;
        visitor.sees_at_rest(radio).await?;
        let (_, after) = visitor.place_of(radio).await?;
        assert!((after - before).abs() < 1.5, "from {before} to {after}");
        assert!(
            visitor
                .has_focus("fieldset[data-question='data.inventory'] input[value='2']")
                .await?,
            "the focus is on {}",
            visitor.focused().await?
        );
        Ok(())
    })
}

#[test]
fn an_answer_shows_only_at_its_own_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        for question in visitor.asked().await? {
            visitor.answers(&question, "3").await?;
        }
        visitor.press("main .pager [data-action=next]").await?;
        visitor.is_in("algorithms").await?;
        for question in visitor.asked().await? {
            assert_eq!(
                visitor.answer(&question).await?,
                "",
                "{question} was never answered"
            );
        }
        Ok(())
    })
}
