//! assay-locale
