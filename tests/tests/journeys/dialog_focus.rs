//! The order of the focus in the dialogs of a result. Not for all engines: others have the Tab key pass
//! over links, or leave the dialog for controls of their own.

use assay_journeys::{Journey, Key, Outcome, Visitor, load_company};

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
    let in_dialog = "return Boolean(document.activeElement?.closest('dialog[open]'))";
    visitor
        .wait_until("the focus is in the dialog", in_dialog)
        .await?;
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
    let returned = format!("return document.activeElement?.matches({opener:?})");
    visitor
        .wait_until("the focus is at the opener again", &returned)
        .await
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
