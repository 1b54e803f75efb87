//! The two kinds of builds.

use std::path::PathBuf;

use crate::checkout::Checkout;

/// How thoroughly the app is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildKind {
    /// Optimized for size and speed, into `dist/`.
    Release,
    /// Quick to build, into `target/site/`.
    Development,
}

impl BuildKind {
    /// The folder that receives a build of this kind.
    #[must_use]
    pub fn folder(self, checkout: &Checkout) -> PathBuf {
        match self {
            Self::Release => checkout.dist(),
            Self::Development => checkout.development_site(),
        }
    }

    /// The quality of brotli with which a build is served and measured, from 0 to 11.
    #[must_use]
    pub const fn brotli_quality(self) -> u32 {
        match self {
            Self::Release => 11,
            Self::Development => 5,
        }
    }
}
