//! The same library in PostgreSQL: every row of the SQLite one, by COPY.

use std::io::Write;
use std::path::Path;

use postgres::{Client, NoTls};
use store::{COLUMNS, Database, Older, Store};

/// Copies a library into a schema of its own; answers how to open it.
pub(crate) fn to_postgres(sqlite: &Path, url: &str, size: u64) -> String {
    let schema = format!("bench_{size}");
    let mut client = Client::connect(url, NoTls).unwrap();
    client
        .batch_execute(&format!(
            "DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}; SET search_path = {schema}"
        ))
        .unwrap();
    let there = format!("{url}?options=-csearch_path%3D{schema}");
    drop(Store::open(&Database::Server(there.clone()), Older::Migrate).unwrap());
    let source = Store::open(&Database::File(sqlite.to_owned()), Older::Refuse).unwrap();
    for (table, columns) in COLUMNS.iter().filter(|(table, _)| *table != "schema_steps") {
        copy(&source, &mut client, table, &columns.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }
    client.batch_execute("ANALYZE").unwrap();
    there
}

fn copy(source: &Store, client: &mut Client, table: &str, columns: &[&str]) {
    let mut out = client.copy_in(&format!("COPY {table} ({}) FROM STDIN (FORMAT csv)", columns.join(", "))).unwrap();
    // Every column as a literal that both understand: text quoted, bytes in PostgreSQL's hex form, NULL as nothing.
    let literals: Vec<String> = columns
        .iter()
        .map(|c| {
            format!(
                "CASE typeof({c}) WHEN 'null' THEN '' WHEN 'blob' THEN '\\x' || lower(hex({c}))
                 WHEN 'text' THEN '\"' || replace({c}, '\"', '\"\"') || '\"' ELSE CAST({c} AS TEXT) END"
            )
        })
        .collect();
    let sql = format!("SELECT {} FROM {table}", literals.join(" || ',' || "));
    source
        .read(|tx| {
            tx.all(&sql, &[], |row| {
                let line: String = row.get(0)?;
                writeln!(out, "{line}").unwrap();
                Ok(())
            })
            .map(|_| ())
        })
        .unwrap();
    out.finish().unwrap();
}
