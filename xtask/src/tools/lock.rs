//! Reads versions from `Cargo.lock`, so that they are written in one place only.

use std::fs;

use crate::checkout::Checkout;
use crate::error::{Context as _, Error, Outcome};

/// The version of a package in `Cargo.lock`.
///
/// # Errors
/// If there is no `Cargo.lock`, or the package is not in it.
pub(super) fn locked_version(checkout: &Checkout, package: &str) -> Outcome<String> {
    let file = checkout.file("Cargo.lock");
    let text = fs::read_to_string(&file).context(format!("Cannot read {}", file.display()))?;
    find_version(&text, package)
        .map(str::to_owned)
        .ok_or_else(|| Error::new(format!("{} does not mention {package}.", file.display())))
}

fn find_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    lines
        .next()?
        .trim()
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(find_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(find_version(LOCK, "wasm"), None);
    }
}
