//! The team that the reader brings together, kept in the store as it grows.
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

use assay_core::team::{
    ConsensusOptions, ExistingMember, GroupAnswers, MAX_MEMBERS, Member, MergedAnswers,
    UnresolvedPolicy, build_consensus, find_existing_member, majority_stance, merge_members,
};
use assay_core::{Answer, Assessment, Model, QuestionIx};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::store::{self, Change, PartialRead};

/// A handle to the team; cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Team {
    pub(crate) model: Arc<Model>,
    /// Who is in it. Their names are in `names`.
    pub(crate) people: ArcRwSignal<Arc<Vec<Arc<Person>>>>,
    /// What they are called, as it was given.
    pub(crate) names: ArcRwSignal<Arc<Vec<String>>>,
    /// What follows from their answers, if anybody is there.
    pub(crate) merged: ArcRwSignal<Option<Arc<MergedAnswers>>>,
    pub(crate) group_answers: ArcRwSignal<GroupAnswers>,
    pub(crate) names_hidden: ArcRwSignal<bool>,
    pub(crate) unresolved_policy: ArcRwSignal<UnresolvedPolicy>,
    /// Who waits for somebody to say whether they are in the team already.
    pub(crate) duplicates: ArcRwSignal<Vec<Arc<DuplicateMember>>>,
    /// Whether the store has answered: until then nobody can be added.
    pub(crate) is_loaded: ArcRwSignal<bool>,
    /// Whether the database could not be read, so that people may be missing here.
    pub(crate) is_incomplete: ArcRwSignal<bool>,
}

/// Somebody in the team.
pub(crate) struct Person {
    /// Their part of the store's keys; those who came later come later in the order of keys.
    key: String,
    pub(crate) assessment: Assessment,
}

/// Why somebody was not added.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotAdded {
    /// These very answers are in the team already.
    AlreadyMember,
    /// Somebody of this name is in the team with other answers: it is asked which count.
    NeedsDecision,
    /// There is no room for more.
    TeamFull,
}

/// Somebody of a name that is in the team already, with other answers.
#[derive(PartialEq)]
pub(crate) struct DuplicateMember {
    /// The key of the one who is there.
    key: String,
    pub(crate) member: Member,
}

/// Whose answers count where a name came twice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DuplicateChoice {
    /// Those that came, in place of those that are there.
    ReplaceExisting,
    /// Those that are there.
    KeepExisting,
    /// Both: they are two people.
    KeepBoth,
}

