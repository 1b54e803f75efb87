//! Presses of a mouse or a finger as real events, at a point and a time.

use std::sync::PoisonError;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::Visitor;
use crate::{Error, Outcome};

/// How long the button stays down, in milliseconds.
const BUTTON_DOWN_MS: u64 = 30;

/// The shortest time between two deliberate presses at one place.
const MIN_PRESS_INTERVAL: Duration = Duration::from_millis(550);

/// A point in the viewport, in CSS pixels.
pub type Point = (f64, f64);

impl Visitor {
    /// Scrolls the first matching element into view and returns its middle.
    ///
    /// # Errors
    /// If there is none.
    pub async fn position_of(&self, selector: &str) -> Outcome<Point> {
        self.wait_visible(selector).await?;
        let script = "const e = document.querySelector(arguments[0]); e.scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const r = e.getBoundingClientRect(); return [r.left + Math.min(r.width / 2, 60), r.top + r.height / 2]";
        let found = self.run_script(script, vec![selector.into()]).await?;
        serde_json::from_value(found).map_err(Error::from)
    }

    /// Presses with the mouse at each point, `between` milliseconds from press to press. The
    /// timestamps of the events are exact also on a slow machine. The first press does not follow an
    /// earlier one of the test so soon that the app takes it for the second of a double press.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press_at(&self, places: &[Point], between: u64) -> Outcome {
        self.wait_after_last_press().await;
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

    /// Taps with a finger at each point, like [`Visitor::press_at`].
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn tap_at(&self, places: &[Point], between: u64) -> Outcome {
        self.wait_after_last_press().await;
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

    /// Waits like a person who presses twice at one place on purpose. No wait is needed in a
    /// section, which does not move by itself, if the page was scrolled in between.
    pub(super) async fn wait_between_presses(&self, press: &Value) {
        let Some((when, before)) = self.last_press() else {
            return;
        };
        let number = |value: &Value, path: &str| {
            let found = value.pointer(path).and_then(Value::as_f64);
            found.unwrap_or_default()
        };
        let apart = |path: &str| (number(&before, path) - number(press, path)).abs();
        // Coordinates in a frame are relative to the frame, which the page around it may have
        // scrolled.
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

    /// Waits until the shortest time between two deliberate presses has passed since the last one.
    async fn wait_after_last_press(&self) {
        if let Some((when, _)) = self.last_press() {
            tokio::time::sleep(MIN_PRESS_INTERVAL.saturating_sub(when.elapsed())).await;
        }
    }

    fn last_press(&self) -> Option<(Instant, Value)> {
        let pressed = self.last_press.lock();
        pressed.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Records a press after it ended.
    pub(super) fn record_press(&self, press: Value) {
        let mut pressed = self
            .last_press
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *pressed = Some((Instant::now(), press));
    }
}

/// The timestamp of the DevTools protocol: seconds since 1970.
fn seconds_since_epoch() -> f64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.unwrap_or_default().as_secs_f64()
}

async fn sleep_until(time: f64) {
    let left = (time - seconds_since_epoch()).max(0.0);
    tokio::time::sleep(Duration::from_secs_f64(left)).await;
}
