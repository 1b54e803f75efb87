//! Accessibility: axe finds no violation on any page in English and Chinese, in both colour schemes, nor on the
//! main pages in German and Japanese.

use assay_journeys::{Axe, ColorScheme, Journey, Outcome, Visitor, load_company};

const PAGES: [&str; 19] = [
    "#/",
    "#/profile",
    "#/s/data",
    "#/s/algorithms",
    "#/s/compute",
    "#/s/strategy",
    "#/review",
    "#/results",
    "#/example/insurer",
    "#/examples",
    "#/workspace",
    "#/compare",
    "#/invite",
    "#/i/AQICBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5Lk1QuXo",
    "#/r/AQMACSfAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw0yfcFklsYOyosa6S0ucywCOR8RzEeQUXw0JlrUxP2JV5ZyOJfzJTwvYTk",
    "#/r/ASECCdgTYBvUkfFoVL3MGf4GTn7ktG4skhJNUNgxdfq7AbADD6T2RJlXcvVluukJEgJ2Gd6o5RQYhGQRISmQs8Pplw1rM_oD70CZuSFDRPBwEBI8IsIfoEYXJJPxKJf0zO3OCA508IrNZpw",
    "#/about",
    "#/embed",
    "#/nowhere",
];

/// The width of the page and the innermost elements beyond its right edge; null if there are none.
pub(crate) const TOO_WIDE: &str = "const all = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.visually-hidden, svg'));
    return document.documentElement.scrollWidth <= innerWidth ? null
        : [document.documentElement.scrollWidth, ...all.filter(e => !all.some(o => e !== o && e.contains(o))).slice(0, 5).map(e => `${e.localName}.${e.className}: ${e.textContent.slice(0, 30)}`)].join(' | ')";

/// Checks the current page in both colour schemes.
pub(crate) async fn collect_violations(
    visitor: &Visitor,
    axe: &Axe,
    place: &str,
    found: &mut Vec<String>,
) -> Outcome {
    for scheme in [ColorScheme::Light, ColorScheme::Dark] {
        visitor.set_color_scheme(scheme).await?;
        found.extend(
            axe.find_violations(visitor)
                .await?
                .into_iter()
                .map(|finding| format!("{place} {scheme:?}: {finding}")),
        );
    }
    Ok(())
}

/// Checks dialogs and notices.
async fn check_states(visitor: &Visitor, axe: &Axe, found: &mut Vec<String>) -> Outcome {
    // The links of the first version have led to its own page.
    visitor.open("#/results").await?;
    visitor.press("[data-action=share]").await?;
    visitor.press("input[name=use-passphrase]").await?;
    visitor.wait_visible("input[name=new-passphrase]").await?;
    collect_violations(visitor, axe, "sharing", found).await?;
    visitor.press("[data-action=close-share]").await?;
    visitor.wait_hidden("dialog[open]").await?;
    visitor.press("[data-action=restart]").await?;
    visitor.wait_visible("dialog[open]").await?;
    collect_violations(visitor, axe, "a dialog", found).await?;
    visitor.press("dialog [data-action=confirm]").await?;
    visitor.wait_visible("[data-action=undo]").await?;
    collect_violations(visitor, axe, "a notice", found).await?;
    visitor.go_to_hash("#/compare").await?;
    for _ in 0..3 {
        visitor.press("[data-action=pick]").await?;
    }
    visitor
        .wait_visible(".beside [data-row=confidence]")
        .await?;
    visitor.press("input[name=only-changes]").await?;
    collect_violations(visitor, axe, "a comparison", found).await?;
    Ok(())
}

/// Checks pages outside of an assessment of the present version.
async fn check_other_pages(visitor: &Visitor, axe: &Axe, found: &mut Vec<String>) -> Outcome {
    visitor.open("?model=standard@1#/").await?;
    collect_violations(visitor, axe, "version 1", found).await?;
    visitor.open("?model=standard#/r/broken").await?;
    collect_violations(visitor, axe, "a broken link", found).await?;
    visitor.open("?model=https://example.com/").await?;
    collect_violations(visitor, axe, "no model", found).await?;
    Ok(())
}

/// Goes to a page, and unfolds the parts of a result.
async fn show_page(visitor: &Visitor, page: &str) -> Outcome {
    visitor.go_to_hash(page).await?;
    let shows = format!("return location.hash === '{page}' && document.querySelector('main h1')");
    visitor.wait_until("the page shows", &shows).await?;
    if page == "#/results" || page.starts_with("#/example/") {
        visitor.confidence().await?;
        visitor.wait_visible(".next h2").await?;
        let unfold = "document.querySelectorAll('details').forEach(d => d.open = true)";
        visitor.run_script(unfold, Vec::new()).await?;
    }
    Ok(())
}

fn check_pages(language: &'static str, width: u32) -> Outcome {
    let (axe, company) = (Axe::load()?, load_company("bank, quick")?);
    Journey::new()
        .with_preview()
        .language(language)
        .size(width, 900)
        .run(async |visitor| {
            let mut found = Vec::new();
            visitor.open_and_complete(&company).await?;
            for page in PAGES {
                show_page(visitor, page).await?;
                collect_violations(visitor, &axe, page, &mut found).await?;
            }
            check_states(visitor, &axe, &mut found).await?;
            check_other_pages(visitor, &axe, &mut found).await?;
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
    check_pages("en", 1280)
}

#[test]
fn axe_finds_nothing_in_chinese() -> Outcome {
    check_pages("zh-CN", 390)
}

/// Checks the pages with most texts and controls, in light colours: the others differ by language in
/// their words only.
fn check_main_pages(language: &'static str, width: u32) -> Outcome {
    let (axe, company) = (Axe::load()?, load_company("bank, quick")?);
    Journey::new()
        .language(language)
        .size(width, 900)
        .run(async |visitor| {
            let mut found = Vec::new();
            visitor.open_and_complete(&company).await?;
            for page in ["#/", "#/s/data", "#/results", "#/compare", "#/about"] {
                show_page(visitor, page).await?;
                found.extend(axe.find_violations(visitor).await?);
            }
            assert_eq!(found, Vec::<String>::new());
            Ok(())
        })
}

#[test]
fn axe_finds_nothing_on_the_main_pages_in_german() -> Outcome {
    check_main_pages("de", 390)
}

#[test]
fn axe_finds_nothing_on_the_main_pages_in_japanese() -> Outcome {
    check_main_pages("ja", 1280)
}

#[test]
fn no_page_scrolls_sideways_on_a_phone() -> Outcome {
    let company = load_company("bank, quick")?;
    for (language, width) in [("en", 390), ("en", 320), ("zh-CN", 320)] {
        Journey::new().with_preview().language(language).size(width, 700).run(async |visitor| {
            visitor.open_and_complete(&company).await?;
            for page in PAGES {
                visitor.go_to_hash(page).await?;
                visitor.wait_until("the page shows", &format!("return location.hash === '{page}' && document.querySelector('main h1')")).await?;
                let seen = visitor.run_script(TOO_WIDE, Vec::new()).await?;
                assert!(seen.is_null(), "{page} in {language} at {width}: {seen}");
            }
            Ok(())
        })?;
    }
    Ok(())
}
