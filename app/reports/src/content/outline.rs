//! The content as chapters of a written report.

use super::{Chart, ReportContent};

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// Its content.
    pub blocks: Vec<Block<'a>>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub enum Block<'a> {
    /// A heading of the second level.
    Heading(&'a str),
    /// A paragraph that stands out.
    Lead(&'a str),
    /// A paragraph.
    Paragraph(&'a str),
    /// A paragraph with a label in bold.
    Labelled(&'a str, &'a str),
    /// A list without an order.
    List(Vec<&'a str>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(&'a Chart),
}

/// A table of texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Headings of the columns.
    pub columns: Vec<String>,
    /// Whether a column holds numbers.
    pub numeric: Vec<bool>,
    /// Widths of the columns in percent.
    pub widths: Vec<u32>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

impl ReportContent {
    /// The chapters of the written report, in order.
    #[must_use]
    pub fn chapters(&self) -> Vec<Chapter<'_>> {
        let mut chapters = vec![
            self.finding_chapter(),
            self.sections_chapter(),
            self.path_chapter(),
            self.blocked_chapter(),
        ];
        chapters.extend(self.changes_chapter());
        chapters.push(self.plan_chapter());
        chapters.push(self.method_chapter());
        chapters.push(self.answers_chapter());
        chapters
    }

    fn finding_chapter(&self) -> Chapter<'_> {
        let mut blocks = vec![Block::Lead(&self.finding.sentence)];
        let certificate = &self.certificate;
        let figure = [
            (&certificate.measure, &certificate.figure),
            (&certificate.measure, &certificate.range),
            (&self.labels.level, &certificate.level),
            (&certificate.path_heading, &certificate.path),
        ];
        blocks.extend(
            figure
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(label, text)| Block::Labelled(label, text)),
        );
        if !certificate.confidence.is_empty() {
            blocks.push(Block::Paragraph(&certificate.confidence));
        }
        blocks.extend(
            self.finding
                .details
                .iter()
                .map(|text| Block::Paragraph(text)),
        );
        Chapter {
            heading: &self.finding.heading,
            blocks,
        }
    }

    fn sections_chapter(&self) -> Chapter<'_> {
        let sections = &self.sections;
        let mut blocks = vec![Block::Paragraph(&sections.sentence)];
        blocks.extend(sections.radar.as_ref().map(Block::Chart));
        blocks.push(Block::Chart(&sections.bars));
        blocks.push(Block::Table(sections.table.clone()));
        if let Some(targets) = &self.targets {
            blocks.push(Block::Heading(&targets.heading));
            blocks.push(Block::Table(targets.table.clone()));
        }
        blocks.push(Block::Heading(&sections.conviction_heading));
        blocks.push(Block::Paragraph(&sections.conviction));
        Chapter {
            heading: &sections.heading,
            blocks,
        }
    }

    fn path_chapter(&self) -> Chapter<'_> {
        let found = &self.recommendation;
        let sentences = found.sentences.iter().chain(&found.confidence);
        let mut blocks: Vec<Block<'_>> = sentences.map(|text| Block::Paragraph(text)).collect();
        if self.paths.chart.has_values() {
            blocks.push(Block::Heading(&self.paths.chart.name));
            blocks.push(Block::Chart(&self.paths.chart));
        }
        Chapter {
            heading: &found.heading,
            blocks,
        }
    }

    fn blocked_chapter(&self) -> Chapter<'_> {
        let mut blocks = Vec::new();
        if !self.paths.unblocked.is_empty() {
            blocks.push(Block::Paragraph(&self.paths.unblocked));
        }
        blocks.push(Block::Table(self.paths_table()));
        for path in self
            .paths
            .paths
            .iter()
            .filter(|path| !path.lifts.is_empty())
        {
            blocks.push(Block::Heading(&path.name));
            blocks.push(Block::List(path.lifts.iter().map(String::as_str).collect()));
        }
        Chapter {
            heading: &self.paths.heading,
            blocks,
        }
    }

    /// The paths with fit, status and what is missing.
    #[must_use]
    pub fn paths_table(&self) -> Table {
        let columns = &self.labels.columns;
        let rows = self.paths.paths.iter().map(|path| {
            vec![
                path.rank.to_string(),
                path.name.clone(),
                path.fit.clone(),
                path.status.clone(),
                path.missing.join("\n"),
            ]
        });
        let names = [
            &columns.rank,
            &columns.path,
            &columns.fit,
            &columns.status,
            &columns.missing,
        ];
        Table {
            columns: names.map(Clone::clone).to_vec(),
            numeric: vec![true, false, true, false, false],
            widths: vec![8, 25, 11, 14, 42],
            rows: rows.collect(),
        }
    }

    fn changes_chapter(&self) -> Option<Chapter<'_>> {
        let changes = self.changes.as_ref()?;
        let mut blocks = vec![Block::Paragraph(&changes.sentence)];
        for change in &changes.changes {
            blocks.push(Block::Paragraph(&change.sentence));
            if !change.raises.is_empty() {
                blocks.push(Block::List(
                    change.raises.iter().map(String::as_str).collect(),
                ));
            }
        }
        blocks.push(Block::Heading(&changes.swings_heading));
        blocks.push(Block::Paragraph(&changes.swings_sentence));
        if !changes.swings.is_empty() {
            blocks.push(Block::Table(changes.swings_table(usize::MAX)));
        }
        Some(Chapter {
            heading: &changes.heading,
            blocks,
        })
    }

    fn plan_chapter(&self) -> Chapter<'_> {
        let plan = &self.plan;
        let mut blocks = vec![Block::Paragraph(&plan.sentence)];
        if !plan.questions.is_empty() {
            blocks.push(Block::List(
                plan.questions.iter().map(String::as_str).collect(),
            ));
        }
        for wave in &plan.waves {
            blocks.push(Block::Heading(&wave.name));
            blocks.push(Block::Paragraph(&wave.gain));
            let rows = wave.actions.iter().map(|action| {
                [
                    &action.title_with_plan,
                    &action.effort,
                    &action.why,
                    &action.done,
                ]
                .map(Clone::clone)
                .to_vec()
            });
            let columns = &self.labels.columns;
            let names = [
                &columns.action,
                &columns.effort,
                &columns.why,
                &columns.done,
            ];
            blocks.push(Block::Table(Table {
                columns: names.map(Clone::clone).to_vec(),
                numeric: vec![false; 4],
                widths: vec![28, 13, 29, 30],
                rows: rows.collect(),
            }));
        }
        Chapter {
            heading: &plan.heading,
            blocks,
        }
    }

    fn method_chapter(&self) -> Chapter<'_> {
        let method = &self.method;
        let mut blocks: Vec<Block<'_>> = method
            .sentences
            .iter()
            .map(|text| Block::Paragraph(text))
            .collect();
        blocks.push(Block::List(
            method.formulas.iter().map(String::as_str).collect(),
        ));
        blocks.push(Block::Paragraph(&method.trace));
        Chapter {
            heading: &method.heading,
            blocks,
        }
    }

    fn answers_chapter(&self) -> Chapter<'_> {
        let columns = &self.labels.columns;
        let mut blocks = Vec::new();
        for (title, rows) in &self.answers.sections {
            blocks.push(Block::Heading(title));
            let has_evidence = rows.iter().any(|row| !row.evidence.is_empty());
            let has_notes = has_evidence || rows.iter().any(|row| !row.note.is_empty());
            let mut names = vec![columns.question.clone(), self.labels.answer.clone()];
            names.extend(has_notes.then(|| match has_evidence {
                true => columns.note_and_evidence.clone(),
                false => columns.note.clone(),
            }));
            let rows = rows.iter().map(|row| {
                let mut cells = vec![row.question.clone(), row.answer.clone()];
                cells.extend(has_notes.then(|| row.remarks()));
                cells
            });
            blocks.push(Block::Table(Table {
                numeric: vec![false; names.len()],
                widths: match (has_notes, has_evidence) {
                    (_, true) => vec![30, 30, 40],
                    (true, false) => vec![32, 32, 36],
                    (false, false) => vec![45, 55],
                },
                columns: names,
                rows: rows.collect(),
            }));
        }
        Chapter {
            heading: &self.answers.heading,
            blocks,
        }
    }
}
