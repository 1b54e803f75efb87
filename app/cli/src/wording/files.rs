//! Messages about files and lines that cannot be read.

use std::io;
use std::path::Path;

use assay_locale::Language::{Chinese, English};

use super::LocaleBundle;

impl LocaleBundle {
    /// The name of standard input in messages.
    pub(crate) fn standard_input(&self) -> &'static str {
        match self.language {
            English => "standard input",
            Chinese => "标准输入",
        }
    }

    /// Why a file cannot be read, and the remedy.
    pub(crate) fn unreadable(&self, name: &str, error: &io::Error) -> String {
        let reason = match (self.language, error.kind()) {
            (English, io::ErrorKind::NotFound) => "there is no such file. Check the name",
            (Chinese, io::ErrorKind::NotFound) => "没有这个文件。请检查文件名",
            (English, io::ErrorKind::PermissionDenied) => {
                "it may not be read. Check its permissions"
            }
            (Chinese, io::ErrorKind::PermissionDenied) => "无权读取。请检查权限",
            (English, io::ErrorKind::IsADirectory) => "this is a folder. Name a file in it",
            (Chinese, io::ErrorKind::IsADirectory) => "这是文件夹。请指明其中的文件",
            (English, _) => return format!("{name}: it cannot be read: {error}"),
            (Chinese, _) => return format!("{name}：无法读取：{error}"),
        };
        match self.language {
            English => format!("{name}: {reason}"),
            Chinese => format!("{name}：{reason}"),
        }
    }

    /// A wording file is missing.
    pub(crate) fn missing_texts_file(&self, model: &Path, tag: &str, texts: &Path) -> String {
        let (model, texts) = (model.display(), texts.display());
        match self.language {
            English => format!(
                "{model}: texts.{tag}: there is no file {texts}; put it there, or correct its name"
            ),
            Chinese => {
                format!("{model}：texts.{tag}：没有文件 {texts}。请把文件放好，或者改正文件名")
            }
        }
    }

    /// The wording in a language is unusable; another language or ids are used.
    pub(crate) fn fallback_wording(
        &self,
        model: &Path,
        wanted: &str,
        used: Option<&str>,
    ) -> String {
        let model = model.display();
        match (self.language, used) {
            (English, Some(used)) => format!(
                "{model}: there is no usable wording in the language {wanted}; that of {used} is used"
            ),
            (English, None) => {
                format!("{model}: there is no usable wording; ids stand for it")
            }
            (Chinese, Some(used)) => {
                format!("{model}：没有可用的 {wanted} 文字，改用 {used} 的文字")
            }
            (Chinese, None) => format!("{model}：没有可用的文字，只好以 id 代替"),
        }
    }

    /// A wording file is in another folder.
    pub(crate) fn not_beside(&self, model: &Path, name: &str) -> String {
        let model = model.display();
        match self.language {
            English => format!(
                "{model}: texts: {name:?} is not the name of a file beside the questionnaire. Put it there, and write its name alone"
            ),
            Chinese => format!(
                "{model}：texts：{name:?} 不是问卷旁边的文件名。请把文件放在问卷旁边，只写文件名"
            ),
        }
    }

    /// The file to check against `--model` is itself a questionnaire.
    pub(crate) fn model_checked_against_model(&self, name: &str) -> String {
        match self.language {
            English => format!(
                "{name} is a questionnaire itself, and --model is for checking an assessment against one"
            ),
            Chinese => format!("{name} 本身就是问卷，而 --model 是用来按问卷检查评估的"),
        }
    }

    /// A line is longer than any assessment.
    pub(crate) fn line_too_long(&self, bytes: u64, limit: usize) -> String {
        match self.language {
            English => format!(
                "The line holds {bytes} bytes, but at most {limit} are read; put less on it."
            ),
            Chinese => format!("这一行有 {bytes} 个字节，最多只读 {limit} 个；请缩短。"),
        }
    }

    /// How many lines are not assessments.
    pub(crate) fn invalid_lines(&self, name: &str, bad: u64, lines: u64) -> String {
        match (self.language, bad) {
            (English, 1) => format!(
                "{name}: 1 of {lines} lines is not an assessment; in the output it has its error in its place"
            ),
            (English, _) => format!(
                "{name}: {bad} of {lines} lines are not assessments; in the output each has its error in its place"
            ),
            (Chinese, _) => {
                format!("{name}：{lines} 行中有 {bad} 行不是评估；在输出里，错误写在那一行的位置上")
            }
        }
    }

    /// The name of a line in messages.
    pub(crate) fn line_name(&self, name: &str, line: u64) -> String {
        match self.language {
            English => format!("{name}: line {line}"),
            Chinese => format!("{name}：第 {line} 行"),
        }
    }

    /// How many lines a cohort does not count.
    pub(crate) fn uncounted_lines(&self, name: &str, bad: u64, lines: u64) -> String {
        match (self.language, bad) {
            (English, 1) => format!(
                "{name}: 1 of {lines} lines is no assessment and no result; the others are counted"
            ),
            (English, _) => format!(
                "{name}: {bad} of {lines} lines are no assessments and no results; the others are counted"
            ),
            (Chinese, _) => {
                format!("{name}：{lines} 行中有 {bad} 行既不是评估也不是结果；其余的都已计入")
            }
        }
    }

    /// Nothing was given to add.
    pub(crate) fn no_cohort(&self, name: &str) -> String {
        match self.language {
            English => format!("{name}: there is no cohort to add"),
            Chinese => format!("{name}：没有可以相加的基准数据"),
        }
    }

    /// The remedy for a cohort that is too small.
    pub(crate) fn partial_remedy(&self) -> &'static str {
        match self.language {
            English => "to add it to others, write it with --partial",
            Chinese => "要和其他部分相加，请加上 --partial 再写出",
        }
    }
}
