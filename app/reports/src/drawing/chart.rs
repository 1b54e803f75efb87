//! Native, editable charts.

use assay_config::Colour;
use rust_xlsxwriter::utility::{cell_range_absolute, row_col_to_cell_absolute};

use super::hex;
use super::workbook::{SHEET, workbook};
use crate::content::{Chart, ChartKind, ChartSeries};
use crate::package::{Package, Relationships};
use crate::xml::escape;
use crate::{Brand, Error};

/// Content type of chart parts.
const CHART_CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

const WORKBOOK_CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Adds a chart with its workbook to the folder of a package, as `charts/chartN.xml`. `size` is the
/// font size in points.
pub(crate) fn add_chart(
    package: &mut Package,
    folder: &str,
    number: usize,
    chart: &Chart,
    brand: &Brand,
    size: u32,
) -> Result<(), Error> {
    let part = format!("{folder}/charts/chart{number}.xml");
    let mut relationships = Relationships::default();
    let data = relationships.add("package", format!("../embeddings/workbook{number}.xlsx"));
    package.add_xml(
        &part,
        CHART_CONTENT_TYPE,
        &chart_xml(chart, brand, size, &data),
    );
    package.add_relationships(&part, &relationships);
    package.add_file(
        &format!("{folder}/embeddings/workbook{number}.xlsx"),
        "xlsx",
        WORKBOOK_CONTENT_TYPE,
        workbook(chart)?,
    );
    Ok(())
}

/// The inner place of a radar, as shares of the chart: as large as its labels allow, above a legend of
/// two lines if it has one.
fn radar_layout(has_legend: bool) -> String {
    let height = if has_legend { "0.62" } else { "0.72" };
    format!(
        "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/><c:x val=\"0.18\"/><c:y val=\"0.09\"/><c:w val=\"0.64\"/><c:h val=\"{height}\"/></c:manualLayout></c:layout>"
    )
}

fn chart_xml(chart: &Chart, brand: &Brand, size: u32, data: &str) -> String {
    let text = text_properties(brand.colours.ink, size);
    let has_legend = chart.series.len() > 1;
    let (plot, layout) = match chart.kind {
        ChartKind::Radar => (radar(chart, brand, size), radar_layout(has_legend)),
        ChartKind::Bars => (bars(chart, brand, size), "<c:layout/>".to_owned()),
    };
    let legend = if has_legend {
        format!(
            "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{}</c:legend>",
            text_properties(brand.colours.muted, size)
        )
    } else {
        String::new()
    };
    format!(
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>{layout}{plot}</c:plotArea>{legend}<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:externalData r:id=\"{data}\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
    )
}

fn text_properties(colour: Colour, size: u32) -> String {
    format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{}\" b=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>",
        size.saturating_mul(100),
        hex(colour)
    )
}

fn radar(chart: &Chart, brand: &Brand, size: u32) -> String {
    let colours = brand.colours;
    let series: String = chart
        .series
        .iter()
        .enumerate()
        .map(|(index, series)| {
            // The first series stands out; lowest and highest are thin outlines, targets dashes with
            // diamonds.
            let look = if series.is_target {
                format!(
                    "<c:spPr><a:ln w=\"25400\"><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill><a:prstDash val=\"lgDash\"/></a:ln></c:spPr><c:marker><c:symbol val=\"diamond\"/><c:size val=\"9\"/><c:spPr><a:noFill/><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill></a:ln></c:spPr></c:marker>",
                    hex(colours.ink)
                )
            } else if index == 0 {
                format!(
                    "<c:spPr><a:ln w=\"34925\"><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/><c:spPr><a:solidFill><a:srgbClr val=\"{0}\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker>",
                    hex(colours.act)
                )
            } else {
                let dash = if index == 1 { "sysDot" } else { "dash" };
                format!(
                    "<c:spPr><a:ln w=\"15875\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:prstDash val=\"{dash}\"/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>",
                    hex(colours.metal)
                )
            };
            series_xml(chart, index, series, &look, "")
        })
        .collect();
    format!(
        "<c:radarChart><c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>{series}<c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:radarChart>{}{}",
        category_axis(brand, size, "minMax", "<c:majorGridlines/>", "b"),
        value_axis(brand, size.saturating_sub(2), "l", "autoZero")
    )
}

fn bars(chart: &Chart, brand: &Brand, size: u32) -> String {
    let series: String = chart
        .series
        .iter()
        .enumerate()
        .map(|(index, series)| {
            let fill = match series.is_target {
                true => format!(
                    "<a:noFill/><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:prstDash val=\"dash\"/></a:ln>",
                    hex(brand.colours.ink)
                ),
                false => format!(
                    "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
                    hex(brand.colours.act)
                ),
            };
            let look = format!("<c:spPr>{fill}</c:spPr><c:invertIfNegative val=\"0\"/>");
            let labels = format!(
                "<c:dLbls><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
                text_properties(brand.colours.ink, size)
            );
            series_xml(chart, index, series, &look, &labels)
        })
        .collect();
    format!(
        "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"60\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>{}{}",
        category_axis(brand, size, "maxMin", "", "l"),
        value_axis(brand, size.saturating_sub(2), "b", "max")
    )
}

fn category_axis(brand: &Brand, size: u32, order: &str, grid: &str, place: &str) -> String {
    let rule = hex(brand.colours.rule);
    let grid = match grid {
        "" => String::new(),
        _ => format!(
            "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{rule}\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        ),
    };
    format!(
        "<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{place}\"/>{grid}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{rule}\"/></a:solidFill></a:ln></c:spPr>{}<c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>",
        text_properties(brand.colours.ink, size)
    )
}

/// From 0 to 100. `crosses` puts it below bars whose order is reversed.
fn value_axis(brand: &Brand, size: u32, place: &str, crosses: &str) -> String {
    let rule = hex(brand.colours.rule);
    format!(
        "<c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"100\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{place}\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{rule}\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln w=\"6350\"><a:noFill/></a:ln></c:spPr>{}<c:crossAx val=\"1001\"/><c:crosses val=\"{crosses}\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"20\"/></c:valAx>",
        text_properties(brand.colours.muted, size)
    )
}

fn series_xml(
    chart: &Chart,
    index: usize,
    series: &ChartSeries,
    look: &str,
    labels: &str,
) -> String {
    let column = u16::try_from(index.saturating_add(1)).unwrap_or(u16::MAX);
    let count = u32::try_from(chart.categories.len()).unwrap_or(u32::MAX);
    let range = |column| format!("{SHEET}!{}", cell_range_absolute(1, column, count, column));
    let categories = chart.categories.iter().map(|name| Some(name.clone()));
    let values = series.values.iter();
    let values = values.map(|value| value.map(|value| value.to_string()));
    let heading = row_col_to_cell_absolute(0, column);
    format!(
        "<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>{SHEET}!{heading}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{labels}<c:cat><c:strRef><c:f>{}</c:f><c:strCache>{}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>0.0</c:formatCode>{}</c:numCache></c:numRef></c:val></c:ser>",
        escape(&series.name),
        range(0),
        points_xml(categories),
        range(column),
        points_xml(values)
    )
}

/// The cached texts of a range, of which empty cells have none.
fn points_xml(texts: impl ExactSizeIterator<Item = Option<String>>) -> String {
    let total = texts.len();
    let point = |(at, text): (usize, Option<String>)| {
        let text = escape(&text?);
        Some(format!("<c:pt idx=\"{at}\"><c:v>{text}</c:v></c:pt>"))
    };
    let points: String = texts.enumerate().filter_map(point).collect();
    format!("<c:ptCount val=\"{total}\"/>{points}")
}
