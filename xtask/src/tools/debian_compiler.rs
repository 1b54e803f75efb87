//! Debian's compiler for wasm, which builds the standard library from source.

use std::path::Path;

use crate::process;

/// Whether all parts of the compiler are installed.
pub(super) fn is_complete() -> bool {
    let programs = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-19"];
    let sources = || {
        let root = process::capture_stdout(
            process::command("/usr/bin/rustc").args(["--print", "sysroot"]),
        )?;
        Some(
            Path::new(&root)
                .join("lib/rustlib/src/rust/library/std/Cargo.toml")
                .is_file(),
        )
    };
    programs.iter().all(|program| Path::new(program).is_file()) && sources() == Some(true)
}
