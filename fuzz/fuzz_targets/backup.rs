//! Every text is parsed as a backup or refused with a reason. A parsed backup can be written, read
//! again and restored without losing stored records.
#![no_main]

use assay_core::backup::{Backup, RestorePlan, Records};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Backup::parse(text) {
        Ok(read) => {
            let backup = read.backup;
            let again = Backup::parse(&backup.to_json()).expect("what was written can be read");
            assert!(again.omitted.is_empty());
            assert_eq!(again.backup, backup);
            assert!(read.omitted.iter().all(|it| !it.problems.0.is_empty()));
            let all = backup.plan_restore(&Records::new());
            assert!(all.conflicts.is_empty());
            assert_eq!(backup.plan_restore(&all.additions), RestorePlan::default());
        }
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
});
