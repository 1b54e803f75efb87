//! Counts by industry or size.

use super::{CohortMember, MAX_GROUP_NAME, MAX_GROUPS, SubgroupCounts};
use crate::VecMap;

/// A property of a company by which cohorts are broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// The industry.
    Industry,
    /// The size.
    Size,
}

impl Dimension {
    /// Both dimensions.
    pub const ALL: [Self; 2] = [Self::Industry, Self::Size];
}

/// Counts by industry or size, by the name in the profile.
///
/// A group that is not listed has no company if the breakdown is complete, and an unknown number
/// otherwise. A sum lists the groups that are known in both parts; this addition is commutative,
/// and associative as long as no sum of complete parts exceeds [`MAX_GROUPS`] before an incomplete
/// one is added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakdown {
    pub(super) groups: VecMap<String, SubgroupCounts>,
    /// Whether groups were left out, so that a group which is not listed is unknown.
    pub(super) is_incomplete: bool,
}

/// Returns the name of a group: without spaces around it, and with one space for several; `None`
/// if it is not stated.
pub(super) fn group_name(stated: &str) -> Option<String> {
    let words: Vec<&str> = stated.split_whitespace().collect();
    let name = words.join(" ");
    (!name.is_empty() && name.chars().count() <= MAX_GROUP_NAME).then_some(name)
}

impl Breakdown {
    /// Iterates over the groups in ascending order of their names.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &SubgroupCounts)> {
        self.groups
            .iter()
            .map(|(name, counts)| (name.as_str(), counts))
    }

    /// Returns the counts of the group of a company, by the name in its profile.
    #[must_use]
    pub fn group(&self, stated: &str) -> Option<&SubgroupCounts> {
        self.groups.get(group_name(stated)?.as_str())
    }

    /// Returns whether groups were left out: those that are too small to be published, or all if
    /// there are more than [`MAX_GROUPS`].
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.is_incomplete
    }

    pub(super) fn add_member(&mut self, stated: &str, member: &CohortMember<'_>) {
        let Some(name) = group_name(stated) else {
            return;
        };
        if !self.groups.contains_key(name.as_str()) {
            // A group that is not listed stays unknown.
            if self.is_incomplete {
                return;
            }
            let none = SubgroupCounts::empty(member.sections.len());
            self.groups.insert(name.clone(), none);
        }
        self.groups
            .update(name.as_str(), |counts| counts.add_member(member));
        self.limit();
    }

    pub(super) fn add(&mut self, other: &Self) {
        if self.is_incomplete || other.is_incomplete {
            let is_known =
                |one: &Self, name: &str| !one.is_incomplete || one.groups.contains_key(name);
            self.groups.retain(|name| is_known(other, name));
            for (name, counts) in other.groups() {
                if is_known(self, name) {
                    self.add_group(name, counts);
                }
            }
            self.is_incomplete = true;
        } else {
            for (name, counts) in other.groups() {
                self.add_group(name, counts);
            }
        }
        self.limit();
    }

    fn add_group(&mut self, name: &str, counts: &SubgroupCounts) {
        if !self.groups.update(name, |mine| mine.add(counts)) {
            self.groups.insert(name.to_owned(), counts.clone());
        }
    }

    /// Leaves out all groups if there are too many. In sums of complete parts the number of names
    /// only grows, so that their order does not matter.
    fn limit(&mut self) {
        if self.groups.len() > MAX_GROUPS {
            self.groups = VecMap::new();
            self.is_incomplete = true;
        }
    }
}
