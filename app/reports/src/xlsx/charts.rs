//! Native charts on the sheets.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLine, ChartSolidFill, ChartType, Worksheet,
};

use super::formula::{Column, Row};
use super::style::colour;
use super::{WorkbookWriter, paths, scores};
use crate::Error;
use crate::excel_limits::short_text;

/// A range of cells: sheet, first row and column, last row and column.
type Cells = (String, Row, Column, Row, Column);

impl WorkbookWriter<'_> {
    /// Radar and bars of the sections.
    pub(super) fn score_charts(&self, sheet: &mut Worksheet, row: Row) -> Result<(), Error> {
        let sections = &self.content.sections;
        let (names, values) = (self.sections_range(0), self.sections_range(scores::VALUE));
        if let Some(radar) = &sections.radar {
            let mut chart = Chart::new(ChartType::RadarFilled);
            self.add_series(&mut chart, &names, &values, 60);
            let axis = chart.y_axis();
            axis.set_min(0).set_max(100).set_major_unit(20);
            chart
                .set_width(420)
                .set_height(330)
                .set_alt_text(short_text(&radar.alternative));
            chart.title().set_hidden();
            chart.legend().set_hidden();
            sheet.insert_chart(row, 0, &chart)?;
        }
        let mut chart = self.bars(&names, &values);
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
        let (names, values) = (self.paths_range(0), self.paths_range(paths::FIT));
        let mut chart = self.bars(&names, &values);
        let alternative = &self.content.paths.chart.alternative;
        chart
            .set_width(760)
            .set_height(300)
            .set_alt_text(short_text(alternative));
        sheet.insert_chart(row, 0, &chart)?;
        Ok(())
    }

    /// Horizontal bars from 0 to 100, the first category at the top.
    fn bars(&self, names: &Cells, values: &Cells) -> Chart {
        let mut chart = Chart::new(ChartType::Bar);
        self.add_series(&mut chart, names, values, 0);
        chart.title().set_hidden();
        chart.legend().set_hidden();
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

    fn add_series(&self, chart: &mut Chart, names: &Cells, values: &Cells, transparency: u8) {
        let brand = &self.content.brand;
        let mut fill = ChartSolidFill::new();
        fill.set_color(colour(brand.colours.act))
            .set_transparency(transparency);
        let mut line = ChartLine::new();
        line.set_color(colour(brand.colours.act)).set_width(2);
        let mut format = ChartFormat::new();
        format.set_solid_fill(&fill);
        if transparency > 0 {
            format.set_border(&line);
        }
        let mut font = ChartFont::new();
        font.set_name(&brand.body_font).set_size(10);
        let mut label = ChartDataLabel::new();
        label.show_value().set_num_format("0").set_font(&font);
        let (sheet, first, column, last, _) = names;
        let series =
            chart
                .add_series()
                .set_categories((sheet.as_str(), *first, *column, *last, *column));
        let (sheet, first, column, last, _) = values;
        series
            .set_values((sheet.as_str(), *first, *column, *last, *column))
            .set_name(&self.labels.columns.value)
            .set_format(&mut format)
            .set_gap(60);
        if transparency == 0 {
            series.set_data_label(&label);
        }
    }
}
