//! A fresh, empty database on each engine.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use model::{LibraryId, PersonId};
use postgres::{Client, NoTls};
use store::{Blobs, Database, Older, Store, StoreError, values};
use tempfile::TempDir;

use crate::skip;

/// Whoever usually comes to a test house: its owner, and others who see the same library.
const ANSWERED: [i64; 5] = [0, 1, 2, 77, 7_777];

/// An empty database with a place for blobs. Gone when dropped.
pub struct House {
    /// The database.
    pub store: Arc<Store>,
    /// Where renditions go.
    pub blobs: Arc<Blobs>,
    /// How to open the same database again.
    pub database: Database,
    /// A folder of its own, for photos and data.
    pub folder: TempDir,
    schema: Option<(String, String)>,
}

/// A fresh house on SQLite, and one on PostgreSQL where `PERENNIAL_TEST_POSTGRES` names a server (the test command sets
/// it). In CI, where nothing may be skipped, a missing server fails the test.
pub fn houses() -> Vec<House> {
    let mut houses = vec![House::on_sqlite()];
    match std::env::var("PERENNIAL_TEST_POSTGRES") {
        Ok(url) => houses.push(House::on_postgres(&url)),
        Err(_) => skip("PostgreSQL: PERENNIAL_TEST_POSTGRES is not set (bin/test sets it)"),
    }
    houses
}

impl House {
    /// A fresh house on SQLite alone.
    pub fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::File(folder.path().join("perennial.db"));
        Self::open(database, folder, None)
    }

    fn on_postgres(url: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let nanos = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos();
        let schema = format!("house_{}_{nanos}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Client::connect(url, NoTls).unwrap().batch_execute(&format!("CREATE SCHEMA {schema}")).unwrap();
        let separator = if url.contains('?') { '&' } else { '?' };
        let database = Database::Server(format!("{url}{separator}options=-csearch_path%3D{schema}"));
        Self::open(database, tempfile::tempdir().unwrap(), Some((url.to_owned(), schema)))
    }

    fn open(database: Database, folder: TempDir, schema: Option<(String, String)>) -> Self {
        let store = Arc::new(Store::open(&database, Older::Migrate).unwrap());
        let blobs = Arc::new(Blobs::in_folder(&folder.path().join("blobs")).unwrap());
        let house = Self { store, blobs, database, folder, schema };
        for person in ANSWERED {
            house.answers_first(LibraryId(1), PersonId(person), "said");
        }
        house
    }

    /// What somebody answered when they were asked first whether there is something they would rather not meet unasked: `waits`,
    /// `nothing` or `said`. Whoever usually comes to a test house has said something.
    pub fn answers_first(&self, library: LibraryId, person: PersonId, answer: &str) {
        let sql =
            "INSERT INTO care_settings (library, person, caution, shows, first_visit) VALUES (?1, ?2, ?3, 'quiet', ?4)
                   ON CONFLICT (library, person) DO UPDATE SET first_visit = ?4";
        let answered = self.store.write(|tx| tx.execute(sql, values![library, person, true, answer]));
        answered.map_err(|error: StoreError| error).unwrap();
    }

    /// Opens the same database once more, as another program would.
    pub fn again(&self) -> Store {
        Store::open(&self.database, Older::Refuse).unwrap()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some((url, schema)) = &self.schema {
            let dropped = Client::connect(url, NoTls)
                .and_then(|mut c| c.batch_execute(&format!("SET lock_timeout = '2s'; DROP SCHEMA {schema} CASCADE")));
            if let Err(error) = dropped {
                eprintln!("the schema {schema} stays behind: {error}");
            }
        }
    }
}
