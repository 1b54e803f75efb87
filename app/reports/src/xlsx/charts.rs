//! Native charts on the sheets.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Worksheet,
};

use super::formula::{Column, Row};
use super::style::colour;
use super::{WorkbookWriter, paths, scores};
use crate::Error;
use crate::excel_limits::short_text;

/// A range of cells: sheet, first row and column, last row and column.
type Cells = (String, Row, Column, Row, Column);

/// A series of a chart.
struct Series<'a> {
    name: &'a str,
    values: Cells,
    look: Look,
}

/// How a series is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A transparent area.
    Area,
    /// A line with circles.
    Line,
    /// Filled bars with their values.
    Bars,
    /// Dashes with diamonds.
    TargetLine,
    /// Hollow bars with their values.
    TargetBars,
}

impl Look {
    fn has_labels(self) -> bool {
        matches!(self, Self::Bars | Self::TargetBars)
    }

    fn marker(self) -> Option<ChartMarkerType> {
        match self {
            Self::Line => Some(ChartMarkerType::Circle),
            Self::TargetLine => Some(ChartMarkerType::Diamond),
            Self::Area | Self::Bars | Self::TargetBars => None,
        }
    }
}

impl WorkbookWriter<'_> {
    /// Radar and bars of the sections, each with a series of their targets if there are some.
    pub(super) fn score_charts(&self, sheet: &mut Worksheet, row: Row) -> Result<(), Error> {
        let sections = &self.content.sections;
        let names = self.sections_range(0);
        if let Some(radar) = &sections.radar {
            let (kind, look) = match self.section_targets() {
                Some(_) => (ChartType::RadarWithMarkers, Look::Line),
                None => (ChartType::RadarFilled, Look::Area),
            };
            let mut chart = Chart::new(kind);
            let series = [
                Some(self.section_values(look)),
                self.target_series(Look::TargetLine),
            ];
            self.add_all_series(&mut chart, &names, series);
            let axis = chart.y_axis();
            axis.set_min(0).set_max(100).set_major_unit(20);
            chart
                .set_width(420)
                .set_height(330)
                .set_alt_text(short_text(&radar.alternative));
            sheet.insert_chart(row, 0, &chart)?;
        }
        let series = [
            Some(self.section_values(Look::Bars)),
            self.target_series(Look::TargetBars),
        ];
        let mut chart = self.bars(&names, series);
        chart
            .set_width(560)
            .set_height(330)
            .set_alt_text(short_text(&sections.bars.alternative));
        let column = if sections.radar.is_some() { 4 } else { 0 };
        sheet.insert_chart(row, column, &chart)?;
        Ok(())
    }

    /// Bars of the fits.
    pub(super) fn path_chart(&self, sheet: &mut Worksheet, row: Row) -> Result<(), Error> {
        let fits = Series {
            name: &self.labels.columns.value,
            values: self.paths_range(paths::FIT),
            look: Look::Bars,
        };
        let mut chart = self.bars(&self.paths_range(0), [Some(fits), None]);
        let alternative = &self.content.paths.chart.alternative;
        chart
            .set_width(760)
            .set_height(300)
            .set_alt_text(short_text(alternative));
        sheet.insert_chart(row, 0, &chart)?;
        Ok(())
    }

    /// Horizontal bars from 0 to 100, the first category at the top.
    fn bars(&self, names: &Cells, series: [Option<Series<'_>>; 2]) -> Chart {
        let mut chart = Chart::new(ChartType::Bar);
        self.add_all_series(&mut chart, names, series);
        // The axis of categories is the y axis of bars.
        chart.y_axis().set_reverse();
        let muted = ChartLine::new()
            .set_color(colour(self.content.brand.colours.rule))
            .clone();
        chart
            .x_axis()
            .set_min(0)
            .set_max(100)
            .set_major_unit(20)
            .set_major_gridlines_line(&muted);
        chart
    }

    fn section_values(&self, look: Look) -> Series<'_> {
        Series {
            name: &self.labels.columns.value,
            values: self.sections_range(scores::VALUE),
            look,
        }
    }

    fn target_series(&self, look: Look) -> Option<Series<'_>> {
        Some(Series {
            name: &self.section_targets()?.columns[0],
            values: self.sections_range(scores::TARGET),
            look,
        })
    }

    /// Adds the series. Several have a legend.
    fn add_all_series(&self, chart: &mut Chart, names: &Cells, series: [Option<Series<'_>>; 2]) {
        let series = series.into_iter().flatten();
        let count = series
            .map(|one| self.add_series(chart, names, &one))
            .count();
        chart.title().set_hidden();
        let legend = chart.legend();
        if count > 1 {
            legend.set_position(ChartLegendPosition::Bottom);
        } else {
            legend.set_hidden();
        }
    }

    fn add_series(&self, chart: &mut Chart, names: &Cells, series: &Series<'_>) {
        let mut format = self.format(series.look);
        let marker = series.look.marker().map(|kind| {
            let mut marker = ChartMarker::new();
            marker.set_type(kind).set_size(8);
            marker.set_format(&mut self.format(match kind {
                ChartMarkerType::Diamond => Look::TargetBars,
                _ => Look::Bars,
            }));
            marker
        });
        let mut font = ChartFont::new();
        font.set_name(&self.content.brand.body_font).set_size(10);
        let mut label = ChartDataLabel::new();
        label.show_value().set_num_format("0").set_font(&font);
        let (sheet, first, column, last, _) = names;
        let added =
            chart
                .add_series()
                .set_categories((sheet.as_str(), *first, *column, *last, *column));
        let (sheet, first, column, last, _) = &series.values;
        added
            .set_values((sheet.as_str(), *first, *column, *last, *column))
            .set_name(series.name)
            .set_format(&mut format)
            .set_gap(60);
        if let Some(marker) = &marker {
            added.set_marker(marker);
        }
        if series.look.has_labels() {
            added.set_data_label(&label);
        }
    }

    /// Fill and outline of a series.
    fn format(&self, look: Look) -> ChartFormat {
        let colours = self.content.brand.colours;
        let mut fill = ChartSolidFill::new();
        fill.set_color(colour(colours.act));
        let mut line = ChartLine::new();
        line.set_color(colour(colours.act)).set_width(2);
        let mut format = ChartFormat::new();
        match look {
            Look::Area => format
                .set_solid_fill(fill.set_transparency(60))
                .set_border(&line),
            Look::Line => format.set_line(&line),
            Look::Bars => format.set_solid_fill(&fill),
            Look::TargetLine | Look::TargetBars => {
                line.set_color(colour(colours.ink));
                line.set_dash_type(ChartLineDashType::Dash);
                format.set_no_fill().set_border(&line)
            }
        };
        format
    }
}
