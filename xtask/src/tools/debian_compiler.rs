//! Debian's compiler for wasm, which builds the standard library from source.

use std::path::Path;

use super::library_source;

/// Whether all parts of the compiler are installed.
pub(super) fn is_complete() -> bool {
    let programs = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-19"];
    programs.iter().all(|program| Path::new(program).is_file())
        && library_source::is_installed("/usr/bin/rustc")
}
