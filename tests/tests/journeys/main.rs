//! What people do with the built site, in real browsers. One program, so that
//! it is linked once; each journey has a server, a driver and an empty profile
//! of its own, and as many run at a time as the machine has cores.

mod about;
mod accessibility;
mod addresses;
mod anew;
mod ask;
mod backup;
mod brand;
mod companies;
mod compare;
mod drawings;
mod early;
mod embed;
mod encodings;
mod failing_storage;
mod focus;
mod full_with_keys;
mod full_with_mouse;
mod headings;
mod hidden_questions;
mod history;
mod hooks;
mod invitation;
mod language;
mod links_to_models;
mod notes_and_shortcuts;
mod offline;
mod own_files;
mod own_models;
mod owner_changes;
mod panic;
mod print;
mod quick;
mod reload;
mod sealed;
mod share;
mod sharing;
mod storage;
mod subpath;
mod tabs;
mod team;
mod versions;
mod wording;
mod workspace;
