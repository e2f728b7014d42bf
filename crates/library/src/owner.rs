//! The default owner: there before anyone has set up an account.

use circle::Viewer;
use jiff::Timestamp;
use model::{LibraryId, PersonId};
use store::{Store, StoreError, Tx, values};

/// The default owner of the first library, made on first use. An account completes it later.
///
/// # Errors
/// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
pub fn default_owner(store: &Store, now: Timestamp) -> Result<Viewer, StoreError> {
    let find = "SELECT library, owner FROM libraries ORDER BY library LIMIT 1";
    let viewer = |row: &store::Row<'_>| Ok(Viewer::at_the_machine(row.get(0)?, row.get(1)?));
    if let Some(owner) = store.read(|tx| tx.maybe(find, &[], viewer))? {
        return Ok(owner);
    }
    store.write(|tx| {
        let make =
            "INSERT INTO libraries (library, owner, added_ms) VALUES (?1, ?2, ?3) ON CONFLICT (library) DO NOTHING";
        tx.execute(make, values![LibraryId(1), PersonId(0), now.as_millisecond()])?;
        tx.one(find, &[], viewer)
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
