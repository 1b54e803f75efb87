//! Files that configure the headers of hosts: security headers for all files, caching depending on
//! whether a name contains a hash, and the sites that may frame the app, from `config.json`.

use std::path::Path;

use assay_core::Json;
use assay_hosting::{Host, Origin, SiteFile, security_headers};

use super::{digest, json_file, list_files, policy};
use crate::error::{Error, Outcome};

/// The file that the server of `cargo xtask serve` and of the journeys reads.
pub const HEADERS_FILE: &str = Host::HeadersFile.file_name();

/// The file with the `allowed_origins`, which may frame the app.
const CONFIG: &str = "config.json";

/// Whether a file is read by hosts and never sent to visitors.
#[must_use]
pub fn is_host_file(name: &str) -> bool {
    Host::ALL.iter().any(|host| host.file_name() == name)
}

/// Writes the files for the site in `folder` with this page.
///
/// # Errors
/// If the folder cannot be read, `config.json` contains no valid origin, or a file cannot be
/// written.
pub fn write(folder: &Path, page: &str) -> Outcome {
    let headers = security_headers(&policy::build_policy(page), &read_allowed_origins(folder)?);
    let files = list_files(folder)?;
    let named = files.iter().filter(|name| !is_host_file(name));
    let names: Vec<SiteFile<'_>> = std::iter::once("")
        .chain(named.map(String::as_str))
        .map(|name| SiteFile {
            name,
            hashed: is_immutable(name),
        })
        .collect();
    for host in Host::ALL {
        super::write(
            &folder.join(host.file_name()),
            &host.config_file(&headers, &names),
        )?;
    }
    Ok(())
}

/// Whether the name contains a hash or a version.
fn is_immutable(name: &str) -> bool {
    let version = name
        .strip_prefix("embed-")
        .and_then(|rest| rest.strip_suffix(".js"));
    digest::is_hashed(name)
        || version.is_some_and(|v| v.split('.').filter(|n| n.parse::<u32>().is_ok()).count() == 3)
}

/// The origins that `config.json` allows; empty without that file.
fn read_allowed_origins(folder: &Path) -> Outcome<Vec<Origin>> {
    let file = folder.join(CONFIG);
    if !file.exists() {
        return Ok(Vec::new());
    }
    let config = json_file::read(&file)?;
    let listed = match config.get("allowed_origins") {
        Some(Json::List(listed)) => listed.as_slice(),
        _ => &[],
    };
    listed
        .iter()
        .map(|origin| {
            let text = origin.as_str().unwrap_or_default();
            Origin::parse(text)
                .map_err(|why| Error::new(format!("{CONFIG}: allowed_origins: {origin}: {why}")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(name: &str, config: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("assay-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "").unwrap();
        fs::write(folder.join("embed-1.0.0.js"), "").unwrap();
        fs::write(folder.join("style-0123456789abcdef.css"), "").unwrap();
        fs::write(folder.join(CONFIG), config).unwrap();
        folder
    }

    #[test]
    fn files_that_never_change_are_cached_and_all_others_revalidated() {
        let folder = folder("kept", "{}");
        write(&folder, "").unwrap();
        let text = fs::read_to_string(folder.join(HEADERS_FILE)).unwrap();
        for (name, keeping) in [
            ("", "no-cache"),
            ("index.html", "no-cache"),
            ("embed-1.0.0.js", "public, max-age=31536000, immutable"),
            (
                "style-0123456789abcdef.css",
                "public, max-age=31536000, immutable",
            ),
        ] {
            let rule = format!("\n/{name}\n  Cache-Control: {keeping}\n");
            assert!(text.contains(&rule), "{rule} in {text}");
        }
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none';"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn written_again_they_name_no_file_for_hosts_and_take_the_new_origins() {
        let folder = folder("again", "{}");
        write(&folder, "").unwrap();
        let first = fs::read_to_string(folder.join(HEADERS_FILE)).unwrap();
        assert!(first.contains("frame-ancestors 'self'\n"));
        let config = r#"{ "allowed_origins": ["https://firm.example"] }"#;
        fs::write(folder.join(CONFIG), config).unwrap();
        write(&folder, "").unwrap();
        let again = fs::read_to_string(folder.join(HEADERS_FILE)).unwrap();
        assert_eq!(
            again,
            first.replace(
                "frame-ancestors 'self'",
                "frame-ancestors 'self' https://firm.example"
            )
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_origins_of_a_config_with_a_byte_order_mark_are_read() {
        let config = r#"{ "allowed_origins": ["https://firm.example"] }"#;
        let wide = |config: &str| {
            let units = std::iter::once(0xfeff).chain(config.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        };
        for (name, bytes) in [
            ("mark", format!("\u{feff}{config}").into_bytes()),
            ("wide", wide(config)),
        ] {
            let folder = folder(name, "");
            fs::write(folder.join(CONFIG), bytes).unwrap();
            write(&folder, "").unwrap();
            let text = fs::read_to_string(folder.join(HEADERS_FILE)).unwrap();
            assert!(
                text.contains("frame-ancestors 'self' https://firm.example\n"),
                "{name}"
            );
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn a_config_in_another_encoding_stops_the_build_with_the_place() {
        let folder = folder("gb", "");
        fs::write(folder.join(CONFIG), b"{\n \"n\": \"\xc3\xf7\" }").unwrap();
        let error = write(&folder, "").unwrap_err().to_string();
        assert!(error.contains("line 2, column 8"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_invalid_origin_stops_the_build() {
        for (name, origin) in [
            ("star", "https://*.firm.example"),
            ("path", "https://a.example/b"),
        ] {
            let folder = folder(name, &format!(r#"{{ "allowed_origins": ["{origin}"] }}"#));
            let error = write(&folder, "").unwrap_err().to_string();
            assert!(error.contains(origin), "{error}");
            fs::remove_dir_all(folder).unwrap();
        }
    }
}
