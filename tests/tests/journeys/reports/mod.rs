//! The result as files for other programs: which files a press saves, and what they contain.

mod evidence;
mod loading;
mod tables;

use assay_journeys::{
    Journey, Outcome, Package, Picture, SiteFolder, Visitor, assessment_json, run_assay,
};
use serde_json::{Value, json};

const SECTIONS: [&str; 4] = ["data", "algorithms", "compute", "strategy"];

/// An assessment of a company whose name is no file name.
fn assessment() -> Outcome<Value> {
    let mut file = assessment_json("Kestrel & Sons / North", &SECTIONS, 2)?;
    if let Some(fields) = file.as_object_mut() {
        fields.insert(
            "notes".to_owned(),
            json!({ "data.domain": "see <the register>" }),
        );
        fields.insert("updated".to_owned(), json!("2026-11-23T12:00:00Z"));
    }
    Ok(file)
}

/// Imports an assessment and opens the dialog at its result. Returns the folder with the file.
async fn open_dialog(visitor: &Visitor, file: &Value) -> Outcome<SiteFolder> {
    let folder = SiteFolder::empty()?;
    folder.write("own.json", &file.to_string())?;
    visitor.open("#/workspace").await?;
    let path = folder.file_path("own.json");
    visitor.choose_file("[data-action=import]", &path).await?;
    visitor.wait_visible(".assessments tbody tr").await?;
    visitor.go_to_page("results").await?;
    visitor.confidence().await?;
    visitor.press("[data-action=reports]").await?;
    visitor.wait_visible("dialog.reports").await?;
    Ok(folder)
}

/// The button that saves a file with this ending.
fn button(ending: &str) -> String {
    format!("[data-action=save-report][data-format='{ending}']")
}

/// Presses the button, and returns the name and the content of the file.
async fn save(visitor: &Visitor, ending: &str) -> Outcome<(String, Vec<u8>)> {
    let saved = visitor.save_file(&button(ending)).await?;
    visitor
        .wait_until(
            "the dialog rests",
            "return document.querySelector('[data-report-status]').innerText === ''",
        )
        .await?;
    Ok(saved)
}

/// The day in the name of a file.
fn day_of(name: &str) -> &str {
    let stem = name.strip_prefix("assay-Kestrel---Sons---North-");
    stem.and_then(|rest| rest.get(..10)).unwrap_or_default()
}

/// What the command line tool writes for the same assessment.
fn written_by_command(folder: &SiteFolder, format: &str, day: &str) -> Outcome<Vec<u8>> {
    let (input, output) = (folder.file_path("own.json"), folder.file_path("written"));
    let arguments = [
        "report", "--format", format, "--lang", "en", "--day", day, "--output", &output, &input,
    ];
    run_assay(&arguments, "")?;
    Ok(std::fs::read(output)?)
}

#[test]
fn every_file_is_saved_by_a_press_with_the_bytes_of_the_command_line() -> Outcome {
    Journey::new().run(async |visitor| {
        let folder = open_dialog(visitor, &assessment()?).await?;
        for format in ["pptx", "docx", "xlsx", "md", "csv", "svg"] {
            let ending = if format == "svg" {
                "sections.svg"
            } else {
                format
            };
            let (name, content) = save(visitor, ending).await?;
            let day = day_of(&name);
            assert_eq!(
                name,
                format!("assay-Kestrel---Sons---North-{day}.{ending}"),
                "{format}"
            );
            let expected = written_by_command(&folder, format, day)?;
            assert!(
                content == expected,
                "{format} differs from the command line"
            );
            if let "pptx" | "docx" | "xlsx" = format {
                let package = Package::read(&content)?;
                assert!(package.contains("Kestrel &amp; Sons / North"), "{format}");
                assert!(package.names().any(|part| part == "[Content_Types].xml"));
            }
        }
        let (_, figures) = save(visitor, "figures.csv").await?;
        assert!(String::from_utf8(figures)?.contains("AI content"));
        Ok(())
    })
}

#[test]
fn charts_are_saved_as_vectors_and_as_pixels() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        for chart in ["sections", "paths", "radar"] {
            let (_, svg) = save(visitor, &format!("{chart}.svg")).await?;
            assert!(svg.starts_with(b"<svg"), "{chart}");
            let (name, png) = save(visitor, &format!("{chart}.png")).await?;
            assert!(name.ends_with(&format!(".{chart}.png")), "{name}");
            let picture = Picture::decode(&png)?;
            assert_eq!(picture.width.max(picture.height), 1920, "{chart}");
            assert!(picture.dark_share() > 0.002, "{chart}");
            assert_eq!(picture.corner_colour(), Some([0xfb, 0xf9, 0xf4]), "{chart}");
        }
        Ok(())
    })
}

#[test]
fn a_received_result_and_an_example_are_saved_in_the_language_of_the_page() -> Outcome {
    Journey::new().language("zh-CN").run(async |visitor| {
        visitor.open("#/example/school").await?;
        visitor.wait_for_page("shared").await?;
        let heading = visitor.text("main .certificate").await?;
        visitor.press("[data-action=reports]").await?;
        let (name, report) = save(visitor, "md").await?;
        let report = String::from_utf8(report)?;
        let title = report.lines().next().unwrap_or_default().to_owned();
        let company = title.trim_start_matches(['#', ' ']);
        assert!(heading.contains(company), "{company} is not in {heading}");
        assert!(
            name.contains(company) && report.contains("含AI量"),
            "{name}: {report}"
        );
        let (_, slides) = save(visitor, "pptx").await?;
        let slides = Package::read(&slides)?;
        assert!(slides.contains(company) && slides.contains("含AI量"));
        Ok(())
    })
}

#[test]
fn a_link_without_answers_offers_no_files_and_says_why() -> Outcome {
    let file = assessment()?.to_string();
    let payload = run_assay(&["link", "--scores-only", "-"], &file)?;
    Journey::new().run(async |visitor| {
        visitor.open(&format!("#/r/{payload}")).await?;
        visitor.wait_for_page("shared").await?;
        visitor.wait_visible("[data-no-reports]").await?;
        assert_eq!(visitor.count_visible("[data-action=reports]").await?, 0);
        let payload = run_assay(&["link", "-"], &file)?;
        visitor.go_to_hash(&format!("#/r/{payload}")).await?;
        visitor.press("[data-action=reports]").await?;
        let (name, _) = save(visitor, "docx").await?;
        assert!(!day_of(&name).is_empty(), "{name}");
        Ok(())
    })
}

#[test]
fn documents_have_the_name_the_colours_and_the_logo_of_the_site() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let config = json!({
        "format": "assay.config/1",
        "brand": { "name": "Northgate", "logo": "brand/logo.svg", "colours": { "light": { "act": "#1d4f91" } } },
        "texts": { "en": { "report.finding": "What Northgate finds" } },
    });
    folder.write("config.json", &config.to_string())?;
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20" fill="#1d4f91"/></svg>"##;
    folder.write("brand/logo.svg", logo)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        let (_, slides) = save(visitor, "pptx").await?;
        let slides = Package::read(&slides)?;
        for text in ["Northgate", "1D4F91", "What Northgate finds"] {
            assert!(slides.contains(text), "{text}");
        }
        let logo = slides.names().find(|name| name.ends_with(".png"));
        let logo = logo.and_then(|name| slides.part(name));
        let logo = Picture::decode(logo.unwrap_or_default())?;
        assert_eq!((logo.width, logo.height), (1200, 300));
        Ok(())
    })
}
