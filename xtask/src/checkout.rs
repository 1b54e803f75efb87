//! The folders of a checkout.

use std::path::{Path, PathBuf};

/// A checkout and the paths of its folders.
#[derive(Debug, Clone)]
pub struct Checkout {
    root: PathBuf,
}

impl Checkout {
    /// The checkout that this program was built from.
    #[must_use]
    pub fn current() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self::at(package.parent().unwrap_or(package))
    }

    /// The checkout with the top folder `root`.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The top folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of a file or folder whose `name` is relative to the top folder.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The folder of the release build, which can be copied to a host.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.file("dist")
    }

    /// The folder of the development build, which `serve` shows.
    #[must_use]
    pub fn development_site(&self) -> PathBuf {
        self.file("target/site")
    }

    /// The target folder of builds for this machine.
    #[must_use]
    pub fn native_target(&self) -> PathBuf {
        self.file("target")
    }

    /// The target folder of builds for the browser. It is separate, so that neither build waits for
    /// the lock of the other nor discards what another compiler built.
    #[must_use]
    pub fn wasm_target(&self) -> PathBuf {
        self.file("target/wasm")
    }

    /// The folder of everything that is installed for this checkout alone.
    #[must_use]
    pub fn tools(&self) -> PathBuf {
        self.file("target/tools")
    }

    /// The folder of installed programs.
    #[must_use]
    pub fn tool_programs(&self) -> PathBuf {
        self.file("target/tools/bin")
    }

    /// The log file of an installer.
    #[must_use]
    pub fn log(&self, name: &str) -> PathBuf {
        self.file("target/tools/log").join(format!("{name}.log"))
    }
}
