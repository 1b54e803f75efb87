//! Hashes for the Content-Security-Policy, for the integrity of scripts and in the names of files.

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256, Sha384};

/// The number of characters of a hash in a file's name; Trunk uses 16 too.
const NAME_HASH_CHARS: usize = 16;

/// `sha256-…`, the form of a Content-Security-Policy.
#[must_use]
pub fn policy_hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}

/// `sha384-…`, the form of a script's attribute `integrity`.
#[must_use]
pub fn integrity_hash(content: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(content)))
}

/// The hash in the name of a file whose content never changes.
#[must_use]
pub fn name_hash(content: &[u8]) -> String {
    let mut hash = HEXLOWER.encode(&Sha256::digest(content));
    hash.truncate(NAME_HASH_CHARS);
    hash
}

/// The name of a file with the hash of its content: `models/standard.json` becomes
/// `models/standard-1f….json`.
#[must_use]
pub fn hashed_name(name: &str, content: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{}.{ending}", name_hash(content)),
        None => format!("{name}-{}", name_hash(content)),
    }
}

/// Whether a file's name contains a hash, so that it can be cached for ever.
#[must_use]
pub fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split(['-', '.', '_']).any(is_name_hash)
}

/// The name of a file before [`hashed_name`].
#[must_use]
pub fn plain_name(hashed: &str) -> String {
    let without_hash = || {
        let (stem, ending) = hashed.rsplit_once('.')?;
        let (plain, hash) = stem.rsplit_once('-')?;
        is_name_hash(hash).then(|| format!("{plain}.{ending}"))
    };
    without_hash().unwrap_or_else(|| hashed.to_owned())
}

fn is_name_hash(part: &str) -> bool {
    part.len() == NAME_HASH_CHARS && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_hash_is_the_base64_of_sha_256() {
        // The example of the specification CSP Level 2.
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(policy_hash("alert('Hello, world.');"), expected);
    }

    #[test]
    fn names_with_a_hash_are_recognized() {
        assert!(is_hashed(&hashed_name("models/standard.json", b"{}")));
        assert!(is_hashed("assay-web-0123456789abcdef_bg.wasm"));
        assert!(!is_hashed("models/standard.en.json"));
        assert!(!is_hashed("0123456789abcdef/index.html"));
    }

    #[test]
    fn a_hash_is_removed_from_a_name_and_nothing_else() {
        for name in ["models/standard.starter.json", "assay-web.wasm"] {
            assert_eq!(plain_name(&hashed_name(name, b"{}")), name);
        }
        for name in ["embed-1.0.0.js", "index.html", "examples/zh/index.html"] {
            assert_eq!(plain_name(name), name);
        }
    }
}
