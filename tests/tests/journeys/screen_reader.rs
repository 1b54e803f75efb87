//! What a screen reader says on pages is compared with snapshots, which are reviewed like
//! texts: `INSTA_UPDATE=always` writes them anew.
use assay_journeys::{Company, Journey, Outcome, Visitor, load_company, shipped_payload};

/// The day of the journeys, so that every date on a page is known: 2 March 2026.
const FIXED_DAY: &str = "const Native = Date, now = Date.UTC(2026, 2, 2, 12);
    Date = class extends Native { constructor(...given) { super(...(given.length ? given : [now])); } static now() { return now; } };";

/// Checks that every control in a part of the page has a name, and returns what is said there.
async fn read_named(visitor: &Visitor, name: &str, part: &str) -> Outcome<String> {
    let spoken = visitor.spoken(part).await?;
    assert_eq!(spoken.unnamed, Vec::<String>::new(), "unnamed on {name}");
    Ok(spoken.text)
}

/// Checks that every control in a part of the page has a name. For pages whose figures and sentences
/// change with the method, so that a snapshot would state little about their accessibility.
async fn check_names(visitor: &Visitor, name: &str, part: &str) -> Outcome {
    read_named(visitor, name, part).await.map(drop)
}

/// The same, and compares what is said with the snapshot `name`.
async fn check_spoken(visitor: &Visitor, name: &str, part: &str) -> Outcome {
    let text = mask_sizes(&read_named(visitor, name, part).await?);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
    Ok(())
}

/// Masks the sizes of downloads, which differ between builds.
fn mask_sizes(text: &str) -> String {
    let next = text.split(' ').skip(1).chain([""]);
    let words = text.split(' ').zip(next);
    words
        .map(|(word, next)| {
            if next.starts_with("MB") {
                "[size]"
            } else {
                word
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Waits until everything of a result is computed and shown.
async fn wait_for_result(visitor: &Visitor) -> Outcome {
    visitor.confidence().await?;
    visitor.wait_visible(".next h2").await?;
    visitor.wait_at_rest(".next h2").await
}

async fn open_on_fixed_day(visitor: &Visitor, company: &Company) -> Outcome {
    visitor.preload_script(FIXED_DAY).await?;
    visitor.open_and_complete(company).await
}

#[test]
fn pages_of_an_assessment() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.preload_script(FIXED_DAY).await?;
        visitor.open("").await?;
        check_names(visitor, "start", "body").await?;
        visitor.complete_assessment(&company).await?;
        wait_for_result(visitor).await?;
        check_names(visitor, "result", "main").await?;
        visitor.press("[data-action=share]").await?;
        visitor.press("input[name=use-passphrase]").await?;
        visitor.wait_visible("input[name=new-passphrase]").await?;
        check_spoken(visitor, "share", "dialog[open]").await?;
        visitor.press("[data-action=close-share]").await?;
        visitor.wait_hidden("dialog[open]").await?;
        visitor.press("main .actions .menu > summary").await?;
        check_names(visitor, "menu", "main .actions").await?;
        for (page, name) in [
            ("#/profile", "profile"),
            ("#/review", "review"),
            ("#/workspace", "workspace"),
            ("#/invite", "invite"),
            ("#/about", "about"),
        ] {
            visitor.go_to_hash(page).await?;
            let shows = format!(
                "return location.hash === '{page}' && document.activeElement?.matches('main h1')"
            );
            visitor.wait_until(&format!("{page} shows"), &shows).await?;
            if name == "workspace" {
                // The browser says later whether it may erase what is stored.
                visitor.wait_visible("[data-erasable]").await?;
                visitor.wait_visible("[data-row-content]").await?;
            }
            check_spoken(visitor, name, "main").await?;
        }
        visitor.go_to_section("data").await?;
        check_spoken(visitor, "section", "main").await?;
        visitor.go_to_page("results").await?;
        visitor.press("[data-action=restart]").await?;
        check_spoken(visitor, "restart", "dialog[open]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_visible("[data-action=undo]").await?;
        check_spoken(visitor, "undo", "body").await
    })
}

#[test]
fn pages_around_an_assessment() -> Outcome {
    let company = load_company("logistics company, quick")?;
    let shared = format!("#/r/{}", shipped_payload("full, no name")?);
    Journey::new().run(async |visitor| {
        open_on_fixed_day(visitor, &company).await?;
        visitor.go_to_page("ask").await?;
        visitor
            .wait_visible("main[data-page=ask] fieldset[data-question]")
            .await?;
        visitor.wait_visible(".ask-state [data-confidence]").await?;
        check_spoken(visitor, "ask", "main").await?;
        visitor.go_to_page("compare").await?;
        for _ in 0..2 {
            visitor.press("[data-action=pick]").await?;
        }
        visitor
            .wait_visible(".beside [data-row=confidence]")
            .await?;
        check_spoken(visitor, "compare", "main").await?;
        visitor.go_to_page("team").await?;
        check_spoken(visitor, "team-empty", "main").await?;
        visitor.open(&shared).await?;
        wait_for_result(visitor).await?;
        check_names(visitor, "shared", "main").await?;
        visitor.open("#/r/broken").await?;
        check_spoken(visitor, "broken-link", "body").await?;
        visitor
            .open("#/i/AQICBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5Lk1QuXo")
            .await?;
        check_spoken(visitor, "invitation", "main").await
    })
}

#[test]
fn a_section_in_chinese_and_japanese() -> Outcome {
    let company = load_company("bank, quick")?;
    for language in ["zh-CN", "ja"] {
        Journey::new().language(language).run(async |visitor| {
            open_on_fixed_day(visitor, &company).await?;
            wait_for_result(visitor).await?;
            check_names(visitor, &format!("result-{language}"), "main").await?;
            visitor.go_to_section("data").await?;
            check_spoken(visitor, &format!("section-{language}"), "main").await
        })?;
    }
    Ok(())
}
