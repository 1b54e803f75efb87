//! Time and timers.

use assay_core::Assessment;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::dom;
use super::property::property;

/// The present time in the reader's time zone, in RFC 3339: `2026-11-24T07:30:00+08:00`.
pub(crate) fn now() -> String {
    local(js_sys::Date::now())
}

/// The present time and the time at which this page was opened, which is the same for both apps:
/// `TIME-PAGE`, each in milliseconds since 1970, base 36.
pub(crate) fn moment() -> String {
    format!("{}-{}", base36(js_sys::Date::now()), page_opened())
}

/// The time at which this page was opened, in milliseconds since 1970, base 36.
pub(crate) fn page_opened() -> String {
    let performance = dom::window().and_then(|window| property(&window, "performance"));
    let opened = performance.and_then(|it| property(&it, "timeOrigin")?.as_f64());
    base36(opened.unwrap_or_default().floor())
}

/// Formats a whole number in base 36.
fn base36(number: f64) -> String {
    let text = js_sys::Number::from(number).to_string_with_radix(36);
    // Cannot fail, because the radix is valid.
    text.map(String::from).unwrap_or_default()
}

/// Converts a time in UTC (`…Z`) to the reader's time zone. Other times keep their offset, and so the
/// day at the place where they were noted.
pub(crate) fn to_local_time(time: &str) -> String {
    let moment = match time.ends_with(['Z', 'z']) {
        true => js_sys::Date::parse(time),
        false => f64::NAN,
    };
    match moment.is_finite() {
        true => local(moment),
        false => time.to_owned(),
    }
}

/// Converts the times of an assessment with [`to_local_time`], to be shown or sent.
pub(crate) fn with_local_times(mut assessment: Assessment) -> Assessment {
    for time in [&mut assessment.created, &mut assessment.updated] {
        *time = time.take().map(|time| to_local_time(&time));
    }
    assessment
}

/// Formats milliseconds since 1970 in the reader's time zone.
fn local(moment: f64) -> String {
    let east = -js_sys::Date::new(&moment.into()).get_timezone_offset();
    let shifted = js_sys::Date::new(&(moment + east * 60_000.0).into());
    written(&String::from(shifted.to_iso_string()), east)
}

/// Formats a local time (`2026-11-24T07:30:00.000Z`, whatever it ends with) with an offset in minutes
/// east of UTC.
fn written(time: &str, east: f64) -> String {
    let seconds = time.get(..19).unwrap_or(time);
    let minutes = east.abs().round() as u32;
    if minutes == 0 {
        return format!("{seconds}Z");
    }
    let sign = if east < 0.0 { '-' } else { '+' };
    format!("{seconds}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Generates a key that no earlier record of this browser has: the time and a random number, base 36.
pub(crate) fn generate_key() -> String {
    let time = js_sys::Date::now();
    let chance = (js_sys::Math::random() * 1_679_616.0).floor();
    format!("{}{}", base36(time), base36(chance))
}

/// Waits for a number of milliseconds; returns at once where there is no window.
pub(crate) fn sleep(milliseconds: u32) -> JsFuture {
    let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    JsFuture::from(Promise::new(&mut |resolve, _| {
        let is_set = dom::window().is_some_and(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay)
                .is_ok()
        });
        if !is_set {
            // Calling a promise's own function does not throw.
            drop(resolve.call0(&resolve));
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_time_is_written_with_its_offset() {
        let time = "2026-11-24T07:30:00.000Z";
        for (east, text) in [
            (0.0, "2026-11-24T07:30:00Z"),
            (480.0, "2026-11-24T07:30:00+08:00"),
            (-210.0, "2026-11-24T07:30:00-03:30"),
            (345.0, "2026-11-24T07:30:00+05:45"),
        ] {
            assert_eq!(written(time, east), text);
            assert_eq!(text.get(..10), Some("2026-11-24"));
        }
    }
}
