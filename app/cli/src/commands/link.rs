//! `assay link`

use assay_core::link::{AnswerDetail, LinkOptions, encode, payload_bytes};
use assay_core::{Assessment, ConfidenceLevel, DEFAULT_DRAWS, Model};

use super::score::read_assessment;
use crate::args::Link;
use crate::failure::{Failure, print};
use crate::files::InputSource;
use crate::{models, seal, wording};

pub(super) fn run(asked: &Link) -> Result<(), Failure> {
    let speech = wording::locale_bundle(None);
    let source = InputSource::new(&asked.file);
    if asked.passphrase_stdin && source.is_standard_input() {
        return Err(Failure::Usage(
            "standard input cannot hold both the passphrase and the assessment: name a file"
                .to_owned(),
        ));
    }
    let model = models::load_model(asked.model.as_deref(), &speech)?.model;
    let assessment = read_assessment(&model, &source, &speech)?;
    let payload = encode(&model, &assessment, include(asked, &model, &assessment))
        .map_err(|error| Failure::input(format!("{}: {error}", source.name(&speech))))?;
    let payload = if asked.passphrase_stdin {
        let passphrase = seal::read_new_passphrase()?;
        let bytes = payload_bytes(&payload).map_err(|error| Failure::input(error.to_string()))?;
        let sealed = seal::seal(&passphrase, &bytes)?.encode();
        sealed.map_err(|error| Failure::input(format!("{}: {error}", source.name(&speech))))?
    } else {
        payload
    };
    print(&format!("{payload}\n"))
}

fn include(asked: &Link, model: &Model, assessment: &Assessment) -> LinkOptions {
    LinkOptions {
        profile: !asked.without_name,
        notes: asked.notes,
        answers: if asked.scores_only {
            AnswerDetail::ScoresOnly
        } else {
            AnswerDetail::Exact
        },
        confidence: match asked.scores_only {
            true => sureness(model, assessment),
            false => None,
        },
    }
}

/// How sure the result is, which nobody can compute without the answers.
fn sureness(model: &Model, assessment: &Assessment) -> Option<ConfidenceLevel> {
    let evaluation = assessment.evaluation(model);
    evaluation.certainty(DEFAULT_DRAWS).level
}
