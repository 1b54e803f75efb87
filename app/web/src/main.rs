//! assay-web
fn main() {}
