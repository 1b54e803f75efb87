//! Compressed files in memory; each is used until the file changes.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::compress::compress;

type CachedFile = (SystemTime, Arc<Vec<u8>>);

#[derive(Debug)]
pub(super) struct BrotliCache {
    quality: u32,
    kept: Mutex<HashMap<PathBuf, CachedFile>>,
}

impl BrotliCache {
    pub(super) fn new(quality: u32) -> Self {
        Self {
            quality,
            kept: Mutex::default(),
        }
    }

    /// The compressed content of a file that was modified at the time `changed`.
    pub(super) fn get(&self, file: &Path, changed: SystemTime, content: &[u8]) -> Arc<Vec<u8>> {
        let known = self
            .lock()
            .get(file)
            .filter(|(since, _)| *since == changed)
            .map(|(_, bytes)| Arc::clone(bytes));
        known.unwrap_or_else(|| {
            let bytes = Arc::new(compress(content, self.quality));
            self.lock()
                .insert(file.to_owned(), (changed, Arc::clone(&bytes)));
            bytes
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, CachedFile>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
