//! Evidence for answers: a link or file name with its date and a person.

use assay_journeys::{Axe, ColorScheme, Journey, Outcome, Visitor};

const BUTTON: &str = "[data-action='evidence/data.domain-change']";
const SOURCE: &str = "[data-evidence='data.domain'] [data-part=source]";
const DATE: &str = "[data-evidence='data.domain'] [data-part=date]";
const PERSON: &str = "[data-evidence='data.domain'] [data-part=person]";
const ADDRESS: &str = "https://example.org/register?year=2026";
const UNDO: &str = "[data-action=undo-change]";
const REDO: &str = "[data-action=redo-change]";

/// Enters evidence for one answer on the page of its section.
async fn enter_evidence(visitor: &Visitor) -> Outcome {
    visitor.press(BUTTON).await?;
    visitor.wait_visible(SOURCE).await?;
    let is_focused = format!("return document.activeElement?.matches(\"{SOURCE}\")");
    visitor
        .wait_until("the first field has the focus", &is_focused)
        .await?;
    visitor.type_keys(ADDRESS).await?;
    set_date(visitor, "2026-11-20").await?;
    visitor.press(PERSON).await?;
    visitor.type_keys("Li Na 3").await
}

/// Enters a date as the browser's own picker does.
async fn set_date(visitor: &Visitor, date: &str) -> Outcome {
    let script = "const at = document.querySelector(arguments[0]); at.value = arguments[1];
        at.dispatchEvent(new Event('input', { bubbles: true }))";
    let arguments = vec![DATE.into(), date.into()];
    visitor.run_script(script, arguments).await.map(drop)
}

async fn wait_for_value(visitor: &Visitor, selector: &str, value: &str) -> Outcome {
    let script = format!("return document.querySelector(\"{selector}\")?.value === \"{value}\"");
    let what = format!("{selector} shows \"{value}\"");
    visitor.wait_until(&what, &script).await
}

async fn check_stored(visitor: &Visitor) -> Outcome {
    wait_for_value(visitor, SOURCE, ADDRESS).await?;
    assert_eq!(visitor.value(DATE).await?, "2026-11-20");
    assert_eq!(visitor.value(PERSON).await?, "Li Na 3");
    Ok(())
}

#[test]
fn evidence_is_entered_kept_undone_and_shown() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.inventory", "1")]).await?;
        enter_evidence(visitor).await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "",
            "digits in a field answer nothing"
        );
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        check_stored(visitor).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "1");
        let link = "[data-evidence='data.domain'] a";
        assert_eq!(visitor.attribute(link, "rel").await?, "noreferrer noopener");
        visitor.press(UNDO).await?;
        wait_for_value(visitor, PERSON, "").await?;
        visitor.wait_at_rest(REDO).await?;
        visitor.press(REDO).await?;
        check_stored(visitor).await?;
        visitor.go_to_hash("#/review").await?;
        visitor.wait_visible(".evidence-list").await?;
        let text = visitor.text(".evidence-list").await?;
        assert!(
            text.contains(&format!("{ADDRESS} · 2026-11-20 · Li Na 3")),
            "{text}"
        );
        visitor.go_to_hash("#/results").await?;
        visitor.wait_visible(".all-answers summary").await?;
        visitor.press(".all-answers summary").await?;
        visitor.wait_visible("[data-evidence-line]").await?;
        visitor.emulate_print(true).await?;
        visitor.wait_visible(".evidence-list").await?;
        visitor.emulate_print(false).await
    })
}

#[test]
fn a_wrong_date_is_refused_and_another_source_is_no_link() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        enter_evidence(visitor).await?;
        set_date(visitor, "2019-05-01").await?;
        visitor.wait_visible("[data-date-fault]").await?;
        let script = format!("document.querySelector(\"{SOURCE}\").select()");
        visitor.press(SOURCE).await?;
        visitor.run_script(&script, Vec::new()).await?;
        visitor.type_keys("javascript:alert(1)").await?;
        assert_eq!(
            visitor.count_visible("[data-evidence] a").await?,
            0,
            "links"
        );
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        wait_for_value(visitor, SOURCE, "javascript:alert(1)").await?;
        assert_eq!(visitor.value(DATE).await?, "2026-11-20");
        // Empty fields are no evidence: the starter shows the page again.
        for field in [SOURCE, PERSON] {
            let script = format!(
                "const at = document.querySelector(\"{field}\"); at.value = ''; at.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            );
            visitor.run_script(&script, Vec::new()).await?;
        }
        set_date(visitor, "").await?;
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.count_visible("[data-evidence]").await?, 0);
        Ok(())
    })
}

#[test]
fn another_tab_shows_the_evidence_and_the_button_closes_the_fields() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.inventory", "1")]).await?;
        let first = visitor.current_tab().await?;
        visitor.press(BUTTON).await?;
        visitor.wait_visible(SOURCE).await?;
        let second = visitor.open_tab("#/s/data").await?;
        enter_evidence(visitor).await?;
        visitor.switch_to_tab(&first).await?;
        wait_for_value(visitor, PERSON, "Li Na 3").await?;
        visitor.press(BUTTON).await?;
        visitor.wait_hidden(SOURCE).await?;
        assert_eq!(visitor.attribute(BUTTON, "aria-expanded").await?, "false");
        visitor.switch_to_tab(&second).await?;
        check_stored(visitor).await
    })
}

#[test]
fn the_fields_fit_a_narrow_screen_and_have_names_in_both_languages() -> Outcome {
    let axe = Axe::load()?;
    for language in ["en", "zh-CN"] {
        Journey::new()
            .language(language)
            .size(320, 640)
            .run(async |visitor| {
                visitor.open("#/s/data").await?;
                visitor.tab_to(BUTTON).await?;
                visitor.press_key(assay_journeys::Key::Enter).await?;
                visitor.wait_visible(SOURCE).await?;
                let width = "return document.documentElement.scrollWidth <= innerWidth";
                visitor.wait_until("nothing is too wide", width).await?;
                for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                    visitor.set_color_scheme(scheme).await?;
                    let found = axe.find_violations(visitor).await?;
                    assert_eq!(found, Vec::<String>::new());
                    if let Ok(folder) = std::env::var("ASSAY_PICTURES") {
                        let scheme = format!("{scheme:?}").to_lowercase();
                        let picture = visitor.screenshot().await?;
                        std::fs::write(
                            format!("{folder}/evidence-{language}-{scheme}.png"),
                            picture,
                        )?;
                    }
                }
                Ok(())
            })?;
    }
    Ok(())
}
