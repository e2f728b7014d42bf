//! The first library is there before anybody has an account, and no owner is guessed among several.
#![allow(clippy::unwrap_used, missing_docs)]

use library::{make_first_library, owners};
use model::{LibraryId, PersonId};
use store::StoreError;
use testkit::{houses, now};

#[test]
fn the_first_library_is_made_once_and_none_where_there_is_another() {
    for house in houses() {
        let make = || make_first_library(&house.store, now().timestamp()).unwrap();
        let known = || house.store.read(owners).unwrap();
        assert_eq!(known(), []);
        make();
        make();
        let first = known();
        assert_eq!(
            first.iter().map(|owner| (owner.library(), owner.person())).collect::<Vec<_>>(),
            [(LibraryId(1), PersonId(0))]
        );
        let change = |sql| house.store.write(|tx| tx.execute(sql, &[])).map_err(|e: StoreError| e).unwrap();
        change("INSERT INTO libraries (library, owner, added_ms) VALUES (7, 3, 0)");
        assert_eq!(known().len(), 2, "each is told");
        change("DELETE FROM libraries WHERE library = 1");
        make();
        assert_eq!(known().iter().map(|owner| owner.library()).collect::<Vec<_>>(), [LibraryId(7)]);
    }
}
