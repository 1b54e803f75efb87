//! Teams that were assembled with another version of the questionnaire.

use assay_core::team::Member;
use assay_core::{
    AdaptedAssessment, Answer, Assessment, Json, LostEntry, Model, ModelRef, QuestionIx,
};

use crate::browser::store::{self, PartialRead};

/// A stored team of another version.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct EarlierTeam {
    pub(crate) version: String,
    /// Names with assessments as files, in the order in which they were added.
    members: Vec<(String, String)>,
    /// The group's answers by question id.
    settled: Vec<(String, Answer)>,
    /// The version for which it was copied last.
    copied_to: Option<String>,
}

/// A copy of a team for this questionnaire.
pub(crate) struct AdaptedTeam {
    pub(crate) members: Vec<Member>,
    pub(crate) settled: Vec<(QuestionIx, Answer)>,
    /// The entries that are lost, by member; without a name those of the group's answers.
    pub(crate) lost: Vec<(Option<String>, Vec<LostEntry>)>,
    /// Number of answers that get another level.
    pub(crate) moved: usize,
    /// Number of members whose assessment cannot be read.
    pub(crate) damaged: usize,
}

impl EarlierTeam {
    /// The number of members.
    pub(crate) fn member_count(&self) -> usize {
        self.members.len()
    }

    /// Returns a copy for this questionnaire.
    pub(crate) fn adapt(&self, model: &Model) -> AdaptedTeam {
        let mut copy = AdaptedTeam {
            members: Vec::new(),
            settled: Vec::new(),
            lost: Vec::new(),
            moved: 0,
            damaged: 0,
        };
        for (name, file) in &self.members {
            match Assessment::adapt(model, file) {
                Ok(adapted) => {
                    copy.note(Some(name.clone()), &adapted);
                    copy.members.push(Member {
                        name: name.clone(),
                        assessment: adapted.assessment,
                    });
                }
                Err(_) => copy.damaged = copy.damaged.saturating_add(1),
            }
        }
        // The group's answers are adapted like a member's.
        if let Ok(adapted) = Assessment::adapt(model, &self.settled_as_file(model)) {
            copy.note(None, &adapted);
            copy.settled = adapted.assessment.answers.iter().collect();
        }
        copy
    }

    fn settled_as_file(&self, model: &Model) -> String {
        let settled = self.settled.iter().map(|(id, answer)| {
            let value = match answer {
                Answer::Level(level) => Json::from(level.get()),
                word => Json::text(word.as_str()),
            };
            (id.as_str(), value)
        });
        let of = [("id", model.id()), ("version", &self.version)];
        let file = Json::object([
            ("format", Json::text("assay.assessment/1")),
            (
                "model",
                Json::object(of.map(|(key, text)| (key, Json::text(text)))),
            ),
            ("profile", Json::object([("stance", Json::text("adopt"))])),
            ("answers", Json::object(settled)),
        ]);
        file.to_pretty()
    }

    /// Stores that the team was copied for this questionnaire.
    pub(crate) fn mark_copied(&self, model: &Model) {
        let key = format!("{}{}/o/copied", prefix(model), self.version);
        store::write_key(&key, Some(model.version()), |_| ());
    }
}

impl AdaptedTeam {
    fn note(&mut self, name: Option<String>, adapted: &AdaptedAssessment) {
        self.moved = self.moved.saturating_add(adapted.recoded.len());
        if !adapted.lost.is_empty() {
            self.lost.push((name, adapted.lost.clone()));
        }
    }
}

/// Loads the teams of other versions that were not copied for this one.
pub(crate) async fn load_earlier_teams(model: &Model) -> Vec<EarlierTeam> {
    let read = store::read_prefix(&prefix(model)).await;
    collect_teams(model, read.unwrap_or_else(|PartialRead(part)| part))
}

fn prefix(model: &Model) -> String {
    format!("team/{}@", model.id())
}

fn collect_teams(model: &Model, mut records: store::Entries) -> Vec<EarlierTeam> {
    // Keys are in the order in which members were added.
    assay_core::sorting::sort(&mut records);
    let prefix = prefix(model);
    let mut teams: Vec<EarlierTeam> = Vec::new();
    for (key, value) in &records {
        let Some((version, kind, id)) = key.strip_prefix(&prefix).and_then(place) else {
            continue;
        };
        let known = teams.iter().position(|team| team.version == version);
        let at = known.unwrap_or(teams.len());
        if known.is_none() {
            teams.push(EarlierTeam {
                version: version.to_owned(),
                ..EarlierTeam::default()
            });
        }
        let Some(team) = teams.get_mut(at) else {
            continue;
        };
        match (kind, id) {
            ("m", id) if belongs(model, value) => {
                let name = format!("{prefix}{version}/n/{id}");
                let name = records.iter().find(|(key, _)| *key == name);
                let name = name.map(|(_, name)| name.clone()).unwrap_or_default();
                team.members.push((name, value.clone()));
            }
            ("q", id) => team
                .settled
                .extend(Answer::parse(value).map(|answer| (id.to_owned(), answer))),
            ("o", "copied") => team.copied_to = Some(value.clone()),
            _ => {}
        }
    }
    teams.retain(|team| {
        let copied = team.copied_to.as_deref() == Some(model.version());
        team.version != model.version() && !team.members.is_empty() && !copied
    });
    teams
}

