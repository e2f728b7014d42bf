//! SQLite: one writer, a few readers, a write-ahead log.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::transaction::Handle;
use crate::{StoreError, Tx, Value};

/// How long a statement waits for another program's write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Statements kept ready on each connection; the program has fewer.
const STATEMENTS: usize = 256;
/// Idle readers kept open. Each costs its page cache, so no more than a small house uses at once.
const READERS_KEPT: usize = 4;

pub(crate) struct Sqlite {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let writer = connect(path)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        // In WAL mode NORMAL may lose the last commits when the power fails; promise 10 forbids that.
        writer.pragma_update(None, "synchronous", "FULL")?;
        writer.pragma_update(None, "cache_size", -8 * 1024)?;
        Ok(Self { path: path.to_owned(), writer: Mutex::new(writer), readers: Mutex::default() })
    }

    pub(crate) fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let connection = self.take_reader()?;
        let answer = within(&connection, "BEGIN DEFERRED", work);
        self.give_back(connection);
        answer
    }

    pub(crate) fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        // A panic elsewhere rolled its transaction back; the connection itself is sound.
        let connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        within(&connection, "BEGIN IMMEDIATE", work)
    }

    /// The file and what is written beside it.
    pub(crate) fn size(&self) -> u64 {
        let beside = |ending: &str| {
            let mut name = self.path.clone().into_os_string();
            name.push(ending);
            std::fs::metadata(name).map_or(0, |file| file.len())
        };
        ["", "-wal", "-shm"].into_iter().map(beside).sum()
    }

    fn take_reader(&self) -> Result<Connection, StoreError> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(connection) = idle {
            return Ok(connection);
        }
        let connection = connect(&self.path)?;
        connection.pragma_update(None, "query_only", true)?;
        // Enough for the pages of a day out of a million photos; a small library never fills it.
        connection.pragma_update(None, "cache_size", -16 * 1024)?;
        Ok(connection)
    }

    fn give_back(&self, connection: Connection) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS_KEPT {
            readers.push(connection);
        }
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "foreign_keys", true)?;
    // Without this, SQLite compiles a statement anew whenever the bounds of a range in it change.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// Rolls back on every way out but a successful commit, a panic included.
struct Open<'a>(&'a Connection);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        if !self.0.is_autocommit() {
            let _ = self.0.execute_batch("ROLLBACK");
        }
    }
}

fn within<T, E: From<StoreError>>(
    connection: &Connection,
    begin: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    connection.execute_batch(begin).map_err(StoreError::from)?;
    let open = Open(connection);
    let answer = work(&mut Tx(Handle::Sqlite(connection)))?;
    connection.execute_batch("COMMIT").map_err(StoreError::from)?;
    drop(open);
    Ok(answer)
}

pub(crate) fn execute(connection: &Connection, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.execute(params_from_iter(values))? as u64)
}

pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    values: &[Value],
    mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}
