//! `assay adapt`: copies an assessment to another version of its questionnaire.

use assay_core::Assessment;
use assay_locale::versions::describe_copy;

use crate::args::Adapt;
use crate::failure::{Failure, print, print_errors};
use crate::files::InputSource;
use crate::{models, wording};

pub(super) fn run(asked: &Adapt) -> Result<(), Failure> {
    let speech = wording::locale_bundle(asked.lang);
    let model = models::load_model(asked.model.as_deref(), &speech)?.model;
    let source = InputSource::new(&asked.file);
    let text = source.read_text(&speech)?;
    let adapted = Assessment::adapt(&model, &text)
        .map_err(|found| source.invalid_input(&text, found, &speech))?;
    let effect = describe_copy(&speech, &model, &adapted);
    let name = source.name(&speech);
    let lines = [
        vec![effect.sentence],
        effect.losses,
        effect.level_changes.into_iter().collect(),
    ];
    let lines = lines.concat().into_iter();
    print_errors(
        &lines
            .map(|line| format!("{name}: {line}"))
            .collect::<Vec<_>>(),
    );
    print(&format!("{}\n", adapted.assessment.to_json(&model)))
}
