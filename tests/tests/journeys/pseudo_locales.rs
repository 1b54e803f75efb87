//! Two languages for tests, made from the English texts in a copy of the site: long words with accents,
//! and the same from right to left. No page may be wider than the window.

use std::fs;

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::Value;

const PAGES: [&str; 16] = [
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
    "#/about",
    "#/embed",
    "#/nowhere",
];

/// The width of the page and the innermost elements beyond an edge; null if there are none.
const TOO_WIDE: &str = "const beyond = e => { const box = e.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; };
    const all = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && beyond(e) && !e.closest('.visually-hidden, .skip, svg'));
    const root = document.documentElement;
    root.scrollLeft = root.dir === 'rtl' ? -999 : 999;
    const moved = root.scrollLeft;
    root.scrollLeft = 0;
    return moved === 0 && root.scrollWidth <= innerWidth ? null
        : [root.scrollWidth, ...all.filter(e => !all.some(o => e !== o && e.contains(o))).slice(0, 6).map(e => `${e.localName}.${e.className}: ${e.textContent.slice(0, 40)}`)].join(' | ')";

/// A text with accents and about two fifths longer. Names in braces and tags stay as they are.
fn lengthen(text: &str) -> String {
    let mut long = String::new();
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let accented = match character {
            _ if depth > 0 => "",
            'a' => "áá",
            'e' => "éé",
            'i' => "í",
            'o' => "óó",
            'u' => "ú",
            'n' => "ñ",
            _ => "",
        };
        match accented {
            "" => long.push(character),
            accented => long.push_str(accented),
        }
    }
    long
}

/// Lengthens every text of a file, except for those that are no words.
fn lengthen_all(json: &mut Value, direction: &str) {
    match json {
        Value::String(text) => *text = lengthen(text),
        Value::Array(list) => list.iter_mut().for_each(|one| lengthen_all(one, direction)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match key.as_str() {
                    "app.direction" => *value = direction.into(),
                    "number.decimal" | "number.thousands" => {}
                    _ => lengthen_all(value, direction),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A copy of the site whose English is replaced.
fn pseudo_site(direction: &str) -> Outcome<SiteFolder> {
    let site = SiteFolder::copy_built_site()?;
    for folder in ["texts", "models"] {
        for entry in fs::read_dir(site.path().join(folder))? {
            let path = entry?.path();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            if !(name.starts_with("en") || name.starts_with("standard.en")) {
                continue;
            }
            let mut json: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
            lengthen_all(&mut json, direction);
            fs::write(&path, json.to_string())?;
        }
    }
    Ok(site)
}

/// Opens every page, and returns what is too wide.
async fn find_wide_pages(visitor: &Visitor, direction: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    visitor.begin_in_data(&[("data.security", "3")]).await?;
    for page in PAGES {
        visitor.go_to_hash(page).await?;
        let shows = "return [...document.querySelectorAll('main h1')].some(h => /[áéíóúñ]/.test(h.textContent) || location.hash.startsWith('#/example/')) || location.hash === '#/'";
        visitor.wait_until(&format!("{page} shows"), shows).await?;
        visitor.wait_at_rest("main").await?;
        let direction_now = "return document.documentElement.dir || 'ltr'";
        let now = visitor.run_script(direction_now, Vec::new()).await?;
        assert_eq!(now, direction, "{page}");
        if let Some(wide) = visitor.run_script(TOO_WIDE, Vec::new()).await?.as_str() {
            found.push(format!("{page}: {wide}"));
        }
    }
    Ok(found)
}

fn every_page_fits(direction: &str) -> Outcome {
    let site = pseudo_site(direction)?;
    Journey::new()
        .folder(site.path())
        .size(390, 844)
        // The preview on the page for owners has a frame.
        .allowing_message("web-share")
        .allowing_message("allow-same-origin")
        .run(async |visitor| {
            let found = find_wide_pages(visitor, direction).await?;
            assert_eq!(found, Vec::<String>::new());
            Ok(())
        })
}

#[test]
fn every_page_fits_a_narrow_window_with_long_words() -> Outcome {
    every_page_fits("ltr")
}

#[test]
fn every_page_fits_a_narrow_window_from_right_to_left() -> Outcome {
    every_page_fits("rtl")
}
