//! Contents of `config.json`, and how its faults are described.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use assay_config::{Colour, Config, ModelSource, Theme, Token, describe_fault};
use assay_core::Depth;
use assay_locale::{Language, Messages};

const WHOLE: &str = include_str!("fixtures/whole.json");
const BROKEN: &str = include_str!("fixtures/broken.json");

fn faults(text: &str, language: Language) -> String {
    let messages = Messages::embedded(language);
    let faults = Config::parse(text).unwrap_err();
    let lines: Vec<String> = faults
        .0
        .iter()
        .map(|one| describe_fault(&messages, one))
        .collect();
    lines.join("\n")
}

#[test]
fn an_empty_file_changes_nothing() {
    let config = Config::parse(r#"{ "format": "assay.config/1" }"#).unwrap();
    assert!(config.is_default());
    assert_eq!(config.brand.style_sheet(), None);
    assert_eq!(
        Config::parse(include_str!("../../../public/config.json")).unwrap(),
        config
    );
}

#[test]
fn every_field_of_a_file_is_read() {
    let config = Config::parse(WHOLE).unwrap();
    assert_eq!(config.brand.name.as_deref(), Some("Northgate Advisory"));
    assert_eq!(config.languages, [Language::English, Language::Chinese]);
    let sources: Vec<&ModelSource> = config.models.iter().map(|one| &one.source).collect();
    let file = ModelSource::File("models/northgate.json".to_owned());
    assert_eq!(sources, [&ModelSource::Standard, &file]);
    let title = config.models.get(1).and_then(|one| one.title.as_ref());
    assert_eq!(title.unwrap().get(Language::English), "Five questions");
    assert_eq!(config.default_depth, Depth::Full);
    assert_eq!(config.legal.len(), 1);
    assert_eq!(
        config.consent.text.as_ref().unwrap().get(Language::Chinese),
        "我们保留一年，只联系您一次。"
    );
    assert_eq!(config.allowed_origins.as_deref().unwrap().len(), 2);
    assert!(
        config.disabled.sharing
            && config.disabled.export
            && config.disabled.languages
            && config.disabled.own_models
    );
    assert_eq!(config.cohort.as_deref(), Some("benchmarks/2026.json"));
    assert!(config.files().contains(&"benchmarks/2026.json"));
    assert!(!config.is_default());
}

#[test]
fn a_site_that_names_no_languages_has_those_of_its_own_texts() {
    let languages = |fields: &str| {
        let file = format!(r#"{{ "format": "assay.config/1"{fields} }}"#);
        Config::parse(&file).map(|config| config.languages)
    };
    let all = Language::ALL.to_vec();
    assert_eq!(languages(""), Ok(all.clone()));
    let overridden = r#", "texts": { "en": { "start.title": "x" } }"#;
    assert_eq!(languages(overridden), Ok(all));
    let english = r#", "consent": { "text": { "en": "x" } }"#;
    assert_eq!(languages(english), Ok(vec![Language::English]));
    let both = r#", "consent": { "text": { "en": "x", "zh-CN": "y" } },
        "legal": [{ "label": { "zh-CN": "z" }, "address": "a.html" }]"#;
    let faults = languages(both).unwrap_err();
    assert_eq!(faults.0.len(), 1, "{faults:?}");
    assert_eq!(faults.0[0].place, "legal[0].label");
}

#[test]
fn only_a_result_link_in_the_fragment_stays_in_the_browser() {
    let is_sent = |address: &str| {
        let file = format!(
            r#"{{ "format": "assay.config/1", "call_to_action": {{
                "label": {{ "en": "a", "zh-CN": "b" }}, "address": "{address}" }} }}"#
        );
        let config = Config::parse(&file).unwrap();
        config.call_to_action.unwrap().sends_link_to_server()
    };
    assert!(is_sent("https://firm.example/contact?result={link}"));
    assert!(is_sent("contact/{link}"));
    assert!(!is_sent("https://firm.example/contact?a=b#result={link}"));
    assert!(!is_sent("https://firm.example/contact"));
    assert!(!is_sent("mailto:hello@firm.example?body={link}"));
}

