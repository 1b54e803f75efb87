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
    Known, MEMBERS, Member, Merged, Rest, Settled, Settling, agreed, known, merge, stance_of,
};
use assay_core::{Answer, Assessment, Model, QuestionIx};
use assay_locale::Words;
use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::store::{self, Change, Unread};

/// A handle to the team; cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Team {
    pub(crate) model: Arc<Model>,
    /// Who is in it. Their names are in `names`.
    pub(crate) people: ArcRwSignal<Arc<Vec<Arc<Person>>>>,
    /// What they are called, as it was given.
    pub(crate) names: ArcRwSignal<Arc<Vec<String>>>,
    /// What follows from their answers, if anybody is there.
    pub(crate) merged: ArcRwSignal<Option<Arc<Merged>>>,
    pub(crate) settled: ArcRwSignal<Settled>,
    pub(crate) hidden: ArcRwSignal<bool>,
    pub(crate) rest: ArcRwSignal<Rest>,
    /// Who waits for somebody to say whether they are in the team already.
    pub(crate) doubts: ArcRwSignal<Vec<Arc<Doubt>>>,
    /// Whether the store has answered: until then nobody can be added.
    pub(crate) loaded: ArcRwSignal<bool>,
    /// Whether the database could not be read, so that people may be missing here.
    pub(crate) unread: ArcRwSignal<bool>,
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
    Again,
    /// Somebody of this name is in the team with other answers: it is asked which count.
    Asked,
    /// There is no room for more.
    TooMany,
}

/// Somebody of a name that is in the team already, with other answers.
#[derive(PartialEq)]
pub(crate) struct Doubt {
    /// The key of the one who is there.
    key: String,
    pub(crate) member: Member,
}

/// Whose answers count where a name came twice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Those that came, in place of those that are there.
    New,
    /// Those that are there.
    There,
    /// Both: they are two people.
    Both,
}

impl Team {
    /// The team of this questionnaire, empty until the store has answered.
    pub(crate) fn open(model: &Arc<Model>) -> Self {
        let team = Self {
            model: model.clone(),
            people: ArcRwSignal::new(Arc::default()),
            names: ArcRwSignal::new(Arc::default()),
            merged: ArcRwSignal::new(None),
            settled: ArcRwSignal::new(Settled::new()),
            hidden: ArcRwSignal::new(false),
            rest: ArcRwSignal::new(Rest::Open),
            doubts: ArcRwSignal::new(Vec::new()),
            loaded: ArcRwSignal::new(false),
            unread: ArcRwSignal::new(false),
        };
        team.read_again();
        team
    }

    /// Reads the team from the store.
    pub(crate) fn read_again(&self) {
        let team = self.clone();
        wasm_bindgen_futures::spawn_local(async move { team.load().await });
    }

    async fn load(&self) {
        let prefix = self.key("");
        let read = store::read(&prefix).await;
        let whole = read.is_ok();
        let found = read.unwrap_or_else(|Unread(part)| part);
        let stored: BTreeMap<String, String> = found.into_iter().collect();
        let mut people = Vec::new();
        let mut names = Vec::new();
        let mut settled = Settled::new();
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
        self.hidden.set(stored.contains_key(&self.key("o/hidden")));
        if stored.contains_key(&self.key("o/middle")) {
            self.rest.set(Rest::Middle);
        }
        self.settled.set(settled);
        self.set_people(people, names);
        // Nobody is added to a team that cannot be read: they could be in it.
        self.loaded.set(whole);
        self.unread.set(!whole);
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
        for (question, answer) in self.settled.get_untracked() {
            self.write(&self.place_of(question), Some(answer.as_str()));
        }
        for (option, chosen) in [
            ("o/hidden", self.hidden.get_untracked()),
            ("o/middle", self.rest.get_untracked() == Rest::Middle),
        ] {
            if chosen {
                self.write(option, Some("yes"));
            }
        }
    }

    /// Keeps the team stored as long as its page shows.
    pub(crate) fn keep_stored(&self) {
        let team = self.clone();
        let live = StoredValue::new_local(store::keep_live(move || team.store_again()));
        on_cleanup(move || live.dispose());
    }

