//! Positions, places and syntax errors in files: what both the JSON reader and its problems need.

mod fault;
mod place;
mod position;

pub use fault::SyntaxFault;
pub use place::Place;
pub(crate) use place::write_key;
pub(crate) use position::Cursor;
pub use position::Position;
