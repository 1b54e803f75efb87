//! Requests to the program for reports: everything that it needs, in the language of the page and
//! with the settings of the site.

use assay_core::{Assessment, Json};
use leptos::prelude::*;

use super::App;
use crate::browser::net::{self, NetError};

/// Returns the request about an assessment of the open questionnaire, with these additional fields.
///
/// # Errors
/// If the interface texts cannot be fetched.
pub(crate) async fn report_request(
    app: &App,
    assessment: &Assessment,
    fields: &[(&str, &str)],
) -> Result<String, NetError> {
    let locale = app.locale.get_untracked();
    let (questionnaire, tag) = (&app.questionnaire, locale.language.tag());
    let model = &questionnaire.model;
    let messages = net::fetch_text(&format!("texts/{tag}.json")).await?;
    let texts = locale.texts.to_json(model).to_string();
    let assessment = assessment.to_json(model);
    let common = [
        ("language", tag),
        ("model", &questionnaire.text),
        ("texts", &texts),
        ("messages", &messages),
        ("assessment", &assessment),
        ("config", &app.site.config_text),
    ];
    let all = common.iter().chain(fields);
    Ok(Json::object(all.map(|(name, text)| (*name, Json::text(*text)))).to_string())
}
