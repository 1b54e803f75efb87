//! Where things are in a checkout.

use std::path::{Path, PathBuf};

/// The folders of one checkout.
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

    /// A checkout whose top folder is `root`.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The top folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder, named from the top.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The release build, ready for a host.
    #[must_use]
    pub fn dist(&self) -> PathBuf {
        self.file("dist")
    }

    /// The build that `serve` shows while somebody works on the app.
    #[must_use]
    pub fn development_site(&self) -> PathBuf {
        self.file("target/site")
    }

    /// Where cargo builds for this machine.
    #[must_use]
    pub fn native_target(&self) -> PathBuf {
        self.file("target")
    }

    /// Where cargo builds for the browser. Apart, so that neither build waits
    /// for the other's lock, nor throws away what another compiler made.
    #[must_use]
    pub fn wasm_target(&self) -> PathBuf {
        self.file("target/wasm")
    }

    /// Everything that is installed for this checkout alone.
    #[must_use]
    pub fn tools(&self) -> PathBuf {
        self.file("target/tools")
    }

    /// The programs among them.
    #[must_use]
    pub fn tool_programs(&self) -> PathBuf {
        self.file("target/tools/bin")
    }

    /// What installers said, one file each.
    #[must_use]
    pub fn log(&self, name: &str) -> PathBuf {
        self.file("target/tools/log").join(format!("{name}.log"))
    }
}
