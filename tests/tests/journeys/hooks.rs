//! The names that scripts and embedding sites rely on.

use assay_journeys::{Journey, Outcome, company, questionnaire};

#[test]
fn every_documented_hook_is_on_its_page() -> Outcome {
    let company = company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.sees("html[lang][data-ready] main[data-page=start] a[data-action=start][data-depth=full]").await?;
        visitor.sees("[data-action=start][data-depth=quick]").await?;
        visitor.sees("[data-action=language]").await?;
        visitor.go("#/profile").await?;
        visitor.is_on("profile").await?;
        visitor.sees("input[name=name]").await?;
        for hook in ["input[type=radio][name=stance][value=provide]", "input[type=radio][name=stance][value=adopt]", "[data-action=next]", "[data-action=back]"] {
            assert_eq!(count(visitor, hook).await?, 1, "{hook}");
        }
        for (index, section) in questionnaire()?.iter().enumerate() {
            visitor.go(&format!("#/s/{}", section.id)).await?;
            visitor.is_in(&section.id).await?;
            for question in &section.questions {
                for value in ["0", "1", "2", "3", "4", "unknown"] {
                    let hook = format!("fieldset[data-question='{question}'] input[type=radio][value='{value}']");
                    assert_eq!(count(visitor, &hook).await?, 1, "{hook}");
                }
            }
            assert_eq!(visitor.count("main [data-action=back]").await?, 1);
            assert!(visitor.count("main [data-action=results]").await? > 0);
            let on = if index + 1 < questionnaire()?.len() { "next" } else { "review" };
            assert_eq!(visitor.count(&format!("main [data-action={on}]")).await?, 1, "{on} in {}", section.id);
            visitor.clicks_page(&company).await?;
        }
        for question in ["data.multimodal", "data.fusion"] {
            visitor.go("#/s/data").await?;
            visitor.is_in("data").await?;
            assert_eq!(count(visitor, &format!("fieldset[data-question='{question}'] input[value=not_applicable]")).await?, 1);
        }
        visitor.go("#/review").await?;
        visitor.is_on("review").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        for action in ["share", "print", "export-json", "restart", "review"] {
            assert!(visitor.count(&format!("[data-action={action}]")).await? > 0, "data-action={action} on results");
        }
        visitor.press("[data-action=share]").await?;
        visitor.sees("[data-action=copy-link]").await?;
        visitor.sees("[data-share-link]").await?;
        visitor.go("#/workspace").await?;
        visitor.is_on("workspace").await?;
        visitor.sees("[data-action=import]").await?;
        visitor.sees("[data-action=export-json]").await?;
        Ok(())
    })
}

#[test]
fn figures_have_two_decimals_and_a_point_in_every_language() -> Outcome {
    let company = company("agent startup")?;
    Journey::new().language("zh-CN").run(async |visitor| {
        visitor.open("?lang=zh-CN#/example/agents").await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        let confidence = visitor.confidence().await?;
        assert!(
            confidence.len() == 4 && confidence.contains('.'),
            "\"{confidence}\""
        );
        Ok(())
    })
}

#[test]
fn a_script_can_drive_the_app_through_its_hooks() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("?lang=en#/s/data").await?;
        // As an analytics script or another harness would: no keys, no mouse.
        let answer_all = "document.querySelectorAll('fieldset[data-question]:not([hidden])').forEach(f => f.querySelector('input[value=\"2\"]').click())";
        for section in ["data", "algorithms", "compute", "strategy"] {
            visitor.is_in(section).await?;
            visitor.script(answer_all, Vec::new()).await?;
            let on = if section == "strategy" { "results" } else { "next" };
            visitor.script(&format!("document.querySelector('main [data-action={on}]').click()"), Vec::new()).await?;
        }
        visitor.is_on("results").await?;
        assert_eq!(visitor.figures().await?.content, "50.00", "all at the middle");
        Ok(())
    })
}

/// How many there are, seen or not.
async fn count(visitor: &assay_journeys::Visitor, selector: &str) -> Outcome<u64> {
    let count = visitor
        .script(
            "return document.querySelectorAll(arguments[0]).length",
            vec![selector.into()],
        )
        .await?;
    Ok(count.as_u64().unwrap_or_default())
}
