//! The hooks on which scripts and embedding sites rely.

use assay_journeys::{Journey, Outcome, load_company, standard_sections};

#[test]
fn every_documented_hook_is_on_its_page() -> Outcome {
    let company = load_company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.wait_visible("html[lang][data-ready] main[data-page=start] a[data-action=start][data-depth=full]").await?;
        visitor.wait_visible("[data-action=start][data-depth=quick]").await?;
        visitor.wait_visible("[data-action=language]").await?;
        visitor.go_to_page("profile").await?;
        visitor.wait_visible("input[name=name]").await?;
        for hook in ["input[type=radio][name=stance][value=provide]", "input[type=radio][name=stance][value=adopt]", "[data-action=next]", "[data-action=back]"] {
            assert_eq!(count(visitor, hook).await?, 1, "{hook}");
        }
        for (index, section) in standard_sections()?.iter().enumerate() {
            visitor.go_to_hash(&format!("#/s/{}", section.id)).await?;
            visitor.wait_for_section(&section.id).await?;
            for question in &section.questions {
                for value in ["0", "1", "2", "3", "4", "unknown"] {
                    let hook = format!("fieldset[data-question='{question}'] input[type=radio][value='{value}']");
                    assert_eq!(count(visitor, &hook).await?, 1, "{hook}");
                }
            }
            assert_eq!(visitor.count_visible("main [data-action=back]").await?, 1);
            assert!(visitor.count_visible("main [data-action=results]").await? > 0);
            let on = if index + 1 < standard_sections()?.len() { "next" } else { "review" };
            assert_eq!(visitor.count_visible(&format!("main [data-action={on}]")).await?, 1, "{on} in {}", section.id);
            visitor.answer_page_by_script(&company).await?;
        }
        for question in ["data.multimodal", "data.fusion"] {
            visitor.go_to_section("data").await?;
            assert_eq!(count(visitor, &format!("fieldset[data-question='{question}'] input[value=not_applicable]")).await?, 1);
        }
        visitor.go_to_page("review").await?;
        visitor.go_to_page("results").await?;
        for action in ["share", "print", "export-json", "restart", "review"] {
            assert!(visitor.count_visible(&format!("[data-action={action}]")).await? > 0, "data-action={action} on results");
        }
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-action=copy-link]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        visitor.go_to_page("workspace").await?;
        visitor.wait_visible("[data-action=import]").await?;
        visitor.wait_visible("[data-action=export-json]").await?;
        Ok(())
    })
}

#[test]
fn figures_have_two_decimals_and_a_point_in_every_language() -> Outcome {
    let company = load_company("agent startup")?;
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
        // Driven by a script alone, without keys or mouse.
        let answer_all = "document.querySelectorAll('fieldset[data-question]:not([hidden])').forEach(f => f.querySelector('input[value=\"2\"]').click())";
        for section in ["data", "algorithms", "compute", "strategy"] {
            visitor.wait_for_section(section).await?;
            visitor.run_script(answer_all, Vec::new()).await?;
            let on = if section == "strategy" { "results" } else { "next" };
            visitor.run_script(&format!("document.querySelector('main [data-action={on}]').click()"), Vec::new()).await?;
        }
        visitor.wait_for_page("results").await?;
        assert_eq!(visitor.figures().await?.content, "50.00", "all at the middle");
        Ok(())
    })
}

/// The number of matching elements, visible or not.
async fn count(visitor: &assay_journeys::Visitor, selector: &str) -> Outcome<u64> {
    let count = visitor
        .run_script(
            "return document.querySelectorAll(arguments[0]).length",
            vec![selector.into()],
        )
        .await?;
    Ok(count.as_u64().unwrap_or_default())
}
