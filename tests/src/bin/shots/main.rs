//! Takes screenshots of every page and of what opens over it: all languages, light, dark and in
//! forced colours, narrow and wide, in a frame, and the printed result. They are written to
//! `target/shots/`.
//!
//! `cargo xtask shots [WORD…]` takes those whose name contains one of the words.

mod frames;
mod prepared;
mod states;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use assay_journeys::{
    ColorScheme, Error, Journey, Outcome, SiteFolder, Visitor, load_company, write_team_files,
};
use xtask::checkout::Checkout;
use xtask::process;

/// The pages: the name of the screenshot and the address.
const PAGES: [(&str, &str); 24] = [
    ("start", "#/"),
    ("profile", "#/profile"),
    ("section", "#/s/data"),
    ("section-compute", "#/s/compute"),
    ("review", "#/review"),
    ("unfinished", "#/review"),
    ("results", "#/results"),
    ("share-panel", "#/results"),
    ("benchmark", "#/results"),
    ("example-medical", "#/example/medical"),
    ("example-insurer", "#/example/insurer"),
    ("examples", "#/examples"),
    ("ask", "#/ask"),
    ("workspace", "#/workspace"),
    ("compare", "#/compare"),
    ("invite", "#/invite"),
    ("invitation", INVITATION),
    ("team", "#/team"),
    ("about", "#/about"),
    ("embed", "#/embed"),
    ("error", "#/nowhere"),
    ("broken-link", "#/r/broken"),
    // Vectors of `docs/links.md`; the sealed one contains answers to another questionnaire.
    (
        "link-scores",
        "#/r/ASECCdgTYBvUkfFoVL3MGf4GTn7ktG4skhJNUNgxdfq7AbADD6T2RJlXcvVluukJEgJ2Gd6o5RQYhGQRISmQs8Pplw1rM_oD70CZuSFDRPBwEBI8IsIfoEYXJJPxKJf0zO3OCA508IrNZpw",
    ),
    (
        "link-sealed",
        "#/r/AQMACSfAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw0yfcFklsYOyosa6S0ucywCOR8RzEeQUXw0JlrUxP2JV5ZyOJfzJTwvYTk",
    ),
];

/// An invitation to the sections data and compute, with a message.
const INVITATION: &str = "#/i/AQICBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5Lk1QuXo";

const LANGUAGES: [&str; 4] = ["en", "zh-CN", "de", "ja"];
const WIDTHS: [u32; 2] = [390, 1280];
const SCHEMES: [(ColorScheme, &str); 3] = [
    (ColorScheme::Light, "light"),
    (ColorScheme::Dark, "dark"),
    (ColorScheme::Forced, "forced"),
];

fn main() -> Outcome {
    let filters: Vec<String> = std::env::args().skip(1).collect();
    let folder = Checkout::current().file("target/shots");
    fs::create_dir_all(&folder)?;
    for language in LANGUAGES {
        let set = Set {
            language,
            folder: &folder,
            filters: &filters,
        };
        Journey::new()
            .with_preview()
            .language(language)
            .time_limit(Duration::from_secs(3_600))
            .run(async |visitor| take_screenshots(visitor, &set).await)?;
        frames::take_screenshots(&set)?;
    }
    println!("The pictures are in {}.", folder.display());
    Ok(())
}

/// The screenshots of one language.
#[derive(Debug)]
struct Set<'a> {
    language: &'static str,
    folder: &'a Path,
    /// Words of the names of the wanted screenshots; none for all.
    filters: &'a [String],
}

/// A screenshot that is wanted.
#[derive(Debug)]
struct Shot {
    width: u32,
    scheme: ColorScheme,
    file: PathBuf,
}

impl Set<'_> {
    fn is_wanted(&self, name: &str) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|word| name.contains(word.as_str()))
    }

    /// The wanted screenshots of a page in all widths and colours.
    fn shots(&self, page: &str) -> Vec<Shot> {
        let all = WIDTHS.into_iter().flat_map(|width| {
            SCHEMES.map(|(scheme, theme)| {
                let name = format!("{page}-{}-{width}-{theme}", self.language);
                let file = self.folder.join(format!("{name}.png"));
                self.is_wanted(&name).then_some(Shot {
                    width,
                    scheme,
                    file,
                })
            })
        });
        all.flatten().collect()
    }
}

