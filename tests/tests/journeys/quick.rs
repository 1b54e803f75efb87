//! The quick assay with the mouse, and growing it into the full one.

use assay_journeys::{Journey, Outcome, company, questionnaire};

#[test]
fn the_quick_path_with_the_mouse_leads_to_the_expected_result() -> Outcome {
    let company = company("logistics company, quick")?;
    Journey::new()
        .with_motion()
        .size(390, 844)
        .run(async |visitor| {
            visitor.open("").await?;
            visitor
                .press("[data-action=start][data-depth=quick]")
                .await?;
            visitor.is_on("profile").await?;
            visitor.press("input[name=name]").await?;
            visitor.types("Acme").await?;
            visitor
                .press("label:has(input[name=stance][value=adopt])")
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
            assert_eq!(
                given, 17,
                "questions of a quick assay for those who use models"
            );
            visitor.is_on("review").await?;
            visitor.press("main .pager [data-action=results]").await?;
            visitor.is_on("results").await?;
            let seen = visitor.figures().await?;
            assert_eq!(company.differences(&seen), Vec::<String>::new());
            let certificate = visitor.text(".certificate").await?;
            assert!(
                certificate.contains("Self-assessed by Acme on"),
                "{certificate}"
            );
            Ok(())
        })
}

#[test]
fn quick_grows_into_full_and_keeps_its_answers() -> Outcome {
    let company = company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.fills_in(&company).await?;
        let before = visitor.figures().await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        let quick = visitor.asked().await?;
        visitor.press("[data-action=grow]").await?;
        visitor
            .sees("fieldset[data-question='data.inventory']")
            .await?;
        let full = visitor.asked().await?;
        assert!(
            full.len() > quick.len() && full.contains(&"data.inventory".to_owned()),
            "{full:?}"
        );
        for question in quick {
            assert_eq!(
                visitor.answer(&question).await?,
                company.answer(&question)?,
                "{question} after growing"
            );
        }
        visitor.go("#/results").await?;
        assert_eq!(
            visitor.figures().await?,
            before,
            "growing alone changes no figure"
        );
        Ok(())
    })
}
