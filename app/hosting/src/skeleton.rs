//! A minimal `config.json`.

use serde_json::json;

use crate::Origin;

/// A configuration with the firm's name and the origins that may receive results.
#[must_use]
pub fn config_skeleton(firm: &str, allowed: &[Origin]) -> String {
    let origins: Vec<&str> = allowed.iter().map(Origin::as_str).collect();
    let mut config = json!({ "format": "assay.config/1" });
    if let Some(fields) = config.as_object_mut() {
        if !firm.trim().is_empty() {
            fields.insert("brand".to_owned(), json!({ "name": firm.trim() }));
        }
        if !origins.is_empty() {
            fields.insert("allowed_origins".to_owned(), json!(origins));
        }
    }
    format!("{config:#}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::config_skeleton;
    use crate::Origin;

    #[test]
    fn a_name_with_quotes_stays_a_name() {
        let firm = Origin::parse("https://firm.example").unwrap();
        let text = config_skeleton(" \"A\" & Söhne ", &[firm]);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["brand"]["name"], "\"A\" & Söhne");
        assert_eq!(read["allowed_origins"][0], "https://firm.example");
    }

    #[test]
    fn absent_options_are_omitted() {
        assert_eq!(
            config_skeleton("", &[]),
            "{\n  \"format\": \"assay.config/1\"\n}"
        );
    }
}