/// The version, kind and id in the key of a record behind the model's id. A version may contain any
/// character.
fn place(rest: &str) -> Option<(&str, &str, &str)> {
    let kinds = ["/m/", "/n/", "/q/", "/o/"];
    let at = kinds.into_iter().filter_map(|kind| rest.find(kind)).min()?;
    let (version, rest) = rest.split_at_checked(at)?;
    let (kind, id) = rest.strip_prefix('/')?.split_once('/')?;
    Some((version, kind, id))
}

/// Whether a file names this questionnaire: the id of another one may begin like this one's key.
fn belongs(model: &Model, file: &str) -> bool {
    let json = Json::parse_leniently(file).ok();
    let of = json.and_then(|json| ModelRef::from_json(&json));
    of.is_some_and(|of| of.id == model.id())
}

#[cfg(test)]
mod tests {
    use assay_core::Model;

    use super::{EarlierTeam, collect_teams};

    const STANDARD: &str = include_str!("../../../core/models/v1/standard.json");

    fn second() -> Model {
        let text = STANDARD.replacen(
            r#""version": "1""#,
            r#""version": "2", "renamed": {"data.old": "data.domain"}, "levels": {"data.domain": [0, 1, 1, 3, 4]}"#,
            1,
        );
        Model::parse(&text).unwrap().value
    }

    fn member(version: &str, answers: &str) -> String {
        format!(
            r#"{{"format":"assay.assessment/1","model":{{"id":"standard","version":"{version}"}},
            "profile":{{"stance":"adopt"}},"answers":{answers}}}"#
        )
    }

    fn stored(more: &[(&str, &str)]) -> Vec<EarlierTeam> {
        let ann = member("1", r#"{"data.old":2,"gone":3}"#);
        let (bo, newer) = (member("1", r#"{"data.access":1}"#), member("2", "{}"));
        let records = [
            ("team/standard@1/m/b-0000", bo.as_str()),
            ("team/standard@1/m/a-0000", ann.as_str()),
            ("team/standard@1/n/a-0000", "Ann"),
            ("team/standard@1/q/data.old", "2"),
            ("team/standard@1/q/gone", "unknown"),
            ("team/standard@2/m/c-0000", newer.as_str()),
            (
                "team/standard@b@1/m/d-0000",
                r#"{"model":{"id":"standard@b","version":"1"}}"#,
            ),
        ];
        let records = records.iter().chain(more);
        let records = records.map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        collect_teams(&second(), records.collect())
    }

    #[test]
    fn a_team_of_another_version_is_copied_with_names_and_what_was_settled() {
        let found = stored(&[]);
        let [team] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((team.version.as_str(), team.member_count()), ("1", 2));
        let model = second();
        let copy = team.adapt(&model);
        let names: Vec<&str> = copy.members.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ann", ""]);
        let domain = model.find_question("data.domain").unwrap();
        let level = copy.members[0].assessment.answers.level(domain);
        assert_eq!(level.map(assay_core::Level::get), Some(1));
        assert_eq!(
            copy.settled,
            [(domain, assay_core::Answer::parse("1").unwrap())]
        );
        let lost: Vec<(Option<&str>, &str)> = copy
            .lost
            .iter()
            .map(|(name, lost)| (name.as_deref(), lost[0].question.as_str()))
            .collect();
        assert_eq!(lost, [(Some("Ann"), "gone"), (None, "gone")]);
        assert_eq!((copy.moved, copy.damaged), (2, 0));
    }

    #[test]
    fn answers_that_cannot_be_read_are_counted() {
        let broken = r#"{"model":{"id":"standard","version":"1"},"answers":9}"#;
        let found = stored(&[("team/standard@1/m/x-0000", broken)]);
        let copy = found[0].adapt(&second());
        assert_eq!((copy.members.len(), copy.damaged), (2, 1));
    }

    #[test]
    fn a_team_that_was_copied_is_not_offered_again() {
        assert_eq!(stored(&[("team/standard@1/o/copied", "2")]), []);
        assert_eq!(stored(&[("team/standard@1/o/copied", "1.5")]).len(), 1);
    }
}
