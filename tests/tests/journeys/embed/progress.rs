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
fn progress_counts_every_answer_and_names_the_section() -> Outcome {
    let (firm, company) = (Firm::new()?, company("bank, quick")?);
    firm.embeds("index.html", ELEMENT)?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/profile").await?;
        let stance = format!("label:has(input[name=stance][value={}])", company.stance);
        visitor.press(&stance).await?;
        let total = company.len();
        let none = json!({ "answered": 0, "total": total, "section": null });
        is_told(visitor, "nothing is answered yet", &none).await?;
        let mut answered = 0;
        for section in assay_journeys::questionnaire()? {
            visitor.go(&format!("#/s/{}", section.id)).await?;
            visitor.is_in(&section.id).await?;
            let entered = json!({ "answered": answered, "section": section.id });
            is_told(visitor, "the section is entered", &entered).await?;
            for question in visitor.asked().await? {
                let answer = company.answer(&question)?;
                visitor.answers(&question, answer).await?;
                answered += 1;
                let one_more =
                    json!({ "answered": answered, "total": total, "section": section.id });
                is_told(visitor, &format!("{question} is counted"), &one_more).await?;
            }
        }
        assert_eq!(answered, total);
        visitor.go("#/review").await?;
        let all = json!({ "answered": total, "total": total, "section": null });
        is_told(visitor, "all is answered", &all).await?;
        // Another answer in the place of one counts once.
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        let other = if company.answer("data.domain")? == "1" {
            "2"
        } else {
            "1"
        };
        visitor.answers("data.domain", other).await?;
        let same = json!({ "answered": total, "total": total, "section": "data" });
        is_told(visitor, "as many as before", &same).await?;
        // No event of them all says what was answered.
        for event in heard(visitor, "assay-progress").await? {
            let fields: Vec<&String> = event
                .as_object()
                .into_iter()
                .flat_map(|o| o.keys())
                .collect();
            assert_eq!(fields, ["answered", "section", "total"]);
        }
        assert_eq!(heard(visitor, "assay-started").await?.len(), 1);
        assert_eq!(heard(visitor, "assay-completed").await?.len(), 0);
        Ok(())
    })
}

#[test]
fn what_is_asked_because_of_an_answer_is_in_the_total() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds("index.html", &ELEMENT.replace("quick", "full"))?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        visitor.go("#/s/compute").await?;
        visitor.is_in("compute").await?;
        visitor.answers("compute.owned", "2").await?;
        is_told(visitor, "it is answered", &json!({ "answered": 1 })).await?;
        let told = hears(visitor, "assay-progress").await?;
        let all = told["total"].as_u64().unwrap_or_default();
        visitor.enters("#it").await?;
        visitor.answers("compute.owned", "0").await?;
        let fewer = json!({ "answered": 1, "total": all - 2 });
        is_told(visitor, "two are asked no longer", &fewer).await?;
        visitor.answers("compute.owned", "2").await?;
        is_told(visitor, "they are asked again", &json!({ "total": all })).await
    })
}
