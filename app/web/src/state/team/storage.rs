//! Storing the team.
//!
//! | key | value |
//! | --- | --- |
//! | `team/MODEL@VERSION/m/KEY` | a member's answers, as an assessment file |
//! | `team/MODEL@VERSION/n/KEY` | what the member is called |
//! | `team/MODEL@VERSION/q/QUESTION` | the answer that the group settled |
//! | `team/MODEL@VERSION/o/hidden` | names are hidden |
//! | `team/MODEL@VERSION/o/middle` | what is not settled takes the median |

use std::collections::BTreeMap;
use std::sync::Arc;

use assay_core::team::{GroupAnswers, Member, UnresolvedPolicy};
use assay_core::{Answer, Assessment, Model, QuestionIx};
use leptos::prelude::*;

use super::team_state::{Person, Team};
use crate::browser::store::{self, Change, PartialRead};

impl Team {
    /// The team of this questionnaire, empty until it was read from the store.
    pub(crate) fn open(model: &Arc<Model>) -> Self {
        let team = Self {
            model: model.clone(),
            people: ArcRwSignal::new(Arc::default()),
            names: ArcRwSignal::new(Arc::default()),
            merged: ArcRwSignal::new(None),
            group_answers: ArcRwSignal::new(GroupAnswers::new()),
            names_hidden: ArcRwSignal::new(false),
            unresolved_policy: ArcRwSignal::new(UnresolvedPolicy::Open),
            duplicates: ArcRwSignal::new(Vec::new()),
            is_loaded: ArcRwSignal::new(false),
            is_incomplete: ArcRwSignal::new(false),
        };
        team.reload();
        team
    }

    /// Reads the team from the store.
    pub(crate) fn reload(&self) {
        let team = self.clone();
        wasm_bindgen_futures::spawn_local(async move { team.load().await });
    }

    async fn load(&self) {
        let prefix = self.key("");
        let read = store::read_prefix(&prefix).await;
        let is_complete = read.is_ok();
        let entries = read.unwrap_or_else(|PartialRead(part)| part);
        let stored: BTreeMap<String, String> = entries.into_iter().collect();
        self.names_hidden
            .set(stored.contains_key(&self.key("o/hidden")));
        if stored.contains_key(&self.key("o/middle")) {
            self.unresolved_policy.set(UnresolvedPolicy::Middle);
        }
        self.load_members(&prefix, &stored);
        // A member that is added could be in a team that cannot be read.
        self.is_loaded.set(is_complete);
        self.is_incomplete.set(!is_complete);
    }

    fn load_members(&self, prefix: &str, stored: &BTreeMap<String, String>) {
        let mut people = Vec::new();
        let mut names = Vec::new();
        let mut answers = GroupAnswers::new();
        for (key, value) in stored {
            let Some((kind, id)) = key.strip_prefix(prefix).and_then(|k| k.split_once('/')) else {
                continue;
            };
            match kind {
                // A record that cannot be read stays in the store.
                "m" => {
                    if let Ok(assessment) = Assessment::parse(&self.model, value) {
                        let name = stored.get(&self.key(&format!("n/{id}")));
                        names.push(name.cloned().unwrap_or_default());
                        let key = id.to_owned();
                        people.push(Arc::new(Person { key, assessment }));
                    }
                }
                "q" => {
                    let question = self.model.find_question(id);
                    answers.extend(question.zip(Answer::parse(value)));
                }
                _ => {}
            }
        }
        self.group_answers.set(answers);
        self.set_people(people, names);
    }

    /// Writes the whole team to the store again.
    fn store_again(&self) {
        let names = self.names.get_untracked();
        for (person, name) in self.people.get_untracked().iter().zip(names.iter()) {
            let file = person.assessment.to_json(&self.model);
            self.write_all(vec![
                (place("m", &person.key), Some(file)),
                (place("n", &person.key), Some(name.clone())),
            ]);
        }
        for (question, answer) in self.group_answers.get_untracked() {
            self.write(&self.place_of(question), Some(answer.as_str()));
        }
        for (option, chosen) in [
            ("o/hidden", self.names_hidden.get_untracked()),
            (
                "o/middle",
                self.unresolved_policy.get_untracked() == UnresolvedPolicy::Middle,
            ),
        ] {
            if chosen {
                self.write(option, Some("yes"));
            }
        }
    }

    /// Has the team written again after a loss, as long as its page shows.
    pub(crate) fn rewrite_after_loss(&self) {
        let team = self.clone();
        let live = StoredValue::new_local(store::register_rewrite(move || team.store_again()));
        on_cleanup(move || live.dispose());
    }

    /// Sets the group's answer to a question, or clears it.
    pub(crate) fn set_group_answer(&self, question: QuestionIx, answer: Option<Answer>) {
        self.write(&self.place_of(question), answer.map(Answer::as_str));
        self.group_answers.update(|settled| {
            match answer {
                Some(answer) => settled.insert(question, answer),
                None => settled.remove(&question),
            };
        });
    }

    /// Hides or shows names.
    pub(crate) fn set_names_hidden(&self, hidden: bool) {
        self.write("o/hidden", hidden.then_some("yes"));
        self.names_hidden.set(hidden);
    }

    /// Sets how questions without a group answer are resolved.
    pub(crate) fn set_unresolved_policy(&self, rest: UnresolvedPolicy) {
        self.write(
            "o/middle",
            (rest == UnresolvedPolicy::Middle).then_some("yes"),
        );
        self.unresolved_policy.set(rest);
    }

    /// Stores a member under a key.
    pub(super) fn enter(&self, key: String, member: Member) -> Arc<Person> {
        let file = member.assessment.to_json(&self.model);
        self.write_all(vec![
            (place("m", &key), Some(file)),
            (place("n", &key), Some(member.name)),
        ]);
        let assessment = member.assessment;
        Arc::new(Person { key, assessment })
    }

    pub(super) fn place_of(&self, question: QuestionIx) -> String {
        format!("q/{}", self.model.question(question).id)
    }

    pub(super) fn write(&self, place: &str, value: Option<&str>) {
        self.write_all(vec![(place.to_owned(), value.map(str::to_owned))]);
    }

    /// Writes records, all or none.
    pub(super) fn write_all(&self, places: Vec<Change>) {
        let places = places.into_iter();
        let changes = places.map(|(place, value)| (self.key(&place), value));
        store::write_changes(changes.collect(), String::new(), |_| ());
    }

    fn key(&self, place: &str) -> String {
        format!("team/{}@{}/{place}", self.model.id(), self.model.version())
    }
}

/// The end of the key of a member's record.
pub(super) fn place(kind: &str, key: &str) -> String {
    format!("{kind}/{key}")
}
