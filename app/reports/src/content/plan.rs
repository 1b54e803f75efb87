//! What would change the recommendation, and what to do next.

use assay_core::{ActionIx, PathId, Recommendation, Roadmap, RoadmapWave};
use assay_locale::{effort_name, format_whole, planned_lines, wave_name};

use super::outline::Table;
use super::source::Computed;

/// What would change the recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangesContent {
    /// "What would change the recommendation".
    pub heading: String,
    /// The nearest paths.
    pub sentence: String,
    /// The smallest change towards each other path.
    pub changes: Vec<ChangeContent>,
    /// "The answers that matter most".
    pub swings_heading: String,
    /// The answer that matters most.
    pub swings_sentence: String,
    /// Headings: answer, one level lower, one level higher.
    pub swings_columns: [String; 3],
    /// The answers that matter most, the first one most.
    pub swings: Vec<SwingRow>,
}

/// The smallest change towards a path.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeContent {
    /// Number of steps, or that no change was found.
    pub sentence: String,
    /// The answers to raise.
    pub raises: Vec<String>,
}

/// The effect of one level less or more of an answer on the AI content.
#[derive(Debug, Clone, PartialEq)]
pub struct SwingRow {
    /// The question.
    pub question: String,
    /// Points with a sign, one level lower and one level higher.
    pub figures: [String; 2],
}

/// What to do next.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanContent {
    /// "Roadmap in three waves", or "What to do next" without one.
    pub heading: String,
    /// At which path it aims, or why there is no roadmap.
    pub sentence: String,
    /// The waves.
    pub waves: Vec<WaveContent>,
    /// The questions to answer first, if there is no roadmap.
    pub questions: Vec<String>,
}

/// A wave of the roadmap.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveContent {
    /// Name.
    pub name: String,
    /// The AI content before and after.
    pub gain: String,
    /// The AI content after it, in percent.
    pub ai_content_after: f64,
    /// Its actions.
    pub actions: Vec<ActionContent>,
}

/// An action.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionContent {
    /// The task.
    pub title: String,
    /// Small, medium or large.
    pub effort: String,
    /// The task with owner, due date and date of completion, as far as they are planned.
    pub title_with_plan: String,
    /// The benefit; may be empty.
    pub why: String,
    /// When it is done; may be empty.
    pub done: String,
}

/// Number of questions to answer first.
const MAX_QUESTIONS: usize = 5;

impl ChangesContent {
    /// The answers that matter most, at most `limit`.
    #[must_use]
    pub fn swings_table(&self, limit: usize) -> Table {
        let rows = self.swings.iter().take(limit).map(|swing| {
            let [lower, higher] = &swing.figures;
            vec![swing.question.clone(), lower.clone(), higher.clone()]
        });
        Table {
            columns: self.swings_columns.to_vec(),
            numeric: vec![false, true, true],
            widths: vec![60, 20, 20],
            rows: rows.collect(),
        }
    }
}

pub(super) fn changes_content(of: &Computed<'_>) -> Option<ChangesContent> {
    if of.score.recommendation == Recommendation::NotEnoughAnswers {
        return None;
    }
    let messages = of.source.messages;
    let now = of.score.recommendation.path();
    let others = PathId::ALL.into_iter().filter(|path| Some(*path) != now);
    let found: Vec<_> = others
        .map(|path| (path, of.evaluation.smallest_change(path)))
        .collect();
    let changes = found.iter().map(|(path, change)| {
        let described = of.report.describe_change(*path, change);
        ChangeContent {
            sentence: described.sentence,
            raises: described.raises,
        }
    });
    let swings = of.report.swings(&of.evaluation.sensitivity());
    Some(ChangesContent {
        heading: messages.change_heading().to_owned(),
        sentence: of.report.nearest_paths(&found),
        changes: changes.collect(),
        swings_heading: messages.tornado_heading().to_owned(),
        swings_sentence: of.report.largest_swing(&swings),
        swings_columns: [
            messages.tornado_column_answer().to_owned(),
            messages.tornado_column_lower().to_owned(),
            messages.tornado_column_higher().to_owned(),
        ],
        swings: swings
            .into_iter()
            .map(|swing| SwingRow {
                question: swing.question,
                figures: swing.figures,
            })
            .collect(),
    })
}

pub(super) fn plan_content(of: &Computed<'_>, roadmap: &Roadmap) -> PlanContent {
    let messages = of.source.messages;
    let Some(target) = roadmap.target else {
        return questions_first(of);
    };
    let mut before = of.score.ai_content.value().unwrap_or(0.0);
    let mut waves = Vec::new();
    for wave in &roadmap.waves {
        waves.push(wave_content(of, roadmap, wave, before));
        before = wave.ai_content_after;
    }
    PlanContent {
        heading: messages.next_roadmap().to_owned(),
        sentence: match waves.is_empty() {
            true => messages.next_none().to_owned(),
            false => messages.next_lead(of.report.path_name(target)),
        },
        waves,
        questions: Vec::new(),
    }
}

/// Without a path to aim at, the open questions that decide most come first.
fn questions_first(of: &Computed<'_>) -> PlanContent {
    let messages = of.source.messages;
    let ranked = of.certainty.iter().flat_map(|known| &known.ask_next);
    let questions: Vec<String> = ranked
        .take(MAX_QUESTIONS)
        .map(|(question, _)| of.source.texts.question(*question).text.clone())
        .collect();
    let sentence = match questions.is_empty() {
        true => messages.how_roadmap_none(),
        false => messages.next_answers(),
    };
    PlanContent {
        heading: messages.next_heading_plain().to_owned(),
        sentence: sentence.to_owned(),
        waves: Vec::new(),
        questions,
    }
}

fn wave_content(
    of: &Computed<'_>,
    roadmap: &Roadmap,
    wave: &RoadmapWave,
    before: f64,
) -> WaveContent {
    let messages = of.source.messages;
    let (from, to) = (format_whole(before), format_whole(wave.ai_content_after));
    WaveContent {
        name: wave_name(messages, wave.wave).to_owned(),
        gain: messages.next_wave_gain(&from, &to),
        ai_content_after: wave.ai_content_after,
        actions: wave
            .actions
            .iter()
            .map(|&ix| action_content(of, roadmap, ix))
            .collect(),
    }
}

fn action_content(of: &Computed<'_>, roadmap: &Roadmap, action: ActionIx) -> ActionContent {
    let messages = of.source.messages;
    let text = of.source.texts.action(action);
    let effort = effort_name(messages, of.source.model.action(action).effort);
    let plan = of.source.assessment.action_plan(of.source.model);
    let planned = plan
        .get(&action)
        .map(|planned| planned_lines(messages, planned));
    let title_with_plan = planned.map_or_else(
        || text.title.clone(),
        |lines| messages.plan_in_title(&text.title, &lines.join(" · ")),
    );
    let mark = |title: String| match roadmap.towards_targets.contains(&action) {
        true => messages.plan_in_title(&title, messages.targets_roadmap_mark()),
        false => title,
    };
    let title_with_plan = mark(title_with_plan);
    ActionContent {
        title: mark(text.title.clone()),
        title_with_plan,
        effort: effort.to_owned(),
        why: text.why.clone(),
        done: text.done.clone(),
    }
}
