//! Where everything is kept: a database and a place for blobs.
//!
//! The database is SQLite (embedded, the default) or PostgreSQL, from one set of SQL in the subset that both share.
//! What differs between them is in this room and nowhere else. Parameters are written `?1`, `?2`, …; columns are
//! `BIGINT`, `DOUBLE PRECISION`, `TEXT` or `BYTEA`.
//!
//! All calls block. A use case runs in one [`Store::read`] or [`Store::write`], on a thread that may wait.

mod blobs;
mod columns;
mod errand;
mod errors;
mod folder;
mod form_keys;
pub mod jobs;
mod migrations;
mod of_version;
mod once;
mod patience;
mod postgresql;
mod sqlite;
mod transaction;
mod turns;
mod values;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub use blobs::{BlobError, Blobs};
pub use bytes::Bytes;
pub use columns::{COLUMNS, Exposure};
pub use errand::Errand;
pub use errors::StoreError;
pub use folder::{DataFolder, FolderError, FolderLock, StaysOpen};
pub use form_keys::{FirstAnswer, FormKey};
pub use of_version::OfVersion;
pub use patience::Patience;
pub use transaction::Tx;
pub use values::{Column, Row, Value, parameters};

use once::Answers;
use postgresql::Postgres;
use sqlite::Sqlite;
use turns::Wait;

/// How many transactions of the pages run at once, and how many connections are kept ready for them.
pub const AT_ONCE: usize = 12;
/// How long bringing the schema up to date may take.
const MIGRATING: Duration = Duration::from_secs(24 * 60 * 60);

/// An open database. Cheap to share behind an `Arc`; threads wait for one another only to write.
///
/// Whoever waits for a use case runs it as an [`Errand`]; the work behind the pages has ten minutes for each transaction.
pub struct Store {
    engine: Engine,
    statements: AtomicU64,
    answers: Arc<Answers>,
}

enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// Which database to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A SQLite file, made if it is not there.
    File(PathBuf),
    /// A PostgreSQL connection string, `postgres://…`.
    Server(String),
}

/// What to do with a schema that is older than this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Older {
    /// Bring it up to date.
    Migrate,
    /// Refuse with a hint: this command only looks.
    Refuse,
}

impl Store {
    /// Opens a database and brings or holds its schema to what this program knows.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer Perennial has been here, [`StoreError::Older`] when the schema is old and
    /// `older` says to refuse, and what hinders opening at all.
    pub fn open(database: &Database, older: Older) -> Result<Self, StoreError> {
        let engine = match database {
            Database::File(path) => {
                // What SQLite lays beside it is as closed as the file itself.
                folder::privacy::make_file(path);
                Engine::Sqlite(Sqlite::open(path)?)
            }
            Database::Server(url) => Engine::Postgres(Postgres::connect(url)?),
        };
        let store = Self { engine, statements: AtomicU64::new(0), answers: Arc::default() };
        Errand::of(&Patience::lasting(MIGRATING)).run(|| migrations::settle(&store, older))?;
        Ok(store)
    }

    /// Runs `work` on one consistent view of the data. Writing fails. It waits for no writer.
    ///
    /// # Errors
    /// What `work` returns, or where the database cannot be asked: the transaction is then undone whole.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let patience = Errand::patience();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.read(&patience, |tx| self.counted(tx.remembering(&self.answers), work)),
            Engine::Postgres(postgres) => {
                postgres.read(&patience, |tx| self.counted(tx.remembering(&self.answers), work))
            }
        }
    }

    /// Runs `work` and keeps all of what it wrote, or nothing if it fails. One writer at a time.
    ///
    /// # Errors
    /// What `work` returns, or where the database cannot be asked: the transaction is then undone whole.
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let form = Errand::form();
        let written = self.write_with(Wait::ForATurn, |tx| {
            form.as_ref().map_or(Ok(()), |form| form.claim(tx))?;
            another_version(tx, work)
        })?;
        form.iter().for_each(|form| form.claimed());
        written.ok_or_else(|| StoreError::Busy.into())
    }

    /// Like [`Store::write`], but waits for nobody: `None` where another writes just now, and then `work` did not run. For
    /// what is noted in passing by whoever only reads.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn write_unless_busy<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        self.write_with(Wait::NotAtAll, |tx| another_version(tx, work))
    }

    /// Like [`Store::write`] without another version of the data, for rows of the queue ([`jobs`]) alone: nothing that is
    /// reckoned out of the data depends on them.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn write_queue<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.write_unversioned(work)
    }

    /// Like [`Store::write`] without another version of the data, for a schema that may have none yet.
    fn write_unversioned<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_with(Wait::ForATurn, work)?.ok_or_else(|| StoreError::Busy.into())
    }

    fn write_with<T, E: From<StoreError>>(
        &self,
        wait: Wait,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        let patience = Errand::patience();
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(&patience, wait, |tx| self.counted(tx, work)),
            Engine::Postgres(postgres) => postgres.write(&patience, wait, |tx| self.counted(tx, work)),
        }
    }

    /// The version of all data at this moment ([`Tx::version`]), where it can be told without waiting for anything. `None` says
    /// nothing: a server is a round trip away, and where it is not told at once, a transaction tells it.
    pub fn version_now(&self) -> Option<i64> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.version_now(),
            Engine::Postgres(_) => None,
        }
    }

    /// How many statements were run in transactions since it was opened: by that it is measured what a page asks for.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    fn counted<T, E>(&self, tx: &mut Tx<'_>, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let answer = work(tx);
        self.statements.fetch_add(tx.statements, Ordering::Relaxed);
        answer
    }

    /// How much room the database takes, in bytes.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn size(&self) -> Result<u64, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => Ok(sqlite.size()),
            Engine::Postgres(postgres) => postgres.size(),
        }
    }

    /// `"SQLite"` or `"PostgreSQL"`, for people.
    pub fn engine_name(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Refreshes the planner's statistics. Worth it after a large import; harmless at any time.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn analyze(&self) -> Result<(), StoreError> {
        self.write(|tx| tx.batch("ANALYZE"))
    }
}

/// Runs what writes, and says that the data are another version by that.
fn another_version<T, E: From<StoreError>>(
    tx: &mut Tx<'_>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let answer = work(tx)?;
    tx.next_version()?;
    Ok(answer)
}

impl Database {
    /// Whether two programs may write to it at once without a lock of ours.
    pub fn is_server(&self) -> bool {
        matches!(self, Self::Server(_))
    }
}
