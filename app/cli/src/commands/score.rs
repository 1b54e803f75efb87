//! `assay score`: computes the result of an assessment, or of many with `--lines`.

use assay_core::{Assessment, Extent, Model, ResultCalculator};

use crate::args::Score;
use crate::failure::{Failure, print};
use crate::files::{InputSource, STANDARD_INPUT};
use crate::{lines, models, report, wording};

pub(super) fn run(asked: &Score) -> Result<(), Failure> {
    let speech = wording::locale_bundle(asked.lang);
    let model = models::load_model(asked.model.as_deref(), &speech)?;
    let name = asked.file.as_deref().unwrap_or(STANDARD_INPUT.as_ref());
    let source = InputSource::new(name);
    if asked.lines {
        let wanted = lines::LineOptions {
            stance: asked.stance,
            draws: asked.draws,
            extent: extent(asked),
        };
        return lines::run(&model.model, wanted, &source, asked.threads, &speech);
    }
    let assessment = read_assessment(&model.model, &source, &speech)?;
    if asked.text {
        let language = asked
            .lang
            .unwrap_or_else(|| wording::assessment_language(&assessment));
        let texts = model.texts(language, &speech)?;
        return print(&report::write_report(
            &model.model,
            &texts,
            language,
            &assessment,
            asked,
        ));
    }
    let stance = asked.stance.unwrap_or(assessment.profile.stance);
    let calculator = ResultCalculator::new(&model.model);
    let mut result = calculator.result(stance, &assessment.answers, asked.draws, extent(asked));
    result.reference = assessment.unknown_field("ref").cloned();
    print(&format!("{}\n", result.to_json()))
}

/// Reads an assessment of a model.
pub(super) fn read_assessment(
    model: &Model,
    source: &InputSource,
    speech: &wording::LocaleBundle,
) -> Result<Assessment, Failure> {
    let text = source.read_text(speech)?;
    Assessment::parse(model, &text).map_err(|found| source.invalid_input(&text, found, speech))
}

fn extent(asked: &Score) -> Extent {
    if asked.full {
        Extent::Full
    } else {
        Extent::Plain
    }
}
