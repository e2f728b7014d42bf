//! PostgreSQL: a few connections, each with its prepared statements.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::Type;
use postgres::{Client, Config, IsolationLevel, NoTls, Statement, Transaction};

use crate::transaction::Handle;
use crate::{StoreError, Tx, Value};

/// Idle connections kept open.
const KEPT: usize = 4;

pub(crate) struct Postgres {
    config: Config,
    idle: Mutex<Vec<Connection>>,
    /// One writer at a time, as with SQLite: counters and moments never deadlock.
    writing: Mutex<()>,
}

struct Connection {
    client: Client,
    statements: HashMap<String, Statement>,
}

/// A transaction and the statements its connection has prepared.
pub(crate) struct Running<'a> {
    transaction: Transaction<'a>,
    statements: &'a mut HashMap<String, Statement>,
}

impl Postgres {
    pub(crate) fn connect(url: &str) -> Result<Self, StoreError> {
        let mut config: Config = url.parse().map_err(|e: postgres::Error| StoreError::Unreachable(e.to_string()))?;
        config.application_name("perennial");
        let postgres = Self { config, idle: Mutex::default(), writing: Mutex::default() };
        let first = postgres.take()?;
        postgres.give_back(first);
        Ok(postgres)
    }

    pub(crate) fn read<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.within(true, work)
    }

    pub(crate) fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let _alone: MutexGuard<'_, ()> = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.within(false, work)
    }

    /// The tables of this schema with their indexes.
    pub(crate) fn size(&self) -> Result<u64, StoreError> {
        let sql = "SELECT CAST(COALESCE(SUM(pg_total_relation_size(c.oid)), 0) AS BIGINT) FROM pg_class c
                   WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind = 'r'";
        self.read(|tx| tx.one(sql, &[], |row| Ok(row.get::<i64>(0)? as u64)))
    }

    fn within<T, E: From<StoreError>>(
        &self,
        read_only: bool,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.take()?;
        let answer = connection.run(read_only, work);
        self.give_back(connection);
        answer
    }

    fn take(&self) -> Result<Connection, StoreError> {
        loop {
            let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            match idle {
                Some(connection) if connection.client.is_closed() => {}
                Some(connection) => return Ok(connection),
                None => return self.fresh(),
            }
        }
    }

    fn fresh(&self) -> Result<Connection, StoreError> {
        let mut client = self.config.connect(NoTls).map_err(|e| match StoreError::from(e) {
            StoreError::Refused(said) => StoreError::Unreachable(said),
            other => other,
        })?;
        // Compiling a plan costs more than any of our short statements take to run, and none of them may hang.
        client.batch_execute("SET jit = off; SET statement_timeout = '60s'")?;
        Ok(Connection { client, statements: HashMap::new() })
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT && !connection.client.is_closed() {
            idle.push(connection);
        }
    }
}

impl Connection {
    fn run<T, E: From<StoreError>>(
        &mut self,
        read_only: bool,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let level = if read_only { IsolationLevel::RepeatableRead } else { IsolationLevel::ReadCommitted };
        let begun = self.client.build_transaction().read_only(read_only).isolation_level(level).start();
        let mut transaction = begun.map_err(StoreError::from)?;
        if !read_only {
            // One writer at a time among all programs that use this schema, too.
            let alone = "SELECT pg_advisory_xact_lock(hashtext('perennial ' || current_schema()))";
            transaction.batch_execute(alone).map_err(StoreError::from)?;
        }
        let mut tx = Tx(Handle::Postgres(Running { transaction, statements: &mut self.statements }));
        let answer = work(&mut tx)?;
        if let Handle::Postgres(running) = tx.0 {
            running.transaction.commit().map_err(StoreError::from)?;
        }
        Ok(answer)
    }
}

impl Running<'_> {
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepared(sql, values)?;
        let values: Vec<&(dyn postgres::types::ToSql + Sync)> = values.iter().map(|v| v as _).collect();
        Ok(self.transaction.execute(&statement, &values)?)
    }

    pub(crate) fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&postgres::Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.prepared(sql, values)?;
        let mut rows = self.transaction.query_raw(&statement, values)?;
        while let Some(row) = rows.next()? {
            take(&row)?;
        }
        Ok(())
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.transaction.batch_execute(sql)?)
    }

    fn prepared(&mut self, sql: &str, values: &[Value]) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.transaction.prepare_typed(&numbered(sql), &types_of(values))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

/// Left to itself the server takes the number in `1 + $1` for a small one.
fn types_of(values: &[Value]) -> Vec<Type> {
    let of = |value: &Value| match value {
        Value::Null => Type::UNKNOWN,
        Value::Int(_) => Type::INT8,
        Value::Real(_) => Type::FLOAT8,
        Value::Text(_) => Type::TEXT,
        Value::Bytes(_) => Type::BYTEA,
    };
    values.iter().map(of).collect()
}

/// Our `?1` in PostgreSQL's spelling, `$1`; question marks inside quoted text stay.
fn numbered(sql: &str) -> String {
    let mut quoted = false;
    let mut chars = sql.chars().peekable();
    let mut out = String::with_capacity(sql.len());
    while let Some(c) = chars.next() {
        quoted ^= c == '\'';
        let parameter = c == '?' && !quoted && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if parameter { '$' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn parameters_are_respelled_and_quoted_text_is_left_alone() {
        assert_eq!(numbered("a = ?1 AND b = ?12"), "a = $1 AND b = $12");
        assert_eq!(numbered("a = '?1' AND b = ?2"), "a = '?1' AND b = $2");
        assert_eq!(numbered("a LIKE '%?' OR ?1"), "a LIKE '%?' OR $1");
    }
}
