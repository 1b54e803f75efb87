//! `assay check`: reports problems of a questionnaire, an assessment, a cohort or a configuration.

use assay_config::{Config, describe_fault};
use assay_core::cohort::{self, Cohort};
use assay_core::{Assessment, Json, Model, Problems};

use crate::args::Check;
use crate::cohort::cohort_failure;
use crate::declared_format::declared_format;
use crate::failure::{Failure, print, print_errors};
use crate::files::InputSource;
use crate::texts::{self, TextsError};
use crate::{models, wording};

pub(super) fn run(arguments: &Check) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let source = InputSource::new(&arguments.file);
    let text = source.read_text(&locale)?;
    let sentence = if is_config(&text) {
        check_config(arguments, &source, &text, &locale)?
    } else if declared_format(&parse_tree(&text)) == Some(cohort::FORMAT) {
        let cohort =
            Cohort::parse(&text).map_err(|error| cohort_failure(&source, &text, error, &locale))?;
        locale.valid_cohort(&source.name(&locale), &cohort)
    } else if is_model(&text) {
        check_model(arguments, &source, &text, &locale)?
    } else {
        let known = models::load_models(arguments.model.as_deref(), &locale)?;
        let model = &known.find_for(&text).model;
        let assessment = Assessment::parse_with_follow_up(model, &text)
            .map_err(|found| source.invalid_input(&text, found, &locale))?;
        locale.valid_assessment(&source.name(&locale), model, &assessment)
    };
    print(&format!("{sentence}\n"))
}

/// Parses a file; `Null` if it is not JSON, since the actual parser reports that.
fn parse_tree(text: &str) -> Json {
    Json::parse_leniently(text).unwrap_or(Json::Null)
}

/// Whether a file is a questionnaire: by its format, or because it has questions.
fn is_model(text: &str) -> bool {
    let tree = parse_tree(text);
    match declared_format(&tree) {
        Some("assay.model/1") => true,
        Some("assay.assessment/1") => false,
        _ => tree.get("questions").is_some(),
    }
}

/// Whether a file is the configuration of a site.
fn is_config(text: &str) -> bool {
    declared_format(&parse_tree(text)) == Some(assay_config::FORMAT)
}

/// Checks a configuration. Files that it names but that are not beside it are warnings, since they
/// may exist on the site.
fn check_config(
    arguments: &Check,
    source: &InputSource,
    text: &str,
    locale: &wording::LocaleBundle,
) -> Result<String, Failure> {
    let name = source.name(locale);
    let config = Config::parse(text).map_err(|faults| {
        let say = |one| format!("{name}: {}", describe_fault(locale, one));
        Failure::Input(faults.0.iter().map(say).collect())
    })?;
    let is_missing = |file: &&str| !arguments.file.with_file_name(file).is_file();
    let files = config.files().into_iter().filter(is_missing);
    let missing = files.map(|file| locale.cli_missing_site_file(&name, file));
    let sent = config
        .call_to_action
        .as_ref()
        .filter(|action| action.sends_link_to_server())
        .map(|_| locale.link_sent_to_server(&name));
    let warnings = missing.chain(sent);
    print_errors(
        &warnings
            .map(|sentence| locale.cli_warning(&sentence))
            .collect::<Vec<_>>(),
    );
    Ok(locale.valid_config(&name, &config))
}

/// Checks a questionnaire and its wording; warnings go to standard error.
fn check_model(
    arguments: &Check,
    source: &InputSource,
    text: &str,
    locale: &wording::LocaleBundle,
) -> Result<String, Failure> {
    if arguments.model.is_some() {
        return Err(Failure::Usage(
            locale.cli_model_checked_against_model(&source.name(locale)),
        ));
    }
    let checked = Model::parse(text).map_err(|found| source.invalid_input(text, found, locale))?;
    let warnings = Problems(checked.warnings).locate(text);
    let mut odd = source.describe_all(&warnings.0, locale);
    let model = checked.value;
    let mut wrong = Vec::new();
    for tag in model.languages() {
        match texts::read_texts(&model, &arguments.file, text, tag, locale) {
            Ok(read) => odd.extend(read.warnings),
            // A questionnaire works without this wording.
            Err(TextsError::Missing(why)) => odd.push(why),
            Err(TextsError::Faulty(why)) => wrong.extend(why),
        }
    }
    let odd: Vec<String> = odd.iter().map(|one| locale.cli_warning(one)).collect();
    print_errors(&odd);
    if !wrong.is_empty() {
        return Err(Failure::Input(wrong));
    }
    Ok(locale.valid_model(&source.name(locale), &model))
}
