//! What a phone shows: the header in one line, menus inside the window, wide tables with a sign that
//! they go on, and buttons that differ in forced colours.

use assay_journeys::{ColorScheme, Journey, Outcome, Visitor, load_company};

/// Checks that an element begins and ends between the edges of the window.
async fn check_inside(visitor: &Visitor, selector: &str) -> Outcome {
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return box.width > 0 && box.left >= 0 && box.right <= innerWidth ? null : [box.left, box.right, innerWidth]";
    let outside = visitor.run_script(script, vec![selector.into()]).await?;
    assert!(outside.is_null(), "{selector} lies at {outside}");
    Ok(())
}

/// The background of an element as painted.
async fn background(visitor: &Visitor, selector: &str) -> Outcome<String> {
    let script = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor";
    let colour = visitor.run_script(script, vec![selector.into()]).await?;
    Ok(colour.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_menu_of_a_result_opens_inside_the_window() -> Outcome {
    let company = load_company("bank, quick")?;
    for language in ["en", "de"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .run(async |visitor| {
                visitor.open_and_complete(&company).await?;
                for width in [390, 320] {
                    visitor.resize(width, 844).await?;
                    visitor.press("main .actions .menu > summary").await?;
                    check_inside(visitor, "main .actions .menu > ul").await?;
                    visitor.press("main .actions .menu > summary").await?;
                }
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn the_header_takes_one_line_on_a_phone() -> Outcome {
    for language in ["en", "zh-CN", "de", "ja"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .run(async |visitor| {
                visitor.open("").await?;
                let lines = "const middle = e => { const box = e.getBoundingClientRect(); return box.top + box.height / 2 };
                    const all = [...document.querySelectorAll('.bar .mark, .bar nav > *')].filter(e => e.checkVisibility()).map(middle);
                    return Math.max(...all) - Math.min(...all) < 10";
                visitor.wait_until("the header has one line", lines).await
            })?;
    }
    Ok(())
}

#[test]
fn the_list_of_assessments_fits_a_common_window_in_every_language() -> Outcome {
    for language in ["en", "zh-CN", "de", "ja"] {
        Journey::new()
            .language(language)
            .size(1280, 900)
            .run(async |visitor| {
                visitor.open("#/example/bank").await?;
                visitor.press("[data-action=continue]").await?;
                visitor.wait_for_page("review").await?;
                visitor.go_to_page("workspace").await?;
                visitor.wait_visible(".assessments .mini-bars").await?;
                let fits = "const list = document.querySelector('table.assessments');
                    return list.scrollWidth <= list.parentElement.clientWidth";
                visitor.wait_until("the list fits", fits).await
            })?;
    }
    Ok(())
}

#[test]
fn the_bar_of_the_chosen_rows_leaves_the_window_to_the_rows() -> Outcome {
    // A window of 1280 x 1024 at 400 %, and a phone.
    for (language, width, height) in [("de", 320, 256), ("en", 320, 256), ("de", 390, 664)] {
        Journey::new()
            .language(language)
            .size(width, height)
            .run(async |visitor| {
                visitor.open("#/example/bank").await?;
                visitor.press("[data-action=continue]").await?;
                visitor.wait_for_page("review").await?;
                visitor.go_to_page("workspace").await?;
                visitor
                    .press(".assessments tbody .choose-cell input")
                    .await?;
                visitor.wait_visible(".chosen-bar").await?;
                let share = "const bar = document.querySelector('.chosen-bar');
                    const stays = getComputedStyle(bar).position === 'sticky';
                    return stays ? bar.getBoundingClientRect().height / innerHeight : 0";
                let share = visitor.run_script(share, Vec::new()).await?;
                assert!(share.as_f64().is_some_and(|share| share < 0.25), "{share}");
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn a_comparison_shows_its_figures_in_the_first_screen() -> Outcome {
    for (width, height) in [(390, 844), (1280, 800)] {
        Journey::new().size(width, height).run(async |visitor| {
            visitor.open("#/compare").await?;
            while visitor.count_visible(".compared > li").await? < 2 {
                visitor.press("[data-action=pick]").await?;
            }
            visitor
                .wait_visible(".beside [data-row=ai_content]")
                .await?;
            visitor.reload().await?;
            let seen = "const row = document.querySelector('.beside [data-row=ai_content]');
                return Boolean(row) && row.getBoundingClientRect().bottom <= innerHeight";
            visitor.wait_until("the AI content is in view", seen).await
        })?;
    }
    Ok(())
}

#[test]
fn a_comparison_that_goes_on_sideways_says_so() -> Outcome {
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.open("#/compare").await?;
        while visitor.count_visible(".compared > li").await? < 4 {
            visitor.press("[data-action=pick]").await?;
        }
        visitor.wait_visible(".beside [data-row=confidence]").await?;
        let shaded = "const table = document.querySelector('.broad');
            return table.scrollWidth > table.clientWidth && getComputedStyle(table).backgroundAttachment";
        let shaded = visitor.run_script(shaded, Vec::new()).await?;
        assert_eq!(shaded, "local, scroll", "the shade stays, its cover moves");
        check_inside(visitor, ".compared").await
    })
}

#[test]
fn forced_colours_tell_the_main_button_and_the_chosen_answer_from_the_others() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new()
        .scheme(ColorScheme::Forced)
        .run(async |visitor| {
            visitor.open_and_complete(&company).await?;
            let main = background(visitor, "[data-action=share]").await?;
            let quiet = background(visitor, "[data-action=review]").await?;
            assert_ne!(main, quiet, "of the buttons");
            visitor.go_to_hash("#/s/data").await?;
            visitor.wait_visible(".numbered > input:checked").await?;
            let number = "const of = s => getComputedStyle(document.querySelector(s), '::before').backgroundColor;
                return of('.numbered > input:checked') !== of('.numbered > input:not(:checked)')";
            assert_eq!(visitor.run_script(number, Vec::new()).await?, true);
            let bar = "return getComputedStyle(document.querySelector('.progress > a'), '::before').backgroundImage";
            let bar = visitor.run_script(bar, Vec::new()).await?;
            assert_ne!(bar, "none", "the progress is drawn");
            Ok(())
        })
}

#[test]
fn a_file_field_is_named_by_its_title_and_button_and_described_by_its_hint() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor.wait_visible(".file-button").await?;
        let texts = "const field = document.querySelector('[data-action=import]');
            const said = name => field.getAttribute(name).split(' ').map(id => document.getElementById(id).textContent);
            return [...said('aria-labelledby'), said('aria-describedby')[0].startsWith('Files that were saved')]";
        let texts = visitor.run_script(texts, Vec::new()).await?;
        assert_eq!(
            texts,
            serde_json::json!(["Open a file", "Choose files", true])
        );
        Ok(())
    })
}

#[test]
fn a_review_without_open_questions_lists_no_sections() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.go_to_page("review").await?;
        assert_eq!(visitor.count_visible("main h2").await?, 0);
        visitor.go_to_hash("#/s/data").await?;
        visitor
            .press("[data-question='data.domain'] [data-clear]")
            .await?;
        visitor.go_to_hash("#/review").await?;
        visitor.wait_visible(".open-questions li").await?;
        assert_eq!(visitor.count_visible("main h2").await?, 1);
        assert_eq!(visitor.count_visible(".open-questions li").await?, 1);
        Ok(())
    })
}
