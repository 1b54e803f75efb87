//! The time, which the domain does not know.

/// Now, as the formats write it: `2026-11-23T09:00:00Z`.
pub(crate) fn now() -> String {
    let moment = String::from(js_sys::Date::new_0().to_iso_string());
    match moment.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => moment,
    }
}

/// A key that no earlier assessment of this browser has: the time and some chance, base 36.
pub(crate) fn fresh_key() -> String {
    let time = js_sys::Date::now();
    let chance = (js_sys::Math::random() * 1_679_616.0).floor();
    let digits = |number: f64| {
        js_sys::Number::from(number)
            .to_string_with_radix(36)
            .map(String::from)
            .unwrap_or_default()
    };
    format!("{}{}", digits(time), digits(chance))
}
