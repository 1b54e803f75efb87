//! Comparison of results: links, files, assessments of the browser, changes over time.

mod links;

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

/// Waits until `count` results are compared.
async fn wait_for_columns(visitor: &Visitor, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('.compared > li').length === {count} || null");
    visitor
        .wait_until(&format!("{count} results are compared"), &script)
        .await
}

/// The link of a new assessment with this name and these answers.
async fn create_link(visitor: &Visitor, name: &str, answers: &[(&str, &str)]) -> Outcome<String> {
    visitor.open("#/profile?depth=full").await?;
    visitor.wait_for_page("profile").await?;
    visitor.press("input[name=name]").await?;
    visitor.type_keys(name).await?;
    visitor.go_to_section("data").await?;
    for (question, answer) in answers {
        visitor.choose_answer(question, answer).await?;
    }
    visitor.go_to_page("results").await?;
    visitor.press("main [data-action=share]").await?;
    visitor.wait_visible("[data-share-link]").await?;
    visitor.value("[data-share-link]").await
}

/// Adds an example company.
async fn pick_result(visitor: &Visitor, id: &str) -> Outcome {
    let button = format!("[data-pick='example:{id}']");
    visitor.press(&button).await
}

/// The text of a cell of the table.
async fn cell_text(visitor: &Visitor, row: &str, column: usize) -> Outcome<String> {
    let cell = format!(".beside [data-row={row}] td:nth-of-type({column})");
    visitor.text(&cell).await
}

/// Whether every drawing has a pixel that is not transparent.
const ALL_CANVASES_DRAWN: &str = "return [...document.querySelectorAll('canvas.drawing')].every(c => {
    if (!c.width) return false;
    // The script reads a copy: Chromium warns if a canvas of the page is read repeatedly.
    const copy = Object.assign(document.createElement('canvas'), { width: c.width, height: c.height });
    const pen = copy.getContext('2d', { willReadFrequently: true });
    pen.drawImage(c, 0, 0);
    return pen.getImageData(0, 0, c.width, c.height).data.some(v => v > 0);
})";

#[test]
fn two_links_and_an_example_are_compared_and_survive_a_reload() -> Outcome {
    Journey::new().run(async |visitor| {
        let first = create_link(visitor, "Acme", &[("data.domain", "1")]).await?;
        visitor.open("#/compare").await?;
        visitor.wait_for_page("compare").await?;
        visitor.press("textarea[name=links]").await?;
        visitor.type_keys(&format!("Here it is: {first} – bye")).await?;
        visitor.press("[data-action=add-links]").await?;
        wait_for_columns(visitor, 1).await?;
        assert_eq!(visitor.value("textarea[name=links]").await?, "");
        assert_eq!(visitor.count_visible(".beside").await?, 0, "one alone is no comparison");
        pick_result(visitor, "cloud").await?;
        wait_for_columns(visitor, 2).await?;
        assert!(visitor.has_focus("[data-action=pick]").await?, "focus after a pick");
        assert_eq!(cell_text(visitor, "ai_content", 2).await?, "76.4");
        visitor
            .wait_until(
                "the confidence is computed",
                "return document.querySelector('[data-row=confidence] td:nth-of-type(2)').innerText.includes('of 100')",
            )
            .await?;
        visitor.wait_until("all drawings are drawn", ALL_CANVASES_DRAWN).await?;
        visitor.reload().await?;
        wait_for_columns(visitor, 2).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("Acme") && listed.contains("Brightwater Cloud"), "{listed}");
        visitor.press("[data-compared=A] [data-action=remove]").await?;
        wait_for_columns(visitor, 1).await?;
        assert!(visitor.has_focus("#compared").await?, "focus after a removal");
        visitor.reload().await?;
        wait_for_columns(visitor, 1).await
    })
}

