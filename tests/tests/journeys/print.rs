//! The printed certificate.

use assay_journeys::{
    ColorScheme, Journey, Outcome, SiteFolder, Visitor, load_company, write_team_files,
};
use serde_json::Value;

/// Checks the number of pages, the paper size and the content of the print.
async fn check_print(visitor: &Visitor) -> Outcome {
    visitor.wait_visible(".confidence-sentence").await?;
    visitor.wait_visible(".wave li").await?;
    let pdf = visitor.print_pdf().await?;
    assert_eq!(pdf.page_count(), 2, "pages");
    assert!(pdf.is_a4(), "not A4");
    visitor.emulate_print(true).await?;
    assert_eq!(
        visitor
            .count_visible("button, .button, [data-action], nav, input, .notice")
            .await?,
        0,
        "controls in print"
    );
    let text = visitor.text("body").await?;
    assert!(
        text.contains("version 2"),
        "the model's version is missing: {text}"
    );
    visitor.emulate_print(false).await
}

#[test]
fn a_full_result_prints_on_two_pages_without_buttons() -> Outcome {
    let company = load_company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.confidence().await?;
        check_print(visitor).await?;
        visitor.emulate_print(true).await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("not verified"), "{text}");
        let next = visitor.count_visible("[data-wave=now] li").await?;
        let reasons = visitor
            .count_visible("[data-wave=now] details > p:first-of-type")
            .await?;
        assert!(next > 1 && reasons == next, "{reasons} of {next}");
        Ok(())
    })
}

#[test]
fn the_print_of_a_phone_in_the_dark_is_the_same_certificate() -> Outcome {
    for language in ["en", "zh-CN"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .scheme(ColorScheme::Dark)
            .run(async |visitor| {
                visitor.open("#/example/insurer").await?;
                visitor.confidence().await?;
                let pdf = visitor.print_pdf().await?;
                assert!(
                    (2..=3).contains(&pdf.page_count()),
                    "{} pages in {language}",
                    pdf.page_count()
                );
                visitor.emulate_print(true).await?;
                let ground = visitor
                    .run_script(
                        "return getComputedStyle(document.body).backgroundColor",
                        Vec::new(),
                    )
                    .await?;
                assert!(
                    ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].contains(&ground.as_str().unwrap()),
                    "printed on {ground}"
                );
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn every_example_prints_on_two_pages() -> Outcome {
    Journey::new().run(async |visitor| {
        for id in [
            "cloud",
            "medical",
            "database",
            "agents",
            "bank",
            "school",
            "logistics",
            "lab",
            "insurer",
        ] {
            visitor.open(&format!("#/example/{id}")).await?;
            visitor.confidence().await?;
            visitor.wait_visible(".next h2").await?;
            let pages = visitor.print_pdf().await?.page_count();
            assert_eq!(pages, 2, "pages of {id}");
        }
        Ok(())
    })
}

#[test]
fn a_plan_of_eighteen_actions_takes_one_page_in_every_language() -> Outcome {
    for language in ["en", "zh-CN", "de", "ja"] {
        Journey::new().language(language).run(async |visitor| {
            visitor.open("#/example/insurer").await?;
            visitor.confidence().await?;
            visitor.wait_visible(".next h2").await?;
            assert_eq!(visitor.count_visible(".wave li").await?, 18, "{language}");
            let pages = visitor.print_pdf().await?.page_count();
            assert_eq!(pages, 2, "pages in {language}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_first_page_has_the_code_and_the_plan_begins_a_page_with_the_name_in_its_foot() -> Outcome {
    let company = load_company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.confidence().await?;
        visitor.wait_visible(".next h2").await?;
        visitor.emulate_print(true).await?;
        visitor.wait_visible(".printed-code [data-qr]").await?;
        let found = visitor
            .run_script(
                "const of = selector => getComputedStyle(document.querySelector(selector));
                const top = selector => document.querySelector(selector).getBoundingClientRect().top;
                return { code: top('.printed-code') < top('.paths'), plan: of('.next').breakBefore,
                    name: getComputedStyle(document.documentElement).getPropertyValue('--print-line').startsWith('\"') }",
                Vec::new(),
            )
            .await?;
        assert_eq!(found["code"], true, "{found}");
        assert_eq!(found["plan"], "page", "{found}");
        assert_eq!(found["name"], true, "{found}");
        Ok(())
    })
}

#[test]
fn the_page_of_a_team_does_not_print_the_name_of_the_result_that_was_shown_before() -> Outcome {
    let company = load_company("bank, quick")?;
    let folder = SiteFolder::empty()?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        assert_ne!(printed_name(visitor).await?, "");
        visitor.go_to_page("team").await?;
        visitor
            .choose_file("[data-action=import]", &write_team_files(&folder)?)
            .await?;
        visitor
            .wait_visible("main[data-page=team] [data-ai-content]")
            .await?;
        assert_eq!(printed_name(visitor).await?, "");
        Ok(())
    })
}

/// The name in the foot of printed pages.
async fn printed_name(visitor: &Visitor) -> Outcome<Value> {
    visitor.emulate_print(true).await?;
    let name = "return getComputedStyle(document.documentElement).getPropertyValue('--print-line')";
    let seen = visitor.run_script(name, Vec::new()).await?;
    visitor.emulate_print(false).await?;
    Ok(seen)
}
