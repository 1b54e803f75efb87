//! The source of Rust's standard library.

use std::path::Path;

use crate::process;

/// Whether a compiler comes with the source of the standard library.
pub(super) fn is_installed(rustc: &str) -> bool {
    let root = process::capture_stdout(process::command(rustc).args(["--print", "sysroot"]));
    root.is_some_and(|root| {
        let source = Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml");
        source.is_file()
    })
}
