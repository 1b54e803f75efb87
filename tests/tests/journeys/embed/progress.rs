//! What the page hears of the way through the questions.

use assay_journeys::{Firm, Outcome, Visitor, company};
use serde_json::{Value, json};

use super::{ELEMENT, heard, hears, opens};

/// Waits until the last progress is this.
async fn is_told(visitor: &Visitor, what: &str, wanted: &Value) -> Outcome {
    visitor.leaves().await?;
    let script = format!(
        "const last = window.seen.filter(e => e.type === 'assay-progress').at(-1)?.detail ?? {{}};
        const wanted = {wanted};
        return Object.keys(wanted).every(key => last[key] === wanted[key])"
    );
    visitor.until(what, &script).await?;
    visitor.enters("#it").await
}

#[test]
fn progress_is_told_in_tenths_and_names_the_section() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        let none = json!({ "fraction": 0, "section": null });
        is_told(visitor, "nothing is answered yet", &none).await?;
        visitor.fills_in(&company).await?;
        let all = json!({ "fraction": 1, "section": null });
        is_told(visitor, "all is answered", &all).await?;
        let told = heard(visitor, "assay-progress").await?;
        let mut before = 0.0;
        for event in &told {
            let fields: Vec<&String> = event
                .as_object()
                .into_iter()
                .flat_map(|o| o.keys())
                .collect();
            assert_eq!(fields, ["fraction", "section"]);
            let fraction = event["fraction"].as_f64().unwrap_or_default();
            assert!(
                (fraction * 10.0).fract().abs() < 1e-9,
                "{fraction} is no tenth"
            );
            assert!(fraction >= before, "{fraction} after {before}");
            before = fraction;
        }
        // A step of the way, or another section, and no answer besides.
        assert!(told.len() <= 20, "{} events", told.len());
        assert_eq!(heard(visitor, "assay-started").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_question_that_an_answer_brings_changes_nothing_that_is_told() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", &ELEMENT.replace("quick", "full"))?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/s/compute").await?;
        visitor.is_in("compute").await?;
        visitor.answers("compute.owned", "0").await?;
        let few = visitor.asked().await?.len();
        is_told(
            visitor,
            "the section is entered",
            &json!({ "section": "compute" }),
        )
        .await?;
        let before = heard(visitor, "assay-progress").await?;
        visitor.enters("#it").await?;
        for level in ["2", "0", "2"] {
            visitor.answers("compute.owned", level).await?;
        }
        assert_eq!(visitor.asked().await?.len(), few + 2, "questions came");
        hears(visitor, "assay-started").await?;
        assert_eq!(heard(visitor, "assay-progress").await?, before);
        Ok(())
    })
}
