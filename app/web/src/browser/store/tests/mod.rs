//! Where texts are stored and read while the browser's storage fails in one way or another.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod failures;
mod fake;
mod summaries;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::backend::{Change, Entries, PartialRead, StorageError, StorageHealth};
use super::tiered::TieredStore;
use fake::{Fake, Opening, World, run};

type Page = Rc<TieredStore<Fake>>;

fn change(key: &str, value: Option<&str>) -> Change {
    (key.to_owned(), value.map(str::to_owned))
}

fn write(page: &Page, changes: Vec<Change>, owner: &str) -> Result<(), StorageError> {
    let result = Rc::new(Cell::new(None));
    let settled = result.clone();
    let settled = Box::new(move |written| settled.set(Some(written)));
    page.write(changes, owner.to_owned(), settled);
    run(async {});
    result.get().expect("a write is always settled")
}

fn put(page: &Page, key: &str, value: &str) -> Result<(), StorageError> {
    write(page, vec![change(key, Some(value))], "")
}

fn read(page: &Page, prefix: &str) -> Result<Entries, PartialRead<Entries>> {
    run(page.read(prefix))
}

fn found(entries: &[(&str, &str)]) -> Entries {
    let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    entries.iter().map(own).collect()
}

/// An assessment that shows on a page: all of it is written when the store asks for that.
fn live(page: &Page, answers: &Rc<RefCell<Vec<(String, String)>>>) -> Rc<Cell<u32>> {
    let times = Rc::new(Cell::new(0));
    let (writing, answers, count) = (page.clone(), answers.clone(), times.clone());
    page.register_rewrite(Rc::new(move || {
        count.set(count.get() + 1);
        let all = answers.borrow().clone().into_iter();
        let all = all.map(|(key, value)| (key, Some(value))).collect();
        writing.write(all, String::new(), Box::new(|_| ()));
    }));
    times
}

#[test]
fn a_write_is_in_the_database_and_leaves_no_copy() {
    let world = World::new();
    let page = world.page();
    assert_eq!(put(&page, "k", "1"), Ok(()));
    assert_eq!(world.in_database("k").as_deref(), Some("1"));
    assert_eq!(world.in_local("k"), None);
    assert_eq!(world.health.get(), Some(StorageHealth::Database));
}

#[test]
fn a_write_that_waits_is_read_and_a_later_change_of_its_key_stays_the_last() {
    let write_later = |page: &Page, value| {
        let changes = vec![change("a/k/head", Some(value))];
        page.write(changes, String::new(), Box::new(|_| ()));
    };
    let world = World::new();
    let page = world.page();
    write_later(&page, "1");
    assert_eq!(world.in_database("a/k/head"), None);
    assert_eq!(read(&world.page(), "a/"), Ok(found(&[("a/k/head", "1")])));
    // The third finds no room for its copy.
    write_later(&page, "2");
    world.local_full.set(true);
    write_later(&page, "3");
    run(async {});
    assert_eq!(world.in_database("a/k/head").as_deref(), Some("3"));
    assert_eq!(world.in_local("a/k/head"), None);
    world.local_full.set(false);
    write_later(&page, "4");
    assert_eq!(run(page.delete("a/k/")), Ok(()));
    assert_eq!(world.in_database("a/k/head"), None);
    assert_eq!(read(&page, "a/"), Ok(found(&[])));
}

#[test]
fn a_database_that_never_answers_is_replaced_and_reported() {
    let world = World::new();
    world.opening.set(Opening::Hangs);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
    assert_eq!(put(&page, "k", "1"), Ok(()));
    assert_eq!(read(&page, "k"), Err(PartialRead(found(&[("k", "1")]))));
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
}

#[test]
fn a_database_that_opens_late_receives_what_was_stored_elsewhere() {
    let world = World::new();
    put(&world.page(), "before", "0").expect("a database");
    world.opening.set(Opening::Hangs);
    let page = world.page();
    let came = Rc::new(Cell::new(false));
    let hears = came.clone();
    page.on_late_database(Rc::new(move || hears.set(true)));
    put(&page, "k", "1").expect("local storage");
    world.opening.set(Opening::Works);
    run(async {});
    assert!(came.get(), "who waits is told");
    assert_eq!(world.health.get(), Some(StorageHealth::Database));
    assert_eq!(world.in_database("k").as_deref(), Some("1"));
    assert_eq!(world.in_local("k"), None);
    assert_eq!(read(&page, ""), Ok(found(&[("before", "0"), ("k", "1")])));
}

#[test]
fn without_a_database_local_storage_is_all_there_is() {
    let world = World::new();
    world.opening.set(Opening::Refused);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::LocalOnly));
    put(&page, "k", "1").expect("local storage");
    assert_eq!(read(&page, ""), Ok(found(&[("k", "1")])));
}

#[test]
fn a_database_that_is_refused_after_it_stored_something_is_not_read_as_empty() {
    let world = World::new();
    put(&world.page(), "before", "0").expect("a database");
    world.opening.set(Opening::Refused);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
    assert_eq!(read(&page, ""), Err(PartialRead(found(&[]))));
    assert_eq!(run(page.erase()), Err(StorageError));
}

#[test]
fn where_both_are_refused_nothing_is_stored_and_that_is_reported() {
    let world = World::new();
    world.opening.set(Opening::Refused);
    world.local_full.set(true);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::NoStorage));
    assert_eq!(put(&page, "k", "1"), Err(StorageError));
    assert_eq!(world.health.get(), Some(StorageHealth::NoStorage));
}
