//! The schema's history. Migrations are only ever appended; a landed one is never edited.

use crate::{Engine, Older, Store, StoreError, values};

/// Every step of the schema, in order; its place in the list, counted from 1, is its version.
const STEPS: &[(&str, &str)] = &[
    ("library", include_str!("../migrations/0001_library.sql")),
    ("circle", include_str!("../migrations/0002_circle.sql")),
    ("moments", include_str!("../migrations/0003_moments.sql")),
    ("shelf", include_str!("../migrations/0004_shelf.sql")),
    ("people and words", include_str!("../migrations/0005_people_and_words.sql")),
    ("coming in", include_str!("../migrations/0006_coming_in.sql")),
    ("care", include_str!("../migrations/0007_care.sql")),
    ("care, mended", include_str!("../migrations/0008_care_mended.sql")),
    ("care, again", include_str!("../migrations/0009_care_again.sql")),
    ("words", include_str!("../migrations/0010_words.sql")),
    ("versions", include_str!("../migrations/0011_versions.sql")),
    ("the door", include_str!("../migrations/0012_door.sql")),
    ("jobs", include_str!("../migrations/0013_jobs.sql")),
    ("belonging", include_str!("../migrations/0014_belonging.sql")),
    ("form keys", include_str!("../migrations/0015_form_keys.sql")),
    ("given folders", include_str!("../migrations/0016_given_folders.sql")),
    ("beside", include_str!("../migrations/0017_beside.sql")),
    ("deaths told", include_str!("../migrations/0018_deaths_told.sql")),
    ("secrets", include_str!("../migrations/0019_secrets.sql")),
    ("first visit", include_str!("../migrations/0020_first_visit.sql")),
    ("drafts of losses", include_str!("../migrations/0021_loss_drafts.sql")),
    ("people said", include_str!("../migrations/0022_people_said.sql")),
];

/// Brings the schema to the newest version, or refuses.
pub(crate) fn settle(store: &Store, older: Older) -> Result<(), StoreError> {
    let known = STEPS.len() as i64;
    let found = store.write_unversioned(version)?;
    match found {
        _ if found == known => Ok(()),
        _ if found > known => Err(StoreError::Newer { found, known }),
        // A library that nobody has used yet is not an outdated one.
        0 => apply(store, found),
        _ if older == Older::Refuse => Err(StoreError::Older { found, known }),
        _ => apply(store, found),
    }
}

fn version(tx: &mut crate::Tx<'_>) -> Result<i64, StoreError> {
    tx.batch("CREATE TABLE IF NOT EXISTS schema_steps (version BIGINT PRIMARY KEY, name TEXT NOT NULL)")?;
    tx.one("SELECT COALESCE(MAX(version), 0) FROM schema_steps", &[], |row| row.get(0))
}

fn apply(store: &Store, from: i64) -> Result<(), StoreError> {
    store.write_unversioned(|tx| {
        // Another program may have been quicker.
        let from = from.max(version(tx)?);
        for (version, (name, sql)) in (1..).zip(STEPS).skip(from as usize) {
            tx.batch(&spelled(sql, &store.engine))?;
            tx.execute("INSERT INTO schema_steps (version, name) VALUES (?1, ?2)", values![version as i64, *name])?;
        }
        Ok(())
    })
}

/// `{clustered}` after a table keeps its rows in the order of the primary key where the engine can.
fn spelled(sql: &str, engine: &Engine) -> String {
    let clustered = match engine {
        Engine::Sqlite(_) => "WITHOUT ROWID",
        Engine::Postgres(_) => "",
    };
    sql.replace("{clustered}", clustered)
}
