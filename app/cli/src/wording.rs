//! The language of messages and reports, and the messages that only the command line has.

mod files;
mod reports;

use std::ops::Deref;

use assay_config::Config;
use assay_core::cohort::Cohort;
use assay_core::{Assessment, Model};
use assay_locale::{Language, Messages};

/// A language with its messages.
#[derive(Debug)]
pub(crate) struct LocaleBundle {
    pub(crate) language: Language,
    messages: Messages,
}

impl Deref for LocaleBundle {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        &self.messages
    }
}

/// The bundle of the requested language; English by default.
pub(crate) fn locale_bundle(asked: Option<Language>) -> LocaleBundle {
    let language = asked.unwrap_or(Language::English);
    LocaleBundle {
        language,
        messages: Messages::embedded(language),
    }
}

/// The language of an assessment; English if it is not supported.
pub(crate) fn assessment_language(assessment: &Assessment) -> Language {
    let tag = assessment.locale.as_deref().unwrap_or_default();
    Language::from_tag(tag).unwrap_or(Language::English)
}

/// Message: a questionnaire is valid.
pub(crate) fn valid_model(language: Language, name: &str, model: &Model) -> String {
    let (id, version) = (model.id(), model.version());
    let (sections, questions) = (model.sections().len(), model.questions().len());
    match language {
        Language::English => format!(
            "{name}: a sound questionnaire, \u{201c}{id}\u{201d} version {version}: sections: {sections}, questions: {questions}, actions: {}.",
            model.actions().len()
        ),
        Language::Chinese => format!(
            "{name}：问卷无误，“{id}”第 {version} 版：{sections} 个部分、{questions} 道题、{} 项行动。",
            model.actions().len()
        ),
    }
}

/// Message: a configuration is valid.
pub(crate) fn valid_config(language: Language, name: &str, config: &Config) -> String {
    let models = config.models.len().max(1);
    let origins = config.allowed_origins.as_ref().map_or(0, Vec::len);
    match language {
        Language::English => format!(
            "{name}: a sound configuration: questionnaires: {models}, sites that may be sent a result: {origins}."
        ),
        Language::Chinese => {
            format!("{name}：配置无误：{models} 份问卷，{origins} 个可接收结果的网站。")
        }
    }
}

/// Warning: a configuration names a file that is not beside it.
pub(crate) fn missing_site_file(language: Language, name: &str, file: &str) -> String {
    match language {
        Language::English => {
            format!("{name}: There is no file {file} beside it; add it, or check its name.")
        }
        Language::Chinese => format!("{name}：旁边没有文件 {file}；请放在旁边，或检查文件名。"),
    }
}

/// Warning: the call to action sends the result link to a server.
pub(crate) fn link_sent_to_server(language: Language, name: &str) -> String {
    match language {
        Language::English => format!(
            "{name}: call_to_action.address: {{link}} is outside the fragment, so browsers send the result link to the server, which may log it. Put it after #, such as #result={{link}}, and read it with location.hash."
        ),
        Language::Chinese => format!(
            "{name}：call_to_action.address：{{link}} 不在 # 之后，浏览器会把结果链接发送给服务器，可能写进日志。请放在 # 之后，例如 #result={{link}}，网页用 location.hash 读取。"
        ),
    }
}

/// Message: an assessment is valid.
pub(crate) fn valid_assessment(
    language: Language,
    name: &str,
    model: &Model,
    assessment: &Assessment,
) -> String {
    let (id, version) = (model.id(), model.version());
    let (answers, stance) = (assessment.answers.len(), assessment.profile.stance);
    match language {
        Language::English => format!(
            "{name}: a sound assessment by the questionnaire \u{201c}{id}\u{201d} version {version}: stance: {stance}, answers: {answers}."
        ),
        Language::Chinese => format!(
            "{name}：评估无误，依据问卷“{id}”第 {version} 版：立场 {stance}，{answers} 个答案。"
        ),
    }
}

/// Message: a cohort is valid.
pub(crate) fn valid_cohort(language: Language, name: &str, cohort: &Cohort) -> String {
    let (model, companies) = (cohort.model(), cohort.companies());
    let (id, version) = (&model.id, &model.version);
    match language {
        Language::English => format!(
            "{name}: a sound cohort by the questionnaire \u{201c}{id}\u{201d} version {version}: companies: {companies}."
        ),
        Language::Chinese => {
            format!("{name}：基准数据无误，依据问卷“{id}”第 {version} 版：{companies} 家企业。")
        }
    }
}

/// Prefixes a warning.
pub(crate) fn warning(language: Language, sentence: &str) -> String {
    match language {
        Language::English => format!("warning: {sentence}"),
        Language::Chinese => format!("提醒：{sentence}"),
    }
}
