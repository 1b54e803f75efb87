//! `cargo xtask serve`: builds the app and serves it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use crate::build_kind::BuildKind;
use crate::checkout::Checkout;
use crate::error::{Error, Outcome};
use crate::process;
use crate::product;
use crate::site::{SiteOptions, SiteServer};
use crate::tools::WebTools;

/// Options of `cargo xtask serve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port; 0 for any free one.
    pub port: u16,
    /// Opens a browser at the address.
    pub open: bool,
    /// Serves a release build, which takes longer to build.
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

/// Installs what is missing, builds the app, and serves it until it is interrupted.
///
/// # Errors
/// If the port is in use, or something cannot be installed or built.
pub fn serve(checkout: &Checkout, serve_options: &ServeOptions) -> Outcome {
    // The port is checked before the build, which takes minutes.
    TcpListener::bind((Ipv4Addr::LOCALHOST, serve_options.port))
        .map_err(|error| port_error(&error, serve_options.port))?;
    let kind = if serve_options.release {
        BuildKind::Release
    } else {
        BuildKind::Development
    };
    let tools = WebTools::ensure(checkout)?;
    product::build(checkout, &tools, kind)?;
    let options = SiteOptions {
        port: serve_options.port,
        quality: kind.brotli_quality(),
        ..SiteOptions::new(kind.folder(checkout))
    };
    let site =
        SiteServer::start_with(options).map_err(|error| port_error(&error, serve_options.port))?;
    println!("Assay is at {} (Ctrl+C ends it)", site.address());
    if serve_options.open {
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

/// Opens a browser. If that is not possible, the address is printed and serving goes on.
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
