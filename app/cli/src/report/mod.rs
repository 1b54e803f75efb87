//! report
use assay_core::{Assessment, Model, Texts};
use assay_locale::Language;
use crate::args::Score;
pub(crate) fn text(_: &Model, _: &Texts, _: Language, _: &Assessment, _: &Score) -> String { String::new() }
