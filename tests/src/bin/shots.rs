//! Pictures of every page, to be looked at: both languages, light and dark,
//! narrow and wide, and the printed certificate. They go to `target/shots/`.
//!
//! `cargo xtask shots [WORD…]` takes those whose name holds one of the words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assay_journeys::{Journey, Outcome, Scheme, SiteFolder, Trouble, Visitor, company, team_files};
use xtask::places::Places;
use xtask::process;

/// The pages, by the name of their picture.
const PAGES: [(&str, &str); 20] = [
    ("start", "#/"),
    ("profile", "#/profile"),
    ("section", "#/s/data"),
    ("section-compute", "#/s/compute"),
    ("review", "#/review"),
    ("results", "#/results"),
    ("share-panel", "#/results"),
    ("example-medical", "#/example/medical"),
    ("example-insurer", "#/example/insurer"),
    ("workspace", "#/workspace"),
    ("compare", "#/compare"),
    ("invite", "#/invite"),
    ("invitation", INVITATION),
    ("team", "#/team"),
    ("about", "#/about"),
    ("embed", "#/embed"),
    ("error", "#/nowhere"),
    ("broken-link", "#/r/broken"),
    // From the vectors of `docs/links.md`; the sealed one holds another questionnaire's answers.
    (
        "link-scores",
        "#/r/ASEBCdgTYBvUkfFoVL3MGf4GTn7ktG4skhJNUNgxdfq7AbADD6T2RJlXcvVluukJEgJ2Gd6o5RQYhGQRISmQs8Pplw1rM_oD70CZuSFDRPBwEBI8IsIfoEYXJJPxKJf0zO3OCA508F_GdCg",
    ),
    (
        "link-sealed",
        "#/r/AQMACSfAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw0yfcFklsYOyosa6S0ucywCOR8RzEeQUXw0JlrUxP2JV5ZyOJfzJTwvYTk",
    ),
];

/// An invitation to data and compute, with a message.
const INVITATION: &str = "#/i/AQIBBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5LmYh-OQ";

const LANGUAGES: [&str; 2] = ["en", "zh-CN"];
const WIDTHS: [u32; 2] = [390, 1280];
const SCHEMES: [(Scheme, &str); 2] = [(Scheme::Light, "light"), (Scheme::Dark, "dark")];

fn main() -> Outcome {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = Places::of_this_checkout().file("target/shots");
    fs::create_dir_all(&folder)?;
    for language in LANGUAGES {
        Journey::new()
            .language(language)
            .run(async |visitor| take_all(visitor, language, &folder, &words).await)?;
    }
    println!("The pictures are in {}.", folder.display());
    Ok(())
}

async fn take_all(visitor: &Visitor, language: &str, folder: &Path, words: &[String]) -> Outcome {
    visitor.open("").await?;
    visitor.fills_in(&company("bank, quick")?).await?;
    brings_together(visitor).await?;
    for (page, place) in PAGES {
        for width in WIDTHS {
            for (scheme, theme) in SCHEMES {
                let name = format!("{page}-{language}-{width}-{theme}");
                if is_wanted(&name, words) {
                    visitor.turns(scheme).await?;
                    visitor.resizes(width, 900).await?;
                    visitor.open(place).await?;
                    settled(visitor).await?;
                    if page == "share-panel" {
                        show_panel(visitor).await?;
                    }
                    fs::write(
                        folder.join(format!("{name}.png")),
                        visitor.whole_picture().await?,
                    )?;
                    println!("{name}");
                }
            }
        }
        if place.starts_with("#/example") && is_wanted(&format!("print-{page}-{language}"), words) {
            print(
                visitor,
                place,
                &folder.join(format!("print-{page}-{language}.pdf")),
            )
            .await?;
        }
    }
    Ok(())
}

/// Five people in the team.
async fn brings_together(visitor: &Visitor) -> Outcome {
    let folder = SiteFolder::empty()?;
    visitor.go("#/team").await?;
    visitor
        .chooses_file("main [data-action=import]", &team_files(&folder)?)
        .await?;
    visitor.sees("[data-members='5']").await
}

/// Only the panel: the rest of the page has a picture of its own.
async fn show_panel(visitor: &Visitor) -> Outcome {
    visitor.press("[data-action=share]").await?;
    visitor.sees("[data-qr]").await?;
    let alone = "document.querySelectorAll('main > :not(.share)').forEach(e => e.hidden = true)";
    visitor.script(alone, Vec::new()).await?;
    Ok(())
}

fn is_wanted(name: &str, words: &[String]) -> bool {
    words.is_empty() || words.iter().any(|word| name.contains(word.as_str()))
}

/// A result is complete when what is computed in slices has come.
async fn settled(visitor: &Visitor) -> Outcome {
    visitor.sees("main h1").await?;
    if visitor.count("[data-recommendation]").await? > 0 {
        visitor.confidence().await?;
        if visitor.count(".next").await? > 0 {
            visitor.sees(".next h2").await?;
        }
    }
    if visitor.count("main[data-page=team]").await? > 0 {
        visitor.sees("[data-members='5']").await?;
    }
    Ok(())
}

async fn print(visitor: &Visitor, place: &str, file: &Path) -> Outcome {
    visitor.turns(Scheme::Light).await?;
    visitor.resizes(1280, 900).await?;
    visitor.open(place).await?;
    settled(visitor).await?;
    fs::write(file, visitor.print().await?.0)?;
    println!("{}", file.display());
    match process::find("pdftoppm") {
        Some(program) => rendered(&program, file),
        None => {
            println!("  pdftoppm (poppler-utils) would make pictures of it.");
            Ok(())
        }
    }
}

/// A picture for each page of a PDF.
fn rendered(program: &PathBuf, file: &Path) -> Outcome {
    let status = Command::new(program)
        .args(["-png", "-r", "80"])
        .args([file, &file.with_extension("")])
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!(
            "pdftoppm failed on {}",
            file.display()
        )))
    }
}
