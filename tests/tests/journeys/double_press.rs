//! The second press of a double press does nothing, whatever lies under the pointer by then.

use std::collections::BTreeMap;

use assay_journeys::{Journey, Key, Outcome, Visitor, company, questionnaire};

/// Milliseconds between the two presses.
const BETWEEN: [u64; 3] = [90, 180, 350];

/// Question and answer.
type Given = BTreeMap<String, String>;

/// Every answer that the sections show.
async fn given(visitor: &Visitor) -> Outcome<Given> {
    let mut all = Given::new();
    for section in questionnaire()? {
        visitor.go(&format!("#/s/{}", section.id)).await?;
        visitor.is_in(&section.id).await?;
        let script = "return Object.fromEntries([...document.querySelectorAll('fieldset[data-question] input:checked')].map(i => [i.name, i.value]))";
        let here: Given = serde_json::from_value(visitor.script(script, Vec::new()).await?)?;
        all.extend(here);
    }
    Ok(all)
}

/// Presses twice at one place, with the tremble of a hand.
async fn presses_twice(visitor: &Visitor, selector: &str, between: u64) -> Outcome {
    let (x, y) = visitor.place_of(selector).await?;
    visitor
        .presses_at(&[(x, y), (x + 3.0, y - 2.0)], between)
        .await?;
    rests(visitor).await
}

/// Waits until the page neither moves nor changes.
async fn rests(visitor: &Visitor) -> Outcome {
    let script = "const look = () => [scrollY, location.hash, document.querySelector('main')?.innerText].join(); const before = look();
        return new Promise(done => setTimeout(() => done(before === look()), 400))";
    visitor.until("the page rests", script).await
}

/// What is wrong with the answers after a double press that should have given `wanted` and no more.
fn differences(what: &str, wanted: &Given, seen: &Given) -> Vec<String> {
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

/// Twelve double presses at one width: on a level, on "don't know", on the way to the next page,
/// and where one question follows the other.
fn double_presses_at(width: u32, height: u32) -> Outcome {
    let company = company("logistics company, quick")?;
    Journey::new()
        .with_motion()
        .size(width, height)
        .run(async |visitor| {
            let mut faults = Vec::new();
            visitor.open("").await?;
            visitor.fills_in(&company).await?;
            let mut wanted = given(visitor).await?;
            for between in BETWEEN {
                for (question, value) in [("data.domain", "1"), ("data.standard", "unknown")] {
                    let what = format!("{value} of {question}, {between} ms, {width} px");
                    visitor.go("#/s/data").await?;
                    visitor.is_in("data").await?;
                    let radio = format!(
                        "fieldset[data-question='{question}'] label:has(input[value='{value}'])"
                    );
                    presses_twice(visitor, &radio, between).await?;
                    wanted.insert(question.to_owned(), value.to_owned());
                    let seen = given(visitor).await?;
                    faults.extend(differences(&what, &wanted, &seen));
                    wanted = seen;
                    // Another answer, so that the next press changes something again.
                    visitor.go("#/s/data").await?;
                    visitor.is_in("data").await?;
                    visitor.answers(question, "3").await?;
                    wanted.insert(question.to_owned(), "3".to_owned());
                }
                let what = format!("next, {between} ms, {width} px");
                visitor.go("#/s/data").await?;
                visitor.is_in("data").await?;
                presses_twice(visitor, ".pager [data-action=next]", between).await?;
                let hash = visitor.hash().await?;
                if hash != "#/s/algorithms" {
                    faults.push(format!("{what}: the page is {hash}"));
                }
                let seen = given(visitor).await?;
                faults.extend(differences(&what, &wanted, &seen));
                wanted = seen;

                let what = format!("asked what matters, {between} ms, {width} px");
                let now = "main[data-page=ask] fieldset[data-question]";
                visitor.go("#/ask").await?;
                visitor.sees_at_rest(now).await?;
                let question = visitor.attribute(now, "data-question").await?;
                presses_twice(
                    visitor,
                    &format!("{now} label:has(input[value='2'])"),
                    between,
                )
                .await?;
                wanted.insert(question, "2".to_owned());
                let seen = given(visitor).await?;
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
    double_presses_at(1280, 900)
}

#[test]
fn a_double_press_in_a_narrow_window_answers_no_other_question() -> Outcome {
    double_presses_at(390, 844)
}

#[test]
fn a_second_tap_of_a_finger_does_nothing_either() -> Outcome {
    Journey::new()
        .with_motion()
        .size(390, 844)
        .run(async |visitor| {
            for between in BETWEEN {
                visitor.open("#/s/data").await?;
                let (x, y) = visitor.place_of(".pager [data-action=next]").await?;
                visitor
                    .taps_at(&[(x, y), (x + 9.0, y + 7.0)], between)
                    .await?;
                rests(visitor).await?;
                assert_eq!(visitor.hash().await?, "#/s/algorithms", "{between} ms");
                assert_eq!(given(visitor).await?, Given::new(), "{between} ms");
            }
            Ok(())
        })
}

#[test]
fn presses_at_different_places_all_count_however_fast() -> Outcome {
    Journey::new().with_motion().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let second = visitor.place_of("[data-question='data.inventory'] label:has(input[value='3'])").await?;
        let script = "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.left + 60, r.top + r.height / 2]";
        let first = visitor.script(script, vec!["[data-question='data.inventory'] label:has(input[value='1'])".into()]).await?;
        let chip = visitor.script(script, vec!["[data-question='data.inventory'] label:has(input[value='unknown'])".into()]).await?;
        let (first, chip) = (serde_json::from_value(first)?, serde_json::from_value(chip)?);
        visitor.presses_at(&[first, second], 90).await?;
        assert_eq!(visitor.answer("data.inventory").await?, "3", "a press corrected at once");
        visitor.presses_at(&[chip, first, second, first], 90).await?;
        assert_eq!(visitor.answer("data.inventory").await?, "1", "every press of four");
        Ok(())
    })
}

#[test]
fn a_double_press_that_asks_something_does_not_answer_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "3").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        // Where the dialog shows its first button.
        visitor.press("[data-action=restart]").await?;
        let dialog = visitor.place_of("dialog[open] [data-action=confirm]").await?;
        visitor.key(Key::Escape).await?;
        visitor.sees_no("dialog[open]").await?;
        let script = "const e = document.querySelector('[data-action=restart]'); e.style.cssText = `position: fixed; left: ${arguments[0] - 20}px; top: ${arguments[1] - 10}px`";
        visitor.script(script, vec![dialog.0.into(), dialog.1.into()]).await?;
        visitor.presses_at(&[dialog, dialog], 180).await?;
        rests(visitor).await?;
        visitor.sees("dialog[open]").await?;
        Ok(())
    })
}

