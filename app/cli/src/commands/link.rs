//! `assay link`: encodes an assessment as a result link.

use assay_core::link::{AnswerDetail, LinkOptions, encode, payload_bytes};
use assay_core::{Assessment, ConfidenceLevel, DEFAULT_DRAWS, Model};

use super::score::read_assessment;
use crate::args::Link;
use crate::failure::{Failure, print};
use crate::files::InputSource;
use crate::{models, seal, wording};

pub(super) fn run(arguments: &Link) -> Result<(), Failure> {
    let locale = wording::locale_bundle(None);
    let source = InputSource::new(&arguments.file);
    if arguments.passphrase_stdin && source.is_standard_input() {
        return Err(Failure::Usage(
            "standard input cannot hold both the passphrase and the assessment: name a file"
                .to_owned(),
        ));
    }
    let known = models::load_models(arguments.model.as_deref(), &locale)?;
    let (model, assessment) = read_assessment(&known, &source, &locale)?;
    let model = &model.model;
    let payload = encode(model, &assessment, include(arguments, model, &assessment))
        .map_err(|error| Failure::input(format!("{}: {error}", source.name(&locale))))?;
    let payload = if arguments.passphrase_stdin {
        let passphrase = seal::read_new_passphrase()?;
        let bytes = payload_bytes(&payload).map_err(|error| Failure::input(error.to_string()))?;
        let sealed = seal::seal(&passphrase, &bytes)?.encode();
        sealed.map_err(|error| Failure::input(format!("{}: {error}", source.name(&locale))))?
    } else {
        payload
    };
    print(&format!("{payload}\n"))
}

fn include(arguments: &Link, model: &Model, assessment: &Assessment) -> LinkOptions {
    LinkOptions {
        profile: !arguments.without_name,
        notes: arguments.notes,
        answers: if arguments.scores_only {
            AnswerDetail::ScoresOnly
        } else {
            AnswerDetail::Exact
        },
        confidence: match arguments.scores_only {
            true => compute_confidence(model, assessment),
            false => None,
        },
    }
}

/// The confidence level, which a receiver cannot compute without the answers.
fn compute_confidence(model: &Model, assessment: &Assessment) -> Option<ConfidenceLevel> {
    let evaluation = assessment.evaluation(model);
    evaluation.certainty(DEFAULT_DRAWS).level
}
