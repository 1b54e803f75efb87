//! ZIP files whose entries are stored as they are (method 0 of the format's description by PKWARE):
//! documents of office programs are compressed already.

/// The first day that an entry can have: entries have no time, so that the same files give the same
/// archive.
const FIRST_DAY: u16 = 0x0021;
/// Version 2.0 of the format, which every program reads.
const VERSION: u16 = 20;
/// The names are UTF-8.
const UTF8_NAMES: u16 = 0x0800;

/// Maximum number of entries: the count has 16 bits.
const MAX_ENTRIES: usize = 65_535;
/// Maximum size in bytes of the files with their headers. Places have 32 bits, and a browser's memory is
/// limited.
const MAX_CONTENT: usize = 512 << 20;

/// An archive has no room for another entry: it holds at most 65,535 entries and 512 MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the archive has no room for another file: it holds at most 65,535 files and 512 MiB")]
pub struct ArchiveFull;

/// A ZIP file that is being written.
///
/// ```
/// let mut archive = assay_formats::Archive::default();
/// archive.add("a.txt", b"text")?;
/// assert!(archive.has_name("A.TXT"));
/// assert!(archive.into_bytes().starts_with(b"PK"));
/// # Ok::<(), assay_formats::ArchiveFull>(())
/// ```
#[derive(Debug, Default)]
pub struct Archive {
    content: Vec<u8>,
    directory: Vec<u8>,
    names: Vec<String>,
}

impl Archive {
    /// Adds a file.
    ///
    /// # Errors
    /// If the archive has no room for it.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveFull> {
        let name_length = u16::try_from(name.len()).map_err(|_| ArchiveFull)?;
        let size = u32::try_from(bytes.len()).map_err(|_| ArchiveFull)?;
        let place = u32::try_from(self.content.len()).map_err(|_| ArchiveFull)?;
        let longer = self.content.len().saturating_add(bytes.len());
        if longer > MAX_CONTENT || self.names.len() >= MAX_ENTRIES {
            return Err(ArchiveFull);
        }
        let mut common = Vec::new();
        for number in [VERSION, UTF8_NAMES, 0, 0, FIRST_DAY] {
            common.extend(number.to_le_bytes());
        }
        for number in [checksum(bytes), size, size] {
            common.extend(number.to_le_bytes());
        }
        common.extend(name_length.to_le_bytes());
        common.extend([0, 0]);
        self.content.extend(b"PK\x03\x04");
        self.content.extend(&common);
        self.content.extend(name.as_bytes());
        self.content.extend(bytes);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&common);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(place.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.names.push(name.to_lowercase());
        Ok(())
    }

    /// Whether there is a file with this name; in any case, since some systems do not distinguish it.
    #[must_use]
    pub fn has_name(&self, name: &str) -> bool {
        self.names.contains(&name.to_lowercase())
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The finished file.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        // `add` limits all three numbers.
        let count = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        let directory_size = u32::try_from(self.directory.len()).unwrap_or(u32::MAX);
        let directory_place = u32::try_from(self.content.len()).unwrap_or(u32::MAX);
        let mut bytes = self.content;
        bytes.extend(&self.directory);
        bytes.extend(b"PK\x05\x06");
        for number in [0, 0, count, count] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [directory_size, directory_place] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend([0, 0]);
        bytes
    }
}

/// CRC-32 of ISO 3309, as the format requires it.
fn checksum(bytes: &[u8]) -> u32 {
    let of_byte = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| match sum & 1 {
            0 => sum >> 1,
            _ => (sum >> 1) ^ 0xEDB8_8320,
        })
    };
    !bytes.iter().fold(u32::MAX, of_byte)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use proptest::prelude::*;

    use super::{Archive, checksum};

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn a_name_is_found_in_any_case() {
        let mut archive = Archive::default();
        assert!(archive.is_empty());
        archive.add("Acme.pptx", b"").unwrap();
        assert!(archive.has_name("acme.PPTX") && !archive.has_name("acme"));
    }

    proptest! {
        #[test]
        fn another_reader_finds_the_files_as_they_were(
            files in prop::collection::btree_map("[a-z明澜é]{1,9}", prop::collection::vec(any::<u8>(), 0..200), 0..6),
        ) {
            let mut archive = Archive::default();
            for (name, bytes) in &files {
                archive.add(name, bytes).unwrap();
            }
            let mut read = zip::ZipArchive::new(Cursor::new(archive.into_bytes())).unwrap();
            prop_assert_eq!(read.len(), files.len());
            for (at, (name, bytes)) in files.iter().enumerate() {
                let mut file = read.by_index(at).unwrap();
                prop_assert_eq!(file.name().unwrap(), name.as_str());
                let mut found = Vec::new();
                file.read_to_end(&mut found).unwrap();
                prop_assert_eq!(&found, bytes);
            }
        }
    }
}
