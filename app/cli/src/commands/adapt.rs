//! `assay adapt`

use assay_core::Assessment;
use assay_locale::versions::copy_effect;

use crate::args::Adapt;
use crate::failure::{Failure, print, say};
use crate::files::Source;
use crate::{models, wording};

pub(super) fn run(asked: &Adapt) -> Result<(), Failure> {
    let speech = wording::speech(asked.lang);
    let model = models::load(asked.model.as_deref(), &speech)?.model;
    let source = Source::new(&asked.file);
    let text = source.text(&speech)?;
    let adapted =
        Assessment::adapt(&model, &text).map_err(|found| source.refuse(&text, found, &speech))?;
    let effect = copy_effect(&speech, &model, &adapted);
    let name = source.name(&speech);
    let lines = [
        vec![effect.sentence],
        effect.lost,
        effect.moved.into_iter().collect(),
    ];
    let lines = lines.concat().into_iter();
    say(&lines
        .map(|line| format!("{name}: {line}"))
        .collect::<Vec<_>>());
    print(&format!("{}\n", adapted.assessment.to_json(&model)))
}
