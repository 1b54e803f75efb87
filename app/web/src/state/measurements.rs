//! The measurements of one company over time, from all stored assessments of its series.

use assay_core::{Assessment, Model, timestamp};

use super::{EarlierAssessment, Session, load_assessments, load_earlier_assessments};
use crate::browser::clock;
use crate::browser::console::log_failure;
use crate::browser::store::PartialRead;

/// A measurement, as an assessment of the questionnaire at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measurement {
    pub(crate) key: String,
    pub(crate) assessment: Assessment,
    /// The version of the questionnaire that it was made with, if it is another one.
    pub(crate) other_version: Option<OtherVersion>,
}

/// The version of the questionnaire of an adapted measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherVersion {
    pub(crate) version: String,
    /// The number of its answers without a question in the questionnaire at hand.
    pub(crate) lost: usize,
}

/// Loads the measurements of the series of the current assessment, in ascending order of their times;
/// only the current one if it belongs to no series. Those of other versions of the questionnaire are
/// adapted to this one. The times are local, to be shown.
pub(crate) async fn load_measurements(session: &Session) -> Vec<Measurement> {
    let current = Measurement {
        key: session.key().to_owned(),
        assessment: session.assessment(),
        other_version: None,
    };
    let Some(series) = current.assessment.series().map(str::to_owned) else {
        return vec![current];
    };
    let model = session.model();
    let stored = load_assessments(model).await;
    let stored = stored.unwrap_or_else(|PartialRead(part)| part);
    let same_version = stored.into_iter().map(|record| Measurement {
        key: record.key,
        assessment: record.assessment,
        other_version: None,
    });
    let earlier = load_earlier_assessments(model).await;
    let other_versions = earlier.iter().filter_map(|one| adapt(model, one));
    let others = same_version.chain(other_versions);
    let others = others.filter(|one| one.assessment.series() == Some(&series));
    let mut found = arrange(current, others);
    for one in &mut found {
        one.assessment = clock::with_local_times(one.assessment.clone());
    }
    found
}

fn adapt(model: &Model, one: &EarlierAssessment) -> Option<Measurement> {
    let adapted = log_failure("adapt an earlier measurement", one.adapt(model))?;
    let lost = adapted.lost.iter().filter(|lost| lost.answer.is_some());
    Some(Measurement {
        key: one.key.clone(),
        other_version: Some(OtherVersion {
            version: one.version.clone(),
            lost: lost.count(),
        }),
        assessment: adapted.assessment,
    })
}

/// Arranges the measurements by time. An assessment of another version that was
/// copied to this one is the same measurement as its copy, which has the same time of creation.
fn arrange(current: Measurement, others: impl Iterator<Item = Measurement>) -> Vec<Measurement> {
    let key = current.key.clone();
    let others = others.filter(|one| one.key != key);
    let mut found: Vec<Measurement> = std::iter::once(current).chain(others).collect();
    let copies: Vec<String> = found
        .iter()
        .filter(|one| one.other_version.is_none())
        .filter_map(|one| one.assessment.created.clone())
        .collect();
    found.retain(|one| {
        let created = one.assessment.created.as_ref();
        one.other_version.is_none() || !created.is_some_and(|created| copies.contains(created))
    });
    assay_core::sorting::sort_by_key(&mut found, |one| {
        let time = one.assessment.last_changed();
        (
            time.and_then(timestamp::seconds_since_2020),
            one.key.clone(),
        )
    });
    found
}

#[cfg(test)]
mod tests {
    use assay_core::{Assessment, Depth, Model, Stance};

    use super::{Measurement, OtherVersion, arrange};

    const STANDARD: &str = include_str!("../../../core/models/standard.json");

    fn measurement(key: &str, created: &str, updated: &str, version: Option<&str>) -> Measurement {
        let model = Model::parse(STANDARD).unwrap().value;
        let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
        assessment.created = Some(created.to_owned());
        assessment.updated = Some(updated.to_owned()).filter(|time| !time.is_empty());
        Measurement {
            key: key.to_owned(),
            assessment,
            other_version: version.map(|version| OtherVersion {
                version: version.to_owned(),
                lost: 0,
            }),
        }
    }

    fn keys(found: &[Measurement]) -> Vec<&str> {
        found.iter().map(|one| one.key.as_str()).collect()
    }

    #[test]
    fn measurements_are_in_order_of_their_times_and_the_current_one_is_that_of_the_page() {
        let current = measurement("b", "2026-03-01", "2026-03-02T00:00:00Z", None);
        let stored = measurement("b", "2026-03-01", "2026-02-02T00:00:00Z", None);
        let late = measurement("a", "2026-03-02", "2026-03-02T01:00:00Z", None);
        let early = measurement("c", "2026-01-01", "", None);
        let found = arrange(current.clone(), [stored, late, early].into_iter());
        assert_eq!(keys(&found), ["c", "b", "a"]);
        assert_eq!(found[1], current);
    }

    #[test]
    fn an_assessment_of_another_version_and_its_copy_are_one_measurement() {
        let current = measurement("d", "2026-05-01", "", None);
        let copy = measurement("c", "2026-01-01", "2026-01-09", None);
        let copied = measurement("a", "2026-01-01", "2026-01-09", Some("1"));
        let other = measurement("b", "2026-02-01", "2026-02-09", Some("1"));
        let found = arrange(current, [copy, copied, other].into_iter());
        assert_eq!(keys(&found), ["c", "b", "d"]);
    }
}
