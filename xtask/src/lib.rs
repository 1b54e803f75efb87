//! Tasks around the product: setting up a machine, building, serving, testing, measuring. `cargo
//! xtask help` lists the commands.
//!
//! Only [`finish`] changes what is shipped: it completes the folder that Trunk built.
//!
//! The browser journeys use [`site`], [`tools`], [`engines`] and [`error`] as a library.

pub mod build_kind;
pub mod checkout;
pub mod checks;
pub mod command_line;
mod compress;
pub mod engines;
pub mod error;
pub mod finish;
pub mod fuzz;
pub mod lighthouse;
pub mod parity;
pub mod process;
pub mod product;
pub mod serve;
pub mod shots;
pub mod site;
pub mod size;
pub mod tools;
