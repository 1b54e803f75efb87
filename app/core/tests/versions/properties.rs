//! Properties of copies for every model and every mapping.

use super::*;

/// The mappings of the next version: renamed questions and level mappings.
fn says() -> impl Strategy<Value = (Vec<bool>, Vec<Option<[u8; 5]>>)> {
    let levels = prop::option::weighted(0.4, prop::array::uniform5(0..=4_u8));
    (
        prop::collection::vec(any::<bool>(), 12),
        prop::collection::vec(levels, 12),
    )
}

/// Creates version 1, and version 2 with mappings. Renamed questions are called `o…` in version 1.
fn versions(spec: &Spec, renamed: &[bool], levels: &[Option<[u8; 5]>]) -> (String, Model) {
    let text = spec.text(Writing::default());
    let count = spec.model().questions().len();
    let changed = |n: &usize| renamed[*n];
    let olds = (0..count).filter(changed);
    let first = olds.clone().fold(text.clone(), |text, n| {
        text.replace(&format!("\"q{n:02}\""), &format!("\"o{n:02}\""))
    });
    let olds: Vec<String> = olds.map(|n| format!("\"o{n:02}\":\"q{n:02}\"")).collect();
    let cut = (0..count).filter_map(|n| Some(format!("\"q{n:02}\":{:?}", levels[n]?)));
    let second = text.replacen(
        r#""version":"1""#,
        &format!(
            r#""version":"2","renamed":{{{}}},"levels":{{{}}}"#,
            olds.join(","),
            cut.collect::<Vec<_>>().join(",")
        ),
        1,
    );
    (first, Model::parse(&second).unwrap().value)
}

proptest! {
    #[test]
    fn a_copy_to_a_version_that_changed_nothing_is_the_same(
        spec in specs(), codes in answer_codes(), stance in stances()
    ) {
        let first = spec.model();
        let next = spec.text(Writing::default()).replacen(r#""version":"1""#, r#""version":"2""#, 1);
        let next = Model::parse(&next).unwrap().value;
        let mut assessment = Assessment::new(&first, stance, Depth::Quick);
        assessment.answers = answers(&first, &codes);
        assessment.notes.insert(QuestionIx::new(1), "a note".to_owned());
        assessment.given_by.insert(QuestionIx::new(2), "Ann".to_owned());
        assessment.locale = Some("zh-CN".to_owned());
        let copy = adapt(&next, &assessment.to_json(&first));
        prop_assert_eq!((copy.lost, copy.recoded), (vec![], vec![]));
        prop_assert_eq!(
            copy.assessment.to_json(&next),
            assessment.to_json(&first).replacen(r#""version": "1""#, r#""version": "2""#, 1)
        );
    }

    #[test]
    fn nothing_that_maps_is_lost_and_no_level_changes_unless_mapped(
        spec in specs(), codes in answer_codes(), stance in stances(), (renamed, levels) in says()
    ) {
        let (first, next) = versions(&spec, &renamed, &levels);
        let first = Model::parse(&first).unwrap().value;
        let mut assessment = Assessment::new(&first, stance, Depth::Full);
        assessment.answers = answers(&first, &codes);
        for question in first.question_ixs() {
            let id = first.question(question).id.clone();
            assessment.notes.insert(question, id);
        }
        let copy = adapt(&next, &assessment.to_json(&first));
        prop_assert_eq!(&copy.lost, &vec![]);
        prop_assert_eq!(copy.assessment.notes.len(), first.questions().len());
        let mut moved = 0;
        // Questions are in the same order in both versions.
        for question in next.question_ixs() {
            let (old, new) = (assessment.answers.get(question), copy.assessment.answers.get(question));
            let expected = match (old, levels[question.index()]) {
                (Some(Answer::Level(level)), Some(cut)) => {
                    Level::new(cut[usize::from(level.get())]).map(Answer::Level)
                }
                _ => old,
            };
            prop_assert_eq!(new, expected);
            moved += usize::from(new != old);
        }
        prop_assert_eq!(copy.recoded.len(), moved);
    }

    #[test]
    fn whatever_a_mapping_contains_every_answer_and_note_is_kept_or_reported(
        spec in specs(), codes in answer_codes(), stance in stances(),
        pairs in prop::collection::vec((0..14_usize, 0..14_usize), 0..6), exact in any::<bool>(),
    ) {
        let first = spec.model();
        let count = first.questions().len();
        let (mut olds, mut news, mut renames) = (vec![], vec![], vec![]);
        for (old, new) in pairs {
            if new < count && !olds.contains(&old) && !news.contains(&new) {
                renames.push(format!("\"q{old:02}\":\"q{new:02}\""));
                olds.push(old);
                news.push(new);
            }
        }
        let renames = format!(r#""renamed":{{{}}}"#, renames.join(","));
        let renames = if exact { format!(r#""from_version":{{"1":{{{renames}}}}}"#) } else { renames };
        let next = spec.text(Writing::default())
            .replacen(r#""version":"1""#, &format!(r#""version":"2",{renames}"#), 1);
        let next = Model::parse(&next).unwrap().value;
        let mut assessment = Assessment::new(&first, stance, Depth::Full);
        assessment.answers = answers(&first, &codes);
        assessment.notes.insert(QuestionIx::new(0), "a note".to_owned());
        let copy = adapt(&next, &assessment.to_json(&first));
        let answers_lost = copy.lost.iter().filter(|lost| lost.answer.is_some()).count();
        let notes_lost = copy.lost.iter().filter(|lost| lost.note.is_some()).count();
        prop_assert_eq!(copy.assessment.answers.len() + answers_lost, assessment.answers.len());
        prop_assert_eq!(copy.assessment.notes.len() + notes_lost, assessment.notes.len());
    }
}
