//! Before the program has arrived.

use assay_journeys::{Gate, Journey, Outcome};

#[test]
fn the_first_screen_paints_before_the_program() -> Outcome {
    for (language, words) in [
        ("en", "How much of your company is AI?"),
        ("zh-CN", "含AI量"),
    ] {
        let gate = Gate::closed()?;
        Journey::new().at(gate.address()).language(language).impatient().run(async |visitor| {
            visitor.open_unready("").await?;
            visitor.sees("main[data-page=start] h1").await?;
            let script = format!("return [...document.querySelectorAll('main h1')].some(h => h.checkVisibility() && h.textContent.includes({words:?}))");
            visitor.until("the heading shows in the browser's language", &script).await?;
            assert_eq!(visitor.count("html[data-ready]").await?, 0, "the program is not there yet");
            assert_eq!(visitor.count("main h1").await?, 1, "one heading shows");
            gate.open();
            visitor.is_ready().await
        })?;
    }
    Ok(())
}

#[test]
fn a_click_before_the_program_has_arrived_is_not_lost() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] [data-action=start][data-depth=quick]")
                .await?;
            gate.open();
            visitor.is_ready().await?;
            visitor.is_on("profile").await?;
            assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
            Ok(())
        })
}

#[test]
fn the_language_can_be_changed_before_the_program_has_arrived() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] [data-action=language]")
                .await?;
            visitor.sees("html[lang=zh-CN]").await?;
            gate.open();
            visitor.is_ready().await?;
            assert_eq!(visitor.attribute("html", "lang").await?, "zh-CN");
            Ok(())
        })
}

#[test]
fn an_example_pressed_before_the_program_has_arrived_opens() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] a[href='#/example/school']")
                .await?;
            gate.open();
            visitor.is_ready().await?;
            visitor.is_on("shared").await
        })
}
