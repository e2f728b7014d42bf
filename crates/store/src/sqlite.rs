//! SQLite: one writer, a few readers, a write-ahead log.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{OpenFlags, params_from_iter};

use crate::transaction::{Handle, VERSION};
use crate::turns::{Turns, Wait};
use crate::{AT_ONCE, Patience, StoreError, Tx, Value};

/// How long the work behind the pages waits for another program's write.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// Statements kept ready on each connection; the program has fewer.
const STATEMENTS: usize = 256;
/// After how many steps of a statement it is asked whether anybody still waits for it: well under a millisecond of work.
const STEPS: i32 = 5_000;
/// How many ask for the version at one moment: as many as threads answer requests.
const GLANCES: usize = 4;

pub(crate) struct Sqlite {
    path: PathBuf,
    turns: Turns,
    /// Used by whoever has the turn.
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Used for nothing but [`Sqlite::version_now`]: they wait for nobody.
    glances: Mutex<Vec<rusqlite::Connection>>,
}

/// A connection whose statements end when nobody waits for them any more.
struct Connection {
    sqlite: rusqlite::Connection,
    /// Whoever waits for the transaction that runs on it.
    waits: Waits,
}

type Waits = Arc<Mutex<Option<Patience>>>;

/// A transaction that runs.
pub(crate) struct Running<'a>(&'a Open<'a>);

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let writer = Connection::open(path)?;
        writer.sqlite.pragma_update(None, "journal_mode", "WAL")?;
        // In WAL mode NORMAL may lose the last commits when the power fails; promise 10 forbids that.
        writer.sqlite.pragma_update(None, "synchronous", "FULL")?;
        writer.sqlite.pragma_update(None, "cache_size", -8 * 1024)?;
        let (turns, readers, glances) = (Turns::default(), Mutex::default(), Mutex::default());
        Ok(Self { path: path.to_owned(), turns, writer: Mutex::new(writer), readers, glances })
    }

    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        patience: &Patience,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.take_reader()?;
        let answer = connection.begin("BEGIN DEFERRED", patience).map_err(E::from).and_then(|open| {
            let answer = work(&mut open.tx())?;
            open.end()?;
            Ok(answer)
        });
        self.give_back(connection);
        answer
    }

    /// `None` where another writes and nobody waits for that.
    pub(crate) fn write<T, E: From<StoreError>>(
        &self,
        patience: &Patience,
        wait: Wait,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        let Some(_turn) = self.turns.take(patience, wait)? else { return Ok(None) };
        // A panic elsewhere rolled its transaction back; the connection itself is sound.
        let connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = if wait == Wait::NotAtAll { Duration::ZERO } else { patience.check()?.min(LONGEST_WAIT) };
        connection.sqlite.busy_timeout(waits).map_err(StoreError::from)?;
        let open = match connection.begin("BEGIN IMMEDIATE", patience) {
            Ok(open) => open,
            Err(StoreError::Busy) if wait == Wait::NotAtAll => return Ok(None),
            // SQLite waits in steps and may give up a moment before the time is over.
            Err(StoreError::Busy) if waits < LONGEST_WAIT || patience.is_over() => {
                return Err(StoreError::Late.into());
            }
            Err(error) => return Err(error.into()),
        };
        let answer = work(&mut open.tx())?;
        patience.keep(|| open.end())?;
        Ok(Some(answer))
    }

    /// The version of the data at this moment. It is a row that is in memory since it was last written, in this process or in
    /// another; where even that has to be waited for, nothing is told.
    pub(crate) fn version_now(&self) -> Option<i64> {
        let idle = self.glances.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => glance(&self.path).ok()?,
        };
        let asked = connection.prepare_cached(VERSION).and_then(|mut asked| asked.query_row([], |row| row.get(0)));
        let mut glances = self.glances.lock().unwrap_or_else(PoisonError::into_inner);
        if glances.len() < GLANCES {
            glances.push(connection);
        }
        asked.ok()
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
        let connection = Connection::open(&self.path)?;
        connection.sqlite.pragma_update(None, "query_only", true)?;
        // Enough for the pages of a day out of a million photos; a small library never fills it.
        connection.sqlite.pragma_update(None, "cache_size", -16 * 1024)?;
        Ok(connection)
    }

    fn give_back(&self, connection: Connection) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < AT_ONCE {
            readers.push(connection);
        }
    }
}

