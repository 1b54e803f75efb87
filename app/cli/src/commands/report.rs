//! `assay report`: writes reports that other programs open.

mod charts;
mod paths;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use assay_core::{Assessment, Day, Evaluation, Stance};
use assay_formats::{roadmap_tasks, write_calendar};
use assay_locale::{Language, Messages};
use assay_reports::{
    Brand, Error, MAX_TEMPLATE_SIZE, ReportContent, ReportSource, TemplateFault,
    describe_template_fault, fill_pptx, write_answers_csv, write_docx, write_figures_csv,
    write_markdown, write_pptx, write_xlsx,
};

use self::paths::{find_assessments, path_beside};

use super::score::read_assessment;
use crate::args::{Report, ReportFormat};
use crate::brand::read_brand;
use crate::chart_picture::SystemFonts;
use crate::failure::{Failure, print_errors};
use crate::files::{InputSource, STANDARD_INPUT};
use crate::models::{self, KnownModels, LoadedModel};
use crate::wording::{self, LocaleBundle};

pub(super) fn run(arguments: &Report) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let command = ReportCommand {
        arguments,
        template: read_template(arguments, &locale)?,
        known: models::load_models(arguments.model.as_deref(), &locale)?,
        brand: read_brand(arguments.config.as_deref(), &locale)?,
        fonts: OnceCell::new(),
        locale: &locale,
    };
    let inputs = find_assessments(&arguments.files, &locale)?;
    let folder = inputs.len() > 1
        || arguments.files.iter().any(|file| file.is_dir())
        || arguments.output.is_dir()
        || arguments
            .output
            .as_os_str()
            .to_string_lossy()
            .ends_with('/');
    if folder {
        command.write_folder(&inputs)
    } else {
        let [input] = inputs.as_slice() else {
            return Ok(());
        };
        command.write_report(input, &arguments.output, &mut BTreeSet::new())
    }
}

/// The file of a template, which presentations alone can have.
fn read_template(arguments: &Report, locale: &LocaleBundle) -> Result<Option<Vec<u8>>, Failure> {
    let Some(path) = &arguments.template else {
        return Ok(None);
    };
    if arguments.format != ReportFormat::Pptx {
        return Err(Failure::Usage(
            locale.cli_template_of_other_format().to_owned(),
        ));
    }
    let source = InputSource::new(path);
    Ok(Some(source.read_bytes_within(MAX_TEMPLATE_SIZE, locale)?))
}

/// What all reports of a run share.
struct ReportCommand<'a> {
    arguments: &'a Report,
    /// The presentation to fill.
    template: Option<Vec<u8>>,
    known: KnownModels,
    brand: Brand,
    /// The fonts of PNG charts, once they are needed.
    fonts: OnceCell<SystemFonts>,
    locale: &'a LocaleBundle,
}

