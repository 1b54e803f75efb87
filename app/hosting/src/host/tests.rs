#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;

use super::headers_file::MAX_RULES;
use super::{Host, SiteFile};
use crate::{Origin, security_headers};

const NAMES: [SiteFile<'_>; 4] = [
    SiteFile {
        name: "",
        hashed: false,
    },
    SiteFile {
        name: "embed-1.0.0.js",
        hashed: true,
    },
    SiteFile {
        name: "embed.js",
        hashed: false,
    },
    SiteFile {
        name: "style-0123456789abcdef.css",
        hashed: true,
    },
];

#[test]
fn every_host_gets_the_same_headers_in_its_own_form() {
    let firm = Origin::parse("https://firm.example").unwrap();
    let headers = security_headers("default-src 'none'", &[firm]);
    for host in Host::ALL {
        insta::assert_snapshot!(host.id(), host.config_file(&headers, &NAMES));
    }
}

#[test]
fn only_the_page_itself_is_isolated_and_on_every_host() {
    let headers = security_headers("default-src 'none'", &[]);
    for host in Host::ALL {
        let isolated = "Cross-Origin-Embedder-Policy";
        assert!(
            host.config_file(&headers, &NAMES).contains(isolated),
            "{host:?}"
        );
        assert!(!host.header_lines(&headers).contains(isolated), "{host:?}");
    }
    let listed = Host::HeadersFile.config_file(&headers, &NAMES);
    let rule = "/\n  Cache-Control: no-cache\n  Cross-Origin-Embedder-Policy: require-corp\n";
    assert_eq!(listed.matches("Cross-Origin-Embedder-Policy").count(), 1);
    assert!(listed.contains(rule), "{listed}");
}

#[test]
fn the_lines_to_copy_name_every_header() {
    let headers = security_headers("default-src 'none'", &[]);
    for host in Host::ALL {
        let lines = host.header_lines(&headers);
        for (name, value) in &headers {
            assert!(lines.contains(name), "{name} in {lines}");
            assert!(lines.contains(value.as_str()), "{value} in {lines}");
        }
    }
}

#[test]
fn every_host_has_a_file_and_an_id_of_its_own() {
    for (at, host) in Host::ALL.iter().enumerate() {
        for other in Host::ALL.iter().skip(at + 1) {
            assert_ne!(host.file_name(), other.file_name());
            assert_ne!(host.id(), other.id());
        }
    }
}

/// The whole file of a host that reads JSON.
fn read(host: Host) -> Value {
    let firm = Origin::parse("https://firm.example").unwrap();
    let headers = security_headers("default-src 'none'; script-src 'sha256-a+/='", &[firm]);
    serde_json::from_str(&host.config_file(&headers, &NAMES)).unwrap()
}

fn keys(json: &Value) -> Vec<&str> {
    json.as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn vercel_gets_rules_of_a_source_and_headers_by_key_and_value() {
    let config = read(Host::Vercel);
    assert_eq!(keys(&config), ["headers"]);
    for rule in config["headers"].as_array().unwrap() {
        assert_eq!(keys(rule), ["headers", "source"]);
        assert!(rule["source"].as_str().unwrap().starts_with('/'), "{rule}");
        let headers = rule["headers"].as_array().unwrap();
        assert!(!headers.is_empty(), "{rule}");
        for header in headers {
            assert_eq!(keys(header), ["key", "value"]);
            assert!(header["key"].is_string() && header["value"].is_string());
        }
    }
}

#[test]
fn azure_gets_global_headers_and_routes_of_whole_names() {
    let config = read(Host::Azure);
    assert_eq!(keys(&config), ["globalHeaders", "mimeTypes", "routes"]);
    let texts = |json: &Value| json.as_object().unwrap().values().all(Value::is_string);
    assert!(texts(&config["globalHeaders"]) && texts(&config["mimeTypes"]));
    for route in config["routes"].as_array().unwrap() {
        assert_eq!(keys(route), ["headers", "route"]);
        assert!(texts(&route["headers"]), "{route}");
        // A star is allowed at the end of a route only.
        let name = route["route"].as_str().unwrap();
        assert!(name.starts_with('/') && !name.contains('*'), "{name}");
    }
}

#[test]
fn cloudflare_reads_every_rule_that_it_would_not_follow_by_itself() {
    let many: Vec<String> = (0..150).map(|n| format!("models/{n}.json")).collect();
    let many = many.iter().map(|name| SiteFile {
        name,
        hashed: false,
    });
    let names: Vec<SiteFile<'_>> = many.chain(NAMES).collect();
    let text = Host::HeadersFile.config_file(&security_headers("default-src 'none'", &[]), &names);
    let rules = text.lines().filter(|line| line.starts_with('/'));
    let read: Vec<&str> = rules.take(MAX_RULES).collect();
    for name in [
        "/*",
        "/embed-1.0.0.js",
        "/embed.js",
        "/style-0123456789abcdef.css",
    ] {
        assert!(read.contains(&name), "{name}");
    }
}
