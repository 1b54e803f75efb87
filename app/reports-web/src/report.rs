//! Writes the report that a request asks for: `format` is the ending of the file's name, and `day`
//! the day of the report.

use assay_core::{DEFAULT_DRAWS, Day};
use assay_reports::{
    Brand, Error, ReportContent, ReportSource, draw_charts, write_answers_csv, write_docx,
    write_figures_csv, write_markdown, write_pptx, write_xlsx,
};

use crate::request::Request;

/// Writes the report. A logo that is neither PNG nor JPEG is left out.
pub(crate) fn write(request: &Request, logo: &[u8]) -> Result<Vec<u8>, String> {
    let content = build_content(request, logo)?;
    let format = request.text("format")?;
    let written = write_format(format, &content).map_err(|error| error.to_string())?;
    written.ok_or_else(|| format!("format: there is no {format}"))
}

/// The file in a format; `None` if there is no such format, or no such chart of this content.
fn write_format(format: &str, content: &ReportContent) -> Result<Option<Vec<u8>>, Error> {
    Ok(match format {
        "xlsx" => Some(write_xlsx(content)?),
        "pptx" => Some(write_pptx(content)?),
        "docx" => Some(write_docx(content)?),
        "md" => Some(write_markdown(content).into_bytes()),
        "csv" => Some(write_answers_csv(content).into_bytes()),
        "figures.csv" => Some(write_figures_csv(content).into_bytes()),
        _ => match format.strip_suffix(".svg") {
            Some(chart) => draw_chart(chart, content)?,
            None => None,
        },
    })
}

fn draw_chart(name: &str, content: &ReportContent) -> Result<Option<Vec<u8>>, Error> {
    let charts = draw_charts(content)?;
    if name == "sections" {
        return Ok(Some(charts.sections.into_bytes()));
    }
    let mut others = charts.others.into_iter();
    let chart = others.find(|(other, _)| *other == name);
    Ok(chart.map(|(_, svg)| svg.into_bytes()))
}

fn build_content(request: &Request, logo: &[u8]) -> Result<ReportContent, String> {
    let config = request.config()?;
    let model = request.model()?;
    let texts = request.texts(&model)?;
    let assessment = request.assessment(&model)?;
    let brand = Brand::new(&config).with_logo(logo.to_vec());
    Ok(ReportContent::build(&ReportSource {
        model: &model,
        texts: &texts,
        messages: &request.messages(&config)?,
        language: request.language()?,
        assessment: &assessment,
        stance: assessment.profile.stance,
        draws: DEFAULT_DRAWS,
        day: Day::parse(request.text("day")?),
        brand: &brand,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use assay_config::Config;
    use assay_core::{Assessment, Json, Model, Texts};
    use assay_locale::{Language, Messages};

    const MODEL: &str = include_str!("../../core/models/standard.json");
    const TEXTS: &str = include_str!("../../core/models/standard.zh-CN.json");
    const MESSAGES: &str = include_str!("../../locale/texts/zh-CN.json");
    const ASSESSMENT: &str = r#"{ "format": "assay.assessment/1", "profile": { "name": "明澜医疗", "stance": "provide" },
        "answers": { "data.domain": 3, "algorithms.foundation": 2, "compute.elasticity": 1 }, "notes": { "data.domain": "<见台账>" } }"#;

    fn request(format: &str, config: &str) -> Request {
        let fields = [
            ("format", format),
            ("day", "2026-11-28"),
            ("language", "zh-CN"),
            ("model", MODEL),
            ("texts", TEXTS),
            ("messages", MESSAGES),
            ("assessment", ASSESSMENT),
            ("config", config),
        ];
        let json = Json::object(fields.map(|(name, text)| (name, Json::text(text))));
        Request::parse(&json.to_string()).unwrap()
    }

    #[test]
    fn the_bytes_are_those_of_the_command_line() {
        let model = Model::parse(MODEL).unwrap().value;
        let content = ReportContent::build(&ReportSource {
            model: &model,
            texts: &Texts::parse(&model, TEXTS).unwrap().value,
            messages: &Messages::embedded(Language::Chinese),
            language: Language::Chinese,
            assessment: &Assessment::parse(&model, ASSESSMENT).unwrap(),
            stance: assay_core::Stance::Provide,
            draws: DEFAULT_DRAWS,
            day: Day::parse("2026-11-28"),
            brand: &Brand::new(&Config::default()),
        });
        let written = |format: &str| write(&request(format, ""), &[]).unwrap();
        assert_eq!(written("xlsx"), write_xlsx(&content).unwrap());
        assert_eq!(written("pptx"), write_pptx(&content).unwrap());
        assert_eq!(written("docx"), write_docx(&content).unwrap());
        assert_eq!(written("md"), write_markdown(&content).into_bytes());
        assert_eq!(written("csv"), write_answers_csv(&content).into_bytes());
        assert_eq!(
            written("figures.csv"),
            write_figures_csv(&content).into_bytes()
        );
        let charts = draw_charts(&content).unwrap();
        assert_eq!(written("sections.svg"), charts.sections.into_bytes());
        assert_eq!(charts.others.len(), 2);
        for (name, svg) in charts.others {
            assert_eq!(written(&format!("{name}.svg")), svg.into_bytes());
        }
    }

    #[test]
    fn a_report_has_the_owners_name_and_wording() {
        let config = r#"{ "format": "assay.config/1", "brand": { "name": "北光咨询" },
            "texts": { "zh-CN": { "report.finding": "北光的结论" } } }"#;
        let text = String::from_utf8(write(&request("md", config), &[]).unwrap()).unwrap();
        assert!(text.contains("北光的结论"), "{text}");
    }

    #[test]
    fn what_is_missing_in_a_request_is_named() {
        let damaged = Request::parse("{}").unwrap();
        assert_eq!(write(&damaged, &[]).unwrap_err(), "config: missing");
        let odd = write(&request("exe", ""), &[]).unwrap_err();
        assert_eq!(odd, "format: there is no exe");
        assert!(write(&request("other.svg", ""), &[]).is_err());
        let faulty = write(&request("md", "{\"x\": 1}"), &[]).unwrap_err();
        assert_eq!(faulty, "config: faulty");
    }
}
