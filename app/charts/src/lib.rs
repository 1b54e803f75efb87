//! assay-charts