#[test]
fn changes_since_the_last_assessment_are_listed_by_question() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let file = |day: &str, answers: Value| {
        json!({
            "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" },
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
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        let field = "[data-action=import]";
        visitor.choose_file(field, &folder.file_path("bad.json")).await?;
        visitor.wait_visible("[data-refused] li").await?;
        let fault = visitor.text("[data-refused]").await?;
        assert!(fault.contains("bad.json") && fault.contains("profile"), "{fault}");
        let both = format!("{}\n{}", folder.file_path("after.json"), folder.file_path("before.json"));
        visitor.choose_file(field, &both).await?;
        wait_for_columns(visitor, 2).await?;
        visitor.stays_hidden("[data-refused] li").await?;
        let labels = visitor.text(".compared").await?;
        assert!(labels.contains("Acme (3 November 2026)") && labels.contains("Acme (3 November 2025)"), "{labels}");
        let changed = "return [...document.querySelectorAll('.question-changes > li')].map(li => `${li.dataset.changedQuestion} ${li.dataset.change}`).join(', ')";
        let seen = visitor.run_script(changed, Vec::new()).await?;
        assert_eq!(
            seen,
            json!("data.domain up, algorithms.finetune down, strategy.budget settled"),
            "from the earlier to the later, though the later was added first"
        );
        let changes = visitor.text("section:has(#changes)").await?;
        assert!(changes.contains("shared answers changed"), "{changes}");
        assert!(changes.contains("1 higher, 1 lower and 1 now known") || changes.contains("1 higher, 1 lower, 1 now known"), "{changes}");
        visitor.press("input[name=only-changes]").await?;
        visitor.wait_until("all shared questions show", "return document.querySelectorAll('.question-changes > li').length > 20").await?;
        // Over time: a line, a sentence and a table.
        let page = visitor.text("main").await?;
        assert!(page.contains("Acme rose from") || page.contains("Acme fell from"), "{page}");
        visitor.press("details:has([data-moment]) summary").await?;
        assert_eq!(visitor.count_visible("[data-moment]").await?, 2);
        visitor.wait_until("all drawings are drawn", ALL_CANVASES_DRAWN).await
    })
}

#[test]
fn files_can_be_dropped_anywhere_on_the_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        visitor.wait_visible("textarea[name=links]").await?;
        let drop = "const data = new DataTransfer();
            for (const name of ['One', 'Two']) {
                const file = { format: 'assay.assessment/1', profile: { name, stance: 'adopt' }, answers: { 'data.domain': 2 } };
                data.items.add(new File([JSON.stringify(file)], name + '.json', { type: 'application/json' }));
            }
            return document.querySelector('header').dispatchEvent(
                new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        let kept = visitor.run_script(drop, Vec::new()).await?;
        assert_eq!(kept, json!(false), "the browser does not leave the page for the files");
        wait_for_columns(visitor, 2).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("One") && listed.contains("Two"), "{listed}");
        Ok(())
    })
}

#[test]
fn assessments_of_this_browser_are_offered_and_the_address_adds_one() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "1")]).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.choose_result_action("compare").await?;
        visitor.wait_for_page("compare").await?;
        wait_for_columns(visitor, 1).await?;
        assert_eq!(visitor.hash().await?, "#/compare");
        let listed = visitor.text(".compared").await?;
        assert!(
            listed.contains("Without a name") && listed.contains("from this browser"),
            "{listed}"
        );
        pick_result(visitor, "cloud").await?;
        wait_for_columns(visitor, 2).await?;
        let outlines = "return document.querySelectorAll('input[name=outline]').length";
        assert_eq!(visitor.run_script(outlines, Vec::new()).await?, json!(2));
        visitor.press("input[name=outline][value=B]").await?;
        visitor
            .wait_until("all drawings are drawn", ALL_CANVASES_DRAWN)
            .await?;
        // The comparison follows later answers.
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.domain", "4").await?;
        visitor.go_to_hash("#/compare").await?;
        wait_for_columns(visitor, 2).await?;
        assert_eq!(
            cell_text(visitor, "data", 1).await?.split(' ').next(),
            Some("100.0")
        );
        Ok(())
    })
}

#[test]
fn a_comparison_comes_before_the_ways_to_add_to_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/compare?add=example:insurer").await?;
        visitor.wait_visible("[data-pick='example:cloud']").await?;
        visitor.press("[data-pick='example:cloud']").await?;
        visitor.wait_visible("[data-row=ai_content]").await?;
        assert_eq!(
            visitor.count_visible(".adding textarea").await?,
            1,
            "the form stays while results are added"
        );
        visitor.reload().await?;
        visitor.wait_visible("[data-row=ai_content]").await?;
        assert_eq!(visitor.count_visible(".adding textarea").await?, 0);
        visitor.open("#/compare?add=own:nobody").await?;
        visitor.wait_visible(".adding [data-refused='1']").await
    })
}
