//! Number keys: 1 to 5 and 0 answer, Delete clears. Ignored in text fields, with a modifier, on key
//! repeat, and if the reader switched them off.

use crate::view::{IntoView, view};
use assay_core::{Answer, Level};
use assay_locale::Messages;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser::{dom, preferences};

const PREFERENCE: &str = "number-keys";

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyAction {
    Answer(Answer),
    Clear,
}

/// Returns the action of a key event; `None` if it has none at this place.
pub(crate) fn key_action(event: &KeyboardEvent) -> Option<KeyAction> {
    let modified = event.ctrl_key()
        || event.alt_key()
        || event.meta_key()
        || event.get_modifier_state("AltGraph");
    let goes_on = event.repeat() || event.is_composing();
    if modified || goes_on || is_text_input(event) || !are_keys_on() {
        return None;
    }
    action_of_key(&event.key(), &event.code(), event.shift_key())
}

/// Returns the action of a key. If the key produces no digit, its position decides: on a French
/// keyboard the upper row produces digits only with Shift.
fn action_of_key(key: &str, code: &str, shift: bool) -> Option<KeyAction> {
    if matches!(key, "Delete" | "Backspace") {
        return Some(KeyAction::Clear);
    }
    let by_place = || code.strip_prefix("Digit").filter(|_| !shift);
    let digit = digit(key).or_else(|| digit(by_place()?))?;
    match digit.checked_sub(1) {
        None => Some(KeyAction::Answer(Answer::Unknown)),
        Some(level) => Some(KeyAction::Answer(Answer::Level(Level::new(level)?))),
    }
}

/// Returns the value of a single digit, half or full width.
fn digit(text: &str) -> Option<u8> {
    let mut characters = text.chars();
    let only = characters.next().filter(|_| characters.next().is_none())?;
    let value = match only {
        '\u{ff10}'..='\u{ff19}' => u32::from(only) - 0xff10,
        _ => only.to_digit(10)?,
    };
    u8::try_from(value).ok()
}

/// Returns whether the event comes from a text field or a selection list.
pub(crate) fn is_text_input(event: &KeyboardEvent) -> bool {
    let Some(target) = dom::event_target::<HtmlElement>(event) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "radio" | "checkbox"),
        None => {
            target.is_content_editable()
                || matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT")
        }
    }
}

fn are_keys_on() -> bool {
    preferences::get(PREFERENCE).as_deref() != Some("off")
}

/// Renders the switch and the list of keys.
pub(crate) fn keys_switch(messages: &Messages) -> impl IntoView + use<> {
    let set = |event| {
        preferences::set(
            PREFERENCE,
            if event_target_checked(&event) {
                "on"
            } else {
                "off"
            },
        )
    };
    view! {
        <div class="keys small">
            <label><input type="checkbox" name="number-keys" checked=are_keys_on() on:change=set/>" "{messages.section_keys().to_owned()}</label>
            <span>{messages.section_keys_help().to_owned()}</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{KeyAction, action_of_key};
    use assay_core::{Answer, Level};

    fn level(level: u8) -> Option<KeyAction> {
        Level::new(level).map(|level| KeyAction::Answer(Answer::Level(level)))
    }

    #[test]
    fn one_to_five_are_levels_and_nought_is_dont_know() {
        assert_eq!(action_of_key("1", "Digit1", false), level(0));
        assert_eq!(action_of_key("5", "Numpad5", false), level(4));
        let unknown = Some(KeyAction::Answer(Answer::Unknown));
        assert_eq!(action_of_key("0", "Digit0", false), unknown);
        for clears in ["Delete", "Backspace"] {
            assert_eq!(action_of_key(clears, clears, false), Some(KeyAction::Clear));
        }
        for other in ["6", "9", "a", "", "12", "ArrowDown"] {
            assert_eq!(action_of_key(other, "", false), None, "{other}");
        }
    }

    #[test]
    fn a_key_that_writes_no_digit_answers_by_its_place() {
        assert_eq!(
            action_of_key("\"", "Digit3", false),
            level(2),
            "a French keyboard"
        );
        assert_eq!(action_of_key("3", "Digit3", true), level(2), "with Shift");
        assert_eq!(
            action_of_key("à", "Digit0", false),
            action_of_key("0", "", false)
        );
        assert_eq!(
            action_of_key("Process", "Digit2", false),
            level(1),
            "an input method"
        );
        assert_eq!(
            action_of_key("#", "Digit3", true),
            None,
            "Shift on an English keyboard"
        );
        assert_eq!(
            action_of_key("End", "Numpad1", false),
            None,
            "without NumLock"
        );
        assert_eq!(action_of_key("-", "Digit6", false), None, "no sixth level");
    }

    #[test]
    fn full_width_digits_are_digits() {
        assert_eq!(action_of_key("３", "", false), level(2));
        assert_eq!(
            action_of_key("０", "", false),
            action_of_key("0", "", false)
        );
        assert_eq!(action_of_key("６", "", false), None);
    }
}
