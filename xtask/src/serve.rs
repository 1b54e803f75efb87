//! `cargo xtask serve`: build and show.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::error::{Error, Outcome};
use crate::process;
use crate::product;
use crate::site::{SiteOptions, SiteServer};
use crate::tools::WebTools;

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// On this port; 0 for any that is free.
    pub port: u16,
    /// Open a browser there.
    pub open: bool,
    /// Serve a release build, which takes longer to make.
    pub release: bool,
}

impl Default for ServeOptions {
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
pub fn serve(checkout: &Checkout, wishes: &ServeOptions) -> Outcome {
    // Asked first: nobody wants to learn of a taken port after minutes.
    TcpListener::bind((Ipv4Addr::LOCALHOST, wishes.port))
        .map_err(|error| port_error(&error, wishes.port))?;
    let kind = if wishes.release {
        BuildKind::Release
    } else {
        BuildKind::Development
    };
    let tools = WebTools::ensure(checkout)?;
    product::build(checkout, &tools, kind)?;
    let options = SiteOptions {
        port: wishes.port,
        quality: if wishes.release { 11 } else { 5 },
        ..SiteOptions::new(kind.folder(checkout))
    };
    let site = SiteServer::start_with(options).map_err(|error| port_error(&error, wishes.port))?;
    println!("Assay is at {} (Ctrl+C ends it)", site.address());
    if wishes.open {
        open(site.address());
    }
    site.wait();
    Ok(())
}

fn port_error(error: &std::io::Error, port: u16) -> Error {
    Error::new(match error.kind() {
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
