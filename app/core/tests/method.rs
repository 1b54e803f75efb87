//! Agreement with an independent implementation to 1e-6: scores, sections, fits, coverage, status,
//! rank, recommendation and lift.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_core::{
    CriterionIx, Evaluation, Json, Model, PathId, PathScore, PathStatus, Range, Recommendation,
    Score, TagScore,
};
use common::{Case, companies, edge_cases, field, list, number, object, texts};

#[test]
fn companies_get_the_figures_of_the_method() {
    let cases = companies();
    assert_eq!(cases.len(), 11);
    cases.iter().for_each(check);
}

#[test]
fn edge_cases_get_the_figures_of_the_method() {
    let cases = edge_cases();
    assert_eq!(cases.len(), 34);
    cases.iter().for_each(check);
}

fn check(case: &Case) {
    let stance = case.assessment.profile.stance;
    let score = Evaluation::new(&case.model, stance, &case.assessment.answers).score();
    let expect = &case.expect;
    check_headline(case, &score);
    for (id, range) in object(field(expect, "sections")) {
        let ix = case.model.find_section(id).unwrap();
        same_range(score.sections[ix.index()], range, &case.name, id);
    }
    same_tagged(score.faith, field(expect, "faith"), &case.name, "faith");
    same_tagged(score.all_in, field(expect, "all_in"), &case.name, "all in");
    for path in list(field(expect, "paths")) {
        let id = PathId::parse(field(path, "id").as_str().unwrap()).unwrap();
        check_path(case, score.path(id), path);
        check_lift(case, score.path(id), field(path, "lift"));
    }
    check_recommendation(case, &score);
}

fn check_headline(case: &Case, score: &Score) {
    let name = &case.name;
    let expect = field(&case.expect, "ai_content");
    let ai = score.ai_content;
    same_range(ai.range, expect, name, "AI content");
    same(
        ai.arithmetic,
        field(expect, "arithmetic"),
        name,
        "arithmetic",
    );
    let lost = field(expect, "lost_to_imbalance");
    same(ai.lost_to_imbalance, lost, name, "lost");
    let level = ai.level.map(|level| level.as_str());
    assert_eq!(level, field(expect, "level").as_str(), "{name}: level");
    let expect = field(&case.expect, "answered");
    let count = |field_name| number(field(expect, field_name)).map(|n| n as usize);
    assert_eq!(Some(score.answered.known), count("known"), "{name}");
    assert_eq!(Some(score.answered.open), count("open"), "{name}");
    assert_eq!(Some(score.answered.visible), count("of"), "{name}");
    let weight = Some(score.answered.known_weight);
    same(weight, field(expect, "weight"), name, "weight");
}

fn check_path(case: &Case, path: &PathScore, expect: &Json) {
    let name = &format!("{}, {}", case.name, path.id);
    same_range(path.fit, field(expect, "fit"), name, "fit");
    let coverage = Some(path.coverage);
    same(coverage, field(expect, "coverage"), name, "coverage");
    let shortfall = Some(path.shortfall);
    same(shortfall, field(expect, "shortfall"), name, "shortfall");
    let rank = Some(f64::from(path.rank));
    same(rank, field(expect, "rank"), name, "rank");
    let ids = |list: &[CriterionIx]| names(&case.model, list);
    let blocked = texts(field(expect, "blocked_by"));
    assert_eq!(ids(&path.blocked_by), blocked, "{name}");
    let unverified = texts(field(expect, "unverified"));
    assert_eq!(ids(&path.unverified), unverified, "{name}");
}

fn names<'m>(model: &'m Model, list: &[CriterionIx]) -> Vec<&'m str> {
    list.iter()
        .map(|&ix| model.criterion(ix).id.as_str())
        .collect()
}

fn check_lift(case: &Case, path: &PathScore, expect: &Json) {
    let stance = case.assessment.profile.stance;
    let expect = object(expect);
    assert_eq!(expect.len(), path.blocked_by.len(), "{}", case.name);
    for (id, expect) in expect {
        let name = format!("{}, {}: lift of {id}", case.name, path.id);
        let criterion = case.model.find_criterion(id).unwrap();
        let term = case.model.path(stance, path.id).iter();
        let term = term
            .clone()
            .find(|term| term.criterion == criterion)
            .unwrap();
        let threshold = term.veto_below.unwrap();
        let found = Evaluation::new(&case.model, stance, &case.assessment.answers)
            .lift(criterion, threshold);
        if *expect == Json::Null {
            assert_eq!(found, None, "{name}");
            continue;
        }
        let found = found.unwrap_or_else(|| panic!("{name}: none"));
        same(
            Some(f64::from(found.steps)),
            field(expect, "steps"),
            &name,
            "steps",
        );
        let raise = object(field(expect, "raise"));
        assert_eq!(raise.len(), found.raise.len(), "{name}");
        for (question, level) in &found.raise {
            let id = &case.model.question(*question).id;
            let (_, expect) = raise.iter().find(|(name, _)| name == id).unwrap();
            same(Some(f64::from(level.get())), expect, &name, id);
        }
    }
}

fn check_recommendation(case: &Case, score: &Score) {
    let expect = field(&case.expect, "recommendation");
    let word = |name| field(expect, name).as_str().and_then(PathId::parse);
    let tied: Vec<PathId> = texts(field(expect, "tied"))
        .into_iter()
        .filter_map(PathId::parse)
        .collect();
    let expected = match (word("path"), word("nearest")) {
        (Some(path), None) => Recommendation::Path {
            path,
            tied,
            runner_up: word("runner_up"),
        },
        (None, Some(nearest)) => Recommendation::FoundationsFirst { nearest },
        _ => Recommendation::NotEnoughAnswers,
    };
    assert_eq!(score.recommendation, expected, "{}", case.name);
    let foundations = matches!(expected, Recommendation::FoundationsFirst { .. });
    assert_eq!(*field(expect, "foundations_first"), Json::Bool(foundations));
    let last_possible = score
        .ranked()
        .map(|path| path.status <= PathStatus::Unverified);
    assert!(last_possible.is_sorted_by(|a, b| a >= b), "{}", case.name);
}

fn same_tagged(found: TagScore, expect: &Json, case: &str, what: &str) {
    same_range(found.range, expect, case, what);
}

fn same_range(found: Option<Range>, expect: &Json, case: &str, what: &str) {
    let Some(found) = found else {
        let empty = match expect {
            Json::Null => true,
            other => ["low", "value", "high"]
                .iter()
                .all(|name| *field(other, name) == Json::Null),
        };
        assert!(empty, "{case}: {what}: none, not {expect}");
        return;
    };
    same(
        Some(found.low),
        field(expect, "low"),
        case,
        &format!("{what}, low"),
    );
    same(
        found.value,
        field(expect, "value"),
        case,
        &format!("{what}, value"),
    );
    same(
        Some(found.high),
        field(expect, "high"),
        case,
        &format!("{what}, high"),
    );
}

fn same(found: Option<f64>, expect: &Json, case: &str, what: &str) {
    match (found, number(expect)) {
        (None, None) => {}
        (Some(a), Some(b)) if (a - b).abs() <= 1e-6 => {}
        (found, expect) => panic!("{case}: {what}: {found:?}, not {expect:?}"),
    }
}
