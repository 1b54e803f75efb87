//! Sentences about targets.

use assay_core::{Aim, Score, TargetOutcome, TargetOutlook, TargetState, Targets, Texts};

use crate::{Messages, format_date, format_whole, join_list, wave_name};

/// Describes how far a section's target is from the present.
#[must_use]
pub fn section_target_state(messages: &Messages, state: TargetState) -> String {
    match state {
        TargetState::Reached => messages.targets_state_reached().to_owned(),
        TargetState::Unknown => messages.targets_state_unknown().to_owned(),
        TargetState::Below(distance) if distance.get() < 1.0 => {
            messages.targets_state_less().to_owned()
        }
        TargetState::Below(distance) => {
            messages.targets_state_points(&format_whole(distance.get()))
        }
    }
}

/// Describes how far a question's target is from the present.
#[must_use]
pub fn question_target_state(messages: &Messages, state: TargetState) -> String {
    match state {
        TargetState::Reached => messages.targets_state_reached().to_owned(),
        TargetState::Unknown => messages.targets_state_unknown().to_owned(),
        TargetState::Below(distance) => messages.targets_state_levels(distance.get() as usize),
    }
}

/// Formats a target score: without decimals if it is a whole number.
#[must_use]
pub fn format_target(percent: f64) -> String {
    match percent.fract() == 0.0 {
        true => format_whole(percent),
        false => percent.to_string(),
    }
}

/// What becomes of a target with the actions of a roadmap, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlookWords {
    /// The section or question with its target.
    pub target: String,
    /// Whether it is reached at present or with the actions.
    pub is_reached: bool,
    /// When it is reached, or what is missing.
    pub state: String,
}

/// Describes what becomes of a target.
#[must_use]
pub fn target_outlook(messages: &Messages, texts: &Texts, outlook: &TargetOutlook) -> OutlookWords {
    let target = match outlook.aim {
        Aim::Section(section, percent) => {
            let title = texts.section(section).title.as_str();
            messages.targets_roadmap_section(title, &format_target(percent))
        }
        Aim::Question(question, level) => {
            let text = texts.question(question).text.as_str();
            messages.targets_roadmap_question(text, &(level.get() + 1).to_string())
        }
    };
    let missing = |state| match outlook.aim {
        Aim::Section(..) => section_target_state(messages, state),
        Aim::Question(..) => question_target_state(messages, state),
    };
    let state = match outlook.outcome {
        TargetOutcome::Reached => messages.targets_state_reached().to_owned(),
        TargetOutcome::ReachedIn(wave) => messages.targets_roadmap_wave(wave_name(messages, wave)),
        TargetOutcome::NotReached(TargetState::Unknown) => {
            messages.targets_state_unknown().to_owned()
        }
        TargetOutcome::NotReached(state) => messages.targets_roadmap_short(&missing(state)),
    };
    OutlookWords {
        target,
        is_reached: !matches!(outlook.outcome, TargetOutcome::NotReached(_)),
        state,
    }
}

/// Lists the targets of the sections with their dates and what is missing; `None` if there are none.
#[must_use]
pub fn section_targets_sentence(
    messages: &Messages,
    texts: &Texts,
    targets: &Targets,
    score: &Score,
) -> Option<String> {
    let items = targets.sections.iter().map(|(&section, target)| {
        let title = texts.section(section).title.as_str();
        let percent = format_target(target.score.percent());
        let state = targets.section_state(section, score);
        let state = section_target_state(messages, state.unwrap_or(TargetState::Unknown));
        match target.date {
            None => messages.targets_item(title, &percent, &state),
            Some(day) => {
                let day = format_date(messages, Some(&day.to_string()));
                messages.targets_item_until(title, &percent, &day, &state)
            }
        }
    });
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| messages.targets_sentence(&join_list(messages, &items)))
}

#[cfg(test)]
mod tests {
    use assay_core::{Assessment, Day, Depth, Model, SectionTarget, Stance, TargetScore, Texts};

    use super::{format_target, section_targets_sentence};
    use crate::Messages;

    fn sentence(messages: &str, texts: &str) -> Option<String> {
        let model = Model::parse(include_str!("../../core/models/standard.json")).unwrap();
        let model = model.value;
        let texts = Texts::parse(&model, texts).unwrap().value;
        let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
        for (id, percent, date) in [("data", 60.0, Some("2027-12-31")), ("compute", 62.5, None)] {
            let target = SectionTarget {
                score: TargetScore::new(percent).unwrap(),
                date: date.and_then(Day::parse),
            };
            let section = model.find_section(id).unwrap();
            assessment.set_section_target(&model, section, Some(target));
        }
        let messages = Messages::parse(messages).unwrap();
        let score = assessment.evaluation(&model).score();
        section_targets_sentence(&messages, &texts, &assessment.targets(&model), &score)
    }

    #[test]
    fn the_targets_of_the_sections_are_listed_with_their_dates() {
        let english = sentence(
            include_str!("../texts/en.json"),
            include_str!("../../core/models/standard.en.json"),
        );
        let expected = "Targets: Data 60 until 31 December 2027 (no value yet) and Compute 62.5 (no value yet).";
        assert_eq!(english.as_deref(), Some(expected));
        let chinese = sentence(
            include_str!("../texts/zh-CN.json"),
            include_str!("../../core/models/standard.zh-CN.json"),
        );
        assert!(chinese.unwrap().starts_with("目标："));
    }

    #[test]
    fn a_whole_target_has_no_decimals() {
        assert_eq!(
            [60.0, 62.5, 100.0].map(format_target),
            ["60", "62.5", "100"]
        );
    }
}
