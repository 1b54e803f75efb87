//! `assay score`: computes the result of an assessment, or of many with `--lines`.

use assay_core::{Assessment, Extent, ResultCalculator};

use crate::args::Score;
use crate::failure::{Failure, print};
use crate::files::{InputSource, STANDARD_INPUT};
use crate::models::{KnownModels, LoadedModel};
use crate::{lines, models, report, wording};

pub(super) fn run(arguments: &Score) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let known = models::load_models(arguments.model.as_deref(), &locale)?;
    let name = arguments.file.as_deref().unwrap_or(STANDARD_INPUT.as_ref());
    let source = InputSource::new(name);
    if arguments.lines {
        let wanted = lines::LineOptions {
            stance: arguments.stance,
            draws: arguments.draws,
            extent: extent(arguments),
        };
        return lines::run(&known, wanted, &source, arguments.threads, &locale);
    }
    let (model, assessment) = read_assessment(&known, &source, &locale)?;
    if arguments.text {
        let language = arguments
            .lang
            .unwrap_or_else(|| wording::assessment_language(&assessment));
        let texts = model.texts(language, &locale)?;
        return print(&report::write_report(
            &model.model,
            &texts,
            language,
            &assessment,
            arguments,
        ));
    }
    let stance = arguments.stance.unwrap_or(assessment.profile.stance);
    let calculator = ResultCalculator::new(&model.model);
    let mut result = calculator.result_towards(
        stance,
        &assessment.answers,
        &assessment.targets(&model.model),
        arguments.draws,
        extent(arguments),
    );
    result.reference = assessment.unknown_field("ref").cloned();
    print(&format!("{}\n", result.to_json()))
}

/// Reads an assessment and finds the questionnaire that it names.
pub(super) fn read_assessment<'m>(
    known: &'m KnownModels,
    source: &InputSource,
    locale: &wording::LocaleBundle,
) -> Result<(&'m LoadedModel, Assessment), Failure> {
    let text = source.read_text(locale)?;
    let model = known.find_for(&text);
    let parsed = Assessment::parse_with_follow_up(&model.model, &text);
    let assessment = parsed.map_err(|found| source.invalid_input(&text, found, locale))?;
    Ok((model, assessment))
}

fn extent(arguments: &Score) -> Extent {
    if arguments.full {
        Extent::Full
    } else {
        Extent::Plain
    }
}
