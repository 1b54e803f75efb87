//! A server in front of the site that holds back the program until a journey
//! lets it through: a slow network, without waiting for one.

use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use xtask::site::Site;

use crate::Outcome;
use crate::journey::built_site;

/// The gate, with the site behind it.
#[derive(Debug)]
pub struct Gate {
    address: String,
    state: Arc<State>,
    _site: Site,
}

#[derive(Debug, Default)]
struct State {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Serves the built site, its wasm held back.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn closed() -> Outcome<Self> {
        let site = Site::start(built_site(), 0)?;
        let behind = site.port();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
        let state = Arc::new(State::default());
        let listening = Arc::clone(&state);
        // The thread ends with the test program.
        thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let state = Arc::clone(&listening);
                // A connection that breaks is the visitor's business.
                thread::spawn(move || drop(pass(visitor, behind, &state)));
            }
        });
        Ok(Self {
            address,
            state,
            _site: site,
        })
    }

    /// Where the site is.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets the program through.
    pub fn open(&self) {
        *self
            .state
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = true;
        self.state.opened.notify_all();
    }
}

impl State {
    fn wait(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self
                .opened
                .wait(open)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Passes on one request and its answer; then the connection ends.
fn pass(mut visitor: TcpStream, behind: u16, state: &State) -> io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        visitor.read_exact(&mut byte)?;
        head.extend_from_slice(&byte);
    }
    let text =
        String::from_utf8_lossy(&head).replace("Connection: keep-alive", "Connection: close");
    if text
        .lines()
        .next()
        .is_some_and(|line| line.contains(".wasm"))
    {
        state.wait();
    }
    let mut site = TcpStream::connect((Ipv4Addr::LOCALHOST, behind))?;
    site.write_all(text.as_bytes())?;
    io::copy(&mut site, &mut visitor)?;
    Ok(())
}
