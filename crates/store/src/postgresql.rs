//! PostgreSQL: a few connections, each with its prepared statements.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::Type;
use postgres::{Client, Config, NoTls, SimpleQueryMessage, Statement};

use crate::transaction::{Handle, VERSION};
use crate::turns::{Turns, Wait};
use crate::{AT_ONCE, Patience, StoreError, Tx, Value};

/// How long a server may take to answer a new connection, where its address says nothing of that.
const CONNECTING: Duration = Duration::from_secs(10);
/// How long a server may say nothing at all before it counts as gone.
const SILENCE: Duration = Duration::from_secs(60);
/// A statement may run a quarter longer than anybody waits for it, or this long, before the server is told anew: short
/// transactions tell it once.
const TOLERANCE: Duration = Duration::from_millis(500);
/// What the one writer among all programs that use this schema holds.
const LOCK: &str = "hashtext('perennial ' || current_schema())";

pub(crate) struct Postgres {
    config: Config,
    idle: Mutex<Vec<Connection>>,
    /// One writer at a time, as with SQLite: counters and moments never deadlock.
    turns: Turns,
}

struct Connection {
    client: Client,
    statements: HashMap<String, Statement>,
}

/// A transaction that runs, and the statements that its connection has prepared.
pub(crate) struct Running<'a> {
    connection: &'a mut Connection,
    patience: &'a Patience,
    /// How long the server lets a statement run.
    allowed: Duration,
    /// Whether a statement failed: the server keeps nothing then, and does not say so.
    failed: bool,
    open: bool,
    /// The version of the data, where it was asked for along with the beginning.
    version: Option<i64>,
}

impl Postgres {
    pub(crate) fn connect(url: &str) -> Result<Self, StoreError> {
        let mut config: Config = url.parse().map_err(|e: postgres::Error| StoreError::Unreachable(e.to_string()))?;
        config.application_name("perennial");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECTING);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE);
        }
        let postgres = Self { config, idle: Mutex::default(), turns: Turns::default() };
        let first = postgres.take()?;
        postgres.give_back(first);
        Ok(postgres)
    }

    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        patience: &Patience,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.take()?;
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        // Whoever reads asks for the version, so it comes along without a round trip of its own.
        let answer = connection.begin(begin, &format!("; {VERSION}"), patience).map_err(E::from).and_then(|running| {
            let (answer, mut running) = running.run(work)?;
            running.end()?;
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
        let mut connection = self.take()?;
        let answer = connection.write(patience, wait, work);
        self.give_back(connection);
        answer
    }

    /// The tables of this schema with their indexes.
    pub(crate) fn size(&self) -> Result<u64, StoreError> {
        let sql = "SELECT CAST(COALESCE(SUM(pg_total_relation_size(c.oid)), 0) AS BIGINT) FROM pg_class c
                   WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind = 'r'";
        self.read(&Patience::generous(), |tx| tx.one(sql, &[], |row| Ok(row.get::<i64>(0)? as u64)))
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
        // Compiling a plan costs more than any of our short statements take to run.
        client.batch_execute("SET jit = off")?;
        Ok(Connection { client, statements: HashMap::new() })
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < AT_ONCE && !connection.client.is_closed() {
            idle.push(connection);
        }
    }
}

impl Connection {
    fn write<T, E: From<StoreError>>(
        &mut self,
        patience: &Patience,
        wait: Wait,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        // One writer at a time among all programs that use this schema, too.
        let alone = match wait {
            Wait::ForATurn => format!("; SELECT pg_advisory_xact_lock({LOCK})"),
            Wait::NotAtAll => format!("; SELECT pg_try_advisory_xact_lock({LOCK})"),
        };
        let running = self.begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", &alone, patience);
        let running = match running {
            Err(StoreError::Busy) if wait == Wait::NotAtAll => return Ok(None),
            running => running?,
        };
        let (answer, mut running) = running.run(work)?;
        patience.keep(|| running.end())?;
        Ok(Some(answer))
    }

