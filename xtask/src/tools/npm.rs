//! Tools from npm, in the versions that the lockfiles below `xtask/npm` name: each package is checked
//! against its hash there, and no script of a package runs while it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::system::{self, Need};
use super::{install, installed};
use crate::finish::digest;
use crate::places::Places;
use crate::process;
use crate::trouble::{OrSay as _, Outcome, Trouble};

const MANIFEST: &str = "package.json";
const LOCK: &str = "package-lock.json";

/// Packages that are installed together: a folder below `xtask/npm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// What a release build needs.
    Build,
    /// What the journeys need.
    Journeys,
    /// Lighthouse, which brings a hundred others.
    Lighthouse,
}

impl Group {
    #[cfg(test)]
    const ALL: [Self; 3] = [Self::Build, Self::Journeys, Self::Lighthouse];

    const fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Journeys => "journeys",
            Self::Lighthouse => "lighthouse",
        }
    }

    const fn purpose(self) -> &'static str {
        match self {
            Self::Build => "make wasm and scripts smaller",
            Self::Journeys => "for the journeys: accessibility, bundles, types, frameworks",
            Self::Lighthouse => "measures how fast and accessible a page is",
        }
    }

    fn folder(self, places: &Places) -> PathBuf {
        places.file("xtask/npm").join(self.name())
    }

    /// Installs the packages if they are not there as the lockfile has them, and gives their folder.
    fn ready(self, places: &Places) -> Outcome<PathBuf> {
        // Journeys run side by side; only one of them may install.
        static INSTALLING: Mutex<()> = Mutex::new(());
        let _only = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
        let lock = self.folder(places).join(LOCK);
        let content = fs::read(&lock).or_say(format!("Cannot read {}", lock.display()))?;
        let name = format!("{}-{}", self.name(), digest::for_name(&content));
        let home = places.tools().join("npm").join(name);
        if !home.is_dir() {
            system::ready(places, &[Need::Node])?;
            let what = format!("{} ({})", self.contents(places)?, self.purpose());
            install(&what, "a few seconds", || self.fetch(places, &home))?;
        }
        Ok(home.join("node_modules"))
    }

    /// The packages by name and version, as a person reads them.
    fn contents(self, places: &Places) -> Outcome<String> {
        let file = self.folder(places).join(MANIFEST);
        let problem = || format!("Cannot read {}", file.display());
        let text = fs::read_to_string(&file).or_say(problem())?;
        let manifest: Value = serde_json::from_str(&text).or_say(problem())?;
        let packages = manifest.get("dependencies").and_then(Value::as_object);
        let named: Vec<String> = packages
            .into_iter()
            .flatten()
            .map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default()))
            .collect();
        Ok(named.join(", "))
    }

    fn fetch(self, places: &Places, home: &Path) -> Outcome {
        let unfinished = home.with_extension("unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)
                .or_say(format!("Cannot clear {}", unfinished.display()))?;
        }
        fs::create_dir_all(&unfinished).or_say(format!("Cannot make {}", unfinished.display()))?;
        for file in [MANIFEST, LOCK] {
            let from = self.folder(places).join(file);
            fs::copy(&from, unfinished.join(file))
                .or_say(format!("Cannot copy {}", from.display()))?;
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = process::command(npm);
        command
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&unfinished);
        let log = places.log(&format!("npm-{}", self.name()));
        process::run_quietly(&mut command, "npm ci", &log).map_err(|trouble| {
            let folder = self.folder(places);
            Trouble::new(format!(
                "{trouble}\nBy hand: npm ci --ignore-scripts, in a copy of {}",
                folder.display()
            ))
        })?;
        fs::rename(&unfinished, home).or_say(format!("Cannot make {}", home.display()))
    }
}

/// wasm-opt: makes the wasm smaller.
pub(super) fn wasm_opt(places: &Places) -> Outcome {
    let packages = Group::Build.ready(places)?;
    // Relative, so that a checkout can be moved.
    let inside = packages.strip_prefix(places.tools()).unwrap_or(&packages);
    expose(
        &Path::new("..").join(inside).join(".bin").join("wasm-opt"),
        &installed(places, "wasm-opt"),
    )
}

/// The Lighthouse program.
///
/// # Errors
/// Says the command that failed.
pub fn lighthouse(places: &Places) -> Outcome<PathBuf> {
    Ok(program(&Group::Lighthouse.ready(places)?, "lighthouse"))
}

/// Terser: makes scripts smaller.
///
/// # Errors
/// Says the command that failed.
pub fn terser(places: &Places) -> Outcome<PathBuf> {
    Ok(program(&Group::Build.ready(places)?, "terser"))
}

/// The script of axe-core, which the journeys run in each page.
///
/// # Errors
/// Says the command that failed.
pub fn axe(places: &Places) -> Outcome<PathBuf> {
    Ok(Group::Journeys.ready(places)?.join("axe-core/axe.min.js"))
}

/// esbuild, which makes one script of many.
///
/// # Errors
/// Says the command that failed.
pub fn esbuild(places: &Places) -> Outcome<PathBuf> {
    Ok(program(&Group::Journeys.ready(places)?, "esbuild"))
}

/// TypeScript's compiler.
///
/// # Errors
/// Says the command that failed.
pub fn typescript(places: &Places) -> Outcome<PathBuf> {
    Ok(program(&Group::Journeys.ready(places)?, "tsc"))
}

/// The folder in which the packages of the frameworks for web pages are: React, Vue.
///
/// # Errors
/// Says the command that failed.
pub fn frameworks(places: &Places) -> Outcome<PathBuf> {
    Group::Journeys.ready(places)
}

/// Where npm puts a program of these packages.
fn program(packages: &Path, name: &str) -> PathBuf {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    packages.join(".bin").join(format!("{name}{ending}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(group: Group, file: &str) -> Value {
        let file = group.folder(&Places::of_this_checkout()).join(file);
        serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
    }

    #[test]
    fn every_package_is_known_by_its_hash_and_by_no_machines_registry() {
        for group in Group::ALL {
            let lock = read(group, LOCK);
            let packages = lock["packages"].as_object().unwrap();
            let all: Vec<_> = packages.iter().filter(|(at, _)| !at.is_empty()).collect();
            assert!(!all.is_empty(), "{group:?}");
            for (at, package) in all {
                let hash = package["integrity"].as_str();
                assert!(hash.is_some_and(|hash| hash.starts_with("sha512-")), "{at}");
                assert!(package.get("resolved").is_none(), "{at}");
            }
        }
    }

    #[test]
    fn a_lockfile_is_that_of_the_manifest_beside_it_whose_versions_are_exact() {
        for group in Group::ALL {
            let (manifest, lock) = (read(group, MANIFEST), read(group, LOCK));
            let wanted = &manifest["dependencies"];
            assert_eq!(&lock["packages"][""]["dependencies"], wanted, "{group:?}");
            for (name, version) in wanted.as_object().unwrap() {
                let locked = &lock["packages"][format!("node_modules/{name}")]["version"];
                assert_eq!(locked, version, "{name}");
            }
        }
    }

    #[test]
    fn trunk_names_the_wasm_opt_that_is_installed() {
        let version = read(Group::Build, MANIFEST)["dependencies"]["binaryen"].clone();
        let (major, _) = version.as_str().unwrap().split_once('.').unwrap();
        let trunk = fs::read_to_string(Places::of_this_checkout().file("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
    }
}
