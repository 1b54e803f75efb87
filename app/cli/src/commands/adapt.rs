//! `assay adapt`: copies an assessment to another version of its questionnaire.

use assay_core::Assessment;
use assay_locale::versions::describe_copy;

use crate::args::Adapt;
use crate::failure::{Failure, print, print_errors};
use crate::files::InputSource;
use crate::{models, wording};

pub(super) fn run(arguments: &Adapt) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let model = models::load_model(arguments.model.as_deref(), &locale)?.model;
    let source = InputSource::new(&arguments.file);
    let text = source.read_text(&locale)?;
    let adapted = Assessment::adapt(&model, &text)
        .map_err(|found| source.invalid_input(&text, found, &locale))?;
    let effect = describe_copy(&locale, &model, &adapted);
    let name = source.name(&locale);
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
