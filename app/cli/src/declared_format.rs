//! The format that a file declares.

use assay_core::Json;

/// Returns the format that a file declares; `None` if it declares none.
pub(crate) fn declared_format(tree: &Json) -> Option<&str> {
    tree.get("format")?.as_str()
}
