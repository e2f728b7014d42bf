//! What can go wrong with a database, and what a person can do about it.

use std::error::Error as _;

use postgres::error::SqlState;
use rusqlite::ErrorCode;

/// A database said no.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another program holds the database for longer than we wait.
    #[error("the database is busy in another program")]
    Busy,
    /// It took longer than anybody waits for it, so it was given up; nothing of it was kept.
    #[error("it took too long, so it was given up, and nothing was changed")]
    Late,
    /// The disk or the file may not be written.
    #[error("the database cannot be written: it is read-only")]
    ReadOnly,
    /// No room left.
    #[error("the database cannot grow: the disk is full")]
    Full,
    /// A newer Perennial wrote this database.
    #[error("this library was last used by a newer Perennial (its schema is {found}, this program knows {known})")]
    Newer {
        /// Version found in the database.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// The schema is older than this program.
    #[error("this library was last used by an older Perennial (its schema is {found}, this program wants {known})")]
    Older {
        /// Version found in the database.
        found: i64,
        /// Version this program wants.
        known: i64,
    },
    /// The file is no SQLite database, or damaged.
    #[error("the database is damaged, or not a database: {0}")]
    Damaged(String),
    /// PostgreSQL cannot be reached, or does not let us in.
    #[error("PostgreSQL cannot be reached: {0}")]
    Unreachable(String),
    /// A row of an unexpected form.
    #[error("the database holds something unexpected: {0}")]
    Unexpected(String),
    /// Anything else that the engine says.
    #[error("the database refused: {0}")]
    Refused(String),
}

impl StoreError {
    /// What a person can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Late => "Try again in a moment.",
            Self::Busy => "Wait for the other program to finish, or stop it.",
            Self::ReadOnly => "Check the permissions of the data folder, or choose another with --data.",
            Self::Full => "Free some space on that disk; nothing that was kept is lost.",
            Self::Newer { .. } => "Use that newer Perennial, or another data folder with --data.",
            Self::Older { .. } => "Run `perennial serve` or `perennial import` once: they bring it up to date.",
            Self::Damaged(_) => "Restore a backup, or move the file away and import again; your photos are untouched.",
            Self::Unreachable(_) => "Check that the server runs and that the address after --database is right.",
            Self::Unexpected(_) | Self::Refused(_) => "This is likely a mistake in Perennial; please report it.",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::OperationInterrupted) => Self::Late,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            _ => Self::Refused(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        // The outer error only says "db error"; what happened is in its source.
        let said = error.source().map_or_else(|| error.to_string(), ToString::to_string);
        match error.code() {
            Some(code) if *code == SqlState::DISK_FULL => Self::Full,
            Some(code) if *code == SqlState::QUERY_CANCELED => Self::Late,
            Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Self::ReadOnly,
            Some(code) if code.code().starts_with("28") || code.code().starts_with("3D") => Self::Unreachable(said),
            None if error.is_closed() => Self::Unreachable(said),
            _ => Self::Refused(said),
        }
    }
}
