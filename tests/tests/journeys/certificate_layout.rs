//! The certificate: words whole in a narrow window, labels in one line, and no label covered.

use assay_journeys::{ColorScheme, Journey, Outcome, Visitor, load_company};
use serde_json::Value;

/// A result with two columns beside each other in a wide window.
const RESULT: &str = "#/example/insurer";

async fn open_result(visitor: &Visitor) -> Outcome {
    visitor.open(RESULT).await?;
    visitor.wait_visible("[data-ai-content] .finding").await
}

/// Checks that the longest word of each text beside or below the hallmarks fits into its line.
async fn check_words(visitor: &Visitor, when: &str) -> Outcome {
    let broken = "const measure = document.createElement('canvas').getContext('2d');
        return [...document.querySelectorAll('.certificate-who > *')].filter(text => {
            const style = getComputedStyle(text);
            measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const widest = Math.max(...text.textContent.split(/\\s+/).map(word => measure.measureText(word).width));
            return widest > text.getBoundingClientRect().width + 1;
        }).map(text => text.textContent)";
    let broken = visitor.run_script(broken, Vec::new()).await?;
    assert_eq!(broken, Value::Array(Vec::new()), "{when}");
    Ok(())
}

#[test]
fn no_word_of_the_certificate_breaks_in_a_narrow_window() -> Outcome {
    let unnamed = load_company("logistics company, quick")?;
    for language in ["en", "de"] {
        // 358 pixels are a frame in the column of a page that is 390 wide.
        for width in [320, 358] {
            Journey::new()
                .language(language)
                .size(width, 640)
                .run(async |visitor| {
                    let when = format!("in {language} at {width}");
                    open_result(visitor).await?;
                    check_words(visitor, &when).await?;
                    visitor.open_and_complete(&unnamed).await?;
                    visitor.go_to_page("results").await?;
                    visitor.wait_visible("[data-ai-content] .finding").await?;
                    check_words(visitor, &format!("{when}, without a name")).await
                })?;
        }
    }
    Ok(())
}

#[test]
fn the_labels_of_the_two_columns_stand_in_one_line() -> Outcome {
    Journey::new().size(1280, 900).run(async |visitor| {
        open_result(visitor).await?;
        let apart =
            "const [content, finding] = ['.assayed > div > .small', '.finding > .small']
                .map(label => document.querySelector(`[data-ai-content] ${label}`).getBoundingClientRect());
            return Math.abs(content.bottom - finding.bottom)";
        let apart = visitor.run_script(apart, Vec::new()).await?;
        assert!(apart.as_f64().is_some_and(|apart| apart < 1.0), "{apart}");
        Ok(())
    })
}

#[test]
fn forced_colours_put_no_background_of_the_figure_over_its_label() -> Outcome {
    Journey::new()
        .scheme(ColorScheme::Forced)
        .language("ja")
        .run(async |visitor| {
            open_result(visitor).await?;
            // Browsers paint that background behind text whose colours they adjust; the lines of the
            // large figure reach over the label.
            let adjusted = "return getComputedStyle(document.querySelector('[data-ai-content] .content output')).forcedColorAdjust";
            assert_eq!(visitor.run_script(adjusted, Vec::new()).await?, "none");
            Ok(())
        })
}
