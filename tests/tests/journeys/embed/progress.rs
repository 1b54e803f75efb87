//! The progress that the page receives.

use assay_journeys::{Firm, Outcome, Visitor, load_company};
use serde_json::{Value, json};

use super::{ELEMENT, firm_with_element, open_page, received_events, wait_for_event};

/// Waits until the last progress has these details.
async fn wait_for_progress(visitor: &Visitor, what: &str, wanted: &Value) -> Outcome {
    visitor.leave_frame().await?;
    let script = format!(
        "const last = window.seen.filter(e => e.type === 'assay-progress').at(-1)?.detail ?? {{}};
        const wanted = {wanted};
        return Object.keys(wanted).every(key => last[key] === wanted[key])"
    );
    visitor.wait_until(what, &script).await?;
    visitor.enter_embed("#it").await
}

#[test]
fn progress_is_reported_in_tenths_with_the_section() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        let none = json!({ "fraction": 0, "section": null });
        wait_for_progress(visitor, "nothing is answered yet", &none).await?;
        visitor.complete_assessment(&company).await?;
        let all = json!({ "fraction": 1, "section": null });
        wait_for_progress(visitor, "all is answered", &all).await?;
        let events = received_events(visitor, "assay-progress").await?;
        let mut before = 0.0;
        for event in &events {
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
        // Events for a tenth of the questions or another section, not for each answer.
        assert!(events.len() <= 20, "{} events", events.len());
        assert_eq!(received_events(visitor, "assay-started").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_question_that_an_answer_reveals_does_not_change_the_reported_progress() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &ELEMENT.replace("quick", "full"))?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.go_to_section("compute").await?;
        visitor.choose_answer("compute.owned", "0").await?;
        let few = visitor.visible_questions().await?.len();
        wait_for_progress(
            visitor,
            "the section is entered",
            &json!({ "section": "compute" }),
        )
        .await?;
        let before = received_events(visitor, "assay-progress").await?;
        visitor.enter_embed("#it").await?;
        for level in ["2", "0", "2"] {
            visitor.choose_answer("compute.owned", level).await?;
        }
        assert_eq!(
            visitor.visible_questions().await?.len(),
            few + 2,
            "questions came"
        );
        wait_for_event(visitor, "assay-started").await?;
        assert_eq!(received_events(visitor, "assay-progress").await?, before);
        Ok(())
    })
}
