//! Where everything is kept: a database and a place for blobs.
//!
//! The database is SQLite (embedded, the default) or PostgreSQL, from one set of SQL in the subset that both share.
//! What differs between them is in this room and nowhere else. Parameters are written `?1`, `?2`, …; columns are
//! `BIGINT`, `DOUBLE PRECISION`, `TEXT` or `BYTEA`.
//!
//! All calls block. A use case runs in one [`Store::read`] or [`Store::write`], on a thread that may wait.

mod blobs;
mod columns;
mod errors;
mod folder;
pub mod jobs;
mod migrations;
mod postgresql;
mod sqlite;
mod transaction;
mod values;

use std::path::PathBuf;

pub use blobs::{BlobError, Blobs};
pub use columns::{COLUMNS, Exposure};
pub use errors::StoreError;
pub use folder::{DataFolder, FolderError, FolderLock};
pub use transaction::Tx;
pub use values::{Column, Row, Value, parameters};

use postgresql::Postgres;
use sqlite::Sqlite;

/// An open database. Cheap to share behind an `Arc`; threads wait for one another only to write.
pub struct Store {
    engine: Engine,
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
            Database::File(path) => Engine::Sqlite(Sqlite::open(path)?),
            Database::Server(url) => Engine::Postgres(Postgres::connect(url)?),
        };
        let store = Self { engine };
        migrations::settle(&store, older)?;
        Ok(store)
    }

    /// Runs `work` on one consistent view of the data. Writing fails.
    ///
    /// # Errors
    /// What `work` returns, or where the database cannot be asked: the transaction is then undone whole.
    pub fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.read(work),
            Engine::Postgres(postgres) => postgres.read(work),
        }
    }

    /// Runs `work` and keeps all of what it wrote, or nothing if it fails. One writer at a time.
    ///
    /// # Errors
    /// What `work` returns, or where the database cannot be asked: the transaction is then undone whole.
    pub fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(work),
            Engine::Postgres(postgres) => postgres.write(work),
        }
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

impl Database {
    /// Whether two programs may write to it at once without a lock of ours.
    pub fn is_server(&self) -> bool {
        matches!(self, Self::Server(_))
    }
}
