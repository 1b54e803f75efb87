//! The companies of the method: their figures in the browser equal those of an independent
//! implementation to two decimals.

use assay_journeys::{Company, Journey, Outcome, load_company, load_edge_case};

/// Fills in the companies one after another in one browser, and checks their figures.
fn check_filled_in_companies(companies: &[(&str, Company)]) -> Outcome {
    Journey::new().run(async |visitor| {
        for (name, company) in companies {
            visitor.open("").await?;
            if visitor.count_visible("[data-action=continue]").await? > 0 {
                visitor.delete_everything().await?;
                visitor.wait_for_page("start").await?;
            }
            visitor.complete_assessment(company).await?;
            let seen = visitor.figures().await?;
            assert_eq!(company.differences(&seen), Vec::<String>::new(), "{name}");
            visitor.reload().await?;
            assert_eq!(visitor.figures().await?, seen, "{name} after a reload");
        }
        Ok(())
    })
}

#[test]
fn companies_filled_in_by_hand_have_the_figures_of_the_method() -> Outcome {
    let names = [
        "cloud hyperscaler",
        "school",
        "insurer, unsure of data",
        "bank, quick",
    ];
    let all: Outcome<Vec<_>> = names
        .into_iter()
        .map(|name| Ok((name, load_company(name)?)))
        .collect();
    check_filled_in_companies(&all?)
}

#[test]
fn edge_cases_filled_in_by_hand_have_the_figures_of_the_method() -> Outcome {
    let names = [
        "standard model, all at 0, provide",
        "standard model, all at 1, provide",
        "standard model, all at 0, adopt",
    ];
    let all: Outcome<Vec<_>> = names
        .into_iter()
        .map(|name| Ok((name, load_edge_case(name)?)))
        .collect();
    check_filled_in_companies(&all?)
}

#[test]
fn the_nine_examples_open_with_the_figures_of_the_method() -> Outcome {
    let examples = [
        ("cloud", "cloud hyperscaler"),
        ("medical", "medical vertical startup"),
        ("database", "open-source database vendor"),
        ("agents", "agent startup"),
        ("bank", "bank"),
        ("school", "school"),
        ("logistics", "logistics company"),
        ("lab", "university lab"),
        ("insurer", "insurer, unsure of data"),
    ];
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        assert_eq!(
            visitor.count_visible("main .companies a").await?,
            6,
            "companies on the start page"
        );
        visitor.press("main a[href='#/examples']").await?;
        visitor.wait_for_page("examples").await?;
        for (id, name) in examples {
            let company = load_company(name)?;
            visitor
                .press(&format!("main .companies a[href='#/example/{id}']"))
                .await?;
            visitor.wait_for_page("shared").await?;
            assert_eq!(
                company.differences(&visitor.figures().await?),
                Vec::<String>::new(),
                "{name}"
            );
            let confidence: f64 = visitor.confidence().await?.parse()?;
            let expected = company.expected["recommendation"]["confidence"]
                .as_f64()
                .unwrap();
            assert!(
                (confidence - expected).abs() <= 0.025,
                "{name}: confidence {expected} expected, {confidence} seen"
            );
            let certificate = visitor.text(".certificate").await?;
            assert!(
                certificate.contains("Fictional"),
                "{name} is marked as fictional: {certificate}"
            );
            visitor.back().await?;
            visitor.wait_for_page("examples").await?;
        }
        Ok(())
    })
}

#[test]
fn an_example_can_be_walked_through_from_its_answers() -> Outcome {
    let company = load_company("bank")?;
    Journey::new().run(async |visitor| {
        visitor.open("#/example/bank").await?;
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("strategy").await?;
        assert_eq!(
            visitor.shown_answer("strategy.budget").await?,
            company.answer("strategy.budget")?
        );
        visitor.go_to_hash("#/results").await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        Ok(())
    })
}
