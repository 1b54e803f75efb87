//! Documents of office programs, which are ZIP files of XML parts.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::Outcome;

/// The parts of a document.
#[derive(Debug)]
pub struct Package(Vec<(String, Vec<u8>)>);

impl Package {
    /// Reads a document.
    ///
    /// # Errors
    /// If it is no ZIP file, or a part is damaged.
    pub fn read(bytes: &[u8]) -> Outcome<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index)?;
            let mut content = Vec::new();
            part.read_to_end(&mut content)?;
            parts.push((part.name()?.into_owned(), content));
        }
        Ok(Self(parts))
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether a part contains a text.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let mut contents = self.0.iter().map(|(_, content)| content);
        contents.any(|content| content.windows(text.len()).any(|part| part == text))
    }

    /// The bytes of a part.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        let found = self.0.iter().find(|(part, _)| part == name);
        found.map(|(_, content)| content.as_slice())
    }
}
