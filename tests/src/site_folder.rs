//! A folder with a copy of the built site, to which a journey adds files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::Outcome;
use crate::journey::built_site_folder;

static NEXT_NUMBER: AtomicU32 = AtomicU32::new(0);

/// A temporary folder; it is deleted when this is dropped.
#[derive(Debug)]
pub struct SiteFolder(PathBuf);

impl SiteFolder {
    /// A folder with a copy of the built site.
    ///
    /// # Errors
    /// If the site is not built, or cannot be copied.
    pub fn copy_built_site() -> Outcome<Self> {
        let folder = Self::empty()?;
        copy_folder(&built_site_folder(), &folder.0)?;
        Ok(folder)
    }

    /// An empty folder.
    ///
    /// # Errors
    /// If it cannot be created.
    pub fn empty() -> Outcome<Self> {
        let number = NEXT_NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("assay-journey-{}-{number}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0)?;
        Ok(folder)
    }

    /// The folder at `path`, empty.
    pub(crate) fn at(path: &Path) -> Outcome<Self> {
        if path.exists() {
            fs::remove_dir_all(path)?;
        }
        fs::create_dir_all(path)?;
        Ok(Self(path.to_owned()))
    }

    /// The name and content of the only file, once it is complete.
    pub(crate) fn only_file(&self) -> Outcome<Option<(String, Vec<u8>)>> {
        let Some(file) = fs::read_dir(&self.0)?.next().transpose()? else {
            return Ok(None);
        };
        let name = file.file_name().to_string_lossy().into_owned();
        // The names of downloads that are not complete.
        let unfinished = [".crdownload", ".part", ".wkdownload"];
        if unfinished.iter().any(|end| name.ends_with(end)) || name.starts_with('.') {
            return Ok(None);
        }
        let content = fs::read(file.path())?;
        Ok(Some((name, content)).filter(|(_, content)| !content.is_empty()))
    }

    /// Replaces each program whose name begins so by a file that is no WebAssembly.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn break_programs(&self, start: &str) -> Outcome {
        for entry in fs::read_dir(&self.0)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && name.ends_with(".wasm") {
                self.write(&name, "no program")?;
            }
        }
        Ok(())
    }

    /// Writes a file; its name is relative to the folder.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, content: &str) -> Outcome {
        self.write_bytes(name, content.as_bytes())
    }

    /// Writes a file that is no text, or is in another encoding.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_bytes(&self, name: &str, content: &[u8]) -> Outcome {
        let file = self.0.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, content)?)
    }

    /// The path of a file in the folder, as a file field takes it.
    #[must_use]
    pub fn file_path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    /// The path of the folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for SiteFolder {
    fn drop(&mut self) {
        // Remains of a journey are in the folder for temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
