//! Moving the focus when the control that had it disappears.

use web_sys::HtmlElement;

use crate::browser::dom;

/// Focuses the first element that one of the selectors finds, once the page has been rebuilt.
pub(crate) fn focus_later<const N: usize>(selectors: [String; N]) {
    gloo::timers::callback::Timeout::new(0, move || {
        let mut found = selectors
            .iter()
            .filter_map(|selector| dom::query::<HtmlElement>(selector));
        if let Some(element) = found.next() {
            dom::focus(&element);
        }
    })
    .forget();
}
