//! Reads backups. Every record is validated before any is stored.

use super::{Backup, FORMAT, MAX_BACKUP_SIZE, RecordKind, Records};
use crate::json::{Json, Node, read_tree_within, report_repeated_keys};
use crate::problem::Log;
use crate::syntax::Place;
use crate::{Answer, LevelFault, Model, ProblemKind, Problems};

impl Backup {
    /// Parses a backup file.
    ///
    /// # Errors
    /// Every problem with its place.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let json = read_tree_within(text, MAX_BACKUP_SIZE).map_err(Problems::single)?;
        let mut log = Log::default();
        let top = Node::top(&json);
        let mut backup = Self {
            created: None,
            settings: Records::new(),
            records: Records::new(),
        };
        if let Some(fields) = top.fields(&mut log) {
            fields.check_format(FORMAT, "records", &mut log)?;
            // A file of another format is refused for that reason alone.
            if log.is_empty() {
                report_repeated_keys(&json, &mut log);
                let created = fields.optional("made").and_then(|node| node.text(&mut log));
                backup.created = created.map(str::to_owned);
                if let Some(node) = fields.optional("settings") {
                    backup.settings = texts(&node, &mut log, |_, _, _| ());
                }
                if let Some(node) = fields.required("records", &mut log) {
                    backup.records = texts(&node, &mut log, check);
                    check_heads(&node, &backup.records, &mut log);
                }
            }
        }
        crate::sorting::sort(&mut backup.records);
        log.into_result().map(|()| backup)
    }
}

/// Reads an object of strings and checks each entry.
fn texts(
    node: &Node<'_, '_>,
    log: &mut Log,
    check: impl Fn(&str, &Node<'_, '_>, &mut Log),
) -> Records {
    let mut texts = Records::new();
    let Some(fields) = node.fields(log) else {
        return texts;
    };
    for (key, node) in fields.nodes() {
        if let Some(text) = node.text(log) {
            check(key, &node, log);
            texts.push((key.to_owned(), text.to_owned()));
        }
    }
    texts
}

/// Validates a record.
fn check(key: &str, node: &Node<'_, '_>, log: &mut Log) {
    let text = node.json.as_str().unwrap_or_default();
    let Some((kind, group)) = RecordKind::of_key(key) else {
        let found = key.split('/').next().unwrap_or_default().to_owned();
        let allowed = &RecordKind::WORDS;
        return log.report(&node.place, ProblemKind::NotOneOf { found, allowed });
    };
    let part = key.strip_prefix(group).unwrap_or_default();
    match kind {
        RecordKind::Assessment if part == "head" => {
            check_file(text, "assay.assessment/1", node, log)
        }
        RecordKind::Team if part.starts_with("m/") => {
            check_file(text, "assay.assessment/1", node, log)
        }
        RecordKind::Assessment | RecordKind::Team
            if part.starts_with("q/") && Answer::parse(text).is_none() =>
        {
            let found = Json::text(text).quote();
            let fault = LevelFault::Other;
            log.report(&node.place, ProblemKind::NotAnAnswer { found, fault });
        }
        RecordKind::Questionnaire => {
            if let Err(problems) = Model::parse(text) {
                log.report_nested(&node.place, problems);
            }
        }
        _ => {}
    }
}

/// Checks that a text is a file of a format. Its questionnaire is not needed.
fn check_file(text: &str, format: &'static str, node: &Node<'_, '_>, log: &mut Log) {
    match Json::parse(text) {
        Ok(json) => {
            let mut inner = Log::default();
            if let Some(fields) = Node::top(&json).fields(&mut inner) {
                if let Err(problems) = fields.check_format(format, "profile", &mut inner) {
                    return log.report_nested(&node.place, problems);
                }
                let profile = fields.required("profile", &mut inner);
                let _ = profile.and_then(|node| node.fields(&mut inner).map(drop));
            }
            if let Err(problems) = inner.into_result() {
                log.report_nested(&node.place, problems);
            }
        }
        Err(problems) => log.report_nested(&node.place, problems),
    }
}

/// Checks that every assessment has a head, without which its answers cannot be used.
fn check_heads(node: &Node<'_, '_>, records: &Records, log: &mut Log) {
    let mut last = None;
    for (key, _) in records {
        let Some((RecordKind::Assessment, group)) = RecordKind::of_key(key) else {
            continue;
        };
        let has_head = |(key, _): &(String, String)| key.strip_suffix("head") == Some(group);
        if last != Some(group) && !records.iter().any(has_head) {
            let place: Place<'_> = node.place.key(group);
            log.report(&place, ProblemKind::MissingField { field: "head" });
        }
        last = Some(group);
    }
}