impl Team {
    /// The team of this questionnaire, empty until the store has answered.
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
        let whole = read.is_ok();
        let found = read.unwrap_or_else(|PartialRead(part)| part);
        let stored: BTreeMap<String, String> = found.into_iter().collect();
        let mut people = Vec::new();
        let mut names = Vec::new();
        let mut settled = GroupAnswers::new();
        for (key, value) in &stored {
            let Some((kind, id)) = key.strip_prefix(&prefix).and_then(|k| k.split_once('/')) else {
                continue;
            };
            match kind {
                // What cannot be read stays in the store.
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
                    settled.extend(question.zip(Answer::parse(value)));
                }
                _ => {}
            }
        }
        self.names_hidden
            .set(stored.contains_key(&self.key("o/hidden")));
        if stored.contains_key(&self.key("o/middle")) {
            self.unresolved_policy.set(UnresolvedPolicy::Middle);
        }
        self.group_answers.set(settled);
        self.set_people(people, names);
        // Nobody is added to a team that cannot be read: they could be in it.
        self.is_loaded.set(whole);
        self.is_incomplete.set(!whole);
    }

    /// Writes all of it to the store again.
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

    /// Keeps the team stored as long as its page shows.
    pub(crate) fn rewrite_after_loss(&self) {
        let team = self.clone();
        let live = StoredValue::new_local(store::register_rewrite(move || team.store_again()));
        on_cleanup(move || live.dispose());
    }

    /// Adds people, and says of each whether that was possible.
    pub(crate) fn add_members(&self, members: Vec<Member>) -> Vec<Result<(), NotAdded>> {
        let mut people = self.people.get_untracked().to_vec();
        let mut names = self.names.get_untracked().to_vec();
        let mut results = Vec::new();
        let together = clock::generate_key();
        for (at, member) in members.into_iter().enumerate() {
            let there = names.iter().zip(&people);
            let there = there.map(|(name, person)| (name.as_str(), &person.assessment));
            results.push(match find_existing_member(&self.model, there, &member) {
                Some(ExistingMember::SameAnswers(_)) => Err(NotAdded::AlreadyMember),
                Some(ExistingMember::OtherAnswers(at)) => {
                    self.doubt(people.get(at), member);
                    Err(NotAdded::NeedsDecision)
                }
                None if people.len() >= MAX_MEMBERS => Err(NotAdded::TeamFull),
                None => {
                    names.push(member.name.clone());
                    people.push(self.enter(format!("{together}-{at:04}"), member));
                    Ok(())
                }
            });
        }
        self.set_people(people, names);
        results
    }

    /// Stores somebody under a key.
    fn enter(&self, key: String, member: Member) -> Arc<Person> {
        let file = member.assessment.to_json(&self.model);
        self.write_all(vec![
            (place("m", &key), Some(file)),
            (place("n", &key), Some(member.name)),
        ]);
        let assessment = member.assessment;
        Arc::new(Person { key, assessment })
    }

    fn doubt(&self, person: Option<&Arc<Person>>, member: Member) {
        let Some(person) = person else { return };
        let key = person.key.clone();
        self.duplicates.update(|doubts| {
            let doubt = Arc::new(DuplicateMember { key, member });
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        });
    }

    /// The place of the person that a doubt is about, if they are still there.
    pub(crate) fn position_of_duplicate(&self, doubt: &DuplicateMember) -> Option<usize> {
        let people = self.people.get();
        people.iter().position(|person| person.key == doubt.key)
    }

    /// Does what somebody chose where a name came twice. False where there is no room for more.
    pub(crate) fn resolve_duplicate(
        &self,
        doubt: &Arc<DuplicateMember>,
        choice: DuplicateChoice,
    ) -> bool {
        let mut people = self.people.get_untracked().to_vec();
        let mut names = self.names.get_untracked().to_vec();
        let there = people.iter().position(|person| person.key == doubt.key);
        match (choice, there.and_then(|at| people.get_mut(at))) {
            (DuplicateChoice::KeepExisting, Some(_)) => {}
            (DuplicateChoice::ReplaceExisting, Some(person)) => {
                let (key, assessment) = (person.key.clone(), doubt.member.assessment.clone());
                let file = assessment.to_json(&self.model);
                self.write(&place("m", &key), Some(&file));
                *person = Arc::new(Person { key, assessment });
            }
            (DuplicateChoice::KeepBoth, _) | (_, None) => {
                if people.len() >= MAX_MEMBERS {
                    return false;
                }
                names.push(doubt.member.name.clone());
                let key = format!("{}-0000", clock::generate_key());
                people.push(self.enter(key, doubt.member.clone()));
            }
        }
        self.duplicates
            .update(|doubts| doubts.retain(|other| other != doubt));
        self.set_people(people, names);
        true
    }

    /// Takes somebody out.
    pub(crate) fn remove_member(&self, at: usize) {
        let people = self.people.get_untracked();
        let mut names = self.names.get_untracked().to_vec();
        let Some(gone) = people.get(at).filter(|_| at < names.len()) else {
            return;
        };
        self.write_all(vec![
            (place("m", &gone.key), None),
            (place("n", &gone.key), None),
        ]);
        names.remove(at);
        let mut left = people.to_vec();
        left.remove(at);
        self.set_people(left, names);
    }

    /// Takes everybody out, and forgets what was settled.
    pub(crate) fn remove_all(&self) {
        let mut gone = Vec::new();
        for person in self.people.get_untracked().iter() {
            gone.push((place("m", &person.key), None));
            gone.push((place("n", &person.key), None));
        }
        for question in self.group_answers.get_untracked().keys() {
            gone.push((self.place_of(*question), None));
        }
        self.write_all(gone);
        self.group_answers.set(GroupAnswers::new());
        self.duplicates.set(Vec::new());
        self.set_people(Vec::new(), Vec::new());
    }

    /// Calls somebody otherwise.
    pub(crate) fn rename_member(&self, at: usize, name: &str) {
        let mut names = self.names.get_untracked().to_vec();
        let Some(slot) = names.get_mut(at) else {
            return;
        };
        name.trim().clone_into(slot);
        if let Some(person) = self.people.get_untracked().get(at) {
            self.write(&place("n", &person.key), Some(name.trim()));
        }
        self.names.set(Arc::new(names));
    }

    /// Settles a question, or (with `None`) opens it again.
    pub(crate) fn set_group_answer(&self, question: QuestionIx, answer: Option<Answer>) {
        self.write(&self.place_of(question), answer.map(Answer::as_str));
        self.group_answers.update(|settled| {
            match answer {
                Some(answer) => settled.insert(question, answer),
                None => settled.remove(&question),
            };
        });
    }

    /// Hides names, or shows them.
    pub(crate) fn set_names_hidden(&self, hidden: bool) {
        self.write("o/hidden", hidden.then_some("yes"));
        self.names_hidden.set(hidden);
    }

    /// Says what becomes of questions that are not settled.
    pub(crate) fn set_unresolved_policy(&self, rest: UnresolvedPolicy) {
        self.write(
            "o/middle",
            (rest == UnresolvedPolicy::Middle).then_some("yes"),
        );
        self.unresolved_policy.set(rest);
    }

    /// What to call the members: as they are named, by their number where they have no name or
    /// names are hidden, and with their number where two have the same name.
    pub(crate) fn display_names(&self, words: &Messages) -> Vec<String> {
        let hidden = self.names_hidden.get();
        let names = self.names.get();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names.iter() {
            let count = times.entry(name).or_default();
            *count = count.saturating_add(1);
        }
        let twice = |name: &str| times.get(name).is_some_and(|count| *count > 1);
        let called = names.iter().enumerate().map(|(at, name)| {
            let number = at.saturating_add(1).to_string();
            if hidden || name.is_empty() {
                words.team_member_unnamed(&number)
            } else if twice(name) {
                words.team_member_numbered(name, &number)
            } else {
                name.clone()
            }
        });
        called.collect()
    }

    /// The assessment that the group agrees on, as it stands.
    pub(crate) fn agreed_assessment(&self, words: &Messages) -> Option<Assessment> {
        let merged = self.merged.get()?;
        let settling = ConsensusOptions {
            group_answers: self.group_answers.get(),
            unresolved: self.unresolved_policy.get(),
            with_names: !self.names_hidden.get(),
        };
        let members = self.members(self.display_names(words));
        Some(build_consensus(&self.model, &members, &merged, &settling))
    }

    fn members(&self, names: Vec<String>) -> Vec<Member> {
        let people = self.people.get_untracked();
        let members = people.iter().zip(names).map(|(person, name)| Member {
            name,
            assessment: person.assessment.clone(),
        });
        members.collect()
    }

    fn set_people(&self, people: Vec<Arc<Person>>, names: Vec<String>) {
        self.names.set(Arc::new(names));
        self.people.set(Arc::new(people));
        let members = self.members(self.names.get_untracked().to_vec());
        let merged = merge_members(&self.model, majority_stance(&members), &members);
        self.merged.set(merged.ok().map(Arc::new));
    }

    fn place_of(&self, question: QuestionIx) -> String {
        format!("q/{}", self.model.question(question).id)
    }

    fn write(&self, place: &str, value: Option<&str>) {
        self.write_all(vec![(place.to_owned(), value.map(str::to_owned))]);
    }

    /// Stores texts at their places, all or none.
    fn write_all(&self, places: Vec<Change>) {
        let places = places.into_iter();
        let changes = places.map(|(place, value)| (self.key(&place), value));
        store::write_changes(changes.collect(), String::new(), |_| ());
    }

    fn key(&self, place: &str) -> String {
        format!("team/{}@{}/{place}", self.model.id(), self.model.version())
    }
}

/// The place of a member's record.
fn place(kind: &str, key: &str) -> String {
    format!("{kind}/{key}")
}
