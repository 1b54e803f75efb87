//! What a server serves, and how.

use std::path::PathBuf;

/// Options of a server.
#[derive(Debug, Clone)]
pub struct SiteOptions {
    /// The folder with index.html.
    pub folder: PathBuf,
    /// The port; 0 for any free one.
    pub port: u16,
    /// The path of the site's top: `/`, or one such as `/sub/path/`.
    pub under: String,
    /// The quality of brotli, 0 to 11. Compressed files are kept in memory.
    pub quality: u32,
}

impl SiteOptions {
    /// Serves a folder at the path `/` of any free port, with quick compression.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            port: 0,
            under: "/".to_owned(),
            quality: 5,
        }
    }
}