#[test]
fn keys_and_scripts_click_as_often_as_they_like() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let summary = "[data-question='data.inventory'] summary";
        let place = visitor.place_of(summary).await?;
        visitor.presses_at(&[place, place], 90).await?;
        let open =
            "return document.querySelector(\"[data-question='data.inventory'] details\").open";
        assert_eq!(
            visitor.script(open, Vec::new()).await?,
            true,
            "the second press did nothing"
        );
        visitor
            .script(
                "document.querySelector(arguments[0]).click()",
                vec![summary.into()],
            )
            .await?;
        assert_eq!(
            visitor.script(open, Vec::new()).await?,
            false,
            "a script's click"
        );
        visitor.types("  ").await?;
        assert_eq!(
            visitor.script(open, Vec::new()).await?,
            false,
            "two presses of a key"
        );
        visitor.types(" ").await?;
        assert_eq!(visitor.script(open, Vec::new()).await?, true, "one more");
        Ok(())
    })
}

#[test]
fn a_double_press_on_a_word_marks_it() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.types("Northlight").await?;
        let (x, y) = visitor.place_of("input[name=name]").await?;
        let x = x - 30.0;
        visitor.presses_at(&[(x, y), (x, y)], 120).await?;
        let marked = "const e = document.querySelector('input[name=name]'); return e.value.slice(e.selectionStart, e.selectionEnd)";
        assert_eq!(visitor.script(marked, Vec::new()).await?, "Northlight");
        Ok(())
    })
}

#[test]
fn a_press_while_the_page_scrolls_by_itself_reaches_no_control() -> Outcome {
    Journey::new().with_motion().size(390, 844).run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.tabs_to("[data-question='data.inventory'] input").await?;
        // Pictures of the page are held back, so that the motion is still under way.
        visitor.script("const go = requestAnimationFrame; window.held = []; window.requestAnimationFrame = act => { window.held.push(act); return 1; }", Vec::new()).await?;
        visitor.types("3").await?;
        visitor.until("the page has begun to move", "return window.held.length > 0").await?;
        let script = "const r = [...document.querySelectorAll('fieldset[data-question] label')].map(l => l.getBoundingClientRect()).find(r => r.top > 200); return [r.left + 60, r.top + r.height / 2]";
        let place = serde_json::from_value(visitor.script(script, Vec::new()).await?)?;
        visitor.presses_at(&[place], 0).await?;
        rests(visitor).await?;
        assert_eq!(given(visitor).await?, Given::from([("data.inventory".to_owned(), "2".to_owned())]));
        Ok(())
    })
}
