//! Other programs that change the page's texts: highlighters that tidy, and machine translation.

use assay_journeys::{Journey, Key, Outcome, Visitor};

/// What a highlighter does that takes its marks away.
const TIDY: &str = "document.body.normalize()";

/// What translation in a browser does: every text becomes an element with another one.
const TRANSLATE: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = [];
    for (let node; node = walker.nextNode();) if (node.data.trim()) found.push(node);
    for (const text of found) { const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = '«' + text.data + '»'; outer.append(inner); text.replaceWith(outer); }";

/// What a cleaner of pages does.
const STRIP: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT); const found = [];
    for (let node; node = walker.nextNode();) found.push(node); found.forEach(node => node.remove())";

async fn lives(visitor: &Visitor) -> Outcome {
    let count = "fieldset[data-question='data.inventory']";
    visitor.answers("data.inventory", "3").await?;
    let sentence = visitor.text(".sticky .figure").await?;
    assert!(sentence.starts_with("1 of"), "{sentence}");
    visitor
        .tabs_to(&format!("{count} ~ fieldset input"))
        .await?;
    visitor.types("2").await?;
    visitor.until("the count follows", "return document.querySelector('.sticky .figure').innerText.replace('«', '').startsWith('2 of')").await?;
    visitor.press(".pager [data-action=next]").await?;
    visitor.is_in("algorithms").await?;
    visitor.reload().await?;
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await?;
    assert_eq!(visitor.answer("data.inventory").await?, "3");
    Ok(())
}

#[test]
fn answers_are_kept_and_pages_turned_after_another_program_changed_the_texts() -> Outcome {
    for change in [TIDY, TRANSLATE, STRIP] {
        Journey::new().run(async |visitor| {
            visitor.open("#/s/data").await?;
            visitor.script(change, Vec::new()).await?;
            lives(visitor).await?;
            // In the whole program, too.
            visitor.go("#/results").await?;
            visitor.is_on("results").await?;
            visitor.script(change, Vec::new()).await?;
            visitor.go("#/workspace").await?;
            visitor.is_on("workspace").await?;
            visitor.sees(".assessments li").await?;
            visitor.script(change, Vec::new()).await?;
            visitor.press("[data-action=language]").await?;
            visitor.sees("html[lang=zh-CN]").await?;
            visitor.until("the page speaks the other language", "return document.querySelector('main h1').innerText.match(/[\\u4e00-\\u9fff]/) !== null").await
        })?;
    }
    Ok(())
}

#[test]
fn a_note_outlives_a_translation_of_the_page() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let question = "fieldset[data-question='data.inventory']";
        visitor.press(&format!("{question} summary")).await?;
        visitor.press(&format!("{question} textarea")).await?;
        visitor.types("see the register").await?;
        visitor.reload().await?;
        visitor.sees(&format!("{question} textarea")).await?;
        visitor.script(TRANSLATE, Vec::new()).await?;
        let note = format!("{question} textarea");
        assert_eq!(visitor.value(&note).await?, "see the register");
        visitor.press(&note).await?;
        visitor.key(Key::End).await?;
        visitor.types("!").await?;
        visitor.reload().await?;
        visitor.sees(&note).await?;
        assert_eq!(visitor.value(&note).await?, "see the register!");
        Ok(())
    })
}