fn glance(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::ZERO)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

impl Connection {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut sqlite = rusqlite::Connection::open_with_flags(path, flags)?;
        sqlite.busy_timeout(LONGEST_WAIT)?;
        sqlite.set_prepared_statement_cache_capacity(STATEMENTS);
        sqlite.pragma_update(None, "foreign_keys", true)?;
        // Without this, SQLite compiles a statement anew whenever the bounds of a range in it change.
        sqlite.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let waits = Waits::default();
        let asked = Arc::clone(&waits);
        sqlite.progress_handler(STEPS, Some(move || who_waits(&asked).as_ref().is_some_and(Patience::is_over)))?;
        Ok(Self { sqlite, waits })
    }

    fn begin<'a>(&'a self, begin: &str, patience: &'a Patience) -> Result<Open<'a>, StoreError> {
        patience.check()?;
        self.sqlite.execute_batch(begin)?;
        *who_waits(&self.waits) = Some(patience.clone());
        Ok(Open { connection: self, patience, failed: Cell::new(false) })
    }
}

fn who_waits(waits: &Waits) -> MutexGuard<'_, Option<Patience>> {
    waits.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Rolls back on every way out but a successful end, a panic included.
struct Open<'a> {
    connection: &'a Connection,
    patience: &'a Patience,
    /// Whether a statement failed: nothing is kept then, as on the other engine. SQLite undoes a transaction by itself where
    /// the disk is full or a statement was interrupted, and whoever went on would write outside of it.
    failed: Cell<bool>,
}

impl Open<'_> {
    fn tx(&self) -> Tx<'_> {
        Tx {
            handle: Handle::Sqlite(Running(self)),
            patience: self.patience,
            statements: 0,
            version: None,
            answers: None,
        }
    }

    fn end(&self) -> Result<(), StoreError> {
        self.check()?;
        // Whether it is kept was decided; from here on nothing interrupts it.
        *who_waits(&self.connection.waits) = None;
        Ok(self.connection.sqlite.execute_batch("COMMIT")?)
    }

    fn check(&self) -> Result<(), StoreError> {
        match self.failed.get() {
            true => Err(StoreError::Unexpected("a statement failed, and with it the transaction".to_owned())),
            false => Ok(()),
        }
    }

    fn noting<T>(&self, done: rusqlite::Result<T>) -> Result<T, StoreError> {
        self.failed.set(self.failed.get() || done.is_err());
        Ok(done?)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        *who_waits(&self.connection.waits) = None;
        if !self.connection.sqlite.is_autocommit() {
            let _ = self.connection.sqlite.execute_batch("ROLLBACK");
        }
    }
}

impl Running<'_> {
    pub(crate) fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        self.0.check()?;
        let prepared = self.0.connection.sqlite.prepare_cached(sql);
        Ok(self.0.noting(prepared.and_then(|mut statement| statement.execute(params_from_iter(values))))? as u64)
    }

    pub(crate) fn each(
        &self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.0.check()?;
        let prepared = self.0.connection.sqlite.prepare_cached(sql);
        self.0.noting(prepared.and_then(|mut statement| {
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                if let Err(error) = take(row) {
                    return Ok(Err(error));
                }
            }
            Ok(Ok(()))
        }))?
    }

    pub(crate) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        self.0.check()?;
        self.0.noting(self.0.connection.sqlite.execute_batch(sql))
    }
}
