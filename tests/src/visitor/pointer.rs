//! Presses as a hand makes them: real events of the mouse or a finger, at a place and a time.

use std::sync::PoisonError;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::Visitor;
use crate::{Error, Outcome};

/// How long the button stays down, in milliseconds.
const BUTTON_DOWN_MS: u64 = 30;

/// Between two presses at one place nobody takes less who means both.
const MIN_PRESS_INTERVAL: Duration = Duration::from_millis(550);

/// A point of the window's inside, in CSS pixels.
pub type Point = (f64, f64);

impl Visitor {
    /// Where the middle of what the selector names is, once it has been brought into view.
    ///
    /// # Errors
    /// If there is nothing.
    pub async fn position_of(&self, selector: &str) -> Outcome<Point> {
        self.wait_visible(selector).await?;
        let script = "const e = document.querySelector(arguments[0]); e.scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const r = e.getBoundingClientRect(); return [r.left + Math.min(r.width / 2, 60), r.top + r.height / 2]";
        let found = self.run_script(script, vec![selector.into()]).await?;
        serde_json::from_value(found).map_err(Error::from)
    }

    /// Presses with the mouse at each of the places, `between` milliseconds from press to press.
    /// The events carry these times also where the machine is slower.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press_at(&self, places: &[Point], between: u64) -> Outcome {
        let begin = seconds_since_epoch();
        for (turn, (x, y)) in (0_u64..).zip(places) {
            let down = begin + (between * turn) as f64 / 1_000.0;
            for (kind, at) in [
                ("mousePressed", down),
                ("mouseReleased", down + BUTTON_DOWN_MS as f64 / 1_000.0),
            ] {
                sleep_until(at).await;
                let event = json!({
                    "type": kind, "x": x, "y": y, "button": "left", "timestamp": at, "pointerType": "mouse",
                    "buttons": u8::from(kind == "mousePressed"), "clickCount": turn + 1,
                });
                self.send_devtools("Input.dispatchMouseEvent", event)
                    .await?;
            }
        }
        Ok(())
    }

    /// Taps with a finger at each of the places, as above.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn tap_at(&self, places: &[Point], between: u64) -> Outcome {
        let begin = seconds_since_epoch();
        for (turn, (x, y)) in (0_u64..).zip(places) {
            let down = begin + (between * turn) as f64 / 1_000.0;
            let finger = json!([{ "x": x, "y": y }]);
            for (kind, points, at) in [
                ("touchStart", finger, down),
                (
                    "touchEnd",
                    json!([]),
                    down + BUTTON_DOWN_MS as f64 / 1_000.0,
                ),
            ] {
                sleep_until(at).await;
                let event = json!({ "type": kind, "touchPoints": points, "timestamp": at });
                self.send_devtools("Input.dispatchTouchEvent", event)
                    .await?;
            }
        }
        Ok(())
    }

    /// Waits as a person does who presses twice at one place of the window and means both. In a
    /// section, where nothing moves by itself, one may have scrolled in between.
    pub(super) async fn wait_between_presses(&self, press: &Value) {
        let before = self
            .last_press
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let Some((when, before)) = before else { return };
        let number = |value: &Value, path: &str| {
            let found = value.pointer(path).and_then(Value::as_f64);
            found.unwrap_or_default()
        };
        let apart = |path: &str| (number(&before, path) - number(press, path)).abs();
        // Within a frame places are the frame's, which the page around it may have scrolled.
        let framed = press.get("framed") == Some(&Value::Bool(true));
        let near = framed
            || ["/place/0", "/place/1"]
                .into_iter()
                .all(|path| apart(path) < 30.0);
        let scrolled = press.get("still") == Some(&Value::Bool(true))
            && before.get("address") == press.get("address")
            && apart("/on_page") > 30.0;
        if near && (framed || !scrolled) {
            tokio::time::sleep(MIN_PRESS_INTERVAL.saturating_sub(when.elapsed())).await;
        }
    }

    /// Remembers a press that is over.
    pub(super) fn record_press(&self, press: Value) {
        let mut pressed = self
            .last_press
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *pressed = Some((Instant::now(), press));
    }
}

/// Seconds since 1970, as the browser's tools count.
fn seconds_since_epoch() -> f64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.unwrap_or_default().as_secs_f64()
}

async fn sleep_until(time: f64) {
    let left = (time - seconds_since_epoch()).max(0.0);
    tokio::time::sleep(Duration::from_secs_f64(left)).await;
}
