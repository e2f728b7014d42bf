//! Nobody waits for ever, and what was given up has not happened: on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use store::{Errand, Patience, Store, StoreError, Tx, values};
use testkit::{House, houses};

/// Longer than any of these tests takes.
const LONG: Duration = Duration::from_secs(600);
/// So short that whoever waits that long gives up while the gate is closed, however slow the machine is.
const SHORT: Duration = Duration::from_millis(40);
/// A statement that never ends by itself.
const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT COUNT(*) FROM n";

fn add(tx: &mut Tx<'_>, day: i64) -> Result<u64, StoreError> {
    tx.execute("INSERT INTO changed_days (library, day) VALUES (1, ?1)", values![day])
}

fn days(house: &House) -> Vec<i64> {
    house.store.read(|tx| tx.all("SELECT day FROM changed_days ORDER BY day", &[], |row| row.get(0))).unwrap()
}

/// For somebody who waits so long.
fn waiting<T>(time: Duration, work: impl FnOnce() -> T) -> T {
    Errand::of(&Patience::lasting(time)).run(work)
}

/// Runs `meanwhile` while `writer` is in the middle of writing day 1, which it keeps afterwards.
fn while_another_writes(writer: &Store, meanwhile: impl FnOnce()) {
    let (writes, is_writing) = channel();
    let (open, gate) = channel::<()>();
    thread::scope(|scope| {
        let written = scope.spawn(move || {
            writer.write(|tx| {
                add(tx, 1)?;
                writes.send(()).unwrap();
                gate.recv().unwrap();
                Ok::<_, StoreError>(())
            })
        });
        is_writing.recv().unwrap();
        meanwhile();
        open.send(()).unwrap();
        written.join().unwrap().unwrap();
    });
}

#[test]
fn whoever_waits_for_a_turn_to_write_and_gives_up_has_not_written() {
    for house in houses() {
        let another_program = house.again();
        for (days_kept, writer) in [(1, &*house.store), (2, &another_program)] {
            while_another_writes(writer, || {
                let late = waiting(SHORT, || house.store.write(|tx| add(tx, 9)));
                assert!(matches!(late, Err(StoreError::Late)), "{late:?} on {}", house.store.engine_name());
            });
            assert_eq!(days(&house), [1], "what the other wrote is kept, and nothing else ({days_kept})");
            house.store.write(|tx| tx.execute("DELETE FROM changed_days", &[])).unwrap();
        }
        house.store.write(|tx| add(tx, 9)).unwrap();
        assert_eq!(days(&house), [9], "the next one has its turn");
    }
}

#[test]
fn what_only_reads_waits_for_no_writer_and_what_is_noted_in_passing_neither() {
    for house in houses() {
        let another_program = house.again();
        for writer in [&*house.store, &another_program] {
            while_another_writes(writer, || {
                assert_eq!(days(&house), Vec::<i64>::new());
                let noted = house.store.write_unless_busy(|tx| add(tx, 9)).unwrap();
                assert_eq!(noted, None, "on {}", house.store.engine_name());
            });
            house.store.write(|tx| tx.execute("DELETE FROM changed_days", &[])).unwrap();
        }
        assert_eq!(house.store.write_unless_busy(|tx| add(tx, 9)).unwrap(), Some(1));
        assert_eq!(days(&house), [9]);
    }
}

#[test]
fn a_statement_that_runs_too_long_is_ended_and_its_transaction_undone() {
    for house in houses() {
        let read = waiting(SHORT, || house.store.read(|tx| tx.one(ENDLESS, &[], |row| row.get::<i64>(0))));
        assert!(matches!(read, Err(StoreError::Late)), "{read:?} on {}", house.store.engine_name());
        let endless = |tx: &mut Tx<'_>| {
            add(tx, 1)?;
            tx.one(ENDLESS, &[], |row| row.get::<i64>(0))
        };
        let written = waiting(SHORT, || house.store.write(endless));
        assert!(matches!(written, Err(StoreError::Late)), "{written:?} on {}", house.store.engine_name());
        assert_eq!(days(&house), Vec::<i64>::new());
        // The same connections serve the next one.
        house.store.write(|tx| add(tx, 2)).unwrap();
        assert_eq!(days(&house), [2]);
    }
}

#[test]
fn what_is_given_up_half_way_goes_no_further() {
    for house in houses() {
        let patience = Patience::lasting(LONG);
        let given_up = |tx: &mut Tx<'_>| {
            add(tx, 1)?;
            assert!(patience.give_up());
            assert!(matches!(add(tx, 2), Err(StoreError::Late)));
            // Even where somebody does not care that a statement failed.
            Ok::<_, StoreError>(())
        };
        let written = Errand::of(&patience).run(|| house.store.write(given_up));
        assert!(matches!(written, Err(StoreError::Late)), "{written:?}");
        assert_eq!(days(&house), Vec::<i64>::new());
        let read = Errand::of(&patience).run(|| house.store.read(|tx| add(tx, 1)));
        assert!(matches!(read, Err(StoreError::Late)));
    }
}

#[test]
fn what_was_kept_cannot_be_given_up() {
    for house in houses() {
        let patience = Patience::lasting(LONG);
        Errand::of(&patience).run(|| {
            house.store.write(|tx| add(tx, 1)).unwrap();
            assert!(!patience.give_up());
            assert_eq!(house.store.write(|tx| add(tx, 2)).unwrap(), 1, "the rest of it is seen through");
        });
        assert_eq!(days(&house), [1, 2]);
    }
}

#[test]
fn a_statement_that_failed_fails_its_transaction_whatever_comes_after_it() {
    for house in houses() {
        let written = house.store.write(|tx| {
            add(tx, 1)?;
            assert!(add(tx, 1).is_err(), "there is one already");
            Ok::<_, StoreError>(())
        });
        assert!(written.is_err(), "on {}", house.store.engine_name());
        assert_eq!(days(&house), Vec::<i64>::new());
    }
}