impl ReportCommand<'_> {
    /// Writes a report for each input. Inputs that fail are reported; the others are written.
    fn write_folder(&self, inputs: &[PathBuf]) -> Result<(), Failure> {
        let folder = &self.arguments.output;
        std::fs::create_dir_all(folder).map_err(|error| self.unwritable(folder, &error))?;
        let mut written = BTreeSet::new();
        let mut has_failed = false;
        for input in inputs {
            let stem = match input.as_os_str() == STANDARD_INPUT {
                true => OsStr::new("report"),
                false => input.file_stem().unwrap_or(OsStr::new("report")),
            };
            // Not `with_extension`, which replaces what follows a dot of the name.
            let mut name = stem.to_owned();
            name.push(format!(".{}", self.extension()));
            if let Err(failure) = self.write_report(input, &folder.join(name), &mut written) {
                has_failed = true;
                print_errors(&[failure.to_string()]);
            }
        }
        if has_failed {
            Err(Failure::Reported)
        } else {
            Ok(())
        }
    }

    /// Writes the files of a report, unless an earlier report of the run has one of their paths.
    /// `written` holds the paths of the run.
    fn write_report(
        &self,
        input: &Path,
        output: &Path,
        written: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Failure> {
        let source = InputSource::new(input);
        let files = self.report_files(&source, output)?;
        if let Some((path, _)) = files.iter().find(|(path, _)| written.contains(path)) {
            let name = source.name(self.locale);
            return Err(Failure::input(self.locale.repeated_report(&name, path)));
        }
        for (path, bytes) in files {
            std::fs::write(&path, bytes).map_err(|error| self.unwritable(&path, &error))?;
            written.insert(path);
        }
        Ok(())
    }

    /// The files of a report with their paths.
    fn report_files(
        &self,
        source: &InputSource,
        output: &Path,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let (model, assessment) = read_assessment(&self.known, source, self.locale)?;
        let content = self.content(model, &assessment)?;
        let failed = |error: assay_reports::Error| self.unwritable(output, &error);
        let mut files = Vec::new();
        let bytes = match self.arguments.format {
            ReportFormat::Xlsx => write_xlsx(&content).map_err(failed)?,
            ReportFormat::Pptx => self.presentation(&content, output)?,
            ReportFormat::Docx => write_docx(&content).map_err(failed)?,
            ReportFormat::Md => write_markdown(&content).into_bytes(),
            ReportFormat::Csv => {
                let figures = write_figures_csv(&content).into_bytes();
                files.push((path_beside(output, "figures"), figures));
                write_answers_csv(&content).into_bytes()
            }
            ReportFormat::Ics => self.calendar(model, &assessment)?.into_bytes(),
            ReportFormat::Svg => return self.charts(&content, output),
            ReportFormat::Png => return self.pictures(&content, output),
        };
        files.push((output.to_owned(), bytes));
        Ok(files)
    }

    /// A presentation of the built-in design, or the template with its fields filled.
    fn presentation(&self, content: &ReportContent, output: &Path) -> Result<Vec<u8>, Failure> {
        let written = match &self.template {
            Some(template) => fill_pptx(content, template),
            None => write_pptx(content),
        };
        written.map_err(|error| match error {
            Error::Template(faults) => self.template_failure(&faults),
            other => self.unwritable(output, &other),
        })
    }

    fn template_failure(&self, faults: &[TemplateFault]) -> Failure {
        let template = self.arguments.template.as_deref().unwrap_or(Path::new(""));
        let name = InputSource::new(template).name(self.locale);
        let say = |fault| format!("{name}: {}", describe_template_fault(self.locale, fault));
        Failure::Input(faults.iter().map(say).collect())
    }

    fn content(
        &self,
        model: &LoadedModel,
        assessment: &Assessment,
    ) -> Result<ReportContent, Failure> {
        let language = self.language(assessment);
        let texts = model.texts(language, self.locale)?;
        Ok(ReportContent::build(&ReportSource {
            model: &model.model,
            texts: &texts,
            messages: &Messages::embedded(language),
            language,
            assessment,
            stance: self.stance(assessment),
            draws: self.arguments.draws,
            day: self.arguments.day,
            brand: &self.brand,
        }))
    }

    /// The due dates of the roadmap, exported on the day of the report, or else now.
    fn calendar(&self, model: &LoadedModel, assessment: &Assessment) -> Result<String, Failure> {
        let language = self.language(assessment);
        let texts = model.texts(language, self.locale)?;
        let messages = Messages::embedded(language);
        let (model, stance) = (&model.model, self.stance(assessment));
        let roadmap = Evaluation::new(model, stance, &assessment.answers)
            .roadmap_towards(&assessment.targets(model));
        let tasks = roadmap_tasks(model, &texts, &messages, assessment, &roadmap);
        let midnight = |day: Day| i64::from(day.days()) * 86_400;
        let time = self.arguments.day.map_or_else(now, midnight);
        Ok(write_calendar(&messages, &tasks, time))
    }

    /// The language of a report.
    fn language(&self, assessment: &Assessment) -> Language {
        let language = self.arguments.lang;
        language.unwrap_or_else(|| wording::assessment_language(assessment))
    }

    fn stance(&self, assessment: &Assessment) -> Stance {
        self.arguments.stance.unwrap_or(assessment.profile.stance)
    }

    fn unwritable(&self, path: &Path, reason: &dyn std::fmt::Display) -> Failure {
        Failure::input(self.locale.unwritable(path, reason))
    }

    fn extension(&self) -> &'static str {
        match self.arguments.format {
            ReportFormat::Xlsx => "xlsx",
            ReportFormat::Pptx => "pptx",
            ReportFormat::Docx => "docx",
            ReportFormat::Md => "md",
            ReportFormat::Csv => "csv",
            ReportFormat::Svg => "svg",
            ReportFormat::Png => "png",
            ReportFormat::Ics => "ics",
        }
    }
}

/// 2020-01-01 in seconds since 1970.
const YEAR_2020: u64 = 1_577_836_800;

/// The present time in seconds since 2020; 0 on a clock that is before it.
fn now() -> i64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since_1970.map_or(0, |time| time.as_secs().saturating_sub(YEAR_2020));
    i64::try_from(seconds).unwrap_or(i64::MAX)
}
