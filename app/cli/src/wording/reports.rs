//! Messages about reports.

use std::path::Path;

use assay_locale::Language::{Chinese, English};

use super::LocaleBundle;

impl LocaleBundle {
    /// A folder holds no assessment.
    pub(crate) fn empty_folder(&self, folder: &Path) -> String {
        let folder = folder.display();
        match self.language {
            English => format!("{folder}: there is no .json file in this folder"),
            Chinese => format!("{folder}：文件夹里没有 .json 文件"),
        }
    }

    /// A report cannot be written.
    pub(crate) fn unwritable(&self, path: &Path, reason: &dyn std::fmt::Display) -> String {
        let path = path.display();
        match self.language {
            English => format!("{path}: it cannot be written: {reason}"),
            Chinese => format!("{path}：无法写入：{reason}"),
        }
    }

    /// Two reports would have the same name.
    pub(crate) fn repeated_report(&self, source: &str, path: &Path) -> String {
        let path = path.display();
        match self.language {
            English => format!(
                "{source}: another assessment of this run is written to {path}; rename one of the files"
            ),
            Chinese => {
                format!("{source}：这次运行中已有另一份评估写入 {path}；请给其中一个文件改名")
            }
        }
    }

    /// A template is given for a format that has none.
    pub(crate) fn template_of_other_format(&self) -> String {
        match self.language {
            English => "--template needs --format pptx".to_owned(),
            Chinese => "--template 只能与 --format pptx 一起用".to_owned(),
        }
    }

    /// A logo cannot be used.
    pub(crate) fn unusable_logo(&self, logo: &Path) -> String {
        let logo = logo.display();
        match self.language {
            English => format!(
                "{logo}: this logo is not used, because documents hold PNG, JPEG and SVG pictures"
            ),
            Chinese => format!("{logo}：未使用此标志，因为文档只能放 PNG、JPEG 和 SVG 图片"),
        }
    }
}
