//! assay-cli
fn main() {}