async fn take_screenshots(visitor: &Visitor, set: &Set<'_>) -> Outcome {
    visitor
        .open_and_complete(&load_company("bank, quick")?)
        .await?;
    import_team(visitor).await?;
    states::import_clients(visitor).await?;
    for (page, place) in PAGES {
        take_page(visitor, set, page, place).await?;
    }
    for state in states::STATES {
        for shot in set.shots(state.name) {
            prepare(visitor, &shot).await?;
            state.open(visitor).await?;
            save(&shot.file, &visitor.screenshot().await?)?;
            state.close(visitor).await?;
        }
    }
    Ok(())
}

async fn take_page(visitor: &Visitor, set: &Set<'_>, page: &str, place: &str) -> Outcome {
    let shots = set.shots(page);
    let mut before = None;
    if page == "unfinished" && !shots.is_empty() {
        before = Some(prepared::open_unfinished(visitor).await?);
    }
    for shot in shots {
        prepare(visitor, &shot).await?;
        visitor.open(place).await?;
        if page == "compare" {
            pick_companies(visitor).await?;
        }
        wait_until_complete(visitor).await?;
        match page {
            "share-panel" => isolate_share_panel(visitor).await?,
            "benchmark" => prepared::open_benchmark(visitor).await?,
            _ => {}
        }
        save(&shot.file, &visitor.screenshot_full_page().await?)?;
    }
    if let Some(before) = before {
        prepared::open_assessment(visitor, &before).await?;
    }
    let name = format!("print-{page}-{}", set.language);
    if place.starts_with("#/example/") && set.is_wanted(&name) {
        save_print(visitor, place, &set.folder.join(format!("{name}.pdf"))).await?;
    }
    Ok(())
}

async fn prepare(visitor: &Visitor, shot: &Shot) -> Outcome {
    visitor.set_color_scheme(shot.scheme).await?;
    let height = if shot.width < 500 { 844 } else { 900 };
    visitor.resize(shot.width, height).await
}

fn save(file: &Path, picture: &[u8]) -> Outcome {
    fs::write(file, picture)?;
    println!("{}", file.display());
    Ok(())
}

/// Imports five people into the team.
async fn import_team(visitor: &Visitor) -> Outcome {
    let folder = SiteFolder::empty()?;
    visitor.go_to_hash("#/team").await?;
    visitor
        .choose_file("main [data-action=import]", &write_team_files(&folder)?)
        .await?;
    visitor.wait_visible("[data-members='5']").await
}

/// Hides the rest of the page, which has a screenshot of its own.
async fn isolate_share_panel(visitor: &Visitor) -> Outcome {
    visitor.press("[data-action=share]").await?;
    visitor.wait_visible("[data-qr]").await?;
    let alone = "document.querySelectorAll('main > :not(.share)').forEach(e => e.hidden = true)";
    visitor.run_script(alone, Vec::new()).await?;
    Ok(())
}

/// Adds the own assessment and the first companies to the comparison, once.
async fn pick_companies(visitor: &Visitor) -> Outcome {
    if visitor.count_visible("[data-action=pick]").await? == 0 {
        visitor
            .press("main details:has([data-action=pick]) > summary")
            .await?;
    }
    while visitor.count_visible(".compared > li").await? < 4 {
        visitor.press("[data-action=pick]").await?;
    }
    visitor
        .wait_visible(".beside [data-row=confidence]")
        .await?;
    visitor
        .press("main details:has([data-action=pick]) > summary")
        .await
}

/// Waits for the parts of a result that are computed in slices.
async fn wait_until_complete(visitor: &Visitor) -> Outcome {
    visitor.wait_visible("main h1").await?;
    if visitor.count_visible("[data-recommendation]").await? > 0 {
        visitor.confidence().await?;
        if visitor.count_visible(".next").await? > 0 {
            visitor.wait_visible(".next h2").await?;
        }
    }
    if visitor.count_visible("main[data-page=team]").await? > 0 {
        visitor.wait_visible("[data-members='5']").await?;
    }
    Ok(())
}

async fn save_print(visitor: &Visitor, place: &str, file: &Path) -> Outcome {
    visitor.set_color_scheme(ColorScheme::Light).await?;
    visitor.resize(1280, 900).await?;
    visitor.open(place).await?;
    wait_until_complete(visitor).await?;
    fs::write(file, visitor.print_pdf().await?.0)?;
    println!("{}", file.display());
    match process::find_program("pdftoppm") {
        Some(program) => render_pdf(&program, file),
        None => {
            println!("  pdftoppm (poppler-utils) would make pictures of it.");
            Ok(())
        }
    }
}

/// Writes a picture of each page of a PDF.
fn render_pdf(program: &PathBuf, file: &Path) -> Outcome {
    let status = Command::new(program)
        .args(["-png", "-r", "80"])
        .args([file, &file.with_extension("")])
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!("pdftoppm failed on {}", file.display())))
    }
}
