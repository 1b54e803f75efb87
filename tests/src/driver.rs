//! Starts chromedriver, through which a browser is controlled.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use xtask::tools::browser;

use crate::{Error, Outcome};

const ATTEMPTS: u32 = 5;

/// A running chromedriver on a port of its own. It is ended when this is dropped.
#[derive(Debug)]
pub(crate) struct ChromeDriver {
    process: Child,
    port: u16,
}

impl ChromeDriver {
    pub(crate) fn start() -> Outcome<Self> {
        let program = browser::find_driver().ok_or_else(|| {
            Error::new("There is no chromedriver; `cargo xtask test` installs it.")
        })?;
        // chromedriver takes a free port of IPv4, and ends if the same port of IPv6 is in use.
        let mut started = Self::try_to_start(&program);
        for _ in 1..ATTEMPTS {
            if started.is_ok() {
                break;
            }
            started = Self::try_to_start(&program);
        }
        started
    }

    fn try_to_start(program: &Path) -> Outcome<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process.stdout.take().map(BufReader::new);
        let port = output
            .into_iter()
            .flat_map(BufReader::lines)
            .map_while(Result::ok)
            .find_map(|line| parse_port(&line));
        match port {
            Some(port) => Ok(Self { process, port }),
            None => {
                // The process may have ended by itself.
                let _ = process.kill();
                let _ = process.wait();
                Err(Error::new("chromedriver did not say its port"))
            }
        }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for ChromeDriver {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads the port from "ChromeDriver was started successfully on port 38765."
fn parse_port(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse_port;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "ChromeDriver was started successfully on port 38765.";
        assert_eq!(parse_port(line), Some(38765));
        assert_eq!(parse_port("Starting ChromeDriver"), None);
    }
}
