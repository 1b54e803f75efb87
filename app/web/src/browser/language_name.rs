//! The names of languages.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The name of the language with the tag `tag`, in the language `inside`; the tag if the browser does
/// not know the name.
pub(crate) fn language_name(tag: &str, inside: &str) -> String {
    ask_browser(tag, inside).unwrap_or_else(|| tag.to_owned())
}

fn ask_browser(tag: &str, inside: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let names: Function = Reflect::get(&intl, &"DisplayNames".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let names = Reflect::construct(&names, &Array::of2(&inside.into(), &options)).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &JsValue::from_str(tag)).ok()?.as_string()
}
