//! What is kept where when a browser's storage fails in one way or another.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod fake;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::tiered::{Change, Entries, PartialRead, StorageError, StorageHealth, TieredStore};
use fake::{Fake, Opening, World, run};

type Page = Rc<TieredStore<Fake>>;

fn change(key: &str, value: Option<&str>) -> Change {
    (key.to_owned(), value.map(str::to_owned))
}

fn write(page: &Page, changes: Vec<Change>, needed: &str) -> Result<(), StorageError> {
    let result = Rc::new(Cell::new(None));
    let settled = result.clone();
    page.write(changes, needed.to_owned(), move |written| {
        settled.set(Some(written));
    });
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
    page.keep_live(Rc::new(move || {
        count.set(count.get() + 1);
        let all = answers.borrow().clone().into_iter();
        let all = all.map(|(key, value)| (key, Some(value))).collect();
        writing.write(all, String::new(), |_| ());
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
fn a_database_that_never_answers_is_gone_without_and_said() {
    let world = World::new();
    world.opening.set(Opening::Hangs);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
    assert_eq!(put(&page, "k", "1"), Ok(()));
    assert_eq!(read(&page, "k"), Err(PartialRead(found(&[("k", "1")]))));
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
}

#[test]
fn a_database_that_comes_late_takes_over_what_was_kept_elsewhere() {
    let world = World::new();
    put(&world.page(), "before", "0").expect("a database");
    world.opening.set(Opening::Hangs);
    let page = world.page();
    let came = Rc::new(Cell::new(false));
    let hears = came.clone();
    page.when_it_comes(Rc::new(move || hears.set(true)));
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
fn a_database_that_is_refused_after_it_kept_something_is_not_taken_for_an_empty_one() {
    let world = World::new();
    put(&world.page(), "before", "0").expect("a database");
    world.opening.set(Opening::Refused);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
    assert_eq!(read(&page, ""), Err(PartialRead(found(&[]))));
    assert_eq!(run(page.erase()), Err(StorageError));
}

#[test]
fn where_both_are_refused_nothing_is_kept_and_that_is_said() {
    let world = World::new();
    world.opening.set(Opening::Refused);
    world.local_full.set(true);
    let page = world.page();
    assert_eq!(world.health.get(), Some(StorageHealth::NoStorage));
    assert_eq!(put(&page, "k", "1"), Err(StorageError));
    assert_eq!(world.health.get(), Some(StorageHealth::NoStorage));
}

#[test]
fn a_handle_that_died_is_replaced_and_asked_again() {
    let world = World::new();
    let page = world.page();
    put(&page, "k", "1").expect("a database");
    world.dead_up_to.set(world.handles.get());
    assert_eq!(read(&page, ""), Ok(found(&[("k", "1")])));
    world.dead_up_to.set(world.handles.get());
    assert_eq!(put(&page, "l", "2"), Ok(()));
    assert_eq!(world.in_database("l").as_deref(), Some("2"));
    assert_eq!(world.handles.get(), 3, "opened once for each death");
}

#[test]
fn what_cannot_be_read_is_an_error_and_what_cannot_be_deleted_too() {
    let world = World::new();
    let page = world.page();
    put(&page, "a/k/head", "h").expect("a database");
    world.dead_up_to.set(u32::MAX);
    assert_eq!(read(&page, ""), Err(PartialRead(found(&[]))));
    assert_eq!(run(page.delete("a/k/")), Err(StorageError));
    assert_eq!(run(page.erase()), Err(StorageError));
    world.dead_up_to.set(0);
    assert_eq!(
        read(&page, ""),
        Ok(found(&[("a/k/head", "h")])),
        "nothing was deleted"
    );
    assert_eq!(run(page.erase()), Ok(()));
    assert_eq!(read(&page, ""), Ok(found(&[])));
    assert_eq!(world.local.borrow().len(), 0, "nothing is left");
}

#[test]
fn when_the_database_goes_everything_live_is_kept_in_local_storage() {
    let world = World::new();
    let page = world.page();
    let all = vec![
        ("a/k/head".to_owned(), "h".to_owned()),
        ("a/k/q/x".to_owned(), "3".to_owned()),
    ];
    let answers = Rc::new(RefCell::new(all));
    let times = live(&page, &answers);
    for (key, value) in answers.borrow().clone() {
        put(&page, &key, &value).expect("a database");
    }
    world.dead_up_to.set(u32::MAX);
    write(&page, vec![change("a/k/q/y", Some("1"))], "a/k/head").expect("local storage");
    assert_eq!(times.get(), 1, "once");
    assert_eq!(world.in_local("a/k/head").as_deref(), Some("=h"));
    assert_eq!(world.in_local("a/k/q/x").as_deref(), Some("=3"));
    assert_eq!(world.health.get(), Some(StorageHealth::Unavailable));
    world.dead_up_to.set(0);
    put(&page, "k", "1").expect("a database");
    assert_eq!(
        world.in_database("a/k/q/y").as_deref(),
        Some("1"),
        "moved when it came back"
    );
    assert_eq!(world.in_local("a/k/head"), None);
}

#[test]
fn an_answer_whose_head_is_gone_has_everything_live_written_again() {
    let world = World::new();
    let page = world.page();
    let all = vec![
        ("a/k/head".to_owned(), "h".to_owned()),
        ("a/k/q/x".to_owned(), "3".to_owned()),
    ];
    let answers = Rc::new(RefCell::new(all));
    let times = live(&page, &answers);
    write(&page, vec![change("a/k/q/x", Some("3"))], "a/k/head").expect("a database");
    assert_eq!(times.get(), 1);
    assert_eq!(world.in_database("a/k/head").as_deref(), Some("h"));
    write(&page, vec![change("a/k/q/x", Some("2"))], "a/k/head").expect("a database");
    assert_eq!(times.get(), 1, "not again");
}

#[test]
fn a_database_that_was_erased_meanwhile_gets_everything_live_again() {
    let world = World::new();
    let page = world.page();
    let all = vec![("team/m@1/m/x".to_owned(), "3".to_owned())];
    let answers = Rc::new(RefCell::new(all));
    live(&page, &answers);
    world.dead_up_to.set(world.handles.get());
    world.database.replace(None);
    put(&page, "k", "1").expect("a database");
    assert_eq!(world.in_database("team/m@1/m/x").as_deref(), Some("3"));
}

#[test]
fn what_found_no_place_is_written_when_there_is_one_again() {
    let world = World::new();
    let page = world.page();
    let all = vec![
        ("a/k/head".to_owned(), "h".to_owned()),
        ("a/k/q/x".to_owned(), "3".to_owned()),
    ];
    let answers = Rc::new(RefCell::new(all));
    let times = live(&page, &answers);
    world.aborts.set(true);
    world.local_full.set(true);
    assert_eq!(put(&page, "a/k/head", "h"), Err(StorageError));
    assert_eq!(put(&page, "a/k/q/x", "3"), Err(StorageError));
    assert_eq!(world.health.get(), Some(StorageHealth::Full));
    world.aborts.set(false);
    write(&page, vec![change("a/k/q/y", Some("1"))], "").expect("a database");
    assert_eq!(world.in_database("a/k/head").as_deref(), Some("h"));
    assert_eq!(world.in_database("a/k/q/x").as_deref(), Some("3"));
    assert_eq!(world.health.get(), Some(StorageHealth::Database));
    let before = times.get();
    put(&page, "a/k/q/y", "2").expect("a database");
    assert_eq!(times.get(), before, "it was the last time");
}

#[test]
fn a_transaction_that_is_aborted_leaves_the_copy_in_local_storage() {
    let world = World::new();
    let page = world.page();
    world.aborts.set(true);
    assert_eq!(put(&page, "k", "1"), Ok(()));
    assert_eq!(world.in_local("k").as_deref(), Some("=1"));
    assert_eq!(world.in_database("k"), None);
    world.aborts.set(false);
    assert_eq!(read(&world.page(), ""), Ok(found(&[("k", "1")])));
}

#[test]
fn an_older_copy_does_not_outrank_what_the_database_got_while_local_storage_was_full() {
    for at_open in [false, true] {
        let world = World::new();
        let page = world.page();
        world.aborts.set(true);
        put(&page, "k", "old").expect("local storage");
        world.aborts.set(false);
        world.local_full.set(true);
        // A page that comes while local storage is full removes the copy as well.
        let page = if at_open { world.page() } else { page };
        put(&page, "k", "new").expect("a database");
        world.local_full.set(false);
        assert_eq!(
            read(&world.page(), ""),
            Ok(found(&[("k", "new")])),
            "{at_open}"
        );
    }
}

#[test]
fn several_changes_are_in_local_storage_together_or_not_at_all() {
    let world = World::new();
    world.opening.set(Opening::Refused);
    let page = world.page();
    put(&page, "a/k/q/x", "1").expect("local storage");
    world.local_full.set(true);
    let both = vec![change("a/k/head", Some("h")), change("a/k/q/x", Some("2"))];
    assert_eq!(write(&page, both, ""), Err(StorageError));
    assert_eq!(read(&page, ""), Ok(found(&[("a/k/q/x", "1")])));
}

#[test]
fn a_deletion_is_remembered_until_the_database_can_delete() {
    let world = World::new();
    let page = world.page();
    put(&page, "k", "1").expect("a database");
    world.aborts.set(true);
    write(&page, vec![change("k", None)], "").expect("local storage");
    assert_eq!(read(&page, ""), Ok(found(&[])));
    world.aborts.set(false);
    let later = world.page();
    run(async {});
    assert_eq!(world.in_database("k"), None);
    assert_eq!(read(&later, ""), Ok(found(&[])));
}
