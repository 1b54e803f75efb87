//! Who is in the team: adding, removing, renaming, and deciding about names that came twice.

use std::sync::Arc;

use assay_core::team::{ExistingMember, GroupAnswers, MAX_MEMBERS, Member, find_existing_member};
use leptos::prelude::*;

use super::storage::place;
use super::team_state::{DuplicateMember, Person, Team};
use crate::browser::clock;

/// Why a member was not added.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotAdded {
    /// The same answers are in the team already.
    AlreadyMember,
    /// The name is in the team with other answers; the reader decides which count.
    NeedsDecision,
    /// The team has the largest number of members.
    TeamFull,
}

/// Which answers count where a name occurs twice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DuplicateChoice {
    /// The new ones instead of the existing ones.
    ReplaceExisting,
    /// The existing ones.
    KeepExisting,
    /// Both: two people have the same name.
    KeepBoth,
}

impl Team {
    /// Adds members. Returns for each whether it was added.
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

    /// The position of the member with the same name, if it is still in the team.
    pub(crate) fn position_of_duplicate(&self, doubt: &DuplicateMember) -> Option<usize> {
        let people = self.people.get();
        people.iter().position(|person| person.key == doubt.key)
    }

    /// Applies the reader's decision about a name that occurs twice. False if the team is full.
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

    /// Removes a member.
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

    /// Removes all members and the group's answers.
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

    /// Renames a member.
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
}
