//! `assay score`

use assay_core::{Assessment, Calculator, Extent, Model};

use crate::args::Score;
use crate::failure::{Failure, print};
use crate::files::{STANDARD_INPUT, Source};
use crate::{lines, models, report, wording};

pub(super) fn run(asked: &Score) -> Result<(), Failure> {
    let speech = wording::speech(asked.lang);
    let model = models::load(asked.model.as_deref(), &speech)?;
    let name = asked.file.as_deref().unwrap_or(STANDARD_INPUT.as_ref());
    let source = Source::new(name);
    if asked.lines {
        let wanted = lines::Wanted {
            stance: asked.stance,
            draws: asked.draws,
            extent: extent(asked),
        };
        return lines::run(&model.model, wanted, &source, asked.threads, &speech);
    }
    let assessment = read(&model.model, &source, &speech)?;
    if asked.text {
        let language = asked
            .lang
            .unwrap_or_else(|| wording::language_of(&assessment));
        let texts = model.texts(language, &speech)?;
        return print(&report::text(
            &model.model,
            &texts,
            language,
            &assessment,
            asked,
        ));
    }
    let stance = asked.stance.unwrap_or(assessment.profile.stance);
    let calculator = Calculator::new(&model.model);
    let mut result = calculator.result(stance, &assessment.answers, asked.draws, extent(asked));
    result.reference = assessment.other("ref").cloned();
    print(&format!("{}\n", result.to_json()))
}

/// Reads an assessment of a model.
pub(super) fn read(
    model: &Model,
    source: &Source,
    speech: &wording::Speech,
) -> Result<Assessment, Failure> {
    let text = source.text(speech)?;
    Assessment::parse(model, &text).map_err(|found| source.refuse(&text, found, speech))
}

fn extent(asked: &Score) -> Extent {
    if asked.full {
        Extent::Full
    } else {
        Extent::Plain
    }
}
