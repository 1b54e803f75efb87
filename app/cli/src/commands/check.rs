//! `assay check`: reports problems of a questionnaire, an assessment or a configuration.

use assay_config::{Config, describe_fault};
use assay_core::{Assessment, Json, Model, Problems};

use crate::args::Check;
use crate::failure::{Failure, print, print_errors};
use crate::files::InputSource;
use crate::texts::{self, TextsError};
use crate::{models, wording};

pub(super) fn run(asked: &Check) -> Result<(), Failure> {
    let speech = wording::locale_bundle(asked.lang);
    let source = InputSource::new(&asked.file);
    let text = source.read_text(&speech)?;
    let sentence = if is_config(&text) {
        config(asked, &source, &text, &speech)?
    } else if is_model(&text) {
        model(asked, &source, &text, &speech)?
    } else {
        let model = models::load_model(asked.model.as_deref(), &speech)?.model;
        let assessment = Assessment::parse(&model, &text)
            .map_err(|found| source.invalid_input(&text, found, &speech))?;
        wording::valid_assessment(speech.language, &source.name(&speech), &model, &assessment)
    };
    print(&format!("{sentence}\n"))
}

/// Parses a file; `Null` if it is not JSON, since the actual parser reports that.
fn tree(text: &str) -> Json {
    Json::parse_leniently(text).unwrap_or(Json::Null)
}

fn format(tree: &Json) -> Option<&str> {
    tree.get("format")?.as_str()
}

/// Whether a file is a questionnaire: by its format, or because it has questions.
fn is_model(text: &str) -> bool {
    let tree = tree(text);
    match format(&tree) {
        Some("assay.model/1") => true,
        Some("assay.assessment/1") => false,
        _ => tree.get("questions").is_some(),
    }
}

/// Whether a file is the configuration of a site.
fn is_config(text: &str) -> bool {
    format(&tree(text)) == Some(assay_config::FORMAT)
}

/// Checks a configuration. Files that it names but that are not beside it are warnings, since they
/// may exist on the site.
fn config(
    asked: &Check,
    source: &InputSource,
    text: &str,
    speech: &wording::LocaleBundle,
) -> Result<String, Failure> {
    let (language, name) = (speech.language, source.name(speech));
    let config = Config::parse(text).map_err(|faults| {
        let say = |one| format!("{name}: {}", describe_fault(speech, one));
        Failure::Input(faults.0.iter().map(say).collect())
    })?;
    let beside = |file: &&str| !asked.file.with_file_name(file).is_file();
    let missing: Vec<String> = config
        .files()
        .into_iter()
        .filter(beside)
        .map(|file| wording::warning(language, &wording::missing_site_file(language, &name, file)))
        .collect();
    print_errors(&missing);
    Ok(wording::valid_config(language, &name, &config))
}

/// Checks a questionnaire and its wording; warnings go to standard error.
fn model(
    asked: &Check,
    source: &InputSource,
    text: &str,
    speech: &wording::LocaleBundle,
) -> Result<String, Failure> {
    if asked.model.is_some() {
        return Err(Failure::Usage(
            speech.model_checked_against_model(&source.name(speech)),
        ));
    }
    let checked = Model::parse(text).map_err(|found| source.invalid_input(text, found, speech))?;
    let warnings = Problems(checked.warnings).locate(text);
    let mut odd = source.describe_all(&warnings.0, speech);
    let model = checked.value;
    let mut wrong = Vec::new();
    for tag in model.languages() {
        match texts::read_texts(&model, &asked.file, text, tag, speech) {
            Ok(read) => odd.extend(read.warnings),
            // A questionnaire works without this wording.
            Err(TextsError::Missing(why)) => odd.push(why),
            Err(TextsError::Faulty(why)) => wrong.extend(why),
        }
    }
    let odd: Vec<String> = odd
        .iter()
        .map(|one| wording::warning(speech.language, one))
        .collect();
    print_errors(&odd);
    if !wrong.is_empty() {
        return Err(Failure::Input(wrong));
    }
    Ok(wording::valid_model(
        speech.language,
        &source.name(speech),
        &model,
    ))
}
