//! Requests for reports.
//!
//! | field | content |
//! | --- | --- |
//! | `format` | `xlsx`, `pptx`, `docx`, `md`, `csv` |
//! | `language` | the language of all texts |
//! | `model`, `texts`, `messages`, `assessment`, `config` | the texts of the files |
//! | `stance` | the stance of the result |
//! | `draws` | number of draws |
//! | `day` | the day of the report, or nothing |

use assay_config::Config;
use assay_core::{Assessment, Day, Json, Model, Stance, Texts};
use assay_locale::{Language, Messages};
use assay_reports::{
    Brand, ReportContent, ReportSource, write_answers_csv, write_docx, write_markdown, write_pptx,
    write_xlsx,
};

/// Writes the report that a request asks for.
pub(crate) fn write_report(request: &str) -> Result<Vec<u8>, String> {
    let request = Request(Json::parse(request).map_err(|problems| problems.to_string())?);
    let content = request.content()?;
    match request.text("format")? {
        "xlsx" => write_xlsx(&content).map_err(|error| error.to_string()),
        "pptx" => write_pptx(&content).map_err(|error| error.to_string()),
        "docx" => write_docx(&content).map_err(|error| error.to_string()),
        "md" => Ok(write_markdown(&content).into_bytes()),
        "csv" => Ok(write_answers_csv(&content).into_bytes()),
        other => Err(format!("format: {other} is unknown")),
    }
}

struct Request(Json);

impl Request {
    fn text(&self, field: &str) -> Result<&str, String> {
        let text = self.0.get(field).and_then(Json::as_str);
        text.ok_or_else(|| format!("{field}: missing"))
    }

    fn content(&self) -> Result<ReportContent, String> {
        let faulty = |field: &'static str| move |problems| format!("{field}: {problems}");
        let model = Model::parse(self.text("model")?)
            .map_err(faulty("model"))?
            .value;
        let texts = Texts::parse(&model, self.text("texts")?)
            .map_err(faulty("texts"))?
            .value;
        let assessment =
            Assessment::parse(&model, self.text("assessment")?).map_err(faulty("assessment"))?;
        let language = Language::from_tag(self.text("language")?).ok_or("language: unknown")?;
        let messages =
            Messages::parse(self.text("messages")?).map_err(|error| error.to_string())?;
        let config = Config::parse(self.text("config")?).map_err(|_| "config: faulty")?;
        let stance = Stance::parse(self.text("stance")?).ok_or("stance: unknown")?;
        let draws: usize = self
            .text("draws")?
            .parse()
            .map_err(|_| "draws: no number")?;
        Ok(ReportContent::build(&ReportSource {
            model: &model,
            texts: &texts,
            messages: &messages,
            language,
            assessment: &assessment,
            stance,
            draws,
            day: self.text("day").ok().and_then(Day::parse),
            brand: &Brand::new(&config),
        }))
    }
}
