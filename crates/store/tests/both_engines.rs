//! What holds on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use store::{COLUMNS, Database, Older, Store, StoreError, Value, values};
use testkit::{House, houses};

#[test]
fn every_column_is_declared_and_every_declaration_is_a_column() {
    for house in houses() {
        let declared: BTreeSet<(String, String)> = COLUMNS
            .iter()
            .flat_map(|(table, columns)| columns.iter().map(|(column, _)| ((*table).to_owned(), (*column).to_owned())))
            .collect();
        let sql = match house.database {
            Database::File(_) => {
                "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
            }
            Database::Server(_) => {
                "SELECT table_name::text, column_name::text FROM information_schema.columns
                 WHERE table_schema = current_schema()"
            }
        };
        let there = house.store.read(|tx| tx.all(sql, &[], |r| Ok((r.get(0)?, r.get(1)?)))).unwrap();
        let there: BTreeSet<(String, String)> = there.into_iter().collect();
        assert_eq!(declared, there, "on {}", house.store.engine_name());
    }
}

#[test]
fn every_key_of_an_owners_table_begins_with_the_library() {
    let house = House::on_sqlite();
    let sql =
        "SELECT m.name, i.name, c.name FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c
               WHERE m.type = 'table' AND i.\"unique\" = 1 AND c.seqno = 0
                     AND m.name NOT IN ('schema_steps', 'data_version')";
    let keys: Vec<(String, String, String)> =
        house.store.read(|tx| tx.all(sql, &[], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))).unwrap();
    assert!(keys.len() >= 10, "{keys:?}");
    for (table, index, first) in keys {
        assert_eq!(first, "library", "{table}: {index}");
    }
}

#[test]
fn values_come_back_as_they_went_in() {
    for house in houses() {
        let name = "Ana\0 “é” 👩‍👧 ' ; DROP TABLE people";
        house
            .store
            .write(|tx| {
                tx.execute(
                    "INSERT INTO people (library, id, name, born_day) VALUES (?1, ?2, ?3, ?4)",
                    values![i64::MAX, i64::MIN, name, Value::Null],
                )?;
                tx.execute(
                    "INSERT INTO folders (library, path, added_ms) VALUES (?1, ?2, ?3)",
                    values![1_i64, vec![0_u8, 255, 128], 5_i64],
                )
            })
            .unwrap();
        let read = house.store.read(|tx| {
            let person: (i64, i64, String, Option<i64>) =
                tx.one("SELECT library, id, name, born_day FROM people", &[], |r| {
                    Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
                })?;
            let path: Vec<u8> = tx.one("SELECT path FROM folders", &[], |r| r.get(0))?;
            Ok::<_, StoreError>((person, path))
        });
        let (person, path) = read.unwrap();
        assert_eq!(person, (i64::MAX, i64::MIN, name.replace('\0', ""), None));
        assert_eq!(path, [0, 255, 128]);
    }
}

#[test]
fn a_write_that_fails_leaves_nothing_and_the_next_one_works() {
    for house in houses() {
        let add = |tx: &mut store::Tx<'_>, day: i64| {
            tx.execute("INSERT INTO changed_days (library, day) VALUES (1, ?1)", values![day])
        };
        let failed: Result<(), StoreError> = house.store.write(|tx| {
            add(tx, 1)?;
            add(tx, 1)?;
            Ok(())
        });
        assert!(failed.is_err());
        let gave_up: Result<(), StoreError> = house.store.write(|tx| {
            add(tx, 2)?;
            Err(StoreError::Busy)
        });
        assert!(gave_up.is_err());
        house.store.write(|tx| add(tx, 3)).unwrap();
        let days: Vec<i64> = house.store.read(|tx| tx.all("SELECT day FROM changed_days", &[], |r| r.get(0))).unwrap();
        assert_eq!(days, [3]);
    }
}

#[test]
fn a_read_cannot_write() {
    for house in houses() {
        let tried: Result<u64, StoreError> =
            house.store.read(|tx| tx.execute("INSERT INTO changed_days (library, day) VALUES (1, 1)", &[]));
        assert!(tried.is_err());
    }
}

#[test]
fn numbers_are_never_given_twice() {
    for house in houses() {
        let library = model::LibraryId(1);
        let first = house.store.write(|tx| tx.take_numbers(library, "photo", 3)).unwrap();
        let second = house.store.write(|tx| tx.take_numbers(library, "photo", 1)).unwrap();
        let other = house.store.write(|tx| tx.take_numbers(library, "moment", 1)).unwrap();
        assert_eq!((first, second, other), (1, 4, 1));
    }
}

#[test]
fn a_schema_from_a_newer_or_older_program_is_refused_with_a_hint() {
    for house in houses() {
        house
            .store
            .write(|tx| tx.execute("INSERT INTO schema_steps (version, name) VALUES (999, 'from the future')", &[]))
            .unwrap();
        let Err(newer) = Store::open(&house.database, Older::Migrate) else { panic!("opened a newer schema") };
        assert!(matches!(newer, StoreError::Newer { found: 999, .. }), "{newer}");
        assert!(newer.hint().contains("newer"), "{}", newer.hint());
    }
}

#[test]
fn what_is_no_database_is_refused_with_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("perennial.db");
    std::fs::write(&path, [7_u8; 8192]).unwrap();
    let Err(error) = Store::open(&Database::File(path), Older::Migrate) else { panic!("opened garbage") };
    assert!(matches!(error, StoreError::Damaged(_)), "{error}");
    let nowhere = Database::Server("postgres://nobody@127.0.0.1:1/none?connect_timeout=1".to_owned());
    let Err(error) = Store::open(&nowhere, Older::Migrate) else { panic!("reached nothing") };
    assert!(matches!(error, StoreError::Unreachable(_)), "{error}");
}
