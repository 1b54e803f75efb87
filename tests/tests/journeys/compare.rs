//! Results side by side: from links, files, one's own assessments and the examples.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, shipped_link};
use serde_json::{Value, json};

use super::sealed::{PASSPHRASE, WRONG, sealed_link, tries};
use super::team::pastes;

/// Waits until so many results are compared.
async fn compares(visitor: &Visitor, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('.compared > li').length === {count} || null");
    visitor
        .until(&format!("{count} results are compared"), &script)
        .await
}

/// The link of an assessment with these answers of one's own, which is given up for a new one.
async fn link_of(visitor: &Visitor, name: &str, answers: &[(&str, &str)]) -> Outcome<String> {
    visitor.open("#/profile?depth=full").await?;
    visitor.is_on("profile").await?;
    visitor.press("input[name=name]").await?;
    visitor.types(name).await?;
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await?;
    for (question, answer) in answers {
        visitor.answers(question, answer).await?;
    }
    visitor.go("#/results").await?;
    visitor.is_on("results").await?;
    visitor.press("main [data-action=share]").await?;
    visitor.sees("[data-share-link]").await?;
    visitor.value("[data-share-link]").await
}

/// Adds an example company.
async fn picks(visitor: &Visitor, id: &str) -> Outcome {
    let button = format!("[data-pick='example:{id}']");
    visitor.press(&button).await
}

/// The text of a cell of the table.
async fn cell(visitor: &Visitor, row: &str, column: usize) -> Outcome<String> {
    let cell = format!(".beside [data-row={row}] td:nth-of-type({column})");
    visitor.text(&cell).await
}

/// Whether any pixel of the drawing that a selector names is not empty.
const DRAWN: &str = "return [...document.querySelectorAll('canvas.drawing')].every(c => {
    if (!c.width) return false;
    // A copy is read: Chromium warns where a page's own drawing is read again and again.
    const copy = Object.assign(document.createElement('canvas'), { width: c.width, height: c.height });
    const pen = copy.getContext('2d', { willReadFrequently: true });
    pen.drawImage(c, 0, 0);
    return pen.getImageData(0, 0, c.width, c.height).data.some(v => v > 0);
})";

#[test]
fn two_links_and_an_example_stand_side_by_side_and_survive_a_reload() -> Outcome {
    Journey::new().run(async |visitor| {
        let first = link_of(visitor, "Acme", &[("data.domain", "1")]).await?;
        visitor.open("#/compare").await?;
        visitor.is_on("compare").await?;
        visitor.press("textarea[name=links]").await?;
        visitor.types(&format!("Here it is: {first} – bye")).await?;
        visitor.press("[data-action=add-links]").await?;
        compares(visitor, 1).await?;
        assert_eq!(visitor.value("textarea[name=links]").await?, "");
        assert_eq!(visitor.count(".beside").await?, 0, "one alone is no comparison");
        picks(visitor, "cloud").await?;
        compares(visitor, 2).await?;
        assert!(visitor.has_focus("[data-action=pick]").await?, "focus after a pick");
        assert_eq!(cell(visitor, "ai_content", 2).await?, "76.4");
        visitor
            .until(
                "the confidence is computed",
                "return document.querySelector('[data-row=confidence] td:nth-of-type(2)').innerText.includes('of 100')",
            )
            .await?;
        visitor.until("all drawings are drawn", DRAWN).await?;
        visitor.reload().await?;
        compares(visitor, 2).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("Acme") && listed.contains("Brightwater Cloud"), "{listed}");
        visitor.press("[data-compared=A] [data-action=remove]").await?;
        compares(visitor, 1).await?;
        assert!(visitor.has_focus("#compared").await?, "focus after a removal");
        visitor.reload().await?;
        compares(visitor, 1).await
    })
}