#[test]
fn the_example_of_the_documentation_is_sound() {
    let text = include_str!("../../../docs/embedding-reference.md");
    let (_, after) = text.split_once("```json\n{\n  \"format\"").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    Config::parse(&format!("{{\n  \"format\"{example}")).unwrap();
}

#[test]
fn a_brand_becomes_a_style_sheet_in_the_layer_of_the_tokens() {
    let config = Config::parse(WHOLE).unwrap();
    insta::assert_snapshot!(config.brand.style_sheet().unwrap());
    assert_eq!(
        config
            .brand
            .colours
            .get(Token::from_name("ink").unwrap(), Theme::Dark),
        Colour(0xec, 0xe8, 0xdf)
    );
}

#[test]
fn every_fault_is_described_with_its_place_in_both_languages() {
    insta::assert_snapshot!("broken_en", faults(BROKEN, Language::English));
    insta::assert_snapshot!("broken_zh", faults(BROKEN, Language::Chinese));
}

#[test]
fn a_bad_pair_of_colours_is_reported_with_its_ratio_at_the_field_to_change() {
    let text = r##"{ "format": "assay.config/1", "brand": { "colours": { "light": { "act": "#777777" }, "dark": { "paper": "#ffffff" } } } }"##;
    let described = faults(text, Language::English);
    assert!(described.contains("brand.colours.light.act (line 1, column 73): act on paper (light) has a contrast of 4.25 to 1, but needs 4.5 to 1"), "{described}");
    assert!(
        described.contains("brand.colours.dark.paper (line 1, column 105): ink on paper (dark)"),
        "{described}"
    );
}

#[test]
fn a_file_of_another_kind_is_described_in_a_sentence() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        "{}",
        r#"{ "format": "assay.model/1" }"#,
    ] {
        for language in Language::ALL {
            let described = faults(text, language);
            assert!(
                !described.is_empty() && !described.contains("{found}"),
                "{text}: {described}"
            );
        }
    }
}

#[test]
fn texts_of_the_owner_replace_the_default_ones_in_their_language_only() {
    let config = Config::parse(WHOLE).unwrap();
    let english = |key, text| config.override_text(Language::English, key, text);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(english("app.name", "Assay"), some("Northgate Advisory"));
    assert_eq!(
        english("app.title_with_page", "{page} · Assay"),
        some("{page} · Northgate Advisory")
    );
    assert_eq!(
        english("start.title", "usual"),
        some("How ready is your firm?")
    );
    // The name of the software is not replaced by the brand.
    assert_eq!(english("about.licence", "Assay is free"), None);
    assert_eq!(
        config.override_text(Language::Chinese, "start.title", "usual"),
        some("贵公司准备好了吗？")
    );
}

#[test]
fn the_result_link_is_in_the_address_of_a_call_to_action_only_if_the_visitor_agrees() {
    let call = Config::parse(WHOLE).unwrap().call_to_action.unwrap();
    assert!(call.has_link_placeholder());
    assert_eq!(
        call.address(None),
        "https://northgate.example/contact?result="
    );
    assert_eq!(
        call.address(Some("https%3A%2F%2Fa")),
        "https://northgate.example/contact?result=https%3A%2F%2Fa"
    );
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = Config::parse(&text);
    }

    #[test]
    fn no_value_of_a_field_makes_it_panic_or_gets_into_the_style_sheet_unchecked(
        field in proptest::sample::select(&["name", "logo", "radius", "fonts", "colours"][..]),
        value in "\\PC{0,30}",
    ) {
        let quoted = assay_core::Json::Text(value.clone()).to_string();
        for value in [quoted.clone(), format!("{{\"sans\":{quoted}}}"), format!("{{\"light\":{{\"act\":{quoted}}}}}")] {
            let text = format!("{{\"format\":\"assay.config/1\",\"brand\":{{\"{field}\":{value}}}}}");
            if let Ok(config) = Config::parse(&text) {
                let sheet = config.brand.style_sheet().unwrap_or_default();
                let rules = sheet.trim_start_matches("@layer tokens{:root:root{").trim_end_matches("}}");
                assert!(!rules.contains(['{', '}', '\\', '<', '/']), "{sheet}");
            }
        }
    }
}
