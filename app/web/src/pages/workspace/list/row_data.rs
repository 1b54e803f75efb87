//! A row: an assessment with its figures, and its values for sorting and searching.

use std::sync::Arc;

use assay_locale::Messages;
use leptos::prelude::*;

use super::column::Column;
use super::query::RowFacts;
use super::sort_value::SortValue;
use crate::state::{
    FigureSource, KnownModel, ListFigures, ListedAssessment, LoadedAssessment, Recommended,
    StoredFigures,
};

/// An assessment of the list.
pub(super) struct Row {
    pub(super) entry: ListedAssessment,
    pub(super) figures: ArcRwSignal<RowFigures>,
}

/// The figures of a row.
#[derive(Clone)]
pub(super) enum RowFigures {
    /// Not known yet, with what they are shown from.
    Pending(FigureSource),
    /// Its questionnaire cannot be opened here.
    NoModel,
    /// The assessment does not fit its questionnaire.
    Unreadable,
    Computed(Arc<Figures>),
}

/// What a row shows of an assessment that fits its questionnaire.
pub(super) struct Figures {
    pub(super) of: Arc<ListFigures>,
    /// The name of the recommended path, or why there is none.
    pub(super) path: String,
}

impl Row {
    pub(super) fn new(loaded: LoadedAssessment) -> Self {
        Self {
            entry: loaded.entry,
            figures: ArcRwSignal::new(RowFigures::Pending(loaded.source)),
        }
    }

    /// The name to show.
    pub(super) fn name<'a>(&'a self, messages: &'a Messages) -> &'a str {
        match self.entry.name.as_str() {
            "" => messages.workspace_unnamed(),
            name => name,
        }
    }

    /// Shows figures that were computed with this questionnaire.
    pub(super) fn show_figures(
        &self,
        messages: &Messages,
        known: &KnownModel,
        stored: &StoredFigures,
    ) {
        self.figures.set(match &stored.figures {
            None => RowFigures::Unreadable,
            Some(of) => RowFigures::Computed(Arc::new(Figures {
                of: of.clone(),
                path: path_text(messages, known, &of.recommended),
            })),
        });
    }

    /// What the search and the filters read.
    pub(super) fn facts<'a>(&'a self, messages: &'a Messages, model_name: String) -> RowFacts<'a> {
        RowFacts {
            name: self.name(messages),
            labels: &self.entry.labels,
            is_archived: self.entry.is_archived,
            other: vec![model_name],
        }
    }

    /// The value in a column.
    pub(super) fn sort_value(
        &self,
        messages: &Messages,
        column: Column,
        model_name: &str,
    ) -> SortValue {
        let entry = &self.entry;
        let text = |text: &str| match text {
            "" => SortValue::Missing,
            text => SortValue::Text(text.to_owned()),
        };
        let number = |value: Option<f64>| value.map_or(SortValue::Missing, SortValue::Number);
        let computed = match self.figures.get_untracked() {
            RowFigures::Computed(figures) => Some(figures),
            _ => None,
        };
        match column {
            Column::Name => text(&entry.name),
            Column::Stance => text(stance_name(messages, entry).unwrap_or_default()),
            Column::Model => text(model_name),
            Column::Answered => {
                let asked = computed.map_or(entry.answers, |it| it.of.progress.answered);
                SortValue::Number(asked as f64)
            }
            Column::Content => number(computed.and_then(|it| it.of.content?.value)),
            Column::Path => computed.map_or(SortValue::Missing, |it| text(&it.path)),
            Column::Changed => number(entry.changed_seconds().map(|seconds| seconds as f64)),
        }
    }
}

/// The name of the stance; `None` if it is not known.
pub(super) fn stance_name<'m>(messages: &'m Messages, entry: &ListedAssessment) -> Option<&'m str> {
    Some(match entry.stance? {
        assay_core::Stance::Provide => messages.workspace_stance_provide(),
        assay_core::Stance::Adopt => messages.workspace_stance_adopt(),
    })
}

/// The recommendation in a few words.
fn path_text(messages: &Messages, known: &KnownModel, found: &Recommended) -> String {
    match found {
        Recommended::Paths(paths) => {
            let names = paths.iter().map(|path| &*known.texts.path(*path).title);
            names.collect::<Vec<&str>>().join(" / ")
        }
        Recommended::FoundationsFirst => messages.path_foundations().to_owned(),
        Recommended::NotEnoughAnswers => messages.path_not_enough().to_owned(),
    }
}
