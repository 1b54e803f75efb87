//! Builds the app: Trunk fills a folder, [`finish`] completes it, and then it
//! replaces the previous build.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::error::{Context as _, Outcome};
use crate::finish::{self, first_screen};
use crate::process::{self, format_duration};
use crate::size;
use crate::tools::WebTools;

/// `cargo xtask build`: a release build with a summary of its size.
///
/// # Errors
/// If something cannot be installed or built.
pub fn build_for_hosting(checkout: &Checkout) -> Outcome {
    let start = Instant::now();
    let tools = WebTools::ensure(checkout)?;
    build(checkout, &tools, BuildKind::Release)?;
    size::summarize(checkout)?;
    println!(
        "dist/ is ready for any static host (built in {}).",
        format_duration(start.elapsed())
    );
    Ok(())
}

/// Builds the app. A build that fails leaves the previous one unchanged.
///
/// # Errors
/// If Trunk, the first screen or a finishing step fails.
pub fn build(checkout: &Checkout, tools: &WebTools, kind: BuildKind) -> Outcome {
    tools.fetch_crates(checkout)?;
    // Each build has its own stage, since two may run at the same time.
    let stage = checkout
        .file("target/stage")
        .join(std::process::id().to_string());
    remove_stale_stages(&checkout.file("target/stage"));
    clear_folder(&stage)?;
    let built = build_in_stage(&stage, checkout, tools, kind)
        .and_then(|()| replace_folder(&stage, &kind.folder(checkout)));
    if stage.exists() {
        // The remains of a failed build; the next build removes what stays.
        let _ = fs::remove_dir_all(&stage);
    }
    built
}

fn build_in_stage(stage: &Path, checkout: &Checkout, tools: &WebTools, kind: BuildKind) -> Outcome {
    let mut trunk = tools.trunk(checkout);
    trunk
        .args(["build", "--offline", "--color", "auto", "--dist"])
        .arg(stage);
    trunk.env("RUST_BACKTRACE", "0");
    // Trunk rejects any value of this common variable but `true` and `false`.
    trunk.env_remove("NO_COLOR");
    if kind == BuildKind::Release {
        trunk.arg("--release");
    }
    process::run(&mut trunk, "trunk build")?;
    let screens = first_screen::render(checkout)?;
    finish::finish(checkout, stage, screens.as_ref(), kind)
}

/// Removes the stages of interrupted builds.
fn remove_stale_stages(stages: &Path) {
    const LONG_AGO: Duration = Duration::from_secs(3600);
    for stage in fs::read_dir(stages).into_iter().flatten().flatten() {
        let age = stage
            .metadata()
            .and_then(|about| about.modified())
            .ok()
            .and_then(|changed| changed.elapsed().ok());
        if age.is_some_and(|age| age > LONG_AGO) {
            // If this fails, only space is wasted.
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

/// Moves the stage, or copies it if the two folders are on different disks.
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
