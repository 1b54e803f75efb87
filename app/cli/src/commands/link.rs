//! `assay link`

use assay_core::link::{Detail, Include, encode, to_bytes};
use assay_core::{Assessment, DRAWS, Model, Words, certainty};

use super::score::read;
use crate::args::Link;
use crate::failure::{Failure, print};
use crate::files::Source;
use crate::{models, seal, wording};

pub(super) fn run(asked: &Link) -> Result<(), Failure> {
    let speech = wording::speech(None);
    let source = Source::new(&asked.file);
    if asked.passphrase_stdin && source.is_standard_input() {
        return Err(Failure::Usage(
            "standard input cannot hold both the passphrase and the assessment: name a file"
                .to_owned(),
        ));
    }
    let model = models::load(asked.model.as_deref(), &speech)?.model;
    let assessment = read(&model, &source, &speech)?;
    let payload = encode(&model, &assessment, include(asked, &model, &assessment))
        .map_err(|error| Failure::input(format!("{}: {error}", source.name(&speech))))?;
    let payload = if asked.passphrase_stdin {
        let passphrase = seal::new_passphrase()?;
        let bytes = to_bytes(&payload).map_err(|error| Failure::input(error.to_string()))?;
        let sealed = seal::seal(&passphrase, &bytes)?.encode();
        sealed.map_err(|error| Failure::input(format!("{}: {error}", source.name(&speech))))?
    } else {
        payload
    };
    print(&format!("{payload}\n"))
}

fn include(asked: &Link, model: &Model, assessment: &Assessment) -> Include {
    Include {
        profile: !asked.without_name,
        notes: asked.notes,
        answers: if asked.scores_only {
            Detail::ScoresOnly
        } else {
            Detail::Exact
        },
        sureness: match asked.scores_only {
            true => sureness(model, assessment),
            false => None,
        },
    }
}

/// How sure the result is, which nobody can compute without the answers.
fn sureness(model: &Model, assessment: &Assessment) -> Option<Words> {
    let (stance, answers) = (assessment.profile.stance, &assessment.answers);
    certainty(model, stance, answers, DRAWS).words
}
