//! Everything around the product: setting up a machine, building, serving,
//! testing, measuring. `cargo xtask help` lists the commands.
//!
//! Nothing here ends up in the product except through [`finish`], which
//! completes what Trunk leaves in the folder of the site.
//!
//! The browser journeys use [`site`] and [`tools::browser`] as a library.

pub mod build_kind;
pub mod checkout;
pub mod checks;
pub mod command_line;
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
