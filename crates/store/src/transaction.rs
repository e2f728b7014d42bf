//! One transaction on either engine: the only way to the data.

use std::sync::Arc;

use jiff::Timestamp;

use crate::once::Answers;
use crate::values::Inner;
use crate::{Patience, Row, StoreError, Value, postgresql, sqlite};

/// The version of all data.
pub(crate) const VERSION: &str = "SELECT version FROM data_version WHERE name = 'house'";

/// A running transaction. Everything read through one `Tx` is of one moment.
pub struct Tx<'a> {
    pub(crate) handle: Handle<'a>,
    /// Whoever waits for it.
    pub(crate) patience: &'a Patience,
    /// How many statements were run in it.
    pub(crate) statements: u64,
    /// The version of the data, where it was told as the transaction began.
    pub(crate) version: Option<i64>,
    /// What was reckoned before; nothing while it writes, for nobody else sees what it sees.
    pub(crate) answers: Option<Arc<Answers>>,
}

pub(crate) enum Handle<'a> {
    Sqlite(sqlite::Running<'a>),
    Postgres(postgresql::Running<'a>),
}

impl Tx<'_> {
    /// Runs a statement; answers how many rows it changed.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        self.begin_statement()?;
        match &mut self.handle {
            Handle::Sqlite(running) => running.execute(sql, values),
            Handle::Postgres(running) => running.execute(sql, values),
        }
    }

    /// All rows of an answer, each made into a `T`.
    ///
    /// # Errors
    /// Where the statement cannot be run or its answer not read, and what `make` returns.
    pub fn all<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        mut make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(make(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row of an answer, if there is one.
    ///
    /// # Errors
    /// Where the statement cannot be run or its answer not read, and what `make` returns.
    pub fn maybe<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, values, make)?.into_iter().next())
    }

    /// The first row of an answer that always has one, such as a count.
    ///
    /// # Errors
    /// [`StoreError::Unexpected`] when there is none, besides those of [`Tx::maybe`].
    pub fn one<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        make: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let found = self.maybe(sql, values, make)?;
        found.ok_or_else(|| StoreError::Unexpected(format!("no row for: {sql}")))
    }

    /// Takes `count` numbers from the library's counter `name`; answers the first. Numbers are never given twice.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn take_numbers(&mut self, library: model::LibraryId, name: &str, count: usize) -> Result<i64, StoreError> {
        let sql = "INSERT INTO counters (library, name, next) VALUES (?1, ?2, 1 + ?3)
                   ON CONFLICT (library, name) DO UPDATE SET next = counters.next + ?3
                   RETURNING next - ?3";
        self.one(sql, crate::values![library, name, count], |row| row.get(0))
    }

    /// What time it is for everybody who uses this database, where it has a clock of its own: machines that share a server need
    /// not agree on the time. `None` where the machine's own clock is the only one.
    ///
    /// # Errors
    /// Where the database cannot be asked: the transaction is undone whole and nothing of it is kept.
    pub fn clock(&mut self) -> Result<Option<Timestamp>, StoreError> {
        if matches!(self.handle, Handle::Sqlite(_)) {
            return Ok(None);
        }
        let sql = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
        let ms = self.one(sql, &[], |row| row.get(0))?;
        Timestamp::from_millisecond(ms).map(Some).map_err(|e| StoreError::Unexpected(e.to_string()))
    }

    /// The version of all data that this transaction sees. Every write makes another, so what was reckoned out of the data is still true
    /// where the version is the same.
    ///
    /// # Errors
    /// Where the database cannot be asked.
    pub fn version(&mut self) -> Result<i64, StoreError> {
        if let Some(told) = self.version {
            return Ok(told);
        }
        let version = self.one(VERSION, &[], |row| row.get(0))?;
        if self.answers.is_some() {
            // It sees no other.
            self.version = Some(version);
        }
        Ok(version)
    }

    /// What `make` reckons out of nothing but the data and what it is asked by: made once for each version of the data, and known to
    /// all that read the same version. `what` is a name that no other use has; `of` begins with whoever looks,
    /// for what holds for one need not for another, and tells what it is about. What writes makes it anew each time.
    ///
    /// # Errors
    /// What `make` returns, or where the version cannot be asked.
    pub fn once<T: Send + Sync + 'static>(
        &mut self,
        what: &'static str,
        of: [i64; 4],
        make: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<Arc<T>, StoreError> {
        let Some(answers) = self.answers.clone() else { return make(self).map(Arc::new) };
        let version = self.version()?;
        if let Some(known) = answers.known(version, (what, of)) {
            return Ok(known);
        }
        let answer = Arc::new(make(self)?);
        answers.learn(version, (what, of), &answer);
        Ok(answer)
    }

    /// The same, in which what is reckoned is known to others and may be known from them.
    pub(crate) fn remembering(&mut self, answers: &Arc<Answers>) -> &mut Self {
        self.answers = Some(Arc::clone(answers));
        self
    }

    /// Another version, as a write ends.
    pub(crate) fn next_version(&mut self) -> Result<(), StoreError> {
        self.execute("UPDATE data_version SET version = version + 1 WHERE name = 'house'", &[])?;
        Ok(())
    }

    /// Runs statements without parameters, separated by semicolons.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.begin_statement()?;
        match &mut self.handle {
            Handle::Sqlite(running) => running.batch(sql),
            Handle::Postgres(running) => running.batch(sql),
        }
    }

    fn begin_statement(&mut self) -> Result<(), StoreError> {
        self.statements += 1;
        self.patience.check().map(drop)
    }

    fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.begin_statement()?;
        match &mut self.handle {
            Handle::Sqlite(running) => running.each(sql, values, |row| take(&Row(Inner::Sqlite(row)))),
            Handle::Postgres(running) => running.each(sql, values, |row| take(&Row(Inner::Postgres(row)))),
        }
    }
}