#[test]
fn what_changed_since_last_time_is_listed_question_by_question() -> Outcome {
    let folder = SiteFolder::copy()?;
    let file = |day: &str, answers: Value| {
        json!({
            "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" },
            "profile": { "name": "Acme", "stance": "provide" }, "updated": day, "answers": answers,
        })
        .to_string()
    };
    let before = json!({ "data.domain": 1, "data.standard": 2, "algorithms.finetune": 2,
        "compute.supply": 2, "strategy.budget": "unknown", "strategy.vision": 1 });
    let after = json!({ "data.domain": 3, "data.standard": 2, "algorithms.finetune": 1,
        "compute.supply": 2, "strategy.budget": 2, "strategy.vision": 1 });
    folder.write("before.json", &file("2025-11-03T09:00:00Z", before))?;
    folder.write("after.json", &file("2026-11-03T09:00:00Z", after))?;
    folder.write(
        "bad.json",
        "{\"format\": \"assay.assessment/1\", \"answers\": {}}",
    )?;
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        let field = "[data-action=import]";
        visitor.chooses_file(field, &at("bad.json")).await?;
        visitor.sees("[data-refused] li").await?;
        let fault = visitor.text("[data-refused]").await?;
        assert!(fault.contains("bad.json") && fault.contains("profile"), "{fault}");
        let both = format!("{}\n{}", at("after.json"), at("before.json"));
        visitor.chooses_file(field, &both).await?;
        compares(visitor, 2).await?;
        assert_eq!(visitor.count("[data-refused] li").await?, 0);
        let labels = visitor.text(".compared").await?;
        assert!(labels.contains("Acme (3 November 2026)") && labels.contains("Acme (3 November 2025)"), "{labels}");
        let changed = "return [...document.querySelectorAll('.question-changes > li')].map(li => `${li.dataset.changedQuestion} ${li.dataset.change}`).join(', ')";
        let seen = visitor.script(changed, Vec::new()).await?;
        assert_eq!(
            seen,
            json!("data.domain up, algorithms.finetune down, strategy.budget settled"),
            "from the earlier to the later, though the later was added first"
        );
        let said = visitor.text("section:has(#changes)").await?;
        assert!(said.contains("shared answers changed"), "{said}");
        assert!(said.contains("1 higher, 1 lower and 1 now known") || said.contains("1 higher, 1 lower, 1 now known"), "{said}");
        visitor.press("input[name=only-changes]").await?;
        visitor.until("all shared questions show", "return document.querySelectorAll('.question-changes > li').length > 20").await?;
        // Over time: a line, a sentence and a table.
        let page = visitor.text("main").await?;
        assert!(page.contains("Acme rose from") || page.contains("Acme fell from"), "{page}");
        visitor.press("details:has([data-moment]) summary").await?;
        assert_eq!(visitor.count("[data-moment]").await?, 2);
        visitor.until("all drawings are drawn", DRAWN).await
    })
}

#[test]
fn files_can_be_dropped_anywhere_on_the_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        visitor.sees("textarea[name=links]").await?;
        let drop = "const data = new DataTransfer();
            for (const name of ['One', 'Two']) {
                const file = { format: 'assay.assessment/1', profile: { name, stance: 'adopt' }, answers: { 'data.domain': 2 } };
                data.items.add(new File([JSON.stringify(file)], name + '.json', { type: 'application/json' }));
            }
            return document.querySelector('header').dispatchEvent(
                new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        let kept = visitor.script(drop, Vec::new()).await?;
        assert_eq!(kept, json!(false), "the browser does not leave the page for the files");
        compares(visitor, 2).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("One") && listed.contains("Two"), "{listed}");
        Ok(())
    })
}

#[test]
fn one_s_own_assessments_are_offered_and_the_address_adds_one() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "1").await?;
        visitor.go("#/results").await?;
        visitor.press("main .actions [data-action=compare]").await?;
        visitor.is_on("compare").await?;
        compares(visitor, 1).await?;
        assert_eq!(visitor.hash().await?, "#/compare");
        let listed = visitor.text(".compared").await?;
        assert!(
            listed.contains("Without a name") && listed.contains("from this browser"),
            "{listed}"
        );
        picks(visitor, "cloud").await?;
        compares(visitor, 2).await?;
        let outlines = "return document.querySelectorAll('input[name=outline]').length";
        assert_eq!(visitor.script(outlines, Vec::new()).await?, json!(2));
        visitor.press("input[name=outline][value=B]").await?;
        visitor.until("all drawings are drawn", DRAWN).await?;
        // Answering goes on in the meantime; the comparison follows.
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        visitor.answers("data.domain", "4").await?;
        visitor.go("#/compare").await?;
        compares(visitor, 2).await?;
        assert_eq!(
            cell(visitor, "data", 1).await?.split(' ').next(),
            Some("100.0")
        );
        Ok(())
    })
}

#[test]
fn every_result_leads_to_the_comparison_with_it_and_to_a_team() -> Outcome {
    let sealed = sealed_link()?;
    let compare = "main .actions [data-action=compare]";
    Journey::new().run(async |visitor| {
        visitor
            .open(&format!("#/r/{}", shipped_link("full, no name")?))
            .await?;
        visitor.is_on("shared").await?;
        visitor.press(compare).await?;
        visitor.is_on("compare").await?;
        compares(visitor, 1).await?;
        assert_eq!(visitor.hash().await?, "#/compare");
        // The way back leads to the result, and a second time adds nothing.
        visitor.back().await?;
        visitor.is_on("shared").await?;
        visitor.press(compare).await?;
        visitor.is_on("compare").await?;
        compares(visitor, 1).await?;
        assert_eq!(visitor.count("[data-refused] li").await?, 0);
        visitor.open(&format!("#/r/{sealed}")).await?;
        visitor.is_on("shared").await?;
        tries(visitor, PASSPHRASE).await?;
        visitor.figures().await?;
        visitor.press(compare).await?;
        visitor.is_on("compare").await?;
        compares(visitor, 2).await?;
        assert_eq!(
            visitor.count("[data-sealed]").await?,
            0,
            "the passphrase was given"
        );
        for (place, count) in [
            (format!("#/r/{}", shipped_link("its scores only")?), 3),
            ("#/example/bank".to_owned(), 4),
        ] {
            visitor.go(&place).await?;
            visitor.is_on("shared").await?;
            visitor.press(compare).await?;
            visitor.is_on("compare").await?;
            compares(visitor, count).await?;
        }
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        visitor.press("main .actions [data-action=team]").await?;
        visitor.is_on("team").await
    })
}

