//! Any text is a backup or is refused with a reason; one that was read can be written, read again,
//! and merged without losing anything that is stored.
#![no_main]

use assay_core::backup::{Backup, Merge, Records};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Backup::parse(text) {
        Ok(backup) => {
            let again = Backup::parse(&backup.to_json()).expect("what was written can be read");
            assert_eq!(again, backup);
            let all = backup.merge(&Records::new());
            assert!(all.conflicts.is_empty());
            assert_eq!(backup.merge(&all.additions), Merge::default());
        }
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
});
