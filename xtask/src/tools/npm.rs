//! Tools from npm: wasm-opt (in Binaryen), Lighthouse, axe-core.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::system::{self, Need};
use super::{install, installed};
use crate::places::Places;
use crate::process;
use crate::trouble::{OrSay as _, Outcome, Trouble};

/// Binaryen's version; Trunk.toml names the same one.
const BINARYEN: &str = "132.0.0";
const LIGHTHOUSE: &str = "13.5.0";
const ESBUILD: &str = "0.28.2";
/// Each brings what it needs beside it: react-dom brings react.
const FRAMEWORKS: [(&str, &str); 2] = [("react-dom", "19.3.1"), ("vue", "3.5.45")];
const AXE: &str = "4.14.1";
const TERSER: &str = "5.51.4";
const TYPESCRIPT: &str = "7.0.2";

/// wasm-opt: makes the wasm smaller.
pub(super) fn wasm_opt(places: &Places) -> Outcome {
    let programs = package(
        places,
        "binaryen",
        BINARYEN,
        "makes the wasm smaller",
        "a few seconds",
    )?;
    // Relative, so that a checkout can be moved.
    let inside = programs.strip_prefix(places.tools()).unwrap_or(&programs);
    expose(
        &Path::new("..").join(inside).join("wasm-opt"),
        &installed(places, "wasm-opt"),
    )
}

/// The Lighthouse program.
///
/// # Errors
/// Says the command that failed.
pub fn lighthouse(places: &Places) -> Outcome<PathBuf> {
    let programs = package(
        places,
        "lighthouse",
        LIGHTHOUSE,
        "measures how fast and accessible a page is",
        "about a minute",
    )?;
    Ok(programs.join(if cfg!(windows) {
        "lighthouse.cmd"
    } else {
        "lighthouse"
    }))
}

/// Terser: makes scripts smaller.
///
/// # Errors
/// Says the command that failed.
pub fn terser(places: &Places) -> Outcome<PathBuf> {
    let programs = package(
        places,
        "terser",
        TERSER,
        "makes scripts smaller",
        "a few seconds",
    )?;
    Ok(programs.join(if cfg!(windows) {
        "terser.cmd"
    } else {
        "terser"
    }))
}

/// The script of axe-core, which the journeys run in each page.
///
/// # Errors
/// Says the command that failed.
pub fn axe(places: &Places) -> Outcome<PathBuf> {
    let programs = package(
        places,
        "axe-core",
        AXE,
        "finds what keeps people from using a page",
        "a few seconds",
    )?;
    Ok(programs.with_file_name("axe-core").join("axe.min.js"))
}

/// esbuild, which makes one script of many.
///
/// # Errors
/// Says the command that failed.
pub fn esbuild(places: &Places) -> Outcome<PathBuf> {
    let purpose = "bundles the examples for frameworks";
    let programs = package(places, "esbuild", ESBUILD, purpose, "a few seconds")?;
    Ok(programs.join(if cfg!(windows) {
        "esbuild.cmd"
    } else {
        "esbuild"
    }))
}

/// TypeScript's compiler.
///
/// # Errors
/// Says the command that failed.
pub fn typescript(places: &Places) -> Outcome<PathBuf> {
    let purpose = "checks the types of embed.js";
    let programs = package(places, "typescript", TYPESCRIPT, purpose, "a few seconds")?;
    Ok(programs.join(if cfg!(windows) { "tsc.cmd" } else { "tsc" }))
}

/// The folder with the packages of a framework for web pages, by the name of its main one.
///
/// # Errors
/// Says the command that failed, or that the framework is not known here.
pub fn framework(places: &Places, name: &str) -> Outcome<PathBuf> {
    let known = FRAMEWORKS.iter().find(|(known, _)| *known == name);
    let (name, version) =
        known.ok_or_else(|| Trouble::new(format!("No version of {name} is named.")))?;
    let purpose = "an example embeds the assessment with it";
    let programs = package(places, name, version, purpose, "a few seconds")?;
    Ok(programs.parent().unwrap_or(&programs).to_path_buf())
}

/// Installs a package in a folder of its own, and gives the folder of its
/// programs.
fn package(
    places: &Places,
    name: &str,
    version: &str,
    purpose: &str,
    roughly: &str,
) -> Outcome<PathBuf> {
    // Journeys run side by side; only one of them may install.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _only = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let home = places.tools().join("npm").join(format!("{name}-{version}"));
    if !home.is_dir() {
        system::ready(places, &[Need::Node])?;
        install(&format!("{name} {version} ({purpose})"), roughly, || {
            fetch(places, name, version, &home)
        })?;
    }
    Ok(home.join("node_modules").join(".bin"))
}

fn fetch(places: &Places, name: &str, version: &str, home: &Path) -> Outcome {
    let unfinished = home.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).or_say(format!("Cannot clear {}", unfinished.display()))?;
    }
    fs::create_dir_all(&unfinished).or_say(format!("Cannot make {}", unfinished.display()))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = process::command(npm);
    command
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--no-save",
            "--prefix",
        ])
        .arg(&unfinished)
        .arg(format!("{name}@{version}"))
        // Lighthouse brings a library that would download a browser.
        .env("PUPPETEER_SKIP_DOWNLOAD", "1")
        .current_dir(&unfinished);
    process::run_quietly(
        &mut command,
        &format!("npm install {name}@{version}"),
        &places.log(name),
    )
    .map_err(|trouble| Trouble::new(format!("{trouble}\nBy hand: npm install {name}@{version}")))?;
    fs::rename(&unfinished, home).or_say(format!("Cannot make {}", home.display()))
}

/// Makes a program of a package callable as `target/tools/bin/NAME`.
fn expose(program: &Path, name: &Path) -> Outcome {
    if let Some(folder) = name.parent() {
        fs::create_dir_all(folder).or_say(format!("Cannot make {}", folder.display()))?;
    }
    #[cfg(unix)]
    {
        if fs::read_link(name).is_ok_and(|target| target == program) {
            return Ok(());
        }
        // An older version's link, if there is one.
        let _ = fs::remove_file(name);
        std::os::unix::fs::symlink(program, name).or_say(format!("Cannot make {}", name.display()))
    }
    #[cfg(not(unix))]
    {
        let script = name.with_extension("cmd");
        fs::write(
            &script,
            format!("@\"%~dp0{}.cmd\" %*\r\n", program.display()),
        )
        .or_say(format!("Cannot write {}", script.display()))
    }
}
