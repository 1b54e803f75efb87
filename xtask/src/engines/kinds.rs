//! The kinds of journeys that run in all engines: what a visitor cannot do without.

/// A kind of journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// What the journeys are about, such as `resume`.
    pub name: &'static str,
    /// The modules of the journeys in `tests/tests/journeys`.
    pub modules: &'static [&'static str],
}

/// All kinds.
pub const KINDS: [Kind; 8] = [
    Kind {
        name: "navigation",
        modules: &["history", "addresses", "focus"],
    },
    Kind {
        name: "all answers",
        modules: &["full_with_keys", "full_with_mouse", "companies"],
    },
    Kind {
        name: "resume",
        modules: &["reload", "backup", "tabs"],
    },
    Kind {
        name: "language",
        modules: &["language"],
    },
    Kind {
        name: "result",
        modules: &["result_parts", "action_plan"],
    },
    Kind {
        name: "share",
        modules: &["share"],
    },
    Kind {
        name: "team",
        modules: &["team"],
    },
    Kind {
        name: "frame",
        modules: &["embed::frame", "embed::consent", "embed::modes"],
    },
];

/// The kind of a journey or of a module, by its path in the test program, such as
/// `history::back_works`.
#[must_use]
pub fn kind_of(journey: &str) -> Option<&'static Kind> {
    let is_in = |module: &&str| {
        journey
            .strip_prefix(*module)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    KINDS.iter().find(|kind| kind.modules.iter().any(is_in))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_belongs_to_the_kind_of_its_whole_module() {
        assert_eq!(kind_of("team::copies::a").unwrap().name, "team");
        assert_eq!(kind_of("embed::frame::a").unwrap().name, "frame");
        assert_eq!(kind_of("team").unwrap().name, "team");
        for other in ["embed::builder::a", "teams::a", "print::a", "embed"] {
            assert_eq!(kind_of(other), None, "{other}");
        }
    }
}
