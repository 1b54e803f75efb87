//! The names of languages.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::console;
use super::elements::cast;
use super::property::property;

/// The name of the language with the tag `tag`, in the language `inside`; the tag if the browser does
/// not know the name.
pub(crate) fn language_name(tag: &str, inside: &str) -> String {
    ask_browser(tag, inside).unwrap_or_else(|| tag.to_owned())
}

fn ask_browser(tag: &str, inside: &str) -> Option<String> {
    let intl = property(&js_sys::global(), "Intl")?;
    let names: Function = cast(property(&intl, "DisplayNames")?)?;
    let options = Object::new();
    let set = Reflect::set(&options, &"type".into(), &"language".into());
    console::log_error("ask for the name of a language", set)?;
    // A tag that is no language tag throws.
    let names = Reflect::construct(&names, &Array::of2(&inside.into(), &options)).ok()?;
    let of: Function = cast(property(&names, "of")?)?;
    of.call1(&names, &JsValue::from_str(tag)).ok()?.as_string()
}
