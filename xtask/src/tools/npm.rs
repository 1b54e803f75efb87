//! Tools from npm in the versions of the lockfiles below `xtask/npm`. Each package is checked
//! against its hash there, and no script of a package runs while it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::system::{self, SystemDependency};
use super::{install, installed_path};
use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};
use crate::finish::digest;
use crate::process;

const MANIFEST: &str = "package.json";
const LOCK: &str = "package-lock.json";

/// Packages that are installed together: a folder below `xtask/npm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PackageGroup {
    /// For a release build.
    Build,
    /// For the journeys.
    Journeys,
    /// Lighthouse, which has about a hundred dependencies.
    Lighthouse,
}

impl PackageGroup {
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
            Self::Journeys => "for the journeys: accessibility, types, frameworks",
            Self::Lighthouse => "measures how fast and accessible a page is",
        }
    }

    fn folder(self, checkout: &Checkout) -> PathBuf {
        checkout.file("xtask/npm").join(self.name())
    }

    /// Installs the packages, unless they are there as the lockfile requires, and returns their
    /// folder.
    fn ensure(self, checkout: &Checkout) -> Outcome<PathBuf> {
        // Journeys run in parallel; only one of them may install.
        static INSTALLING: Mutex<()> = Mutex::new(());
        let _only = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
        let lock = self.folder(checkout).join(LOCK);
        let content = fs::read(&lock).context(format!("Cannot read {}", lock.display()))?;
        let name = format!("{}-{}", self.name(), digest::name_hash(&content));
        let home = checkout.tools().join("npm").join(name);
        if !home.is_dir() {
            system::ensure(checkout, &[SystemDependency::Node])?;
            let what = format!("{} ({})", self.describe_packages(checkout)?, self.purpose());
            install(&what, "a few seconds", || {
                self.install_packages(checkout, &home)
            })?;
        }
        Ok(home.join("node_modules"))
    }

    /// Names and versions of the packages, for a message.
    fn describe_packages(self, checkout: &Checkout) -> Outcome<String> {
        let file = self.folder(checkout).join(MANIFEST);
        let problem = || format!("Cannot read {}", file.display());
        let text = fs::read_to_string(&file).context(problem())?;
        let manifest: Value = serde_json::from_str(&text).context(problem())?;
        let packages = manifest.get("dependencies").and_then(Value::as_object);
        let named: Vec<String> = packages
            .into_iter()
            .flatten()
            .map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default()))
            .collect();
        Ok(named.join(", "))
    }

    fn install_packages(self, checkout: &Checkout, home: &Path) -> Outcome {
        let unfinished = home.with_extension("unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)
                .context(format!("Cannot clear {}", unfinished.display()))?;
        }
        fs::create_dir_all(&unfinished).context(format!("Cannot make {}", unfinished.display()))?;
        for file in [MANIFEST, LOCK] {
            let from = self.folder(checkout).join(file);
            fs::copy(&from, unfinished.join(file))
                .context(format!("Cannot copy {}", from.display()))?;
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = process::command(npm);
        command
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&unfinished);
        let log = checkout.log(&format!("npm-{}", self.name()));
        process::run_logged(&mut command, "npm ci", &log).map_err(|error| {
            let folder = self.folder(checkout);
            Error::new(format!(
                "{error}\nBy hand: npm ci --ignore-scripts, in a copy of {}",
                folder.display()
            ))
        })?;
        fs::rename(&unfinished, home).context(format!("Cannot make {}", home.display()))
    }
}

/// wasm-opt, which optimizes wasm.
pub(super) fn ensure_wasm_opt(checkout: &Checkout) -> Outcome {
    let packages = PackageGroup::Build.ensure(checkout)?;
    // A relative link, so that the checkout can be moved.
    let inside = packages.strip_prefix(checkout.tools()).unwrap_or(&packages);
    link_program(
        &Path::new("..").join(inside).join(".bin").join("wasm-opt"),
        &installed_path(checkout, "wasm-opt"),
    )
}

/// The Lighthouse program.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_lighthouse(checkout: &Checkout) -> Outcome<PathBuf> {
    Ok(program_path(
        &PackageGroup::Lighthouse.ensure(checkout)?,
        "lighthouse",
    ))
}

/// The script of axe-core, which the journeys run in each page.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_axe(checkout: &Checkout) -> Outcome<PathBuf> {
    Ok(PackageGroup::Journeys
        .ensure(checkout)?
        .join("axe-core/axe.min.js"))
}

/// esbuild, which minifies scripts and style sheets and bundles scripts.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_esbuild(checkout: &Checkout) -> Outcome<PathBuf> {
    Ok(program_path(
        &PackageGroup::Build.ensure(checkout)?,
        "esbuild",
    ))
}

/// TypeScript's compiler.
///
/// # Errors
/// If it cannot be installed: the command that failed.
pub fn ensure_typescript(checkout: &Checkout) -> Outcome<PathBuf> {
    Ok(program_path(
        &PackageGroup::Journeys.ensure(checkout)?,
        "tsc",
    ))
}

/// The folder with the packages of React and Vue.
///
/// # Errors
/// If they cannot be installed: the command that failed.
pub fn ensure_frameworks(checkout: &Checkout) -> Outcome<PathBuf> {
    PackageGroup::Journeys.ensure(checkout)
}

/// The path of a program of npm packages.
fn program_path(packages: &Path, name: &str) -> PathBuf {
    let ending = if cfg!(windows) { ".cmd" } else { "" };
    packages.join(".bin").join(format!("{name}{ending}"))
}

/// Links a program of a package to `target/tools/bin/NAME`.
fn link_program(program: &Path, name: &Path) -> Outcome {
    if let Some(folder) = name.parent() {
        fs::create_dir_all(folder).context(format!("Cannot make {}", folder.display()))?;
    }
    #[cfg(unix)]
    {
        if fs::read_link(name).is_ok_and(|target| target == program) {
            return Ok(());
        }
        // The link to an older version, if there is one.
        let _ = fs::remove_file(name);
        std::os::unix::fs::symlink(program, name).context(format!("Cannot make {}", name.display()))
    }
    #[cfg(not(unix))]
    {
        let script = name.with_extension("cmd");
        fs::write(
            &script,
            format!("@\"%~dp0{}.cmd\" %*\r\n", program.display()),
        )
        .context(format!("Cannot write {}", script.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(group: PackageGroup, file: &str) -> Value {
        let file = group.folder(&Checkout::current()).join(file);
        serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
    }

    #[test]
    fn every_package_is_known_by_its_hash_and_by_no_machines_registry() {
        for group in PackageGroup::ALL {
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
        for group in PackageGroup::ALL {
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
        let version = read(PackageGroup::Build, MANIFEST)["dependencies"]["binaryen"].clone();
        let (major, _) = version.as_str().unwrap().split_once('.').unwrap();
        let trunk = fs::read_to_string(Checkout::current().file("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{major}\"")));
    }
}
