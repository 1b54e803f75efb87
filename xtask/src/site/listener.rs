//! The port of a server.

use std::collections::BTreeSet;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Mutex, PoisonError};

/// Listens on a port; with 0 on one that this process has not used before, so that nothing that a
/// browser keeps for a site belongs to another one.
///
/// # Errors
/// If the port is in use, or none is free.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let bound = listener.local_addr()?.port();
        let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
        if used.insert(bound) || port != 0 {
            return Ok(listener);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::listen;

    #[test]
    fn no_port_is_given_twice_although_it_is_free_again() {
        let ports = (0..200).map(|_| listen(0).unwrap().local_addr().unwrap().port());
        assert_eq!(ports.collect::<BTreeSet<u16>>().len(), 200);
    }
}
