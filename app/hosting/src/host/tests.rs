#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Host, Name};
use crate::{Origin, for_every_file};

const NAMES: [Name<'_>; 4] = [
    Name {
        name: "",
        hashed: false,
    },
    Name {
        name: "embed-1.0.0.js",
        hashed: true,
    },
    Name {
        name: "embed.js",
        hashed: false,
    },
    Name {
        name: "style-0123456789abcdef.css",
        hashed: true,
    },
];

#[test]
fn every_host_gets_the_same_headers_in_its_own_form() {
    let firm = Origin::parse("https://firm.example").unwrap();
    let headers = for_every_file("default-src 'none'", &[firm]);
    for host in Host::ALL {
        insta::assert_snapshot!(host.id(), host.whole(&headers, &NAMES));
    }
}

#[test]
fn the_lines_to_copy_name_every_header() {
    let headers = for_every_file("default-src 'none'", &[]);
    for host in Host::ALL {
        let lines = host.lines(&headers);
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
            assert_ne!(host.file(), other.file());
            assert_ne!(host.id(), other.id());
        }
    }
}
