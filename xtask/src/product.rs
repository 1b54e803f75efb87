//! Building the app: Trunk makes a folder, [`finish`](crate::finish) completes
//! it, and only then does it take the place of the former build.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};
use crate::finish::{self, first_screen};
use crate::process::{self, format_duration};
use crate::size;
use crate::tools::WebTools;

/// How thoroughly to build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildKind {
    /// Small and fast, into `dist/`.
    Release,
    /// Quick to build, into `target/site/`.
    Development,
}

impl BuildKind {
    /// Where a build of this kind ends up.
    #[must_use]
    pub fn folder(self, places: &Checkout) -> PathBuf {
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
pub fn build_for_hosting(places: &Checkout) -> Outcome {
    let start = Instant::now();
    let tools = WebTools::ensure(places)?;
    build(places, &tools, BuildKind::Release)?;
    size::summarize(places)?;
    println!(
        "dist/ is ready for any static host (built in {}).",
        format_duration(start.elapsed())
    );
    Ok(())
}

/// Builds the app. A build that fails leaves the former one as it was.
///
/// # Errors
/// If Trunk, the first screen or one of the finishing steps fails.
pub fn build(places: &Checkout, tools: &WebTools, kind: BuildKind) -> Outcome {
    tools.fetch_crates(places)?;
    // Of its own, since two builds may run at once.
    let stage = places
        .file("target/stage")
        .join(std::process::id().to_string());
    remove_stale_stages(&places.file("target/stage"));
    clear_folder(&stage)?;
    let built = build_in_stage(&stage, places, tools, kind)
        .and_then(|()| replace_folder(&stage, &kind.folder(places)));
    if stage.exists() {
        // What failed is of no use to anybody.
        let _ = fs::remove_dir_all(&stage);
    }
    built
}

fn build_in_stage(stage: &Path, places: &Checkout, tools: &WebTools, kind: BuildKind) -> Outcome {
    let mut trunk = tools.trunk(places);
    trunk
        .args(["build", "--offline", "--color", "auto", "--dist"])
        .arg(stage);
    trunk.env("RUST_BACKTRACE", "0");
    // Trunk takes any other value of this common variable for a mistake.
    trunk.env_remove("NO_COLOR");
    if kind == BuildKind::Release {
        trunk.arg("--release");
    }
    process::run(&mut trunk, "trunk build")?;
    let screen = first_screen::render(places)?;
    finish::finish(places, stage, screen.as_deref(), kind)
}

/// Removes what builds that were interrupted have left.
fn remove_stale_stages(stages: &Path) {
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

fn clear_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).context(format!("Cannot clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).context(format!("Cannot make {}", folder.display()))
}

/// Moves, or copies where the two are on different disks.
fn replace_folder(stage: &Path, folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).context(format!("Cannot clear {}", folder.display()))?;
    }
    if fs::rename(stage, folder).is_ok() {
        return Ok(());
    }
    for name in finish::list_files(stage)? {
        let to = folder.join(&name);
        let parent = to.parent().unwrap_or(folder);
        fs::create_dir_all(parent).context(format!("Cannot make {}", parent.display()))?;
        fs::copy(stage.join(&name), &to).context(format!("Cannot write {}", to.display()))?;
    }
    Ok(())
}
