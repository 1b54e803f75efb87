//! The second press of a double press has no effect, whatever is under the pointer by then.

use std::collections::BTreeMap;

use assay_journeys::{Journey, Key, Outcome, Visitor, load_company, standard_sections};

/// Milliseconds between the two presses.
const INTERVALS_MS: [u64; 3] = [90, 180, 350];

/// Answers by question.
type ShownAnswers = BTreeMap<String, String>;

/// The selected answers of all sections.
async fn shown_answers(visitor: &Visitor) -> Outcome<ShownAnswers> {
    let mut all = ShownAnswers::new();
    for section in standard_sections()? {
        visitor.go_to_hash(&format!("#/s/{}", section.id)).await?;
        visitor.wait_for_section(&section.id).await?;
        let script = "return Object.fromEntries([...document.querySelectorAll('fieldset[data-question] input:checked')].map(i => [i.name, i.value]))";
        let here: ShownAnswers =
            serde_json::from_value(visitor.run_script(script, Vec::new()).await?)?;
        all.extend(here);
    }
    Ok(all)
}

/// Presses twice at nearly the same place, once the page does not move any more.
async fn press_twice(visitor: &Visitor, selector: &str, between: u64) -> Outcome {
    visitor.wait_at_rest(selector).await?;
    let (x, y) = visitor.position_of(selector).await?;
    visitor
        .press_at(&[(x, y), (x + 3.0, y - 2.0)], between)
        .await?;
    wait_until_still(visitor).await
}

/// Waits until the page neither moves nor changes for 400 ms.
async fn wait_until_still(visitor: &Visitor) -> Outcome {
    let script = "const look = () => [scrollY, location.hash, document.querySelector('main')?.innerText].join(); const before = look();
        return new Promise(done => setTimeout(() => done(before === look()), 400))";
    visitor.wait_until("the page rests", script).await
}

/// The differences between the expected and the shown answers.
fn differences(what: &str, wanted: &ShownAnswers, seen: &ShownAnswers) -> Vec<String> {
    let all = wanted
        .keys()
        .chain(seen.keys())
        .collect::<std::collections::BTreeSet<_>>();
    let differs = all
        .into_iter()
        .filter(|id| wanted.get(*id) != seen.get(*id));
    differs
        .map(|id| {
            format!(
                "{what}: {id} should be {:?}, but is {:?}",
                wanted.get(id),
                seen.get(id)
            )
        })
        .collect()
}

/// Twelve double presses at one size of the window: on a level, on "don't know", on the link to the
/// next page, and in "ask what matters".
fn check_double_presses(width: u32, height: u32) -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new()
        .with_motion()
        .size(width, height)
        .run(async |visitor| {
            let mut faults = Vec::new();
            visitor.open_and_complete(&company).await?;
            let mut wanted = shown_answers(visitor).await?;
            for between in INTERVALS_MS {
                for (question, value) in [("data.domain", "1"), ("data.standard", "unknown")] {
                    let what = format!("{value} of {question}, {between} ms, {width} px");
                    visitor.go_to_section("data").await?;
                    let radio = format!(
                        "fieldset[data-question='{question}'] label:has(input[value='{value}'])"
                    );
                    press_twice(visitor, &radio, between).await?;
                    wanted.insert(question.to_owned(), value.to_owned());
                    let seen = shown_answers(visitor).await?;
                    faults.extend(differences(&what, &wanted, &seen));
                    wanted = seen;
                    // Another answer, so that the next press changes something.
                    visitor.go_to_section("data").await?;
                    visitor.choose_answer(question, "3").await?;
                    wanted.insert(question.to_owned(), "3".to_owned());
                }
                let what = format!("next, {between} ms, {width} px");
                visitor.go_to_section("data").await?;
                press_twice(visitor, ".pager [data-action=next]", between).await?;
                let hash = visitor.hash().await?;
                if hash != "#/s/algorithms" {
                    faults.push(format!("{what}: the page is {hash}"));
                }
                let seen = shown_answers(visitor).await?;
                faults.extend(differences(&what, &wanted, &seen));
                wanted = seen;

                let what = format!("asked what matters, {between} ms, {width} px");
                let now = "main[data-page=ask] fieldset[data-question]";
                visitor.go_to_hash("#/ask").await?;
                visitor.wait_at_rest(now).await?;
                let question = visitor.attribute(now, "data-question").await?;
                press_twice(
                    visitor,
                    &format!("{now} label:has(input[value='2'])"),
                    between,
                )
                .await?;
                wanted.insert(question, "2".to_owned());
                let seen = shown_answers(visitor).await?;
                faults.extend(differences(&what, &wanted, &seen));
                wanted = seen;
            }
            assert!(
                faults.is_empty(),
                "{} faults:\n{}",
                faults.len(),
                faults.join("\n")
            );
            Ok(())
        })
}

#[test]
fn a_double_press_in_a_wide_window_answers_no_other_question() -> Outcome {
    check_double_presses(1280, 900)
}

#[test]
fn a_double_press_in_a_narrow_window_answers_no_other_question() -> Outcome {
    check_double_presses(390, 844)
}

