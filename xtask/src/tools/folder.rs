//! The size of a folder, by which the progress of a download is seen.

use std::fs;
use std::path::Path;

/// The bytes in a folder and, down to `depth`, in the folders below it.
pub(super) fn folder_bytes(folder: &Path, depth: u32) -> u64 {
    let Ok(files) = fs::read_dir(folder) else {
        return 0;
    };
    let size = |file: fs::DirEntry| match file.metadata() {
        Ok(about) if about.is_dir() && depth > 0 => 1 + folder_bytes(&file.path(), depth - 1),
        Ok(about) => about.len(),
        Err(_) => 0,
    };
    files.flatten().map(size).sum()
}
