//! Summaries beside assessments: out of date with every change, and never at the expense of one.

use super::fake::{Opening, World, run};
use super::{Page, change, found, put, write};
use crate::browser::store::backend::Entries;
use crate::browser::store::backend::StorageHealth;

const HEAD: &str = "a/k/head";

fn summarize(page: &Page, key: &str) {
    run(page.write_summary(key, Some("s".to_owned())));
}

fn summaries(page: &Page) -> Option<Entries> {
    run(page.read_summaries())
}

#[test]
fn a_change_of_an_assessment_changes_its_revision_and_no_other_in_the_same_transaction() {
    let world = World::new();
    let page = world.page();
    put(&page, HEAD, "h").expect("a database");
    put(&page, "a/l/head", "h").expect("a database");
    summarize(&page, "k");
    let before = summaries(&page).expect("a database");
    assert_eq!(run(page.count_records()), Some(2));
    let keys: Vec<&str> = before.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["list/k/rev", "list/k/summary", "list/l/rev"]);
    world.aborts.set(true);
    put(&page, "a/k/q/x", "3").expect("local storage");
    assert_eq!(world.in_database("list/k/rev").as_deref(), Some("r1"));
    assert_eq!(world.in_local("list/k/rev"), None, "local storage has none");
    assert_eq!(summaries(&page), None, "the database lacks an answer");
    world.aborts.set(false);
    let next = world.page();
    let after = summaries(&next).expect("a database");
    assert_eq!(
        run(next.count_records()),
        Some(3),
        "the answer was moved to the database"
    );
    assert_ne!(after.first(), before.first());
    assert_eq!(after.last(), before.last());
}

#[test]
fn a_summary_that_cannot_be_stored_leaves_everything_as_it_is() {
    let world = World::new();
    let page = world.page();
    put(&page, HEAD, "h").expect("a database");
    world.aborts.set(true);
    summarize(&page, "k");
    assert_eq!(world.health.get(), Some(StorageHealth::Database));
    assert_eq!(world.in_database("list/k/summary"), None);
    assert_eq!(world.handles.get(), 1, "the database is not opened again");
    world.aborts.set(false);
    put(&page, "a/k/q/x", "3").expect("a database");
    assert_eq!(world.in_database("a/k/q/x").as_deref(), Some("3"));
}

#[test]
fn an_assessment_that_is_gone_leaves_neither_summary_nor_revision() {
    let world = World::new();
    let page = world.page();
    put(&page, HEAD, "h").expect("a database");
    summarize(&page, "k");
    run(page.delete("a/k/")).expect("a database");
    summarize(&page, "k");
    assert_eq!(summaries(&page), Some(found(&[])));
    assert_eq!(run(page.count_records()), Some(0));
    run(page.write_unlisted(Some(2)));
    assert_eq!(world.in_database("list/unlisted").as_deref(), Some("2"));
    run(page.write_unlisted(None));
    assert_eq!(world.in_database("list/unlisted"), None);
}

#[test]
fn without_a_database_there_are_no_summaries_and_none_in_local_storage() {
    for opening in [Opening::Refused, Opening::Hangs] {
        let world = World::new();
        world.opening.set(opening);
        let page = world.page();
        write(&page, vec![change(HEAD, Some("h"))], "").expect("local storage");
        summarize(&page, "k");
        assert_eq!(summaries(&page), None);
        assert_eq!(run(page.count_records()), None);
        let local = world.local.borrow();
        assert!(local.keys().all(|key| !key.contains("list/")));
    }
}
