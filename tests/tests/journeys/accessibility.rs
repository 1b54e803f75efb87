//! axe finds nothing, on any page, in either language and theme.

use assay_journeys::{Axe, Journey, Outcome, Scheme, Visitor, company};

const PAGES: [&str; 18] = [
    "#/",
    "#/profile",
    "#/s/data",
    "#/s/algorithms",
    "#/s/compute",
    "#/s/strategy",
    "#/review",
    "#/results",
    "#/example/insurer",
    "#/workspace",
    "#/compare",
    "#/invite",
    "#/i/AQIBBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5LmYh-OQ",
    "#/r/AQMACSfAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw0yfcFklsYOyosa6S0ucywCOR8RzEeQUXw0JlrUxP2JV5ZyOJfzJTwvYTk",
    "#/r/ASEBCdgTYBvUkfFoVL3MGf4GTn7ktG4skhJNUNgxdfq7AbADD6T2RJlXcvVluukJEgJ2Gd6o5RQYhGQRISmQs8Pplw1rM_oD70CZuSFDRPBwEBI8IsIfoEYXJJPxKJf0zO3OCA508F_GdCg",
    "#/about",
    "#/embed",
    "#/nowhere",
];

/// What reaches beyond the right edge, the innermost elements only.
const TOO_WIDE: &str = "const all = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.visually-hidden, svg'));
    return document.documentElement.scrollWidth <= innerWidth ? null
        : [document.documentElement.scrollWidth, ...all.filter(e => !all.some(o => e !== o && e.contains(o))).slice(0, 5).map(e => `${e.localName}.${e.className}: ${e.textContent.slice(0, 30)}`)].join(' | ')";

/// Both themes of the page that shows.
async fn look(visitor: &Visitor, axe: &Axe, place: &str, found: &mut Vec<String>) -> Outcome {
    for scheme in [Scheme::Light, Scheme::Dark] {
        visitor.turns(scheme).await?;
        found.extend(
            axe.findings(visitor)
                .await?
                .into_iter()
                .map(|finding| format!("{place} {scheme:?}: {finding}")),
        );
    }
    Ok(())
}

fn nothing_found(language: &'static str, width: u32) -> Outcome {
    let (axe, company) = (Axe::ready()?, company("bank, quick")?);
    Journey::new()
        .with_preview()
        .language(language)
        .size(width, 900)
        .run(async |visitor| {
            let mut found = Vec::new();
            visitor.open("").await?;
            visitor.fills_in(&company).await?;
            for page in PAGES {
                visitor.go(page).await?;
                visitor
                    .until(
                        "the page shows",
                        &format!(
                            "return location.hash === '{page}' && document.querySelector('main h1')"
                        ),
                    )
                    .await?;
                if page == "#/results" || page.starts_with("#/example") {
                    visitor.confidence().await?;
                    visitor.sees(".next h2").await?;
                    // What is folded away is looked at, too.
                    visitor
                        .script(
                            "document.querySelectorAll('details').forEach(d => d.open = true)",
                            Vec::new(),
                        )
                        .await?;
                }
                look(visitor, &axe, page, &mut found).await?;
            }
            visitor.go("#/results").await?;
            visitor.press("[data-action=share]").await?;
            visitor.press("input[name=use-passphrase]").await?;
            visitor.sees("input[name=new-passphrase]").await?;
            look(visitor, &axe, "sharing", &mut found).await?;
            visitor.press("[data-action=restart]").await?;
            visitor.sees("dialog[open]").await?;
            look(visitor, &axe, "a dialog", &mut found).await?;
            visitor.press("dialog [data-action=confirm]").await?;
            visitor.sees("[data-action=undo]").await?;
            look(visitor, &axe, "a notice", &mut found).await?;
            visitor.go("#/compare").await?;
            for _ in 0..3 {
                visitor.press("[data-action=pick]").await?;
            }
            visitor.sees(".beside [data-row=confidence]").await?;
            visitor.press("input[name=only-changes]").await?;
            look(visitor, &axe, "a comparison", &mut found).await?;
            visitor.open("#/r/broken").await?;
            look(visitor, &axe, "a broken link", &mut found).await?;
            visitor.open("?model=https://example.com/").await?;
            look(visitor, &axe, "no model", &mut found).await?;
            assert!(
                found.is_empty(),
                "axe finds {}:\n{}",
                found.len(),
                found.join("\n")
            );
            Ok(())
        })
}

#[test]
fn axe_finds_nothing_in_english() -> Outcome {
    nothing_found("en", 1280)
}

#[test]
fn axe_finds_nothing_in_chinese() -> Outcome {
    nothing_found("zh-CN", 390)
}

#[test]
fn no_page_scrolls_sideways_on_a_phone() -> Outcome {
    let company = company("bank, quick")?;
    for (language, width) in [("en", 390), ("en", 320), ("zh-CN", 320)] {
        Journey::new().with_preview().language(language).size(width, 700).run(async |visitor| {
            visitor.open("").await?;
            visitor.fills_in(&company).await?;
            for page in PAGES {
                visitor.go(page).await?;
                visitor.until("the page shows", &format!("return location.hash === '{page}' && document.querySelector('main h1')")).await?;
                let seen = visitor.script(TOO_WIDE, Vec::new()).await?;
                assert!(seen.is_null(), "{page} in {language} at {width}: {seen}");
            }
            Ok(())
        })?;
    }
    Ok(())
}
