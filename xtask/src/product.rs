//! Building the app: Trunk makes a folder, [`finish`](crate::finish) completes
//! it, and only then does it take the place of the former build.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::finish::{self, first_screen};
use crate::places::Places;
use crate::process::{self, spoken};
use crate::size;
use crate::tools::WebTools;
use crate::trouble::{OrSay as _, Outcome};

/// How thoroughly to build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Small and fast, into `dist/`.
    Release,
    /// Quick to build, into `target/site/`.
    Development,
}

impl Kind {
    /// Where a build of this kind ends up.
    #[must_use]
    pub fn folder(self, places: &Places) -> PathBuf {
        match self {
            Self::Release => places.dist(),
            Self::Development => places.development_site(),
        }
    }
}

/// `cargo xtask build`.
///
/// # Errors
/// What cannot be installed or built.
pub fn build_for_hosting(places: &Places) -> Outcome {
    let start = Instant::now();
    let tools = WebTools::ready(places)?;
    build(places, &tools, Kind::Release)?;
    size::summarize(places)?;
    println!(
        "dist/ is ready for any static host (built in {}).",
        spoken(start.elapsed())
    );
    Ok(())
}

/// Builds the app. A build that fails leaves the former one as it was.
///
/// # Errors
/// If Trunk, the first screen or one of the finishing steps fails.
pub fn build(places: &Places, tools: &WebTools, kind: Kind) -> Outcome {
    tools.fetch(places)?;
    // Of its own, since two builds may run at once.
    let stage = places
        .file("target/stage")
        .join(std::process::id().to_string());
    remove_abandoned(&places.file("target/stage"));
    clear(&stage)?;
    let built = build_in(&stage, places, tools, kind)
        .and_then(|()| put_in_place(&stage, &kind.folder(places)));
    if stage.exists() {
        // What failed is of no use to anybody.
        let _ = fs::remove_dir_all(&stage);
    }
    built
}

fn build_in(stage: &Path, places: &Places, tools: &WebTools, kind: Kind) -> Outcome {
    let mut trunk = tools.trunk(places);
    trunk
        .args(["build", "--offline", "--color", "auto", "--dist"])
        .arg(stage);
    trunk.env("RUST_BACKTRACE", "0");
    // Trunk takes any other value of this common variable for a mistake.
    trunk.env_remove("NO_COLOR");
    if kind == Kind::Release {
        trunk.arg("--release");
    }
    process::run(&mut trunk, "trunk build")?;
    let screen = first_screen::render(places)?;
    finish::finish(places, stage, screen.as_deref(), kind)
}

/// Removes what builds that were interrupted have left.
fn remove_abandoned(stages: &Path) {
    const LONG_AGO: Duration = Duration::from_secs(3600);
    for stage in fs::read_dir(stages).into_iter().flatten().flatten() {
        let age = stage
            .metadata()
            .and_then(|about| about.modified())
            .ok()
            .and_then(|changed| changed.elapsed().ok());
        if age.is_some_and(|age| age > LONG_AGO) {
            // Only waste of space if it stays.
            let _ = fs::remove_dir_all(stage.path());
        }
    }
}

fn clear(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).or_say(format!("Cannot clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).or_say(format!("Cannot make {}", folder.display()))
}

/// Moves, or copies where the two are on different disks.
fn put_in_place(stage: &Path, folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).or_say(format!("Cannot clear {}", folder.display()))?;
    }
    if fs::rename(stage, folder).is_ok() {
        return Ok(());
    }
    for name in finish::files_in(stage)? {
        let to = folder.join(&name);
        let parent = to.parent().unwrap_or(folder);
        fs::create_dir_all(parent).or_say(format!("Cannot make {}", parent.display()))?;
        fs::copy(stage.join(&name), &to).or_say(format!("Cannot write {}", to.display()))?;
    }
    Ok(())
}
