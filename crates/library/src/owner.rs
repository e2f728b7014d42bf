//! The owners of libraries: the first one is there before anyone has set up an account.

use circle::Viewer;
use jiff::Timestamp;
use model::{LibraryId, PersonId};
use store::{Store, StoreError, Tx, values};

/// Makes the first library with its default owner, whom an account completes later, where there is no library yet.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn make_first_library(store: &Store, now: Timestamp) -> Result<(), StoreError> {
    if !store.read(owners)?.is_empty() {
        return Ok(());
    }
    store.write(|tx| {
        // Another program may have been quicker.
        if owners(tx)?.is_empty() {
            let sql = "INSERT INTO libraries (library, owner, added_ms) VALUES (?1, ?2, ?3)";
            tx.execute(sql, values![LibraryId(1), PersonId(0), now.as_millisecond()])?;
        }
        Ok(())
    })
}

/// The owners of all libraries, the first library's first.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn owners(tx: &mut Tx<'_>) -> Result<Vec<Viewer>, StoreError> {
    let sql = "SELECT library, owner FROM libraries ORDER BY library";
    tx.all(sql, &[], |row| Ok(Viewer::at_the_machine(row.get(0)?, row.get(1)?)))
}
