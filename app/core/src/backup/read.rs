//! Reads backups. Every record is validated before any is stored; a group with a faulty record is
//! omitted as a whole, so that an assessment is never restored in part.

use super::omitted::{group_of, lacks_head, report_headless, split_groups};
use super::{
    Backup, BackupWithOmissions, FORMAT, MAX_BACKUP_SIZE, OmittedGroup, RecordKind, Records,
};
use crate::json::{Json, Node, read_tree_within, report_repeated_keys};
use crate::problem::Log;
use crate::{Answer, LevelFault, Model, Problem, ProblemKind, Problems};

impl Backup {
    /// Parses a backup file. Groups with a faulty record are omitted.
    ///
    /// # Errors
    /// Every problem with its place, if the file is no backup or nothing in it can be read.
    pub fn parse(text: &str) -> Result<BackupWithOmissions, Problems> {
        let json = read_tree_within(text, MAX_BACKUP_SIZE).map_err(Problems::single)?;
        let mut log = Log::default();
        let top = Node::top(&json);
        let mut backup = Self {
            created: None,
            settings: Records::new(),
            records: Records::new(),
        };
        let mut omitted = Vec::new();
        if let Some(fields) = top.fields(&mut log) {
            fields.check_format(FORMAT, "records", &mut log)?;
            // A file of another format is refused for that reason alone.
            if log.is_empty() {
                report_repeated_keys(&json, &mut log);
                let created = fields.optional("made").and_then(|node| node.text(&mut log));
                backup.created = created.map(str::to_owned);
                if let Some(node) = fields.optional("settings") {
                    backup.settings = settings(&node, &mut log);
                }
                if let Some(node) = fields.required("records", &mut log) {
                    (backup.records, omitted) = read_records(&node, &mut log);
                }
            }
        }
        if backup.records.is_empty() {
            let problems = omitted.iter().flat_map(|group| &group.problems.0);
            for Problem { place, kind, .. } in problems {
                log.report_at(|| place.clone(), kind.clone());
            }
        }
        let read = BackupWithOmissions { backup, omitted };
        log.into_result().map(|()| read)
    }
}

/// Reads an object of strings.
fn settings(node: &Node<'_, '_>, log: &mut Log) -> Records {
    let mut texts = Records::new();
    let Some(fields) = node.fields(log) else {
        return texts;
    };
    for (key, node) in fields.nodes() {
        if let Some(text) = node.text(log) {
            texts.push((key.to_owned(), text.to_owned()));
        }
    }
    texts
}

/// Reads the records, sorted by their keys, and the groups that are omitted for their problems.
fn read_records(node: &Node<'_, '_>, log: &mut Log) -> (Records, Vec<OmittedGroup>) {
    let (mut all, mut faulty) = (Records::new(), Vec::new());
    if let Some(fields) = node.fields(log) {
        for (key, node) in fields.nodes() {
            let mut problems = Log::default();
            let text = node.text(&mut problems).unwrap_or_default();
            if problems.is_empty() {
                check(key, &node, &mut problems);
            }
            if !problems.is_empty() {
                faulty.push((group_of(key).to_owned(), problems));
            }
            all.push((key.to_owned(), text.to_owned()));
        }
    }
    crate::sorting::sort(&mut all);
    crate::sorting::sort_by(&mut faulty, |(a, _), (b, _)| a.cmp(b));
    let mut faulty = faulty.into_iter().peekable();
    let (mut records, mut omitted) = (Records::new(), Vec::new());
    for (group, of_group) in split_groups(&all) {
        let mut problems = Log::default();
        while let Some((_, found)) = faulty.next_if(|(faulty, _)| faulty == group) {
            for Problem { place, kind, .. } in found.into_problems() {
                problems.report_at(|| place, kind);
            }
        }
        if lacks_head(group, of_group) {
            report_headless(&node.place, group, &mut problems);
        }
        match problems.is_empty() {
            true => records.extend_from_slice(of_group),
            false => omitted.push(OmittedGroup::new(group, of_group, problems)),
        }
    }
    (records, omitted)
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
