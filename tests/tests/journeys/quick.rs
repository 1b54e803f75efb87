//! The quick assessment with the mouse, and its extension to the full one.

use assay_journeys::{Journey, Outcome, load_company, standard_sections};

#[test]
fn the_quick_path_with_the_mouse_leads_to_the_expected_result() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new()
        .with_motion()
        .size(390, 844)
        .run(async |visitor| {
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
            let mut given = 0;
            for section in standard_sections()? {
                visitor.wait_for_section(&section.id).await?;
                given += visitor.answer_page_by_mouse(&company).await?;
                visitor
                    .press("main .pager [data-action=next], main .pager [data-action=review]")
                    .await?;
            }
            assert_eq!(
                given, 17,
                "questions of a quick assay for those who use models"
            );
            visitor.wait_for_page("review").await?;
            visitor.press("main .pager [data-action=results]").await?;
            visitor.wait_for_page("results").await?;
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
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        let before = visitor.figures().await?;
        visitor.go_to_section("data").await?;
        let quick = visitor.visible_questions().await?;
        visitor.press("[data-action=grow]").await?;
        visitor
            .wait_visible("fieldset[data-question='data.inventory']")
            .await?;
        let full = visitor.visible_questions().await?;
        assert!(
            full.len() > quick.len() && full.contains(&"data.inventory".to_owned()),
            "{full:?}"
        );
        for question in quick {
            assert_eq!(
                visitor.shown_answer(&question).await?,
                company.answer(&question)?,
                "{question} after growing"
            );
        }
        visitor.go_to_hash("#/results").await?;
        assert_eq!(
            visitor.figures().await?,
            before,
            "growing alone changes no figure"
        );
        Ok(())
    })
}
