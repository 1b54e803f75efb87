//! The keys that answer: 1 to 5, 0, Delete. They mean nothing inside a text, with a modifier, or
//! when the reader switched them off.

use crate::view::{IntoView, view};
use assay_core::{Answer, Level};
use assay_locale::Words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser::preferences;

const PREFERENCE: &str = "number-keys";

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pressed {
    Answer(Answer),
    Clear,
}

/// What the key of an event asks for here and now.
pub(crate) fn meaning(event: &KeyboardEvent) -> Option<Pressed> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.is_composing() || writes_text(event) || !are_on() {
        return None;
    }
    of_key(&event.key())
}

fn of_key(key: &str) -> Option<Pressed> {
    match key {
        "0" => Some(Pressed::Answer(Answer::Unknown)),
        "Delete" => Some(Pressed::Clear),
        _ => {
            let digit: u8 = key.parse().ok()?;
            let level = Level::new(digit.checked_sub(1)?)?;
            Some(Pressed::Answer(Answer::Level(level)))
        }
    }
}

/// Whether the event comes from where text is written, or from a list.
fn writes_text(event: &KeyboardEvent) -> bool {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
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

fn are_on() -> bool {
    preferences::get(PREFERENCE).as_deref() != Some("off")
}

/// The switch, and what the keys do.
pub(super) fn switch(words: &Words) -> impl IntoView + use<> {
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
            <label><input type="checkbox" name="number-keys" checked=are_on() on:change=set/>" "{words.section_keys().to_owned()}</label>
            <span>{words.section_keys_help().to_owned()}</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Pressed, of_key};
    use assay_core::{Answer, Level};

    #[test]
    fn one_to_five_are_levels_and_nought_is_dont_know() {
        assert_eq!(
            of_key("1"),
            Level::new(0).map(|l| Pressed::Answer(Answer::Level(l)))
        );
        assert_eq!(
            of_key("5"),
            Level::new(4).map(|l| Pressed::Answer(Answer::Level(l)))
        );
        assert_eq!(of_key("0"), Some(Pressed::Answer(Answer::Unknown)));
        assert_eq!(of_key("Delete"), Some(Pressed::Clear));
        for other in ["6", "9", "a", "", "12", "ArrowDown"] {
            assert_eq!(of_key(other), None);
        }
    }
}
