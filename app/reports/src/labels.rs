//! Labels of documents.

use assay_core::PathStatus;
use assay_locale::Messages;

use crate::content::{COUNT, ColumnLabels, Labels, SheetLabels, status_name};

/// The labels in the language of the messages.
pub(crate) fn labels(messages: &Messages) -> Labels {
    let (unknown, not_applicable) = (
        messages.section_unknown(),
        messages.section_not_applicable(),
    );
    let statuses = [
        PathStatus::Open,
        PathStatus::Unverified,
        PathStatus::Blocked,
        PathStatus::Unknown,
    ];
    Labels {
        contents: messages.report_contents().to_owned(),
        colon: messages.list_colon().to_owned(),
        level: messages.compare_level().to_owned(),
        answer: messages.tornado_column_answer().to_owned(),
        name: messages.report_column_name().to_owned(),
        sheets: sheets(messages),
        columns: columns(messages),
        live: messages.report_live(messages.report_answers()),
        fixed: messages.report_fixed().to_owned(),
        answer_help: messages.report_answer_help(unknown, not_applicable),
        answer_fault: messages.report_answer_fault(unknown, not_applicable),
        unknown: unknown.to_owned(),
        not_applicable: not_applicable.to_owned(),
        statuses: statuses.map(|status| status_name(messages, status).to_owned()),
        more: messages.report_more(COUNT),
        tags: [messages.faith_faith(), messages.faith_all_in()].map(str::to_owned),
    }
}

fn sheets(messages: &Messages) -> SheetLabels {
    SheetLabels {
        answers: messages.report_answers().to_owned(),
        scores: messages.report_sheet_scores().to_owned(),
        criteria: messages.report_sheet_criteria().to_owned(),
        paths: messages.report_sheet_paths().to_owned(),
        roadmap: messages.report_sheet_roadmap().to_owned(),
        method: messages.report_sheet_method().to_owned(),
    }
}

fn columns(messages: &Messages) -> ColumnLabels {
    ColumnLabels {
        id: messages.report_column_id().to_owned(),
        section: messages.sections_column_section().to_owned(),
        question: messages.report_column_question().to_owned(),
        answer: messages.report_column_answer().to_owned(),
        meaning: messages.report_column_meaning().to_owned(),
        note: messages.report_column_note().to_owned(),
        note_and_evidence: messages.report_column_note_and_evidence().to_owned(),
        evidence: [
            messages.report_column_evidence(),
            messages.report_column_evidence_date(),
            messages.report_column_evidence_person(),
        ]
        .map(str::to_owned),
        levels: ["1", "2", "3", "4", "5"].map(|number| messages.report_column_level(number)),
        weight: messages.how_column_weight().to_owned(),
        asked: messages.report_column_asked().to_owned(),
        known: messages.report_column_known().to_owned(),
        open: messages.report_column_open().to_owned(),
        points: messages.report_column_points().to_owned(),
        low: messages.sections_column_low().to_owned(),
        value: messages.sections_column_value().to_owned(),
        high: messages.sections_column_high().to_owned(),
        terms: [
            messages.report_column_transformed_low(),
            messages.report_column_transformed(),
            messages.report_column_transformed_high(),
        ]
        .map(str::to_owned),
        figure: messages.report_column_figure().to_owned(),
        criterion: messages.report_column_criterion().to_owned(),
        path: messages.report_column_path().to_owned(),
        threshold: messages.how_column_threshold().to_owned(),
        fit: messages.path_fit().to_owned(),
        coverage: messages.report_column_coverage().to_owned(),
        shortfall: messages.report_column_shortfall().to_owned(),
        status: messages.report_column_status().to_owned(),
        rank: messages.report_column_rank().to_owned(),
        missing: messages.report_column_missing().to_owned(),
        wave: messages.report_column_wave().to_owned(),
        action: messages.report_column_action().to_owned(),
        effort: messages.report_column_effort().to_owned(),
        why: messages.report_column_why().to_owned(),
        done: messages.report_column_done().to_owned(),
    }
}
