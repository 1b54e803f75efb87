//! `config.json` of a site.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::{core_path, run, text};
use serde_json::json;

#[test]
fn a_result_link_in_the_query_of_a_call_to_action_is_a_warning() {
    let check = |address: &str, language: &str| {
        let label = json!({ "en": "Talk to us", "zh-CN": "联系我们" });
        let action = json!({ "label": label, "address": address });
        let config = json!({ "format": "assay.config/1", "call_to_action": action });
        run(&["check", "--lang", language, "-"], config.to_string())
    };
    let sound = check("https://firm.example/contact#result={link}", "en");
    assert_eq!((sound.status, sound.err.as_str()), (0, ""));
    for language in ["en", "zh-CN"] {
        let warned = check("https://firm.example/contact?result={link}", language);
        assert_eq!(warned.status, 0, "{}", warned.err);
        for part in ["call_to_action.address", "#result={link}"] {
            assert!(warned.err.contains(part), "{}", warned.err);
        }
    }
}

#[test]
fn a_configuration_is_checked_with_the_files_that_it_names() {
    let northlight = core_path("../../docs/examples/northlight/config.json");
    let sound = run(&["check", text(&northlight)], "");
    assert_eq!((sound.status, sound.err.as_str()), (0, ""));
    assert!(sound.out.contains("questionnaires: 2"), "{}", sound.out);
    let config = json!({ "format": "assay.config/1", "models": ["none.json"], "brand": { "logo": "none.svg" } });
    let odd = run(&["check", "-"], config.to_string());
    assert_eq!(odd.status, 0, "{}", odd.err);
    for file in ["none.json", "none.svg"] {
        assert!(odd.err.contains(file), "{}", odd.err);
    }
    let config = json!({ "format": "assay.config/1", "brnad": {}, "brand": { "radius": 99 } });
    let wrong = run(&["check", "--lang", "zh-CN", "-"], config.to_string());
    assert_eq!((wrong.status, wrong.out.as_str()), (1, ""));
    for place in ["brnad", "brand.radius"] {
        assert!(wrong.err.contains(place), "{}", wrong.err);
    }
}
