//! Reading versions from `Cargo.lock`, so that they are written down once.

use std::fs;

use crate::places::Places;
use crate::trouble::{OrSay as _, Outcome, Trouble};

/// The version of a package that the product is built with.
///
/// # Errors
/// If there is no `Cargo.lock`, or the package is not in it.
pub(super) fn version_of(places: &Places, package: &str) -> Outcome<String> {
    let file = places.file("Cargo.lock");
    let text = fs::read_to_string(&file).or_say(format!("Cannot read {}", file.display()))?;
    version_in(&text, package)
        .map(str::to_owned)
        .ok_or_else(|| Trouble::new(format!("{} does not mention {package}.", file.display())))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
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
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
