//! Properties of reading and writing files.

use super::*;
use assay_core::{Evidence, EvidenceSource, Person};

proptest! {
    #[test]
    fn an_assessment_written_and_read_again_is_the_same((spec, codes, stance) in cases()) {
        let model = spec.model();
        let mut assessment = Assessment::new(&model, stance, Depth::Quick);
        assessment.answers = answers(&model, &codes);
        assessment.profile.name = "Ünïcode \"quoted\" \u{7}".to_owned();
        assessment.notes.insert(QuestionIx::new(0), "a note".to_owned());
        let evidence = Evidence::new(EvidenceSource::new("a \"b\".pdf"), None, Person::new("Ü"));
        assessment.set_evidence(QuestionIx::new(0), evidence.as_ref());
        assessment.updated = Some("2026-11-23T09:00:00Z".to_owned());
        let text = assessment.to_json(&model);
        prop_assert_eq!(Assessment::parse(&model, &text), Ok(assessment));
    }

    #[test]
    fn no_damage_to_a_model_file_makes_reading_it_panic(
        spec in specs(),
        at in any::<prop::sample::Index>(),
        to in prop::sample::select(vec!["", "\"", "{", "]", "9", "-", "null", "1e99", "q01", "\u{0}"]),
        length in 0..30_usize,
    ) {
        let mut text = spec.text(Writing::default());
        let at = at.index(text.len());
        let end = (at + length).min(text.len());
        text.replace_range(at..end, to);
        if let Ok(checked) = Model::parse(&text) {
            let answers = Answers::empty(&checked.value);
            let score = Evaluation::new(&checked.value, Stance::Provide, &answers).score();
            prop_assert_eq!(score.paths.each_ref().map(|path| path.id), PathId::ALL);
        }
    }
}
