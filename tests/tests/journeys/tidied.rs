//! Other programs that change the text nodes of the page: highlighters and machine translation.

use assay_journeys::{Journey, Key, Outcome, Visitor};

/// A highlighter that removes its marks.
const TIDY: &str = "document.body.normalize()";

/// Machine translation: each text is replaced by an element with another text.
const TRANSLATE: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = [];
    for (let node; node = walker.nextNode();) if (node.data.trim()) found.push(node);
    for (const text of found) { const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = '«' + text.data + '»'; outer.append(inner); text.replaceWith(outer); }";

/// A tool that removes comments.
const STRIP: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT); const found = [];
    for (let node; node = walker.nextNode();) found.push(node); found.forEach(node => node.remove())";

async fn check_page_works(visitor: &Visitor) -> Outcome {
    let count = "fieldset[data-question='data.inventory']";
    visitor.choose_answer("data.inventory", "3").await?;
    wait_for_count(visitor, 1).await?;
    visitor.tab_to(&format!("{count} ~ fieldset input")).await?;
    visitor.type_keys("2").await?;
    wait_for_count(visitor, 2).await?;
    visitor.press(".pager [data-action=next]").await?;
    visitor.wait_for_section("algorithms").await?;
    visitor.reload().await?;
    visitor.go_to_section("data").await?;
    assert_eq!(visitor.shown_answer("data.inventory").await?, "3");
    Ok(())
}

async fn wait_for_count(visitor: &Visitor, count: u8) -> Outcome {
    let shown = "document.querySelector('.sticky .figure').innerText.replace('«', '')";
    let script = format!("return {shown}.startsWith('{count} of')");
    visitor.wait_until("the count follows", &script).await
}

#[test]
fn answers_are_kept_and_pages_turned_after_another_program_changed_the_texts() -> Outcome {
    for change in [TIDY, TRANSLATE, STRIP] {
        Journey::new().run(async |visitor| {
            visitor.open("#/s/data").await?;
            visitor.run_script(change, Vec::new()).await?;
            check_page_works(visitor).await?;
            // The same in the full app.
            visitor.go_to_page("results").await?;
            visitor.run_script(change, Vec::new()).await?;
            visitor.go_to_page("workspace").await?;
            visitor.wait_visible(".assessments tbody tr").await?;
            visitor.run_script(change, Vec::new()).await?;
            visitor.choose_language("zh-CN").await?;
            visitor.wait_until("the page speaks the other language", "return document.querySelector('main h1').innerText.match(/[\\u4e00-\\u9fff]/) !== null").await
        })?;
    }
    Ok(())
}

#[test]
fn a_note_outlives_a_translation_of_the_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.inventory']";
        visitor.press(&format!("{question} [data-note]")).await?;
        visitor.press(&format!("{question} textarea")).await?;
        visitor.type_keys("see the register").await?;
        visitor.reload().await?;
        visitor
            .wait_visible(&format!("{question} textarea"))
            .await?;
        visitor.run_script(TRANSLATE, Vec::new()).await?;
        let note = format!("{question} textarea");
        assert_eq!(visitor.value(&note).await?, "see the register");
        // A press at the place of the one before is discarded for half a second, also across a reload.
        visitor.wait_at_rest(&note).await?;
        visitor.press(&note).await?;
        visitor.press_key(Key::End).await?;
        visitor.type_keys("!").await?;
        visitor.reload().await?;
        visitor.wait_visible(&note).await?;
        assert_eq!(visitor.value(&note).await?, "see the register!");
        Ok(())
    })
}
