//! `cargo xtask serve`: build and show.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::places::Places;
use crate::process;
use crate::product::{self, Kind};
use crate::site::{Options, Site};
use crate::tools::WebTools;
use crate::trouble::{Outcome, Trouble};

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// On this port; 0 for any that is free.
    pub port: u16,
    /// Open a browser there.
    pub open: bool,
    /// Serve a release build, which takes longer to make.
    pub release: bool,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            port: 8080,
            open: false,
            release: false,
        }
    }
}

/// Installs what is missing, builds, and serves until interrupted.
///
/// # Errors
/// If the port is taken, or something cannot be installed or built.
pub fn serve(places: &Places, wishes: &Wishes) -> Outcome {
    // Asked first: nobody wants to learn of a taken port after minutes.
    TcpListener::bind((Ipv4Addr::LOCALHOST, wishes.port))
        .map_err(|error| busy(&error, wishes.port))?;
    let kind = if wishes.release {
        Kind::Release
    } else {
        Kind::Development
    };
    let tools = WebTools::ready(places)?;
    product::build(places, &tools, kind)?;
    let options = Options {
        port: wishes.port,
        quality: if wishes.release { 11 } else { 5 },
        ..Options::new(kind.folder(places))
    };
    let site = Site::with(options).map_err(|error| busy(&error, wishes.port))?;
    println!("Assay is at {} (Ctrl+C ends it)", site.address());
    if wishes.open {
        open(site.address());
    }
    site.wait();
    Ok(())
}

fn busy(error: &std::io::Error, port: u16) -> Trouble {
    Trouble::new(match error.kind() {
        ErrorKind::AddrInUse => {
            format!(
                "Port {port} is in use by another program; choose another one: cargo xtask serve --port {}",
                port.saturating_add(1)
            )
        }
        _ => format!("Cannot use port {port} ({error}); choose another one with --port."),
    })
}

/// Not being able to open a browser is no reason not to serve.
fn open(address: &str) {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    if process::command(program)
        .args(before)
        .arg(address)
        .spawn()
        .is_err()
    {
        println!("Could not open a browser; the address is {address}");
    }
}
