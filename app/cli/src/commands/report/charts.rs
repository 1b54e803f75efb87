//! The charts of a report as files.

use std::path::{Path, PathBuf};

use assay_locale::Language;
use assay_reports::{ReportContent, draw_charts};

use super::ReportCommand;
use super::paths::path_beside;
use crate::chart_picture::SystemFonts;
use crate::failure::Failure;

impl ReportCommand<'_> {
    /// The charts as SVG with their paths.
    pub(super) fn charts(
        &self,
        content: &ReportContent,
        output: &Path,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let charts = self.draw(content, output)?.into_iter();
        Ok(charts.map(|(path, svg)| (path, svg.into_bytes())).collect())
    }

    /// The charts as PNG with their paths.
    pub(super) fn pictures(
        &self,
        content: &ReportContent,
        output: &Path,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let fonts = self.fonts.get_or_init(SystemFonts::find);
        let families = fallback_families(content.language);
        let paper = content.brand.colours.paper;
        let draw = |(path, svg): (PathBuf, String)| match fonts.draw(&svg, paper, families) {
            Ok(png) => Ok((path, png)),
            Err(error) => Err(Failure::input(self.locale.undrawable(&path, &error))),
        };
        self.draw(content, output)?.into_iter().map(draw).collect()
    }

    fn draw(
        &self,
        content: &ReportContent,
        output: &Path,
    ) -> Result<Vec<(PathBuf, String)>, Failure> {
        let charts = draw_charts(content);
        let charts = charts.map_err(|error| self.unwritable(output, &error))?;
        let others = charts.others.into_iter();
        let others = others.map(|(name, chart)| (path_beside(output, name), chart));
        let sections = (output.to_owned(), charts.sections);
        Ok(std::iter::once(sections).chain(others).collect())
    }
}

/// The fonts that are preferred for characters which the font of a text lacks.
fn fallback_families(language: Language) -> &'static [&'static str] {
    match language {
        Language::Japanese => &[
            "Yu Gothic",
            "Hiragino Sans",
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "IPAexGothic",
        ],
        _ => &[
            "Microsoft YaHei",
            "PingFang SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
        ],
    }
}