    /// Begins a transaction in one round trip. [`StoreError::Busy`] where `alone` answers that the lock is another's.
    fn begin<'a>(&'a mut self, begin: &str, alone: &str, patience: &'a Patience) -> Result<Running<'a>, StoreError> {
        let allowed = patience.check()?;
        let mut running = Running { connection: self, patience, allowed, failed: false, open: true, version: None };
        let sql = format!("{begin}; {}{alone}", limit(allowed));
        let answers = running.connection.client.simple_query(&sql)?;
        let refused =
            |answer: &SimpleQueryMessage| matches!(answer, SimpleQueryMessage::Row(row) if row.get(0) == Some("f"));
        if answers.iter().any(refused) {
            return Err(StoreError::Busy);
        }
        running.version = answers.iter().find_map(|answer| match answer {
            SimpleQueryMessage::Row(row) => row.try_get("version").ok()??.parse().ok(),
            _ => None,
        });
        Ok(running)
    }
}

/// Lets the server end a statement by itself. Nothing is the same as no limit to it, so it is a millisecond at least.
fn limit(allowed: Duration) -> String {
    format!("SET LOCAL statement_timeout = {}", i32::try_from(allowed.as_millis()).unwrap_or(i32::MAX).max(1))
}

impl<'a> Running<'a> {
    fn run<T, E: From<StoreError>>(
        self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Running<'a>), E> {
        let patience = self.patience;
        let version = self.version;
        let mut tx = Tx { handle: Handle::Postgres(self), patience, statements: 0, version, answers: None };
        let answer = work(&mut tx)?;
        match tx.handle {
            Handle::Postgres(running) => Ok((answer, running)),
            Handle::Sqlite(_) => Err(StoreError::Unexpected("a transaction of another engine".to_owned()).into()),
        }
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        let statement = self.ready(sql, values)?;
        let values: Vec<&(dyn postgres::types::ToSql + Sync)> = values.iter().map(|v| v as _).collect();
        let done = self.connection.client.execute(&statement, &values);
        self.noting(done)
    }

    pub(crate) fn each(
        &mut self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&postgres::Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.ready(sql, values)?;
        let asked = self.connection.client.query_raw(&statement, values).and_then(|mut rows| {
            while let Some(row) = rows.next()? {
                if let Err(error) = take(&row) {
                    return Ok(Err(error));
                }
            }
            Ok(Ok(()))
        });
        self.noting(asked)?
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.tell_time()?;
        let done = self.connection.client.batch_execute(sql);
        self.noting(done)
    }

    fn ready(&mut self, sql: &str, values: &[Value]) -> Result<Statement, StoreError> {
        self.tell_time()?;
        if let Some(statement) = self.connection.statements.get(sql) {
            return Ok(statement.clone());
        }
        let prepared = self.connection.client.prepare_typed(&numbered(sql), &types_of(values));
        let statement = self.noting(prepared)?;
        self.connection.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Tells the server how long it is still waited for, where it would let a statement run much longer than that.
    fn tell_time(&mut self) -> Result<(), StoreError> {
        self.check()?;
        let left = self.patience.check()?;
        if self.allowed.saturating_sub(left) > TOLERANCE.max(left / 4) {
            let told = self.connection.client.batch_execute(&limit(left));
            self.noting(told)?;
            self.allowed = left;
        }
        Ok(())
    }

    fn noting<T>(&mut self, done: Result<T, postgres::Error>) -> Result<T, StoreError> {
        self.failed |= done.is_err();
        Ok(done?)
    }

    fn check(&self) -> Result<(), StoreError> {
        match self.failed {
            true => Err(StoreError::Unexpected("a statement failed, and with it the transaction".to_owned())),
            false => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), StoreError> {
        self.check()?;
        self.connection.client.batch_execute("COMMIT")?;
        self.open = false;
        Ok(())
    }
}

/// Rolls back on every way out but a successful end, a panic included.
impl Drop for Running<'_> {
    fn drop(&mut self) {
        if self.open && !self.connection.client.is_closed() {
            let _ = self.connection.client.batch_execute("ROLLBACK");
        }
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
