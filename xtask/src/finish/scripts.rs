//! Minifies the scripts of the site: the glue of the programs, `embed.js`, and the inline scripts of
//! the page.

use std::path::Path;

use super::html::{Element, find_elements};
use super::list_files;
use super::minify::Minifier;
use crate::error::Outcome;

/// Minifies the scripts that Trunk left in `folder`, and the inline ones of the page.
///
/// # Errors
/// If a script has a syntax error or cannot be written.
pub(super) fn minify(mut page: String, minifier: &Minifier, folder: &Path) -> Outcome<String> {
    for name in list_files(folder)?.iter().filter(|name| is_minified(name)) {
        minifier.minify_module(&folder.join(name))?;
    }
    let inline: Vec<_> = find_elements(&page, "script")
        .into_iter()
        .filter(is_inline_classic)
        .map(|script| (script.range, script.content.to_owned()))
        .collect();
    for (range, content) in inline.into_iter().rev() {
        let small = minifier.minify_script(&content)?;
        page.replace_range(range, &format!("<script>{small}</script>"));
    }
    Ok(page)
}

/// Examples are there to be read.
fn is_minified(name: &str) -> bool {
    name.ends_with(".js") && !name.starts_with("examples/")
}

fn is_inline_classic(script: &Element<'_>) -> bool {
    script.attributes.trim().is_empty() && !script.content.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_minified;

    #[test]
    fn scripts_are_minified_except_the_examples() {
        for name in ["assay-web-0123456789abcdef.js", "embed.js"] {
            assert!(is_minified(name), "{name}");
        }
        for name in ["examples/crm/crm.js", "a.wasm"] {
            assert!(!is_minified(name), "{name}");
        }
    }
}
