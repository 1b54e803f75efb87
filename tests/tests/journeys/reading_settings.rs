//! Settings with which people read: magnification, text spacing, forced colours, reduced motion.

use assay_journeys::{ColorScheme, Journey, Outcome, Visitor, load_company};
use serde_json::{Value, json};

use crate::accessibility::TOO_WIDE;

/// The pages that have forms, tables and charts.
const PAGES: [&str; 9] = [
    "#/",
    "#/profile",
    "#/s/data",
    "#/review",
    "#/results",
    "#/workspace",
    "#/compare",
    "#/team",
    "#/about",
];

/// The text spacing of WCAG 1.4.12.
const SPACING: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]";

/// Texts that their own box cuts off. A link whose name contains the text is left out: the strip of sections
/// shortens names on a phone, and the heading of the section is whole.
const CUT_OFF: &str = "return [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && e.childElementCount === 0
        && e.textContent.trim() && !e.closest('.visually-hidden, svg, option, textarea')
        && !e.closest('a')?.ariaLabel?.includes(e.textContent.trim())
        && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
    .map(e => `${e.localName}.${e.className}: ${e.textContent.slice(0, 40)}`)";

/// The share of the window that parts which do not scroll cover, in percent.
const COVERED: &str = "const fixed = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && ['fixed', 'sticky'].includes(getComputedStyle(e).position));
    const height = fixed.map(e => e.getBoundingClientRect()).filter(r => r.bottom > 0 && r.top < innerHeight && r.width > innerWidth / 2)
        .reduce((sum, r) => sum + Math.min(r.bottom, innerHeight) - Math.max(r.top, 0), 0);
    return Math.round(100 * height / innerHeight)";

async fn go_to(visitor: &Visitor, page: &str) -> Outcome {
    visitor.go_to_hash(page).await?;
    let shows = format!("return location.hash === '{page}' && document.querySelector('main h1')");
    visitor.wait_until(&format!("{page} shows"), &shows).await
}

async fn check_width(visitor: &Visitor, state: &str) -> Outcome {
    let seen = visitor.run_script(TOO_WIDE, Vec::new()).await?;
    assert!(seen.is_null(), "{state}: {seen}");
    Ok(())
}

#[test]
fn pages_can_be_read_at_400_percent_and_with_wide_text_spacing() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        // A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels.
        visitor.resize(320, 256).await?;
        for page in PAGES {
            go_to(visitor, page).await?;
            check_width(visitor, &format!("{page} at 400 %")).await?;
            visitor
                .run_script("scrollTo({ top: 600, behavior: 'instant' })", Vec::new())
                .await?;
            let covered = visitor.run_script(COVERED, Vec::new()).await?;
            assert!(
                covered.as_i64() <= Some(50),
                "{page}: {covered} % is covered"
            );
        }
        visitor.run_script(SPACING, Vec::new()).await?;
        for (width, height) in [(1280, 900), (390, 800)] {
            visitor.resize(width, height).await?;
            for page in PAGES {
                go_to(visitor, page).await?;
                check_width(visitor, &format!("{page} at {width} with spacing")).await?;
                let cut = visitor.run_script(CUT_OFF, Vec::new()).await?;
                assert_eq!(cut, json!([]), "{page} at {width}");
            }
        }
        Ok(())
    })
}

/// What a selected and another answer look like: the colour and width of the border of the box.
const ANSWERS: &str = "return [':checked', ':not(:checked)'].map(state => {
    const box = document.querySelector(`[data-question=\"data.domain\"] .numbered input${state}`);
    const style = getComputedStyle(box); return [style.borderTopColor, style.borderTopWidth, style.forcedColorAdjust] })";

#[test]
fn forced_colours_show_the_answer_and_the_focus_and_nothing_moves_with_reduced_motion() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        let still = "return document.getAnimations().length === 0 && getComputedStyle(document.documentElement).scrollBehavior !== 'smooth'
            && [...document.querySelectorAll('body *')].every(e => getComputedStyle(e).transitionDuration.split(', ').every(time => parseFloat(time) === 0))";
        for page in ["#/s/data", "#/review", "#/results"] {
            go_to(visitor, page).await?;
            visitor
                .wait_until(&format!("nothing moves on {page}"), still)
                .await?;
        }
        visitor.go_to_section("data").await?;
        let features = json!({ "features": [
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        visitor
            .send_devtools("Emulation.setEmulatedMedia", features)
            .await?;
        let answers = visitor.run_script(ANSWERS, Vec::new()).await?;
        assert_ne!(answers[0], answers[1], "the selected and another answer");
        visitor.tab_to("[data-question='data.domain'] input").await?;
        let outline = "const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth]";
        let outline = visitor.run_script(outline, Vec::new()).await?;
        assert_ne!(outline[0], Value::from("none"), "the focus: {outline}");
        Ok(())
    })
}

/// The drawings of a result that have the system's colour of texts.
const SYSTEM_COLOURS: &str = "
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'CanvasText';
    const text = getComputedStyle(probe).color;
    probe.remove();
    return ['.scale-bar .mark', '.confidence-bar .winner', '.track .known', '.hallmarks path']
        .filter(drawing => { const style = getComputedStyle(document.querySelector(drawing)); return [style.fill, style.stroke].includes(text) })
        .join();";

#[test]
fn forced_colours_reach_the_drawings() -> Outcome {
    Journey::new()
        .scheme(ColorScheme::Forced)
        .run(async |visitor| {
            visitor.open("#/example/medical").await?;
            visitor.wait_visible(".track .known").await?;
            let drawn = visitor.run_script(SYSTEM_COLOURS, Vec::new()).await?;
            let all = ".scale-bar .mark,.confidence-bar .winner,.track .known,.hallmarks path";
            assert_eq!(drawn, all);
            Ok(())
        })
}
