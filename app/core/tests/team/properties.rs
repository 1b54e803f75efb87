//! Properties of every team.

use super::*;

prop_compose! {
    fn teams()(
        spec in specs(),
        codes in prop::collection::vec(answer_codes(), 1..7),
        stance in stances(),
    ) -> (Spec, Vec<Vec<u8>>, Stance) { (spec, codes, stance) }
}

/// Returns all figures of a merge with members in a fixed order, for comparison in every bit.
fn summary(merged: &MergedAnswers, order: &[usize]) -> impl PartialEq + std::fmt::Debug + use<> {
    let standpoints: Vec<_> = order.iter().map(|&m| merged.members[m]).collect();
    (
        merged.distributions.clone(),
        merged.disputed.clone(),
        merged.agreement,
        merged.sections.clone(),
        merged.outcome.clone(),
        standpoints,
    )
}

proptest! {
    #[test]
    fn the_order_of_members_changes_nothing(
        (spec, codes, stance) in teams(), turn in 0..6_usize, rest: bool,
    ) {
        let model = spec.model();
        let one = members(&model, stance, &codes);
        let mut other = one.clone();
        other.rotate_left(turn % one.len());
        other.reverse();
        let place = |m: &Member| other.iter().position(|o| o.name == m.name).unwrap();
        let straight: Vec<usize> = (0..one.len()).collect();
        let places: Vec<usize> = one.iter().map(place).collect();
        let (a, b) = (merge_members(&model, stance, &one).unwrap(), merge_members(&model, stance, &other).unwrap());
        prop_assert_eq!(summary(&a, &straight), summary(&b, &places));
        let settling = ConsensusOptions {
            unresolved: if rest { UnresolvedPolicy::Middle } else { UnresolvedPolicy::Open },
            with_names: true,
            ..ConsensusOptions::default()
        };
        prop_assert_eq!(
            build_consensus(&model, &one, &a, &settling),
            build_consensus(&model, &other, &b, &settling)
        );
    }

    #[test]
    fn people_of_one_mind_agree_and_their_result_is_the_teams(
        (spec, codes, stance) in teams(), count in 1..6_usize,
    ) {
        let model = spec.model();
        let team = members(&model, stance, &vec![codes[0].clone(); count]);
        let merged = merge_members(&model, stance, &team).unwrap();
        // If only one level was given, alpha is undefined.
        if let Some(alpha) = merged.agreement.alpha {
            prop_assert!((alpha - 1.0).abs() < 1e-12);
        }
        prop_assert_eq!(merged.agreement.observed, 0.0);
        prop_assert!(merged.disputed.is_empty());
        let own = Evaluation::new(&model, stance, &team[0].assessment.answers).score();
        prop_assert_eq!(&merged.outcome.score, &own);
        let value = own.ai_content.value();
        prop_assert_eq!(merged.outcome.ai_content(), value.map(|v| (v, v)));
        for standpoint in &merged.members {
            prop_assert!(standpoint.distance.unwrap_or(0.0) == 0.0 && !standpoint.is_outlier);
            prop_assert_eq!(standpoint.ai_content, value);
        }
        let agreed = build_consensus(&model, &team, &merged, &ConsensusOptions::default());
        prop_assert_eq!(Evaluation::new(&model, stance, &agreed.answers).score(), own);
    }

    #[test]
    fn figures_stay_in_their_ranges((spec, codes, stance) in teams()) {
        let model = spec.model();
        let merged = merge_members(&model, stance, &members(&model, stance, &codes)).unwrap();
        for spread in &merged.distributions {
            let disagreement = spread.disagreement();
            prop_assert!((0.0..=1.0).contains(&disagreement));
            prop_assert_eq!(spread.is_disputed(), disagreement > 0.0);
            prop_assert_eq!(spread.asked() + spread.not_asked, codes.len() as u32);
            if let (Some(median), Some(quartiles)) = (spread.median(), spread.quartiles()) {
                prop_assert!(quartiles.low <= median.low && median.low <= median.high);
                prop_assert!(median.high <= quartiles.high);
                let difference = spread.mean_difference().unwrap_or(0.0);
                prop_assert!((0.0..=4.0).contains(&difference));
            }
        }
        prop_assert!(merged.agreement.alpha.is_none_or(|alpha| (-1.0..=1.0).contains(&alpha)));
        let urgencies: Vec<f64> = merged.disputed.iter().map(|d| d.urgency).collect();
        prop_assert!(urgencies.is_sorted_by(|a, b| a >= b));
        for disputed in &merged.disputed {
            prop_assert!(disputed.urgency <= disputed.disagreement);
            prop_assert!((-1e-9..=1.0 + 1e-9).contains(&disputed.importance));
        }
        if let (Some((low, high)), Some(value)) =
            (merged.outcome.ai_content(), merged.outcome.score.ai_content.value())
        {
            prop_assert!(low <= value && value <= high);
        }
    }

    #[test]
    fn no_answer_that_counts_is_lost_by_joining((spec, codes, stance) in teams()) {
        let model = spec.model();
        let team = members(&model, stance, &codes);
        let joined = join_members(&model, &team).unwrap();
        let merged = merge_members(&model, stance, &team).unwrap();
        for (m, member) in team.iter().enumerate() {
            for (question, answer) in member.assessment.answers.iter() {
                if merged.response(m, question) == Response::NotAsked {
                    continue;
                }
                let conflict = joined.conflicts.iter().find(|c| c.question == question);
                let joined_answer = joined.assessment.answers.get(question);
                let conflicts = conflict.is_some_and(|conflict| {
                    conflict.answers.iter().any(|(a, who)| *a == answer && who.contains(&m))
                });
                let named = joined.assessment.given_by.get(&question);
                let same = joined_answer == Some(answer) && named.unwrap().contains(&member.name);
                // A known answer replaces "don't know".
                let yields = answer == Answer::Unknown && joined_answer.is_some();
                prop_assert!(conflicts || same || yields, "{question:?} {answer:?}");
                prop_assert!(conflict.is_none() || joined_answer.is_none());
            }
        }
    }

    #[test]
    fn what_is_settled_stays_and_is_counted((spec, codes, stance) in teams(), level in 0..5_u8) {
        let model = spec.model();
        let team = members(&model, stance, &codes);
        let merged = merge_members(&model, stance, &team).unwrap();
        let answer = Answer::Level(Level::new(level).unwrap());
        let settled: GroupAnswers = merged.disputed.iter().map(|d| (d.question, answer)).collect();
        let progress = merged.progress(&settled);
        prop_assert_eq!(progress.settled, progress.disputed);
        prop_assert_eq!(progress.disputed, merged.disputed.len());
        let of = progress.disputed + progress.alike + progress.open;
        prop_assert_eq!(of, merged.asked_questions().count());
        let settling = ConsensusOptions { group_answers: settled, with_names: true, ..ConsensusOptions::default() };
        let agreed = build_consensus(&model, &team, &merged, &settling);
        for disputed in &merged.disputed {
            prop_assert_eq!(agreed.answers.get(disputed.question), Some(answer));
            prop_assert!(!agreed.given_by.contains_key(&disputed.question));
        }
        let read = Assessment::parse(&model, &agreed.to_json(&model)).unwrap();
        prop_assert_eq!(read, agreed);
    }

    #[test]
    fn a_question_exists_for_somebody_who_answered_nothing_else(
        (spec, codes, stance) in teams(),
    ) {
        let model = spec.model();
        let all = answers(&model, &codes[0]);
        let visible = Visibility::new(Evaluation::new(&model, stance, &all));
        // Each member answers one question of the first member's sheet.
        let team: Vec<Member> = all
            .iter()
            .map(|(question, answer)| {
                let mut one = Answers::empty(&model);
                one.set(question, Some(answer));
                member(&model, stance, &model.question(question).id, one)
            })
            .collect();
        if team.is_empty() {
            return Ok(());
        }
        let joined = join_members(&model, &team).unwrap();
        prop_assert!(joined.conflicts.is_empty());
        for question in model.question_ixs().filter(|&q| visible.is_visible(q)) {
            prop_assert_eq!(joined.assessment.answers.get(question), all.get(question));
            let name = all.get(question).map(|_| model.question(question).id.clone());
            prop_assert_eq!(joined.assessment.given_by.get(&question).cloned(), name);
        }
    }
}
