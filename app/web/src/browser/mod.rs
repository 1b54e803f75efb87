//! What the app needs of the browser, one capability a file. Nothing here knows the method.

use std::pin::Pin;

pub(crate) mod boot_registry;
pub(crate) mod canvas;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod console;
pub(crate) mod dom;
pub(crate) mod elements;
pub(crate) mod file_drop;
pub(crate) mod files;
pub(crate) mod frame;
pub(crate) mod infallible;
pub(crate) mod language_name;
pub(crate) mod mail;
pub(crate) mod net;
pub(crate) mod offline;
pub(crate) mod persistence;
pub(crate) mod picture;
pub(crate) mod preferences;
pub(crate) mod property;
pub(crate) mod report_program;
pub(crate) mod scroll;
pub(crate) mod secrets;
pub(crate) mod slices;
pub(crate) mod store;
pub(crate) mod tabs;
pub(crate) mod teardown;
pub(crate) mod theme;
pub(crate) mod web_share;
pub(crate) mod web_storage;

/// A task of the page's only thread, of one type whatever it does.
pub(crate) type LocalFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
