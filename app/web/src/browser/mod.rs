//! What the app asks of the browser, one capability a file, so that pages stay plain.
//! Nothing here knows the method.

pub(crate) mod canvas;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod console;
pub(crate) mod dom;
pub(crate) mod file_drop;
pub(crate) mod files;
pub(crate) mod language_name;
pub(crate) mod mail;
pub(crate) mod net;
pub(crate) mod offline;
pub(crate) mod persistence;
pub(crate) mod picture;
pub(crate) mod preferences;
pub(crate) mod scroll;
pub(crate) mod secrets;
pub(crate) mod slices;
pub(crate) mod store;
pub(crate) mod tabs;
pub(crate) mod teardown;
pub(crate) mod theme;
pub(crate) mod web_share;
