//! The name of a control contains its visible text, in every language. Who controls the browser by voice says
//! what is visible (WCAG 2.5.3).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The visible text and the name of a control.
const CONTROLS: [(&str, &str); 4] = [
    ("workspace.export_short", "workspace.export_label"),
    ("workspace.menu", "workspace.menu_label"),
    ("workspace.restore", "workspace.restore_label"),
    (
        "workspace.delete_for_good",
        "workspace.delete_for_good_label",
    ),
];

#[test]
fn the_name_of_a_control_contains_its_visible_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    let mut checked = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        let texts: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        for (visible, name) in CONTROLS {
            let (visible, name) = (texts[visible].to_lowercase(), texts[name].to_lowercase());
            assert!(
                name.contains(&visible),
                "{}: “{name}” does not contain “{visible}”",
                file.display()
            );
            checked += 1;
        }
    }
    assert!(checked >= 16, "{checked}");
}
