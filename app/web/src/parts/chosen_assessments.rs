//! Assessments that were chosen in the list for another page. The tab hands them over, since that page
//! may belong to another questionnaire and is then loaded anew.

use crate::browser::tabs;

/// The name of the keys in the tab's storage.
const NAME: &str = "chosen-assessments";

/// Hands over the keys of assessments.
pub(crate) fn hand_over(keys: &[&str]) {
    tabs::set_item(NAME, &keys.join("\n"));
}

/// Returns the keys that were handed over, once.
pub(crate) fn take_chosen() -> Vec<String> {
    let keys = tabs::take_item(NAME).unwrap_or_default();
    keys.lines().map(str::to_owned).collect()
}
