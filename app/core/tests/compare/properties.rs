//! Properties of comparisons for every model.

use super::*;

fn pairs() -> impl Strategy<Value = (Model, Assessment, Assessment)> {
    models().prop_flat_map(|model| {
        (answered(model.clone()), answered(model))
            .prop_map(|((model, first), (_, second))| (model, first, second))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_changes_from_a_result_to_itself((model, first, _) in pairs()) {
        let result = ComparedResult::from_assessment(&model, &first);
        let counted = compare_answers(&model, &result, &result).unwrap().count();
        prop_assert_eq!(ChangeCounts { same: counted.same, ..ChangeCounts::default() }, counted);
    }

    #[test]
    fn changes_back_are_the_same_the_other_way_round((model, first, second) in pairs()) {
        let (first, second) = (ComparedResult::from_assessment(&model, &first), ComparedResult::from_assessment(&model, &second));
        let there = compare_answers(&model, &first, &second).unwrap();
        let back = compare_answers(&model, &second, &first).unwrap();
        let (counted, turned) = (there.count(), back.count());
        prop_assert_eq!((counted.up, counted.answered), (turned.down, turned.reopened));
        prop_assert_eq!((counted.down, counted.reopened), (turned.up, turned.answered));
        prop_assert_eq!((counted.same, counted.other), (turned.same, turned.other));
        for (one, other) in there.sections.iter().zip(&back.sections) {
            prop_assert_eq!((one.section, one.before, one.after), (other.section, other.after, other.before));
        }
    }

    #[test]
    fn every_question_that_both_answer_is_compared((model, first, second) in pairs()) {
        let mut second = second;
        second.profile = first.profile.clone();
        let (one, other) = (ComparedResult::from_assessment(&model, &first), ComparedResult::from_assessment(&model, &second));
        let changes = compare_answers(&model, &one, &other).unwrap();
        let shared: Vec<_> = changes.sections.iter().flat_map(|s| &s.questions).collect();
        let [seen, seen_too] = [&one, &other].map(|result| {
            assay_core::Visibility::new(assay_core::Evaluation::new(&model, result.stance, result.answers.as_ref().unwrap()))
        });
        for question in model.question_ixs() {
            let found = shared.iter().find(|change| change.question == question);
            if seen.is_visible(question) && seen_too.is_visible(question) {
                let change = found.unwrap();
                let response = |answers: Option<Answer>| answers.map_or(Response::Unanswered, Response::Answer);
                prop_assert_eq!(change.before, response(first.answers.get(question)));
                prop_assert_eq!(change.after, response(second.answers.get(question)));
            } else if !seen.is_visible(question) && !seen_too.is_visible(question) {
                prop_assert!(found.is_none());
            }
        }
    }

    #[test]
    fn a_history_is_in_the_order_of_days_and_holds_each_result_once((model, first, second) in pairs()) {
        let results: Vec<ComparedResult> = [&first, &second, &first].map(|a| ComparedResult::from_assessment(&model, a)).to_vec();
        let lines = content_history(&results);
        let mut seen = Vec::new();
        for line in &lines {
            let days: Vec<_> = line.points.iter().map(|moment| moment.day).collect();
            prop_assert!(days.is_sorted());
            seen.extend(line.points.iter().map(|moment| moment.result));
        }
        seen.sort_unstable();
        let before = seen.len();
        seen.dedup();
        prop_assert_eq!(before, seen.len());
    }
}
