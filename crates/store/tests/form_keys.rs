//! A form that is sent twice counts once: on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::LibraryId;
use store::{Errand, FirstAnswer, FormKey, Patience, Store, StoreError, values};
use testkit::houses;

const LIBRARY: LibraryId = LibraryId(1);

fn at(hours: i64) -> Timestamp {
    testkit::now().timestamp() + SignedDuration::from_hours(hours)
}

fn sending(key: &str, hours: i64) -> Arc<FormKey> {
    Arc::new(FormKey::new(LIBRARY, key.to_owned(), at(hours)))
}

fn by<T>(form: &Arc<FormKey>, work: impl FnOnce() -> T) -> T {
    let patience = Patience::lasting(Duration::from_secs(600));
    Errand::of(&patience).by_form(Some(Arc::clone(form))).run(work)
}

/// Adds one; answers which one it is.
fn add(store: &Store) -> Result<i64, StoreError> {
    store.write(|tx| tx.take_numbers(LIBRARY, "loss", 1))
}

fn first_answer(store: &Store, form: &FormKey) -> Option<FirstAnswer> {
    store.read(|tx| form.first_answer(tx)).unwrap()
}

#[test]
fn what_is_sent_twice_counts_once_and_the_second_is_told_the_answer_of_the_first() {
    for house in houses() {
        let (first, second, other) = (sending("a", 0), sending("a", 1), sending("b", 1));
        assert_eq!(first_answer(&house.store, &first), None);
        by(&first, || {
            assert_eq!(add(&house.store).unwrap(), 1);
            assert_eq!(add(&house.store).unwrap(), 2, "one sending may write twice");
        });
        assert!(first.counts() && !first.was_sent_before());
        assert_eq!(first_answer(&house.store, &second), Some(FirstAnswer::default()), "kept, and not answered yet");
        let answer = FirstAnswer { status: Some(303), location: Some("/care?done=1".to_owned()), body: None };
        house.store.write(|tx| first.note_answer(tx, &answer)).unwrap();

        let again = by(&second, || add(&house.store));
        assert!(matches!(again, Err(StoreError::SentBefore)), "{again:?} on {}", house.store.engine_name());
        assert!(second.was_sent_before() && !second.counts());
        assert_eq!(first_answer(&house.store, &second), Some(answer));
        assert_eq!(by(&other, || add(&house.store)).unwrap(), 3, "another form is another change");
    }
}

#[test]
fn of_many_sendings_at_once_from_two_programs_one_counts() {
    for house in houses() {
        let another_program = house.again();
        let counted = thread::scope(|scope| {
            let sent: Vec<_> = (0..8)
                .map(|n| {
                    let store = if n % 2 == 0 { &*house.store } else { &another_program };
                    scope.spawn(move || by(&sending("a", 0), || add(store)).is_ok())
                })
                .collect();
            sent.into_iter().map(|one| one.join().unwrap()).filter(|counts| *counts).count()
        });
        assert_eq!(counted, 1, "on {}", house.store.engine_name());
        assert_eq!(add(&house.store).unwrap(), 2);
    }
}

#[test]
fn what_was_not_kept_or_was_refused_may_be_sent_again() {
    for house in houses() {
        let form = sending("a", 0);
        let failed: Result<(), StoreError> = by(&form, || house.store.write(|_| Err(StoreError::Full)));
        assert!(failed.is_err() && !form.counts());
        by(&form, || add(&house.store)).unwrap();
        house.store.write(|tx| form.forget(tx)).unwrap();
        assert!(by(&sending("a", 0), || add(&house.store)).is_ok());
    }
}

#[test]
fn what_is_noted_in_passing_is_not_what_a_form_asked_for() {
    for house in houses() {
        let form = sending("a", 0);
        by(&form, || house.store.write_unless_busy(|tx| tx.take_numbers(LIBRARY, "loss", 1))).unwrap();
        assert!(!form.counts());
        assert!(by(&form, || add(&house.store)).is_ok());
    }
}

#[test]
fn keys_are_forgotten_after_a_day_and_there_are_never_more_than_some_thousands() {
    for house in houses() {
        by(&sending("old", 0), || add(&house.store)).unwrap();
        assert_eq!(first_answer(&house.store, &sending("old", 25)), None);
        assert!(by(&sending("old", 25), || add(&house.store)).is_ok());
        let count = || house.store.read(|tx| tx.one("SELECT COUNT(*) FROM form_keys", &[], |row| row.get::<i64>(0)));
        let many = |tx: &mut store::Tx<'_>| {
            (0..6_000).try_for_each(|n: i64| {
                let sql = "INSERT INTO form_keys (library, key, sent_ms) VALUES (?1, ?2, ?3)";
                tx.execute(sql, values![LIBRARY, format!("many {n}"), at(25).as_millisecond() + n]).map(drop)
            })
        };
        house.store.write(many).unwrap();
        by(&sending("one more", 26), || add(&house.store)).unwrap();
        assert!((5_000..=5_002).contains(&count().unwrap()), "{:?}", count());
        assert_eq!(first_answer(&house.store, &sending("many 0", 26)), None, "the oldest go first");
        assert!(first_answer(&house.store, &sending("many 5999", 26)).is_some());
    }
}
