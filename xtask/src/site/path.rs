//! Maps the path of a request to the name of a file. A path that leaves the folder in any way has
//! no name and is never looked up.

use assay_core::link::percent_decode;

/// The name of the file relative to the folder, `index.html` for the address of a folder. `None` if
/// the path could leave the folder or is malformed.
pub(super) fn file_name(path: &str) -> Option<String> {
    let text = percent_decode(path.strip_prefix('/')?);
    // A percent sign that remains is part of a malformed escape.
    if text.contains(['\\', ':', '\0', '%']) {
        return None;
    }
    if text.is_empty() {
        return Some("index.html".to_owned());
    }
    let text = if text.ends_with('/') {
        format!("{text}index.html")
    } else {
        text
    };
    let sound = text
        .split('/')
        .all(|part| !part.is_empty() && !part.starts_with('.'));
    sound.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_folder_means_its_index() {
        assert_eq!(file_name("/").as_deref(), Some("index.html"));
        assert_eq!(
            file_name("/examples/").as_deref(),
            Some("examples/index.html")
        );
        assert_eq!(
            file_name("/texts/zh-CN%2Ejson").as_deref(),
            Some("texts/zh-CN.json")
        );
    }

    #[test]
    fn nothing_leaves_the_folder() {
        for path in [
            "",
            "x",
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/a/%2e%2e%2fx",
            "//etc/passwd",
            "/a//b",
            "/..\\x",
            "/C:/x",
            "/%00",
            "/%",
            "/%zz",
            "/%ff",
            "/.git/config",
            "/.env",
        ] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }
}