#[test]
fn links_under_passphrases_are_opened_right_there_and_a_wrong_one_loses_nothing() -> Outcome {
    // The same result twice, each time under a salt of its own.
    let (first, second) = (sealed_link()?, sealed_link()?);
    let open = shipped_link("full, no name")?;
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        visitor.is_on("compare").await?;
        pastes(visitor, &format!("{first}\n{open}\n{second}")).await?;
        compares(visitor, 1).await?;
        visitor
            .sees("[data-sealed='2'] input[type=password]")
            .await?;
        assert_eq!(visitor.count("[data-refused] li").await?, 0);
        tries(visitor, "wrong").await?;
        visitor.until("a wrong passphrase says so", WRONG).await?;
        // Another result, and the same link once more, in the meantime.
        picks(visitor, "cloud").await?;
        pastes(visitor, &first).await?;
        compares(visitor, 2).await?;
        assert_eq!(visitor.value("input[name=passphrase]").await?, "wrong");
        tries(visitor, PASSPHRASE).await?;
        compares(visitor, 3).await?;
        visitor.sees("[data-sealed='1']").await?;
        assert!(
            visitor.has_focus("input[name=passphrase]").await?,
            "the next one is asked for"
        );
        tries(visitor, PASSPHRASE).await?;
        visitor.sees_no("[data-sealed]").await?;
        assert!(
            visitor.has_focus("#compared").await?,
            "{}",
            visitor.focused().await?
        );
        let faults = visitor.text("[data-refused]").await?;
        assert!(faults.contains("is compared already"), "{faults}");
        visitor.reload().await?;
        compares(visitor, 3).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("Acme"), "{listed}");
        assert_eq!(
            visitor.count("[data-sealed]").await?,
            0,
            "it is not asked for again"
        );
        Ok(())
    })
}

#[test]
fn hostile_links_are_refused_one_by_one_and_a_hostile_name_stays_text() -> Outcome {
    Journey::new().run(async |visitor| {
        let name = "<img src=x onerror=alert(1)>\u{202e}";
        let hostile = link_of(visitor, name, &[("data.domain", "2")]).await?;
        let cut = hostile.get(..hostile.len() - 3).unwrap();
        visitor.open("#/compare").await?;
        visitor.is_on("compare").await?;
        let mail = format!(
            "Dear all,\n{cut}\n\n{hostile}\nsee https://example.org/\n{hostile}\n\
             #/r/{} #/r/{} #/i/{}\n#/r/{}\nBye",
            shipped_link("a later version")?,
            shipped_link("a model that is not at hand")?,
            shipped_link("invitation to two sections")?,
            "A".repeat(70_000),
        );
        pastes(visitor, &mail).await?;
        compares(visitor, 1).await?;
        let faults = visitor.text("[data-refused]").await?;
        for said in [
            "damaged",
            "https://example.org/:",
            "is compared already",
            "newer version",
            "“tiny”",
            "invitation",
            "longer than any",
        ] {
            assert!(faults.contains(said), "{said}: {faults}");
        }
        assert_eq!(visitor.count("[data-refused] li").await?, 7, "{faults}");
        assert_ne!(
            visitor.value("textarea[name=links]").await?,
            "",
            "what was wrong stays"
        );
        assert_eq!(visitor.count("main img").await?, 0);
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("<img src=x onerror=alert(1)>"), "{listed}");
        assert!(
            !listed.contains('\u{202e}'),
            "nothing turns the text around"
        );
        for number in 0..9 {
            let buttons = visitor.count("[data-action=pick]").await?;
            if number < 8 && buttons > 0 {
                visitor.press("[data-action=pick]").await?;
            }
        }
        visitor.sees("[data-refused] li").await?;
        let full = visitor.text("[data-refused]").await?;
        assert!(full.contains("At most 8"), "{full}");
        compares(visitor, 8).await?;
        visitor.until("all drawings are drawn", DRAWN).await
    })
}
