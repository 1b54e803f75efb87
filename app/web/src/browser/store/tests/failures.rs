//! A database that fails while it is used.

use std::cell::RefCell;
use std::rc::Rc;

use super::fake::{Opening, World, run};
use super::{change, found, live, put, read, write};
use crate::browser::store::backend::{PartialRead, StorageError, StorageHealth};

/// The live records of an assessment with one answer.
fn one_answer() -> Rc<RefCell<Vec<(String, String)>>> {
    let head = ("a/k/head".to_owned(), "h".to_owned());
    let answer = ("a/k/q/x".to_owned(), "3".to_owned());
    Rc::new(RefCell::new(vec![head, answer]))
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
        read(&page, "a/"),
        Ok(found(&[("a/k/head", "h")])),
        "nothing was deleted"
    );
    assert_eq!(run(page.erase()), Ok(()));
    assert_eq!(read(&page, ""), Ok(found(&[])));
    assert_eq!(world.local.borrow().len(), 0, "nothing is left");
}

#[test]
fn when_the_database_fails_all_live_entries_are_stored_in_local_storage() {
    let world = World::new();
    let page = world.page();
    let answers = one_answer();
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
    let answers = one_answer();
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
    let answers = one_answer();
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
