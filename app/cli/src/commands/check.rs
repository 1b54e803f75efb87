//! `assay check`

use assay_core::{Assessment, Model, TextSource};

use crate::args::Check;
use crate::failure::{Failure, print, say};
use crate::files::Source;
use crate::{models, wording};

pub(super) fn run(asked: &Check) -> Result<(), Failure> {
    let speech = wording::speech(asked.lang);
    let source = Source::new(&asked.file);
    let text = source.text(&speech)?;
    let sentence = if is_model(&text) {
        model(asked, &source, &text, &speech)?
    } else {
        let model = models::load(asked.model.as_deref(), &speech)?.model;
        let assessment =
            Assessment::parse(&model, &text).map_err(|found| source.wrong(&found.0, &speech))?;
        wording::sound_assessment(speech.language, &source.name(&speech), &model, &assessment)
    };
    print(&format!("{sentence}\n"))
}

/// Whether a file means to be a questionnaire: it says so, or has questions instead of answers.
fn is_model(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let Ok(tree) = serde_json::from_str::<serde_json::Value>(text) else {
        // Whatever it means to be, it is not JSON, and that is what will be said.
        return false;
    };
    match tree.get("format").and_then(serde_json::Value::as_str) {
        Some("assay.model/1") => true,
        Some("assay.assessment/1") => false,
        _ => tree.get("questions").is_some(),
    }
}

/// Checks a questionnaire and its wording; what is odd goes to standard error.
fn model(
    asked: &Check,
    source: &Source,
    text: &str,
    speech: &wording::Speech,
) -> Result<String, Failure> {
    if asked.model.is_some() {
        return Err(Failure::Usage(speech.is_a_model(&source.name(speech))));
    }
    let checked = Model::parse(text).map_err(|found| source.wrong(&found.0, speech))?;
    let mut odd = source.say_all(&checked.warnings, speech);
    let model = checked.value;
    for tag in model.languages() {
        let Some(texts) = models::texts(&model, &asked.file, tag, speech)? else {
            continue;
        };
        let holder = match model.text_source(tag) {
            Some(TextSource::File(name)) => Source::new(&asked.file.with_file_name(name)),
            _ => source.clone(),
        };
        odd.extend(holder.say_all(texts.check_complete(), speech));
    }
    let odd: Vec<String> = odd
        .iter()
        .map(|one| wording::warning(speech.language, one))
        .collect();
    say(&odd);
    Ok(wording::sound_model(
        speech.language,
        &source.name(speech),
        &model,
    ))
}
