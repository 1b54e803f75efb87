//! The certificate on paper.

use assay_journeys::{Journey, Outcome, Scheme, Visitor, company};

/// Prints, and looks at the paper and at what is on it.
async fn prints_well(visitor: &Visitor) -> Outcome {
    visitor.sees(".sure-sentence").await?;
    visitor.sees(".steps li").await?;
    let pdf = visitor.print().await?;
    assert!((2..=3).contains(&pdf.pages()), "{} pages", pdf.pages());
    assert!(pdf.is_a4(), "not A4");
    visitor.shows_as_printed(true).await?;
    assert_eq!(
        visitor
            .count("button, .button, [data-action], nav, input, .notice")
            .await?,
        0,
        "controls in print"
    );
    let text = visitor.text("body").await?;
    assert!(
        text.contains("version 1"),
        "the model's version is missing: {text}"
    );
    visitor.shows_as_printed(false).await
}

#[test]
fn a_full_result_prints_on_two_or_three_pages_without_buttons() -> Outcome {
    let company = company("medical vertical startup")?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.fills_in(&company).await?;
        visitor.confidence().await?;
        prints_well(visitor).await?;
        visitor.shows_as_printed(true).await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("not verified"), "{text}");
        Ok(())
    })
}

#[test]
fn the_print_of_a_phone_in_the_dark_is_the_same_certificate() -> Outcome {
    for language in ["en", "zh-CN"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .scheme(Scheme::Dark)
            .run(async |visitor| {
                visitor.open("#/example/insurer").await?;
                visitor.confidence().await?;
                let pdf = visitor.print().await?;
                assert!(
                    (2..=3).contains(&pdf.pages()),
                    "{} pages in {language}",
                    pdf.pages()
                );
                visitor.shows_as_printed(true).await?;
                let ground = visitor
                    .script(
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
fn every_example_prints_on_two_or_three_pages() -> Outcome {
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
            visitor.sees(".next h2").await?;
            let pages = visitor.print().await?.pages();
            assert!((2..=3).contains(&pages), "{id}: {pages} pages");
        }
        Ok(())
    })
}