    /// Adds people, and says of each whether that was possible.
    pub(crate) fn add(&self, members: Vec<Member>) -> Vec<Result<(), NotAdded>> {
        let mut people = self.people.get_untracked().to_vec();
        let mut names = self.names.get_untracked().to_vec();
        let mut results = Vec::new();
        let together = clock::fresh_key();
        for (at, member) in members.into_iter().enumerate() {
            let there = names.iter().zip(&people);
            let there = there.map(|(name, person)| (name.as_str(), &person.assessment));
            results.push(match known(&self.model, there, &member) {
                Some(Known::Same(_)) => Err(NotAdded::Again),
                Some(Known::Other(at)) => {
                    self.doubt(people.get(at), member);
                    Err(NotAdded::Asked)
                }
                None if people.len() >= MEMBERS => Err(NotAdded::TooMany),
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
        self.doubts.update(|doubts| {
            let doubt = Arc::new(Doubt { key, member });
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        });
    }

    /// The place of the person that a doubt is about, if they are still there.
    pub(crate) fn place_of_doubt(&self, doubt: &Doubt) -> Option<usize> {
        let people = self.people.get();
        people.iter().position(|person| person.key == doubt.key)
    }

    /// Does what somebody chose where a name came twice. False where there is no room for more.
    pub(crate) fn decide(&self, doubt: &Arc<Doubt>, choice: Choice) -> bool {
        let mut people = self.people.get_untracked().to_vec();
        let mut names = self.names.get_untracked().to_vec();
        let there = people.iter().position(|person| person.key == doubt.key);
        match (choice, there.and_then(|at| people.get_mut(at))) {
            (Choice::There, Some(_)) => {}
            (Choice::New, Some(person)) => {
                let (key, assessment) = (person.key.clone(), doubt.member.assessment.clone());
                let file = assessment.to_json(&self.model);
                self.write(&place("m", &key), Some(&file));
                *person = Arc::new(Person { key, assessment });
            }
            (Choice::Both, _) | (_, None) => {
                if people.len() >= MEMBERS {
                    return false;
                }
                names.push(doubt.member.name.clone());
                let key = format!("{}-0000", clock::fresh_key());
                people.push(self.enter(key, doubt.member.clone()));
            }
        }
        self.doubts
            .update(|doubts| doubts.retain(|other| other != doubt));
        self.set_people(people, names);
        true
    }

    /// Takes somebody out.
    pub(crate) fn remove(&self, at: usize) {
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
    pub(crate) fn clear(&self) {
        let mut gone = Vec::new();
        for person in self.people.get_untracked().iter() {
            gone.push((place("m", &person.key), None));
            gone.push((place("n", &person.key), None));
        }
        for question in self.settled.get_untracked().keys() {
            gone.push((self.place_of(*question), None));
        }
        self.write_all(gone);
        self.settled.set(Settled::new());
        self.doubts.set(Vec::new());
        self.set_people(Vec::new(), Vec::new());
    }

    /// Calls somebody otherwise.
    pub(crate) fn rename(&self, at: usize, name: &str) {
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
    pub(crate) fn settle(&self, question: QuestionIx, answer: Option<Answer>) {
        self.write(&self.place_of(question), answer.map(Answer::as_str));
        self.settled.update(|settled| {
            match answer {
                Some(answer) => settled.insert(question, answer),
                None => settled.remove(&question),
            };
        });
    }

    /// Hides names, or shows them.
    pub(crate) fn hide(&self, hidden: bool) {
        self.write("o/hidden", hidden.then_some("yes"));
        self.hidden.set(hidden);
    }

    /// Says what becomes of questions that are not settled.
    pub(crate) fn leave(&self, rest: Rest) {
        self.write("o/middle", (rest == Rest::Middle).then_some("yes"));
        self.rest.set(rest);
    }

    /// What to call the members: as they are named, by their number where they have no name or
    /// names are hidden, and with their number where two have the same name.
    pub(crate) fn called(&self, words: &Words) -> Vec<String> {
        let hidden = self.hidden.get();
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
    pub(crate) fn agreed(&self, words: &Words) -> Option<Assessment> {
        let merged = self.merged.get()?;
        let settling = Settling {
            settled: self.settled.get(),
            rest: self.rest.get(),
            named: !self.hidden.get(),
        };
        let members = self.members(self.called(words));
        Some(agreed(&self.model, &members, &merged, &settling))
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
        let merged = merge(&self.model, stance_of(&members), &members);
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
        store::write_all(changes.collect(), String::new(), |_| ());
    }

    fn key(&self, place: &str) -> String {
        format!("team/{}@{}/{place}", self.model.id(), self.model.version())
    }
}

/// The place of a member's record.
fn place(kind: &str, key: &str) -> String {
    format!("{kind}/{key}")
}
