//! The team as its page shows it: members, group answers, options, as signals.

use std::collections::BTreeMap;
use std::sync::Arc;

use assay_core::team::{
    ConsensusOptions, GroupAnswers, Member, MergedAnswers, TeamError, UnresolvedPolicy,
    build_consensus, majority_stance, merge_members,
};
use assay_core::{Assessment, Model};
use assay_locale::Messages;
use leptos::prelude::*;

use crate::browser::console::log_failure;

/// A handle to the team; cloning it is cheap.
#[derive(Clone)]
pub(crate) struct Team {
    pub(crate) model: Arc<Model>,
    /// The members; their names are in `names`.
    pub(crate) people: ArcRwSignal<Arc<Vec<Arc<Person>>>>,
    /// The members' names as they were entered.
    pub(crate) names: ArcRwSignal<Arc<Vec<String>>>,
    /// The members' answers merged; `None` without members.
    pub(crate) merged: ArcRwSignal<Option<Arc<MergedAnswers>>>,
    pub(crate) group_answers: ArcRwSignal<GroupAnswers>,
    pub(crate) names_hidden: ArcRwSignal<bool>,
    pub(crate) unresolved_policy: ArcRwSignal<UnresolvedPolicy>,
    /// Members to be added about whom the reader decides whether they are in the team already.
    pub(crate) duplicates: ArcRwSignal<Vec<Arc<DuplicateMember>>>,
    /// Whether the team was read from the store; until then nobody can be added.
    pub(crate) is_loaded: ArcRwSignal<bool>,
    /// Whether the database could not be read, so that members may be missing.
    pub(crate) is_incomplete: ArcRwSignal<bool>,
}

/// A member as it is stored.
pub(crate) struct Person {
    /// The member's part of the store's keys, which are in the order of adding.
    pub(super) key: String,
    pub(crate) assessment: Assessment,
}

/// A member to be added whose name is in the team already with other answers.
#[derive(PartialEq)]
pub(crate) struct DuplicateMember {
    /// The key of the member with that name.
    pub(super) key: String,
    pub(crate) member: Member,
}

impl Team {
    /// The members' names to show: a number where a name is missing or names are hidden, a number
    /// behind the name where two have the same one.
    pub(crate) fn display_names(&self, messages: &Messages) -> Vec<String> {
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
                messages.team_member_unnamed(&number)
            } else if twice(name) {
                messages.team_member_numbered(name, &number)
            } else {
                name.clone()
            }
        });
        called.collect()
    }

    /// The assessment on which the group agrees at present.
    pub(crate) fn agreed_assessment(&self, messages: &Messages) -> Option<Assessment> {
        let merged = self.merged.get()?;
        let settling = ConsensusOptions {
            group_answers: self.group_answers.get(),
            unresolved: self.unresolved_policy.get(),
            with_names: !self.names_hidden.get(),
        };
        let members = self.members(self.display_names(messages));
        Some(build_consensus(&self.model, &members, &merged, &settling))
    }

    pub(super) fn members(&self, names: Vec<String>) -> Vec<Member> {
        let people = self.people.get_untracked();
        let members = people.iter().zip(names).map(|(person, name)| Member {
            name,
            assessment: person.assessment.clone(),
        });
        members.collect()
    }

    pub(super) fn set_people(&self, people: Vec<Arc<Person>>, names: Vec<String>) {
        self.names.set(Arc::new(names));
        self.people.set(Arc::new(people));
        let members = self.members(self.names.get_untracked().to_vec());
        let merged = merge_members(&self.model, majority_stance(&members), &members);
        let merged = match merged {
            Err(TeamError::NoMembers) => None,
            merged => log_failure("merge the answers", merged),
        };
        self.merged.set(merged.map(Arc::new));
    }
}
