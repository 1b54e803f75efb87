//! The focus goes to an existing element when the focused one disappears.

use assay_journeys::{Journey, Key, Outcome, Visitor, load_company};

async fn wait_for_focus(visitor: &Visitor, place: &str) -> Outcome {
    let there = format!("return Boolean(document.activeElement?.closest({place:?}))");
    visitor
        .wait_until(&format!("the focus is in {place}"), &there)
        .await
}

#[test]
fn taking_an_answer_back_leaves_the_focus_in_the_question() -> Outcome {
    let question = "fieldset[data-question='data.domain']";
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.press(&format!("{question} [data-clear]")).await?;
        wait_for_focus(visitor, question).await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "");
        visitor.type_keys("2").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "1");
        Ok(())
    })
}

#[test]
fn growing_to_the_full_questionnaire_goes_to_the_first_open_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile?depth=quick").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor.press("[data-action=grow]").await?;
        visitor.wait_hidden("[data-action=grow]").await?;
        wait_for_focus(visitor, "fieldset[data-question]:not([data-answered])").await
    })
}

#[test]
fn the_language_switch_keeps_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.choose_language("zh-CN").await?;
        wait_for_focus(visitor, "[data-action=language]").await
    })
}

#[test]
fn a_dialog_gives_the_focus_back_and_a_message_leaves_it_at_the_heading() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        visitor.tab_to("[data-action=restart]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=cancel]").await?;
        visitor.wait_hidden("dialog[open]").await?;
        wait_for_focus(visitor, "[data-action=restart]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=undo]").await?;
        visitor.wait_hidden("[data-action=undo]").await?;
        wait_for_focus(visitor, "h1").await
    })
}

#[test]
fn nothing_cuts_the_outline_of_a_focused_answer() -> Outcome {
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        // Browsers ignore the margin for clipping of a fieldset, so only its box counts.
        let cut = "const radio = document.querySelector('fieldset[data-question] input');
            radio.focus();
            const place = radio.getBoundingClientRect(), outline = 5;
            for (let around = radio.parentElement; around; around = around.parentElement) {
                if (getComputedStyle(around).overflowX === 'visible') continue;
                const box = around.getBoundingClientRect();
                if (box.left > place.left - outline || box.right < place.right + outline) return around.className || around.tagName;
            }
            return ''";
        let cut = visitor.run_script(cut, Vec::new()).await?;
        assert_eq!(cut.as_str(), Some(""), "what cuts it");
        Ok(())
    })
}

/// A stop of the Tab key in an open dialog, with its place from the dialog's upper left, in CSS pixels.
#[derive(Debug, PartialEq)]
struct Stop {
    label: String,
    is_inside: bool,
    is_outlined: bool,
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
}

impl Stop {
    /// Whether a reader meets this one after the other: below it, or to the right of it, perhaps in
    /// the next column.
    fn follows(&self, other: &Self) -> bool {
        self.top >= other.bottom || self.left >= other.right
    }
}

/// The stops of the Tab key from the first one to the last one of the dialog.
async fn dialog_stops(visitor: &Visitor) -> Outcome<Vec<Stop>> {
    let read = "const dialog = document.querySelector('dialog[open]'), at = document.activeElement;
        const box = dialog.getBoundingClientRect(), place = at.getBoundingClientRect();
        const y = dialog.scrollTop - box.top;
        if (at === document.body) return null;
        return [at.getAttribute('aria-label') ?? (at.innerText || at.name || at.tagName), dialog.contains(at),
            getComputedStyle(at).outlineStyle !== 'none', place.top + y, place.bottom + y, place.left - box.left, place.right - box.left]";
    // The first element, wherever the focus was put.
    let script = "const all = [...document.querySelectorAll('dialog[open] :is(a[href], button, input, select, textarea, summary)')];
        all.find(at => at.checkVisibility() && !at.disabled).focus()";
    visitor.run_script(script, Vec::new()).await?;
    let mut stops: Vec<Stop> = Vec::new();
    for _ in 0..60 {
        let seen = visitor.run_script(read, Vec::new()).await?;
        // After the last one the focus is at the browser's own controls or at the first again.
        if seen.is_null() {
            break;
        }
        let (label, is_inside, is_outlined, top, bottom, left, right) =
            serde_json::from_value(seen)?;
        let stop = Stop {
            label,
            is_inside,
            is_outlined,
            top,
            bottom,
            left,
            right,
        };
        if stops.first() == Some(&stop) {
            break;
        }
        stops.push(stop);
        visitor.press_key(Key::Tab).await?;
    }
    Ok(stops)
}

/// Checks the dialog that an action of the result opens.
async fn check_dialog(visitor: &Visitor, action: &str) -> Outcome {
    let opener = format!("[data-action={action}]");
    visitor.wait_visible(&opener).await?;
    visitor.tab_to(&opener).await?;
    visitor.press_key(Key::Enter).await?;
    visitor.wait_visible("dialog[open]").await?;
    wait_for_focus(visitor, "dialog[open]").await?;
    let stops = dialog_stops(visitor).await?;
    assert!(stops.len() > 1, "{action}: {stops:?}");
    for stop in &stops {
        assert!(stop.is_inside, "{action}: {stop:?} is outside");
        assert!(
            stop.is_outlined,
            "{action}: nothing shows the focus at {stop:?}"
        );
    }
    for pair in stops.windows(2) {
        if let [before, after] = pair {
            assert!(
                after.follows(before),
                "{action}: {after:?} after {before:?}"
            );
        }
    }
    visitor.press_key(Key::Escape).await?;
    visitor.wait_hidden("dialog[open]").await?;
    wait_for_focus(visitor, &opener).await
}

#[test]
fn in_every_dialog_of_a_result_the_focus_goes_down_stays_inside_and_returns() -> Outcome {
    for width in [1280, 390] {
        Journey::new().size(width, 844).run(async |visitor| {
            visitor
                .open_and_complete(&load_company("logistics company, quick")?)
                .await?;
            visitor.go_to_page("results").await?;
            for action in ["share", "reports", "restart"] {
                check_dialog(visitor, action).await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