#[test]
fn a_second_tap_of_a_finger_does_nothing_either() -> Outcome {
    Journey::new()
        .with_motion()
        .size(390, 844)
        .run(async |visitor| {
            for between in INTERVALS_MS {
                visitor.open("#/s/data").await?;
                let (x, y) = visitor.position_of(".pager [data-action=next]").await?;
                visitor
                    .tap_at(&[(x, y), (x + 9.0, y + 7.0)], between)
                    .await?;
                wait_until_still(visitor).await?;
                assert_eq!(visitor.hash().await?, "#/s/algorithms", "{between} ms");
                assert_eq!(
                    shown_answers(visitor).await?,
                    ShownAnswers::new(),
                    "{between} ms"
                );
            }
            Ok(())
        })
}

#[test]
fn presses_at_different_places_all_count_however_fast() -> Outcome {
    Journey::new().with_motion().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let second = visitor.position_of("[data-question='data.inventory'] label:has(input[value='3'])").await?;
        let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.left + 60, r.top + r.height / 2]";
        let first = visitor.run_script(script, vec!["[data-question='data.inventory'] label:has(input[value='1'])".into()]).await?;
        let chip = visitor.run_script(script, vec!["[data-question='data.inventory'] label:has(input[value='unknown'])".into()]).await?;
        let (first, chip) = (serde_json::from_value(first)?, serde_json::from_value(chip)?);
        visitor.press_at(&[first, second], 90).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "3", "a press corrected at once");
        visitor.press_at(&[chip, first, second, first], 90).await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "1", "every press of four");
        Ok(())
    })
}

#[test]
fn a_double_press_that_asks_something_does_not_answer_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        // The position of the dialog's first button.
        visitor.press("[data-action=restart]").await?;
        let dialog = visitor.position_of("dialog[open] [data-action=confirm]").await?;
        visitor.press_key(Key::Escape).await?;
        visitor.wait_hidden("dialog[open]").await?;
        let script = "const e = document.querySelector('[data-action=restart]'); e.style.cssText = `position: fixed; left: ${arguments[0] - 20}px; top: ${arguments[1] - 10}px`";
        visitor.run_script(script, vec![dialog.0.into(), dialog.1.into()]).await?;
        visitor.press_at(&[dialog, dialog], 180).await?;
        wait_until_still(visitor).await?;
        visitor.wait_visible("dialog[open]").await?;
        Ok(())
    })
}

#[test]
fn keys_and_scripts_click_as_often_as_they_like() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let switch = ".keys input[type=checkbox]";
        visitor.wait_at_rest(switch).await?;
        let place = visitor.position_of(switch).await?;
        visitor.press_at(&[place, place], 90).await?;
        let is_on = "return document.querySelector('.keys input').checked";
        assert_eq!(
            visitor.run_script(is_on, Vec::new()).await?,
            false,
            "the second press did nothing"
        );
        visitor
            .run_script(
                "document.querySelector(arguments[0]).click()",
                vec![switch.into()],
            )
            .await?;
        assert_eq!(
            visitor.run_script(is_on, Vec::new()).await?,
            true,
            "a script's click"
        );
        visitor.type_keys("  ").await?;
        assert_eq!(
            visitor.run_script(is_on, Vec::new()).await?,
            true,
            "two presses of a key"
        );
        visitor.type_keys(" ").await?;
        assert_eq!(
            visitor.run_script(is_on, Vec::new()).await?,
            false,
            "one more"
        );
        Ok(())
    })
}

#[test]
fn a_double_press_on_a_word_marks_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Northlight").await?;
        let (x, y) = visitor.position_of("input[name=name]").await?;
        let x = x - 30.0;
        visitor.press_at(&[(x, y), (x, y)], 120).await?;
        let marked = "const e = document.querySelector('input[name=name]'); return e.value.slice(e.selectionStart, e.selectionEnd)";
        assert_eq!(visitor.run_script(marked, Vec::new()).await?, "Northlight");
        Ok(())
    })
}

#[test]
fn a_press_while_the_page_scrolls_by_itself_reaches_no_control() -> Outcome {
    Journey::new().with_motion().size(390, 844).run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.tab_to("[data-question='data.inventory'] input").await?;
        // Animation frames are held back, so that the page is still moving.
        visitor.run_script("const go = requestAnimationFrame; window.held = []; window.requestAnimationFrame = act => { window.held.push(act); return 1; }", Vec::new()).await?;
        visitor.type_keys("3").await?;
        visitor.wait_until("the page has begun to move", "return window.held.length > 0").await?;
        let script = "const r = [...document.querySelectorAll('fieldset[data-question] label')].map(l => l.getBoundingClientRect()).find(r => r.top > 200); return [r.left + 60, r.top + r.height / 2]";
        let place = serde_json::from_value(visitor.run_script(script, Vec::new()).await?)?;
        visitor.press_at(&[place], 0).await?;
        wait_until_still(visitor).await?;
        assert_eq!(shown_answers(visitor).await?, ShownAnswers::from([("data.inventory".to_owned(), "2".to_owned())]));
        Ok(())
    })
}
