//! Compressed files in memory. All servers of a process share them: each journey starts a server of
//! its own, and mostly of the same files.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::compress::compress;

/// The hash of a file's content, and the quality of its compression.
type Key = ([u8; 32], u32);

static COMPRESSED: LazyLock<Mutex<HashMap<Key, Arc<Vec<u8>>>>> = LazyLock::new(Mutex::default);

/// Compresses a file's content with brotli at a quality of 0 to 11, or returns what an earlier call
/// compressed.
pub(super) fn compress_once(content: &[u8], quality: u32) -> Arc<Vec<u8>> {
    let key = (Sha256::digest(content).into(), quality);
    let known = lock().get(&key).map(Arc::clone);
    known.unwrap_or_else(|| {
        let bytes = Arc::new(compress(content, quality));
        lock().insert(key, Arc::clone(&bytes));
        bytes
    })
}

fn lock() -> std::sync::MutexGuard<'static, HashMap<Key, Arc<Vec<u8>>>> {
    COMPRESSED.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::compress_once;

    #[test]
    fn the_same_content_is_compressed_once_and_other_content_by_itself() {
        let first = compress_once(b"the same content", 5);
        assert!(Arc::ptr_eq(&first, &compress_once(b"the same content", 5)));
        assert!(!Arc::ptr_eq(&first, &compress_once(b"the same content", 9)));
        assert_ne!(first, compress_once(b"other content", 5));
    }
}
